import type { GraphQLFormattedError } from 'graphql';
import { MessageType } from 'graphql-ws';
import { Lifetime } from '../../lifetime.ts';
import type { OperationTarget } from '../operation-runner.ts';
import type { StreamEnd } from '../stream/end.ts';
import type { StreamMessage } from '../stream/message.ts';
import type { Subscriber } from '../stream/subscriber.ts';
import type { Channel } from './channel.ts';
import { nextFrame } from './frames.ts';

/** What an operation needs of its connection. */
export interface OperationHost {
  readonly channel: Channel;
  /** The operation is over; false when its client has forgotten it already. */
  finish(operation: SocketOperation): boolean;
  /** The gateway ended its subscription. */
  endOf(operation: SocketOperation, end: StreamEnd): void;
}

/** One operation of a connection: the way to its client. */
export class SocketOperation implements OperationTarget {
  readonly id: string;
  readonly lifetime = new Lifetime();
  readonly #host: OperationHost;
  #subscriber: Subscriber | undefined;

  constructor(host: OperationHost, id: string) {
    this.#host = host;
    this.id = id;
  }

  /** Whether it may still have something to say of what has happened. */
  get isBehind(): boolean {
    return this.#subscriber?.isBehind ?? true;
  }

  /** Its client wants no more of it, or may have no more. */
  stop(end?: StreamEnd): void {
    this.lifetime.end('disconnect');
    this.#subscriber?.leave(end);
  }

  opened(subscriber: Subscriber): void {
    this.#subscriber = subscriber;
    // its client may have left meanwhile
    if (this.lifetime.ended !== undefined) subscriber.leave();
  }

  result(body: string): void {
    if (!this.#host.finish(this)) return;
    const { channel } = this.#host;
    channel.send(`{"type":"next","id":${JSON.stringify(this.id)},"payload":${body}}`);
    channel.send(JSON.stringify({ type: MessageType.Complete, id: this.id }));
  }

  refuse(errors: readonly GraphQLFormattedError[]): void {
    if (!this.#host.finish(this)) return;
    this.#host.channel.send(JSON.stringify({ type: MessageType.Error, id: this.id, payload: errors }));
  }

  next(message: StreamMessage): void {
    this.#host.channel.write(nextFrame(message, this.id));
  }

  end(end: StreamEnd): void {
    this.#host.endOf(this, end);
  }

  backlog(): number {
    return this.#host.channel.backlog();
  }

  onDrain(drained: () => void): void {
    this.#host.channel.onDrain(drained);
  }
}
