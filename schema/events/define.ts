import { z } from 'zod';

/** A reference to an entity of the graph; the gateway resolves the rest of it from this. */
export const ref = <T extends string>(typename: T) =>
  z.object({ __typename: z.literal(typename), id: z.uuid() });

/** Who did something: a person or a program. Of the plant itself nothing is said: null. */
export const actor = z.discriminatedUnion('__typename', [ref('User'), ref('ApiClient')]);
export type Actor = z.infer<typeof actor>;

/** A decimal number as a string: no digit is lost on the way. */
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'is not a decimal number');

/** UTC time, RFC 3339. */
export const dateTime = z.iso.datetime();

/** A quantity with its UN/CEFACT Rec 20 unit. */
export const quantity = z.object({ value: decimal, unit: z.string().min(1).max(12) });

/**
 * What a change did, for the audit trail: `old` and `new` hold the fields that changed (whole rows on
 * creation and removal), `reason` what the user gave as the why.
 */
export const change = z.object({
  action: z.enum(['CREATE', 'UPDATE', 'DELETE', 'ACCESS']),
  entity: z.object({ __typename: z.string(), id: z.string() }),
  old: z.record(z.string(), z.unknown()).nullable(),
  new: z.record(z.string(), z.unknown()).nullable(),
  reason: z.string().nullable(),
});
export type Change = z.infer<typeof change>;

/** One kind of event: its CloudEvents type is `<domain>.<entity>.<event>`. */
export interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  readonly type: string;
  readonly domain: string;
  readonly entity: string;
  readonly event: string;
  /** Checked when the event is recorded and again when it is consumed. */
  readonly data: Data;
}

/** The payload of an event definition. */
export type EventData<D> = D extends EventDefinition<infer S> ? z.infer<S> : never;

type Definitions<D extends string, M extends Record<string, z.ZodType>> = {
  readonly [K in keyof M]: EventDefinition<M[K]> & { readonly type: `${D}.${K & string}` };
};

/**
 * The events of a domain. Keys are `<entity>.<event>` in kebab-case; the subject of an event is
 * `mes.<tenant>.<domain>.<entity>.<id>.<event>`.
 */
export function defineEvents<D extends string, M extends Record<string, z.ZodType>>(
  domain: D,
  payloads: M,
): Definitions<D, M> {
  const entries = Object.entries(payloads).map(([key, data]) => {
    const [entity, event, rest] = key.split('.');
    if (!entity || !event || rest) throw new Error(`${domain}: event key "${key}" is not <entity>.<event>`);
    return [key, { type: `${domain}.${key}`, domain, entity, event, data }];
  });
  return Object.fromEntries(entries) as Definitions<D, M>;
}
