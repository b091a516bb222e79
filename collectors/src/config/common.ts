import { subjectToken } from '@machshop/schema/events/telemetry.ts';
import { z } from 'zod';

const UNITS = { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 } as const;

/** A number of bytes: `1048576` or `2 GiB`. */
export const byteSize = z
  .union([z.number(), z.string()])
  .transform((given, context) => {
    const match = /^(\d+(?:\.\d+)?)\s*(KiB|MiB|GiB|TiB)?$/.exec(String(given));
    if (match) return Math.floor(Number(match[1]) * (match[2] ? UNITS[match[2] as keyof typeof UNITS] : 1));
    context.addIssue({ code: 'custom', message: 'is not a size such as 1048576 or "2 GiB"' });
    return z.NEVER;
  })
  .pipe(z.int().positive());

/** A duration in milliseconds within these bounds. */
export const millis = (least: number, most: number) => z.number().int().min(least).max(most);

/** Where a source's readings belong. Templates may name what a topic or file name gave: `{cell}`. */
export const equipmentTemplate = z.strictObject({
  area: z.string().min(1),
  workCenter: z.string().min(1),
  equipment: z.string().min(1),
});
export type EquipmentTemplate = z.infer<typeof equipmentTemplate>;

/** Where a source's readings belong, named outright. */
export const equipmentPath = z.strictObject({
  area: subjectToken,
  workCenter: subjectToken,
  equipment: subjectToken,
});

/** What to do with the readings of some tags before they are buffered. */
export const tagRule = z.strictObject({
  /** A glob over tags: `*` is anything. The first rule that fits a tag is its only one. */
  tags: z.string().min(1),
  kind: z.enum(['telemetry', 'state', 'alarm']).default('telemetry'),
  /** Numbers that moved no further than this from the last one kept are left out. */
  deadband: z
    .strictObject({ type: z.enum(['absolute', 'percent']), value: z.number().positive() })
    .optional(),
  /** At most one reading in this time; the last one held back follows when the time is over. */
  minIntervalMs: millis(1, 86_400_000).optional(),
  /** Numbers become statistics of fixed windows: tag `load` gives `load.avg`, at the end of its window. */
  aggregate: z
    .strictObject({
      windowMs: millis(100, 86_400_000),
      functions: z.array(z.enum(['min', 'max', 'avg', 'sum', 'count', 'last'])).min(1),
    })
    .optional(),
});
export type TagRule = z.infer<typeof tagRule>;

export const backoff = z
  .strictObject({ initialMs: millis(10, 600_000).default(500), maxMs: millis(10, 3_600_000).default(30_000) })
  .refine((given) => given.initialMs <= given.maxMs, 'initialMs is above maxMs');

/** What every source has. */
export const sourceBase = {
  name: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a name (letters, digits, "_" and "-", 1 to 64 of them)'),
  enabled: z.boolean().default(true),
  rules: z.array(tagRule).max(1000).default([]),
  /** When the connection is lost, one reading of every tag says so: quality BAD, no value. */
  markBadOnLoss: z.boolean().default(true),
  backoff: backoff.prefault({}),
};

/** Files of a TLS client; secrets stand in files, never in the configuration. */
export const tlsFiles = z
  .strictObject({
    caFile: z.string().optional(),
    certFile: z.string().optional(),
    keyFile: z.string().optional(),
    /** The name to expect in the server's certificate, where it is not the host of the address. */
    serverName: z.string().optional(),
  })
  .refine(
    (given) => (given.certFile === undefined) === (given.keyFile === undefined),
    'certFile and keyFile go together',
  );

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** Reports every template that names something that is not given. */
export function checkNames(
  context: z.RefinementCtx,
  given: readonly string[],
  templates: readonly { readonly path: readonly string[]; readonly text: string }[],
): void {
  for (const { path, text } of templates) {
    for (const [, name] of text.matchAll(PLACEHOLDER)) {
      if (given.includes(name as string)) continue;
      const known = given.length > 0 ? given.map((one) => `{${one}}`).join(', ') : 'nothing';
      context.addIssue({
        code: 'custom',
        path: [...path],
        message: `names {${name}}, but there is ${known} to name`,
      });
    }
  }
}

/** The templates of an equipment, for {@link checkNames}. */
export const equipmentTemplates = ({ area, workCenter, equipment }: EquipmentTemplate) => [
  { path: ['equipment', 'area'], text: area },
  { path: ['equipment', 'workCenter'], text: workCenter },
  { path: ['equipment', 'equipment'], text: equipment },
];
