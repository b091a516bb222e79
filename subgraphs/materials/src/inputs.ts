import { compareDecimals, constraintOf, Decimal } from '@machshop/db';
import { invalidInput, Refused } from '@machshop/server';
import { z } from 'zod';

/** The most items of one call. */
export const MAX_ITEMS = 200;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Whether a text may be looked for in a uuid column. */
export const isUuid = (text: string): boolean => UUID.test(text);

/** Client-chosen ids. */
export const optionalId = z.uuid().nullish();
/** Numbers that people and labels carry: of lots, serials, orders, certificates. */
export const number = z
  .string()
  .trim()
  .regex(/^[^\p{C}]{1,100}$/u, 'must be 1 to 100 printable characters');
/** Codes become tokens of subjects and topics. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'must be 1 to 40 letters, digits, - or _');
export const name = z.string().trim().min(1).max(200);
export const reason = z.string().trim().min(1).max(2_000);
export const unit = z.string().min(1).max(12);
/** More than zero. */
export const quantity = z.object({
  value: z.string().refine((value) => compareDecimals(value, '0') > 0, 'must be more than zero'),
  unit,
});
/** Less or more than zero. */
export const signedQuantity = z.object({
  value: z.string().refine((value) => compareDecimals(value, '0') !== 0, 'must not be zero'),
  unit,
});
/** A cost of one unit. */
export const unitCost = z
  .string()
  .refine((value) => compareDecimals(value, '0') >= 0, 'must not be negative')
  .nullish();
export const occurredAt = z.date().nullish();

/** The lot, by id or by number. */
export const lotKey = { lotId: optionalId, lotNumber: number.nullish() };

/** Whether exactly one of two is given. */
export const exactlyOne = (a: unknown, b: unknown): boolean => (a == null) !== (b == null);

/** Refuses a unit that is not the definition's. */
export function checkUnit(given: string, wanted: string, path: readonly string[]): void {
  if (given === wanted) return;
  throw new Refused(invalidInput(path, 'UNIT_MISMATCH', `it is counted in ${wanted}, not in ${given}`));
}

/** Whether two rows say the same in these fields: decimals by value, times by moment. */
export function sameContent<T extends object>(row: T, wanted: Partial<T>): boolean {
  return Object.entries(wanted).every(([key, value]) => sameValue(row[key as keyof T], value ?? null));
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const decimal = /^-?\d+(\.\d+)?$/;
  return (
    typeof a === 'string' &&
    typeof b === 'string' &&
    decimal.test(a) &&
    decimal.test(b) &&
    new Decimal(a).equals(b)
  );
}

/** The refusal of an id that something else has. */
export const idTaken = (path: readonly string[]): Refused =>
  new Refused(invalidInput(path, 'ID_TAKEN', 'this id is taken by something else'));

/**
 * Runs a creating command. Of two calls with one id (or number) at once, the second runs again and finds what
 * the first has made.
 */
export async function creating<T>(path: readonly string[], work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (constraintOf(error) === null) throw error;
  }
  try {
    return await work();
  } catch (error) {
    throw constraintOf(error)?.endsWith('_pkey') ? idTaken(path) : error;
  }
}

const DELAYS_MS = [20, 40, 80, 160, 320, 640, 640];

/**
 * Looks for something that other subgraphs tell of by events: what was made there a moment ago may need a
 * moment to be known here. Gives up after about two seconds and answers what it saw last.
 */
export async function settled<T>(look: () => Promise<T>, known: (seen: T) => boolean): Promise<T> {
  let seen = await look();
  for (const delay of DELAYS_MS) {
    if (known(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, delay));
    seen = await look();
  }
  return seen;
}
