import type { MsgHdrs } from 'nats';
import { type LiveEvent, readEvent } from '../source/event.ts';

const MESSAGE_ID = 'Nats-Msg-Id';

/** An event as it lies in the stream; it is read when somebody wants it, once. */
export class StoredEvent {
  readonly sequence: number;
  readonly subject: readonly string[];
  readonly bytes: Uint8Array;
  readonly #messageId: string | undefined;
  readonly #traceparent: string | undefined;
  #read: LiveEvent | undefined | null = null;

  constructor(sequence: number, subject: string, bytes: Uint8Array, headers?: MsgHdrs) {
    this.sequence = sequence;
    this.subject = subject.split('.');
    this.bytes = bytes;
    this.#messageId = headers?.get(MESSAGE_ID) || undefined;
    this.#traceparent = headers?.get('traceparent') || undefined;
  }

  /**
   * Undefined for what is no event, and for one that is sent again so that a consumer tries once more: it goes under
   * another id than its own, and was heard when it happened.
   */
  get event(): LiveEvent | undefined {
    if (this.#read === null) {
      const read = readEvent(this.sequence, this.subject, Buffer.from(this.bytes).toString('utf8'));
      const isAgain = read?.id !== undefined && this.#messageId !== undefined && read.id !== this.#messageId;
      // below the span that published it, where there is one
      this.#read =
        !read || isAgain ? undefined : { ...read, traceparent: this.#traceparent ?? read.traceparent };
    }
    return this.#read;
  }
}
