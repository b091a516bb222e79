import type { ReadingQuality } from '@machshop/schema/events/telemetry.ts';
import { DataType, type DataValue, type Variant, VariantArrayType } from 'node-opcua-client';
import { isoTime } from '../../clock.ts';
import { type Reading, type ReadingValue, valueOfBigInt, valueOfFloat } from '../../reading.ts';
import { preciseTime } from '../time.ts';

/** What a monitored item reported, without its tag. */
export type DecodedValue = Omit<Reading, 'tag'> & {
  /** The server's queue was too small: values between the last one and this are lost. */
  readonly overflow: boolean;
};

const MAX_TEXT = 65_536;
/** InfoType DataValue with the overflow bit (OPC UA part 4, 7.39). */
const OVERFLOW = 0x0480;

/** The severity bits of a status code. */
export function statusQuality(statusCode: number): ReadingQuality {
  const severity = statusCode >>> 30;
  return severity === 0 ? 'GOOD' : severity === 1 ? 'UNCERTAIN' : 'BAD';
}

type Value = Pick<Reading, 'value' | 'literal'>;

/** A 64-bit number as node-opcua gives it: high and low 32 bits. */
function wide(value: unknown, signed: boolean): Value {
  const [high, low] = value as [number, number];
  const bits = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  return valueOfBigInt(signed ? BigInt.asIntN(64, bits) : bits);
}

function scalarValue(type: DataType, value: unknown): Value {
  if (value === null || value === undefined) return { value: null };
  switch (type) {
    case DataType.Boolean:
      return { value: value as boolean };
    case DataType.Float:
      return valueOfFloat(value as number);
    case DataType.Int64:
      return wide(value, true);
    case DataType.UInt64:
      return wide(value, false);
    case DataType.DateTime:
      return { value: preciseTime(value as Date, (value as { picoseconds?: number }).picoseconds ?? 0) };
    case DataType.LocalizedText:
      return { value: (value as { text?: string | null }).text ?? null };
    case DataType.QualifiedName:
      return { value: (value as { name?: string | null }).name ?? null };
    case DataType.StatusCode:
      return { value: (value as { name: string }).name };
    case DataType.ByteString:
      return { value: (value as Buffer).toString('base64') };
    case DataType.NodeId:
    case DataType.ExpandedNodeId:
      return { value: String(value) };
    default:
      return { value: typeof value === 'object' ? JSON.stringify(value) : (value as ReadingValue) };
  }
}

/** A variant's value; an array is the JSON text of its elements. */
function variantValue(variant: Variant | null | undefined): Value {
  if (!variant || variant.dataType === DataType.Null) return { value: null };
  if (variant.arrayType === VariantArrayType.Scalar) return scalarValue(variant.dataType, variant.value);
  const elements = Array.from(variant.value as Iterable<unknown>, (element) =>
    scalarValue(variant.dataType, element),
  );
  return { value: `[${elements.map(({ value, literal }) => literal ?? JSON.stringify(value)).join(',')}]` };
}

/**
 * Decodes a data value: time of the source (else of the server, else of arrival) to 100 ns, quality by the status
 * code, 32-bit floats with the digits they mean. A value that is none, or too long a text, is BAD. Pure.
 */
export function decodeDataValue(given: DataValue, arrivedAt: number): DecodedValue {
  const status = given.statusCode.value >>> 0;
  const source = given.sourceTimestamp ? preciseTime(given.sourceTimestamp, given.sourcePicoseconds) : null;
  const server = given.serverTimestamp ? preciseTime(given.serverTimestamp, given.serverPicoseconds) : null;
  const { value, literal } = variantValue(given.value);
  const quality = statusQuality(status);
  // with a bad status the value, if there is one, means nothing
  const usable =
    quality !== 'BAD' && value !== null && !(typeof value === 'string' && value.length > MAX_TEXT);
  return {
    sourceTime: source ?? server ?? isoTime(arrivedAt),
    ...(server !== null ? { serverTime: server } : {}),
    value: usable ? value : null,
    ...(usable && literal !== undefined ? { literal } : {}),
    quality: usable ? quality : 'BAD',
    overflow: (status & OVERFLOW) === OVERFLOW,
  };
}
