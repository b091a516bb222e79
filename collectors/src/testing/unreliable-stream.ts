import { type OpenSink, RefusedError, type Sink } from '../forward/sink.ts';

/** What may go wrong with one message. */
export type Mishap = 'none' | 'not-stored' | 'stored-but-not-acknowledged' | 'connection-lost' | 'refused';

/**
 * A stream as JetStream is one: it knows ids again, and messages, acknowledgements and connections get lost as the
 * test says. What goes wrong with the n-th message is `mishaps[n]`.
 */
export class UnreliableStream {
  /** What is stored, in order, each id once. */
  readonly stored: { readonly id: string; readonly subject: string; readonly payload: string }[] = [];
  connections = 0;
  readonly #ids = new Set<string>();
  readonly #mishaps: readonly Mishap[];
  readonly #delayMs: number;
  #messages = 0;

  constructor(mishaps: readonly Mishap[], delayMs = 0) {
    this.#mishaps = mishaps;
    this.#delayMs = delayMs;
  }

  readonly open: OpenSink = async () => {
    this.connections++;
    let lose: (error: Error | null) => void = () => undefined;
    let lost = false;
    const closed = new Promise<Error | null>((resolve) => {
      lose = resolve;
    });
    const sink: Sink = {
      closed,
      close: async () => lose(null),
      publish: async (subject, id, payload) => {
        if (lost) throw new Error('the connection is lost');
        const mishap = this.#mishaps[this.#messages++] ?? 'none';
        if (mishap === 'connection-lost') {
          lost = true;
          lose(new Error('the connection is lost'));
        }
        if (mishap === 'refused') throw new RefusedError('too large');
        if (mishap === 'none' || mishap === 'stored-but-not-acknowledged') this.#store(subject, id, payload);
        await new Promise((done) => setTimeout(done, this.#delayMs));
        if (mishap !== 'none') throw new Error(mishap);
      },
    };
    return sink;
  };

  #store(subject: string, id: string, payload: string): void {
    if (this.#ids.has(id)) return;
    this.#ids.add(id);
    this.stored.push({ id, subject, payload });
  }
}
