import { createHash } from 'node:crypto';
import { Decimal, isDecimal } from '@machshop/db';
import { z } from 'zod';

/** A business key: what people and other systems call it by. No control characters, no blanks around it. */
export const businessKey = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,80}$/u, 'must be 1 to 80 printable characters');

export const name = z.string().trim().min(1).max(200);

/** Free text without control characters but line breaks and tabs. */
export const freeText = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[\P{Cc}\n\r\t]*$/u, 'has control characters');

export const description = freeText(4_000);
export const reason = freeText(2_000);

/** UN/CEFACT Recommendation 20: two or three capitals and digits. */
export const unit = z
  .string()
  .regex(/^[A-Z0-9]{2,3}$/, 'must be a UN/CEFACT Rec 20 code, such as C62, KGM or MTR');

export const tracking = z.enum(['NONE', 'LOT', 'SERIAL']);

/** A revision's name: `A`, `AB`, `2`, `B.1`. */
export const revision = z
  .string()
  .trim()
  .regex(/^[A-Z0-9][A-Z0-9.-]{0,9}$/, 'must be 1 to 10 capitals, digits, dots or hyphens');

/** Decimal text in its shortest form: `1.50` and `1.5` are one quantity. */
const decimal = (maxWhole: number, maxFraction: number) =>
  z
    .string()
    .refine(isDecimal, 'must be a decimal number')
    .transform((text) => new Decimal(text))
    .refine(
      (value) => value.decimalPlaces() <= maxFraction && value.abs().lessThan(new Decimal(10).pow(maxWhole)),
      `must have at most ${maxWhole} digits before and ${maxFraction} behind the point`,
    );

/** A quantity for one of the parent; its digits are few enough for exact products over a hundred levels. */
export const quantityPer = decimal(12, 8)
  .refine((value) => value.greaterThan(0), 'must be more than 0')
  .transform((value) => value.toFixed());

/** A duration in seconds. */
export const seconds = decimal(9, 6)
  .refine((value) => value.greaterThanOrEqualTo(0), 'must not be negative')
  .transform((value) => value.toFixed());

/** Recognises the same input again, whatever the order of its fields. */
export const hashOf = (input: unknown): string => createHash('sha256').update(canonical(input)).digest('hex');

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field != null);
    return `{${entries
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`)
      .join()}}`;
  }
  return JSON.stringify(value ?? null);
}
