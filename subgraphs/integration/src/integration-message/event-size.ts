import { MAX_EVENT_BYTES } from '@machshop/events';
import type { MessageError } from './integration-message.ts';

/** What stands around the list in an event and in the dead letter that it may become. */
const AROUND_BYTES = 64 * 1024;

/**
 * Bytes that a value takes in an event: as text inside a dead letter, where its quotes are escaped again. An
 * event that fits alone but not there could never be given up.
 */
const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

/**
 * Whether a message's list would make an event that cannot be sent.
 * @param what names its items, for the sentence
 * @returns no error, or MESSAGE_TOO_LARGE with how many items fit
 */
export function excess(
  items: readonly unknown[],
  what: 'requests' | 'operations',
  maxBytes: number = MAX_EVENT_BYTES,
): MessageError[] {
  let bytes = AROUND_BYTES;
  let fit = 0;
  for (const item of items) {
    bytes += bytesOf(item);
    if (bytes <= maxBytes) fit++;
  }
  if (bytes <= maxBytes) return [];
  const message = `The ${items.length} ${what} take ${bytes} bytes inside the plant, where ${maxBytes} are the most: of these, at most ${fit} ${what} fit in one message.`;
  return [{ line: 0, element: '', rule: 'MESSAGE_TOO_LARGE', message }];
}
