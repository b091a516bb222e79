import {
  type EquipmentAddress,
  TELEMETRY_TYPE,
  telemetrySubject,
} from '@machshop/schema/events/telemetry.ts';
import { isoTime } from '../clock.ts';
import { type Reading, type ReadingKind, valueText } from '../reading.ts';

/** What a batch says of itself. */
export interface BatchHeader {
  readonly id: string;
  readonly collector: string;
  readonly source: string;
  readonly buffer: string;
  readonly at: EquipmentAddress;
  readonly kind: ReadingKind;
  readonly createdAt: number;
}

const text = JSON.stringify;

/** A reading's part of the message, without its sequence number. */
export function encodeReading(reading: Reading): string {
  const server = reading.serverTime === undefined ? '' : `,"serverTime":"${reading.serverTime}"`;
  return `{"tag":${text(reading.tag)},"sourceTime":"${reading.sourceTime}"${server},"value":${valueText(reading)},"quality":"${reading.quality}"`;
}

/**
 * The message of a batch: the JSON of a `telemetryEvent` (schema/events/telemetry.ts). Written as text and not
 * by JSON.stringify so that the digits of numbers stay as they are.
 */
export function encodeBatch(header: BatchHeader, encoded: readonly string[], firstSeq: number): string {
  const { at } = header;
  const readings = encoded.map((reading, index) => `${reading},"seq":${firstSeq + index}}`).join(',');
  return (
    `{"specversion":"1.0","id":"${header.id}","type":"${TELEMETRY_TYPE}","source":"/collectors/${header.collector}",` +
    `"subject":"${at.site}/${at.area}/${at.workCenter}/${at.equipment}","time":"${isoTime(header.createdAt)}",` +
    `"datacontenttype":"application/json","tenantid":"${at.tenant}","data":{"collector":"${header.collector}",` +
    `"source":${text(header.source)},"buffer":"${header.buffer}","site":"${at.site}","area":"${at.area}",` +
    `"workCenter":"${at.workCenter}","equipment":"${at.equipment}","kind":"${header.kind}","readings":[${readings}]}}`
  );
}

/** The subject of a batch. */
export const batchSubject = telemetrySubject;
