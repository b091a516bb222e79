import { createHash } from 'node:crypto';
import type { JsMsg } from 'nats';
import type { Bus } from './bus.ts';
import type { DeadLetter } from './dead-letter.ts';
import { subjectToken } from './envelope.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MAX_ERROR = 4_000;

/**
 * Puts a message that a consumer gave up on into the dead-letter stream. Its id is made of the consumer and
 * the message's place in the stream, so that a crash before the message is ended makes no second letter.
 * @returns the letter's id
 */
export async function sendDeadLetter(
  bus: Bus,
  consumer: string,
  message: JsMsg,
  tries: number,
  error: unknown,
  now: Date,
): Promise<string> {
  const tenant = message.subject.split('.')[1] ?? '';
  const envelope = message.string();
  const { id: eventId, type: eventType } = peek(envelope);
  const letter: DeadLetter = {
    id: uuidOf(`${consumer} ${message.info.stream} ${message.info.streamSequence}`),
    tenantId: UUID.test(tenant) ? tenant : NOBODY,
    consumer,
    subject: message.subject,
    envelope,
    eventId,
    eventType,
    tries,
    error: (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, MAX_ERROR),
    failedAt: now.toISOString(),
  };
  await bus.jetstream.publish(`dlq.${letter.tenantId}.${subjectToken(consumer)}`, JSON.stringify(letter), {
    msgID: letter.id,
  });
  return letter.id;
}

function peek(envelope: string): { id: string | null; type: string | null } {
  try {
    const { id, type } = JSON.parse(envelope) as Record<string, unknown>;
    return { id: typeof id === 'string' ? id : null, type: typeof type === 'string' ? type : null };
  } catch {
    return { id: null, type: null };
  }
}

/** A UUID (version 8: custom) of a text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
