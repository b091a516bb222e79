import { z } from 'zod';

/** The stream that carries every batch of readings, and what it takes. */
export const TELEMETRY_STREAM = 'MES_TELEMETRY';
export const TELEMETRY_SUBJECTS = 'uns.>';

/** The CloudEvents type of a batch. */
export const TELEMETRY_TYPE = 'telemetry.batch.collected';

/** One level of a telemetry subject: what NATS takes as a token, without dots, wildcards and blanks. */
export const subjectToken = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/, 'is not a subject token (letters, digits, "_" and "-", 1 to 64 of them)');

/** Where equipment stands in the plant (ISA-95: enterprise is the tenant, then site, area, work centre, unit). */
export interface EquipmentAddress {
  readonly tenant: string;
  readonly site: string;
  readonly area: string;
  readonly workCenter: string;
  readonly equipment: string;
}

/** `uns.<tenant>.<site>.<area>.<workCenter>.<equipment>` */
export const telemetrySubject = (at: EquipmentAddress): string =>
  `uns.${at.tenant}.${at.site}.${at.area}.${at.workCenter}.${at.equipment}`;

/** The address that a telemetry subject names, or null when it is not one. */
export function parseTelemetrySubject(subject: string): EquipmentAddress | null {
  const [root, tenant, site, area, workCenter, equipment, rest] = subject.split('.');
  if (root !== 'uns' || !tenant || !site || !area || !workCenter || !equipment || rest !== undefined)
    return null;
  return { tenant, site, area, workCenter, equipment };
}

/** UTC time with the digits its source gave: RFC 3339, up to nanoseconds. */
export const sourceTime = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/, 'is not an RFC 3339 UTC time');

/** OPC UA's severity of a status code, and the flag that out-of-range readings carry. */
export const readingQuality = z.enum(['GOOD', 'UNCERTAIN', 'BAD']);
export type ReadingQuality = z.infer<typeof readingQuality>;

/**
 * One reading. A number stands in the JSON text with the digits of its source (`98.000000`, or all digits
 * of a 64-bit counter); `JSON.parse` gives the nearest double, {@link numberLiterals} gives the digits.
 */
export const telemetryReading = z.object({
  /** The name of the data item within its equipment. */
  tag: z.string().min(1).max(256),
  /** When the value held, by the clock of the device, or of the edge where the device sends no time. */
  sourceTime,
  /** When the server between device and edge saw it (OPC UA server time). */
  serverTime: sourceTime.optional(),
  /** `null` only with quality BAD: the source said that there is no value. */
  value: z.union([z.number(), z.string().max(65_536), z.boolean(), z.null()]),
  quality: readingQuality,
  /**
   * Counts the readings of one equipment in one buffer from 1 without a gap: `(buffer, equipment, seq)` is
   * unique for ever, and a gap is what a full buffer dropped.
   */
  seq: z.int().positive(),
});
export type TelemetryReading = z.infer<typeof telemetryReading>;

/** The most readings in one batch. */
export const MAX_BATCH_READINGS = 1000;

/** Readings of one equipment from one source, in the order in which they were buffered. */
export const telemetryBatch = z.object({
  /** The edge agent. */
  collector: subjectToken,
  /** The source's name in the agent's configuration. */
  source: z.string().min(1).max(64),
  /** The life of one buffer file: a new file counts `seq` from 1 again. */
  buffer: z.uuid(),
  site: subjectToken,
  area: subjectToken,
  workCenter: subjectToken,
  equipment: subjectToken,
  /** `event`: states and alarms, which a full buffer keeps while it has telemetry to drop. */
  kind: z.enum(['telemetry', 'event']),
  readings: z.array(telemetryReading).min(1).max(MAX_BATCH_READINGS),
});
export type TelemetryBatch = z.infer<typeof telemetryBatch>;

/**
 * The message: a CloudEvents 1.0 event in structured JSON mode on {@link telemetrySubject}. Its `id` is the
 * batch's for ever (and the `Nats-Msg-Id`): the same id twice is the same batch.
 */
export const telemetryEvent = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  type: z.literal(TELEMETRY_TYPE),
  /** `/collectors/<collector>` */
  source: z.string(),
  /** `<site>/<area>/<workCenter>/<equipment>` */
  subject: z.string(),
  /** When the batch was buffered, by the clock of the edge. */
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  /** CloudEvents extension attribute: the tenant. */
  tenantid: subjectToken,
  data: telemetryBatch,
});
export type TelemetryEvent = z.infer<typeof telemetryEvent>;

/** The tag by which a collector says, on the equipment itself, how many of its readings a full buffer dropped. */
export const DROPPED_READINGS_TAG = 'collector.dropped-readings';

type SourceAccess = { readonly source?: string };

/**
 * The numbers of a batch's readings as written by their source, by index of the reading: for whoever must
 * not lose a digit to binary floating point. Costs a second parse.
 */
export function numberLiterals(text: string): ReadonlyMap<number, string> {
  const literals = new Map<number, string>();
  const revive = (key: string, value: unknown, context?: SourceAccess): unknown =>
    key === 'value' && typeof value === 'number' && context?.source !== undefined
      ? { literal: context.source }
      : value;
  const event = JSON.parse(text, revive as (key: string, value: unknown) => unknown) as {
    data: { readings: { value: unknown }[] };
  };
  event.data.readings.forEach(({ value }, index) => {
    if (typeof value === 'object' && value !== null)
      literals.set(index, (value as { literal: string }).literal);
  });
  return literals;
}
