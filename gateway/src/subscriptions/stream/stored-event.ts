import { type LiveEvent, readEvent } from '../source/event.ts';

/** An event as it lies in the stream; it is read when somebody wants it, once. */
export class StoredEvent {
  readonly sequence: number;
  readonly subject: readonly string[];
  readonly bytes: Uint8Array;
  #read: LiveEvent | undefined | null = null;

  constructor(sequence: number, subject: string, bytes: Uint8Array) {
    this.sequence = sequence;
    this.subject = subject.split('.');
    this.bytes = bytes;
  }

  /** Undefined for what is no event. */
  get event(): LiveEvent | undefined {
    if (this.#read === null)
      this.#read = readEvent(this.sequence, this.subject, Buffer.from(this.bytes).toString('utf8'));
    return this.#read;
  }
}
