import { Decimal } from '@machshop/db';
import {
  numberLiterals,
  parseTelemetrySubject,
  type TelemetryEvent,
  telemetryEvent,
} from '@machshop/schema/events/telemetry.ts';

/** A batch of readings and the digits of those of its numbers that no double holds, by index. */
export interface DecodedBatch {
  readonly event: TelemetryEvent;
  readonly digits: ReadonlyMap<number, string>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** A double holds any 15 digits: only a longer number may need its own. */
const LONG_NUMBER = /"value":-?[\d.]{16}/;

const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z');

class MisaddressedError extends SyntaxError {}

/**
 * Reads a message of the telemetry stream.
 * @throws z.ZodError or SyntaxError when it is none, or says another address than its subject: what a collector
 * may publish is limited by subject
 */
export function decode(text: string, subject: string): DecodedBatch {
  const event = telemetryEvent.parse(JSON.parse(text));
  const at = parseTelemetrySubject(subject);
  const { tenantid, data } = event;
  const same =
    at &&
    at.tenant === tenantid &&
    at.site === data.site &&
    at.area === data.area &&
    at.workCenter === data.workCenter &&
    at.equipment === data.equipment;
  if (!same) throw new MisaddressedError(`the batch says another address than its subject ${subject}`);
  if (!UUID.test(tenantid)) throw new MisaddressedError('the tenant of a telemetry subject must be its id');
  // 2026-02-30, or the year 0 that Postgres does not know
  const wrong = data.readings.find(({ sourceTime }) => !(Date.parse(sourceTime) >= YEAR_ONE));
  if (wrong) throw new SyntaxError(`no time: ${wrong.sourceTime}`);
  return { event, digits: LONG_NUMBER.test(text) ? longNumbers(text, event) : new Map() };
}

function longNumbers(text: string, event: TelemetryEvent): ReadonlyMap<number, string> {
  const digits = new Map<number, string>();
  for (const [index, literal] of numberLiterals(text)) {
    const value = event.data.readings[index]?.value;
    if (typeof value === 'number' && !new Decimal(literal).equals(value)) digits.set(index, literal);
  }
  return digits;
}
