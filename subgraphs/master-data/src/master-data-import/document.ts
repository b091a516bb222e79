import { invalidInput, Refused, type UserErrorData } from '@machshop/server';
import { z } from 'zod';
import { linesInput } from '../bom/lines.ts';
import { businessKey, description, name, reason, revision, tracking, unit } from '../inputs.ts';
import { operationsInput } from '../routing/operations.ts';

/** The most items of one document, and the most lines and operations of all of them. */
export const MAX_ITEMS = 5_000;
export const MAX_DETAILS = 20_000;

const part = z.object({
  number: businessKey,
  revision: revision.nullish(),
  name,
  description: description.nullish(),
  unit,
  tracking,
  critical: z.boolean(),
  effectiveFrom: z.date().nullish(),
});
const material = z.object({
  code: businessKey,
  name,
  description: description.nullish(),
  unit,
  critical: z.boolean(),
});
const customer = z.object({ code: businessKey, name });
const bom = z.object({
  partNumber: businessKey,
  revision: revision.nullish(),
  effectiveFrom: z.date().nullish(),
  effectiveTo: z.date().nullish(),
  lines: linesInput,
});
const routing = z.object({
  number: businessKey,
  partNumber: businessKey,
  revision: revision.nullish(),
  description: description.nullish(),
  operations: operationsInput,
});

const items = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_ITEMS);
const documentInput = z
  .object({
    parts: items(part),
    materials: items(material),
    customers: items(customer),
    boms: items(bom),
    routings: items(routing),
    reason: reason.nullish(),
  })
  .superRefine((document, ctx) => {
    const { parts, materials, customers, boms, routings } = document;
    const count = parts.length + materials.length + customers.length + boms.length + routings.length;
    const details =
      boms.reduce((sum, { lines }) => sum + lines.length, 0) +
      routings.reduce((sum, { operations }) => sum + operations.length, 0);
    const params = { code: 'TOO_MANY' };
    if (count > MAX_ITEMS) {
      const message = `${count} items; at most ${MAX_ITEMS} are allowed`;
      ctx.addIssue({ code: 'custom', params, message });
    }
    if (details > MAX_DETAILS) {
      const message = `${details} lines and operations; at most ${MAX_DETAILS} are allowed`;
      ctx.addIssue({ code: 'custom', params, message });
    }
    const twice = <T>(list: string, field: string, all: readonly T[], keyOf: (item: T) => string) => {
      const seen = new Map<string, number>();
      all.forEach((item, index) => {
        const first = seen.get(keyOf(item));
        const message = `is the same as ${list}[${first}]`;
        if (first !== undefined)
          ctx.addIssue({
            code: 'custom',
            params: { code: 'DUPLICATE' },
            path: [list, index, field],
            message,
          });
        else seen.set(keyOf(item), index);
      });
    };
    const key = (...fields: readonly unknown[]) => JSON.stringify(fields);
    twice('parts', 'number', parts, (item) => key(item.number, item.revision));
    twice('materials', 'code', materials, (item) => item.code);
    twice('customers', 'code', customers, (item) => item.code);
    twice('boms', 'partNumber', boms, (item) => key(item.partNumber, item.revision, item.effectiveFrom));
    twice('routings', 'number', routings, (item) => item.number);
  });

/** What is imported at once, all or none of it. */
export type MasterDataDocument = z.output<typeof documentInput>;

/**
 * Reads a document.
 * @throws Refused with one error for each fault, each named by its place: `input.parts[3].number`
 */
export function readDocument(raw: unknown): MasterDataDocument {
  const result = documentInput.safeParse(raw);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => {
    const code =
      issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : 'INVALID_VALUE';
    return itemError(invalidInput(['input', ...issue.path.map(String)], code, issue.message));
  });
  throw new Refused(...(errors as [UserErrorData, ...UserErrorData[]]));
}

/** `input.parts[3].number` */
export const placeOf = (path: readonly string[]): string =>
  path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

/** The error with its place before its message. */
export const itemError = (error: UserErrorData): UserErrorData => ({
  ...error,
  message: `${placeOf(error.path)}: ${error.message}`,
});
