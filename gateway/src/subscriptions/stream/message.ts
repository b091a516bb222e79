import type { Trace } from '@machshop/telemetry';

/** One message, written once for all who get it. */
export class StreamMessage {
  /** Where a client that has it goes on. */
  readonly cursor: string;
  /** The GraphQL response as JSON, the cursor in its extensions. */
  readonly payload: string;
  /** When the event was recorded, in milliseconds; undefined for a present state. */
  readonly recordedAt: number | undefined;
  /** The span that made it, where spans are recorded. */
  readonly trace: Trace | undefined;
  readonly #frames = new Map<number, Buffer>();

  constructor(body: string | Buffer, cursor: string, recordedAt: number | undefined, trace?: Trace) {
    this.cursor = cursor;
    this.recordedAt = recordedAt;
    this.trace = trace;
    const text = typeof body === 'string' ? body : body.toString('utf8');
    this.payload = `${text.slice(0, -1)},"extensions":{"cursor":"${cursor}"}}`;
  }

  /** What a transport makes of it, kept by a number of the transport's choice. */
  frame(key: number, make: (message: StreamMessage) => Buffer): Buffer {
    let frame = this.#frames.get(key);
    if (!frame) {
      frame = make(this);
      this.#frames.set(key, frame);
    }
    return frame;
  }
}
