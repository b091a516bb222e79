import type { StreamEnd } from '../stream/end.ts';
import type { StreamMessage } from '../stream/message.ts';
import type { Sink } from '../stream/subscriber.ts';
import type { Channel } from './channel.ts';
import { nextFrame } from './frames.ts';

/** One subscription's way to its client. */
export class OperationSink implements Sink {
  readonly #channel: Channel;
  readonly #id: string;
  readonly #onEnd: (end: StreamEnd) => void;

  constructor(channel: Channel, id: string, onEnd: (end: StreamEnd) => void) {
    this.#channel = channel;
    this.#id = id;
    this.#onEnd = onEnd;
  }

  next(message: StreamMessage): void {
    this.#channel.write(nextFrame(message, this.#id));
  }

  end(end: StreamEnd): void {
    this.#onEnd(end);
  }

  backlog(): number {
    return this.#channel.backlog();
  }

  onDrain(drained: () => void): void {
    this.#channel.onDrain(drained);
  }
}
