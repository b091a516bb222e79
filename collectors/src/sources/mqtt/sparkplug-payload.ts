import type { ReadingQuality } from '@machshop/schema/events/telemetry.ts';
import proto from 'sparkplug-payload/lib/sparkplugPayloadProto.js';
import { type Reading, valueOfBigInt, valueOfFloat } from '../../reading.ts';
import { opcQuality } from '../quality.ts';
import { epochTime } from '../time.ts';

/** A metric of a Sparkplug B payload. */
export interface SparkplugMetric {
  readonly name: string | null;
  readonly alias: string | null;
  /** The Sparkplug data type, which data messages may leave out. */
  readonly type: number | null;
  readonly sourceTime: string | null;
  /** The node kept it while it was away, and tells it now. */
  readonly isHistorical: boolean;
  readonly quality: ReadingQuality;
  /** Null when this kind of value has no place in a reading (templates, data sets, files). */
  value(type: number | null): Pick<Reading, 'value' | 'literal'> | null;
}

export interface SparkplugPayload {
  /** 0 to 255; NDEATH has none. */
  readonly seq: number | null;
  readonly sourceTime: string | null;
  readonly metrics: readonly SparkplugMetric[];
}

type Wide = number | { toString(): string };
type RawMetric = NonNullable<
  ReturnType<typeof proto.org.eclipse.tahu.protobuf.Payload.decode>['metrics']
>[number];

const DATE_TIME = 13;
const UNSIGNED = new Set([5, 6, 7, 8]);
const BITS: Readonly<Record<number, number>> = { 1: 8, 2: 16, 3: 32, 4: 64, 5: 8, 6: 16, 7: 32, 8: 64 };

const wide = (given: Wide): bigint => BigInt(given.toString());
const has = (metric: RawMetric, field: string): boolean => Object.hasOwn(metric, field);

/** An integer by its type: Sparkplug writes signed ones as the unsigned number of the same bits. */
function integer(bits: bigint, type: number | null): bigint {
  const width = (type !== null && BITS[type]) || 64;
  return type !== null && UNSIGNED.has(type) ? BigInt.asUintN(width, bits) : BigInt.asIntN(width, bits);
}

function metricValue(metric: RawMetric, type: number | null): Pick<Reading, 'value' | 'literal'> | null {
  if (has(metric, 'intValue')) return valueOfBigInt(integer(wide(metric.intValue as number), type ?? 3));
  if (has(metric, 'longValue')) {
    const bits = wide(metric.longValue as Wide);
    if (type === DATE_TIME) return { value: epochTime(String(bits)) };
    return valueOfBigInt(integer(bits, type));
  }
  if (has(metric, 'floatValue')) return valueOfFloat(metric.floatValue as number);
  if (has(metric, 'doubleValue')) return { value: metric.doubleValue as number };
  if (has(metric, 'booleanValue')) return { value: metric.booleanValue as boolean };
  if (has(metric, 'stringValue')) return { value: metric.stringValue as string };
  return null;
}

function propertyQuality(metric: RawMetric): ReadingQuality {
  const index = metric.properties?.keys?.indexOf('Quality') ?? -1;
  const code = metric.properties?.values?.[index]?.intValue;
  return code === undefined || code === null ? 'GOOD' : opcQuality(code);
}

const time = (given: Wide | null | undefined): string | null =>
  given === null || given === undefined ? null : epochMs(wide(given));

const epochMs = (ms: bigint): string | null => (ms <= 0n ? null : epochTime(String(ms).padStart(12, '0')));

/**
 * Decodes a Sparkplug B payload. The library's own decoder is passed by: it gives no value where a data message
 * leaves out the type (Sparkplug 3), and wraps unsigned 32-bit numbers above 2^31. Throws on what is no payload.
 */
export function decodeSparkplug(bytes: Uint8Array): SparkplugPayload {
  const payload = proto.org.eclipse.tahu.protobuf.Payload.decode(bytes);
  return {
    seq: Object.hasOwn(payload, 'seq') ? Number(wide(payload.seq as Wide)) : null,
    sourceTime: Object.hasOwn(payload, 'timestamp') ? time(payload.timestamp as Wide) : null,
    metrics: (payload.metrics ?? []).map((metric) => ({
      name: has(metric, 'name') ? (metric.name as string) : null,
      alias: has(metric, 'alias') ? String(metric.alias as Wide) : null,
      type: has(metric, 'datatype') ? (metric.datatype as number) : null,
      sourceTime: has(metric, 'timestamp') ? time(metric.timestamp as Wide) : null,
      isHistorical: metric.isHistorical === true,
      quality: metric.isNull === true ? 'BAD' : propertyQuality(metric),
      value: (type) => (metric.isNull === true ? { value: null } : metricValue(metric, type)),
    })),
  };
}
