import type { StreamMessage } from './message.ts';

/** The place of one message in the order of a stream, before and after the message is made. */
export class Slot {
  readonly sequence: number;
  /** Tells apart messages of which only the newest counts. */
  readonly key: string | undefined;
  #message: StreamMessage | undefined;
  #settled = false;
  #waiting: (() => void)[] | undefined;

  constructor(sequence: number, key?: string) {
    this.sequence = sequence;
    this.key = key;
  }

  get message(): StreamMessage | undefined {
    return this.#message;
  }

  /** Whether the message is made, or will not be: a newer one has taken its place. */
  get settled(): boolean {
    return this.#settled;
  }

  settle(message: StreamMessage | undefined): void {
    this.#message = message;
    this.#settled = true;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting) for (const wake of waiting) wake();
  }

  /** Calls back once when it is settled. */
  whenSettled(wake: () => void): void {
    if (this.#settled) wake();
    else {
      this.#waiting ??= [];
      this.#waiting.push(wake);
    }
  }
}
