import { compareDecimals } from '@machshop/db';
import { z } from 'zod';

/** The most pieces, lots and orders that one non-conformance affects. */
export const MAX_AFFECTED = 200;
/** The most answers to "why?". */
export const MAX_WHYS = 10;
/** The most people of a team beside its leader. */
export const MAX_MEMBERS = 30;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whether a text may be looked for in a uuid column. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Client-chosen ids. */
export const optionalId = z.uuid().nullish();
/** Numbers that people and labels carry: of lots, serials, orders. */
export const number = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,100}$/u, 'must be 1 to 100 printable characters');
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be 1 to 40 letters, digits, ., - or _');
export const username = z.string().trim().min(1).max(100);
/** What people write. */
export const text = z.string().trim().min(1).max(4_000);
export const unit = z.string().trim().min(1).max(12);
export const positive = z
  .string()
  .refine((value) => compareDecimals(value, '0') > 0, 'must be more than zero');
export const quantity = z.object({ value: positive, unit });
export const severity = z.enum(['MINOR', 'MAJOR', 'CRITICAL']);
export const source = z.enum(['IN_PROCESS', 'FINAL', 'RECEIVING', 'CUSTOMER', 'AUDIT']);
export const discipline = z.enum(['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8']);

const distinct = <T>(key: (item: T) => string) => ({
  check: (items: readonly T[]) => new Set(items.map(key)).size === items.length,
  message: 'names one twice',
});
const serials = distinct<string>((serial) => serial);
const lots = distinct<{ lotNumber: string }>((lot) => lot.lotNumber);
const orders = distinct<{ workOrderNumber: string }>((order) => order.workOrderNumber);

/** What is affected. */
export const affected = {
  serialNumbers: z.array(number).max(MAX_AFFECTED).refine(serials.check, serials.message).nullish(),
  lots: z
    .array(z.object({ lotNumber: number, quantity }))
    .max(MAX_AFFECTED)
    .refine(lots.check, lots.message)
    .nullish(),
  orders: z
    .array(z.object({ workOrderNumber: number, quantity }))
    .max(MAX_AFFECTED)
    .refine(orders.check, orders.message)
    .nullish(),
};
