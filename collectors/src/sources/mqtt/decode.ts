import { isoTime } from '../../clock.ts';
import type { MqttSubscription } from '../../config/mqtt.ts';
import { type LocatedReading, type ReadingValue, valueOfText } from '../../reading.ts';
import { qualityOf } from '../quality.ts';
import { fill, fillEquipment, type Variables } from '../template.ts';
import { epochTime, rfc3339 } from '../time.ts';
import { atPath, JsonNumber, parseJson } from './json.ts';

/** What a message says, or why it says nothing. */
export type Decoded =
  | {
      readonly readings: readonly LocatedReading[] /** The payload carries a time. */;
      readonly timed: boolean;
    }
  | { readonly problem: string };

const MAX_TEXT = 65_536;

type Scalar = { readonly value: ReadingValue; readonly literal?: string };

function scalar(given: unknown): Scalar | null {
  if (given instanceof JsonNumber) {
    const { value, literal } = given;
    return String(value) === literal ? { value } : { value, literal };
  }
  if (typeof given === 'string') return { value: given };
  if (typeof given === 'boolean') return { value: given };
  return null;
}

function timeOf(given: unknown): string | null {
  if (given instanceof JsonNumber) return epochTime(given.literal);
  return typeof given === 'string' ? (rfc3339(given) ?? epochTime(given)) : null;
}

/** The values of a JSON payload: one at a path, or fields of an object, each a tag of its own. */
function valuesOf(
  body: unknown,
  payload: Extract<MqttSubscription['payload'], { type: 'json' }>,
): [string, Scalar][] | string {
  if (payload.fields === undefined) {
    const found = payload.value === undefined ? body : atPath(body, payload.value);
    if (found === null) return [['', { value: null }]];
    const value = scalar(found);
    return value ? [['', value]] : `there is no plain value at "${payload.value ?? ''}"`;
  }
  const object = payload.value === undefined ? body : atPath(body, payload.value);
  if (
    typeof object !== 'object' ||
    object === null ||
    object instanceof JsonNumber ||
    Array.isArray(object)
  ) {
    return 'the fields are not in an object';
  }
  const apart = new Set([payload.time, payload.quality]);
  const names =
    payload.fields === '*' ? Object.keys(object).filter((name) => !apart.has(name)) : payload.fields;
  const values = names.flatMap((name): [string, Scalar][] => {
    const value = scalar(atPath(object, name));
    return value ? [[`.${name}`, value]] : [];
  });
  return values.length > 0 ? values : 'none of the fields has a plain value';
}

/**
 * Decodes a message of a subscription. Without a usable time of its own it holds at `arrivedAt`; where the
 * configuration expects a time and it is missing or wrong, the quality is at best UNCERTAIN. Pure.
 */
export function decodeMessage(
  subscription: MqttSubscription,
  variables: Variables,
  payload: Uint8Array,
  arrivedAt: number,
): Decoded {
  const at = fillEquipment(subscription.equipment, variables);
  const tag = fill(subscription.tag, variables);
  const text = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString('utf8');
  if (text.length > MAX_TEXT)
    return { problem: `the payload has ${text.length} characters, the most is ${MAX_TEXT}` };
  // what clears a retained message
  if (text === '') return { problem: 'the payload is empty' };
  const { payload: format } = subscription;
  if (format.type === 'plain') {
    const reading = {
      at,
      tag,
      sourceTime: isoTime(arrivedAt),
      ...valueOfText(text.trim()),
      quality: 'GOOD',
    } as const;
    return { readings: [reading], timed: false };
  }
  let body: unknown;
  try {
    body = parseJson(text);
  } catch (error) {
    return { problem: `is not JSON: ${(error as Error).message}` };
  }
  const values = valuesOf(body, format);
  if (typeof values === 'string') return { problem: values };
  const time = format.time === undefined ? undefined : timeOf(atPath(body, format.time));
  const told = format.quality === undefined ? 'GOOD' : qualityOf(plain(atPath(body, format.quality)));
  const quality = time === null && told === 'GOOD' ? 'UNCERTAIN' : told;
  const sourceTime = time ?? isoTime(arrivedAt);
  const readings = values.map(([suffix, value]): LocatedReading => {
    const bad = value.value === null ? 'BAD' : quality;
    return { at, tag: `${tag}${suffix}`, sourceTime, ...value, quality: bad };
  });
  return { readings, timed: typeof time === 'string' };
}

const plain = (given: unknown): unknown => (given instanceof JsonNumber ? given.value : given);
