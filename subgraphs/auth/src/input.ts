import { ROLES, type RoleCode } from '@machshop/auth';
import { z } from 'zod';

/** Codes become tokens of subjects and topics. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'must be 1 to 40 letters, digits, - or _');
export const name = z.string().trim().min(1).max(200);
export const reason = z.string().trim().min(1).max(2_000).nullish();
export const roles = z
  .array(z.enum(Object.keys(ROLES) as [RoleCode, ...RoleCode[]]))
  .min(1, 'at least one role')
  .max(Object.keys(ROLES).length)
  .transform((list) => [...new Set(list)].sort());
export const siteIds = z
  .array(z.uuid().toLowerCase())
  .max(100)
  .transform((list) => [...new Set(list)].sort());
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/, 'must be 2 to 64 letters, digits and . _ @ -');

/** Whether the runtime knows the IANA time zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

/** Whether two lists hold the same, in any order. */
export const sameList = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((item) => right.includes(item));
