import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { CloseCode, type Message, MessageType, parseMessage, type SubscribeMessage } from 'graphql-ws';
import type { Engine, GatewayContext, Identity } from '../../engine-api.ts';
import { HttpRefusal } from '../../http/params.ts';
import { Lifetime } from '../../lifetime.ts';
import { rateRefusal } from '../../limits/rate-limit.ts';
import type { LiveSession } from '../sessions.ts';
import { errorOf, type StreamEnd } from '../stream/end.ts';
import type { Subscriber } from '../stream/subscriber.ts';
import type { Channel, ConnectionOptions, Upgrade } from './channel.ts';
import { OperationSink } from './operation-sink.ts';
import { authorizationOf, shortened } from './texts.ts';

/** How many operations one connection may have open. */
export const MAX_OPERATIONS = 100;
/** A stream that was ended because its reader is too slow: reconnect and resume. */
export const SLOW_CONSUMER_CODE = 4420;
const GOING_AWAY = 1001;

/** What ends a client's operation before its time. */
type Operation = { stop(): void };

/**
 * One connection that speaks graphql-transport-ws:
 * https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
 */
export class Connection implements LiveSession {
  readonly #options: ConnectionOptions;
  readonly #channel: Channel;
  readonly #remoteAddress: string | undefined;
  #upgrade: Upgrade | undefined;
  #identity: Identity | undefined;
  #state: 'new' | 'initialising' | 'ready' | 'closed' = 'new';
  readonly #operations = new Map<string, Operation>();

  constructor(options: ConnectionOptions, channel: Channel, upgrade: Upgrade) {
    this.#options = options;
    this.#channel = channel;
    this.#upgrade = upgrade;
    this.#remoteAddress = upgrade.remoteAddress;
  }

  get identity(): Identity {
    if (!this.#identity) throw new Error('the connection is not initialised');
    return this.#identity;
  }

  get initialised(): boolean {
    return this.#state === 'ready';
  }

  /** A text frame came. */
  receive(text: string): void {
    if (this.#state === 'closed') return;
    let message: Message;
    try {
      message = parseMessage(text);
    } catch (error) {
      this.#close(CloseCode.BadRequest, error instanceof Error ? error.message : 'Invalid message');
      return;
    }
    switch (message.type) {
      case MessageType.ConnectionInit:
        void this.#init(message.payload);
        return;
      case MessageType.Subscribe:
        this.#subscribe(message);
        return;
      case MessageType.Complete:
        this.#stop(message.id);
        return;
      case MessageType.Ping:
        this.#send({ type: MessageType.Pong, ...(message.payload ? { payload: message.payload } : {}) });
        return;
      case MessageType.Pong:
        return;
      default:
        this.#close(CloseCode.BadRequest, `Unexpected message of type ${message.type} received`);
    }
  }

  /** The socket has closed. */
  closed(): void {
    this.#state = 'closed';
    this.#options.subscriptions.sessions.delete(this);
    const operations = [...this.#operations.values()];
    this.#operations.clear();
    for (const operation of operations) operation.stop();
  }

  /** Nobody said who is there. */
  timeOut(): void {
    if (this.#state === 'new')
      this.#close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
  }

  /** The gateway ends the connection: its client may not listen any more. */
  end({ code, message }: StreamEnd): void {
    if (this.#state === 'closed') return;
    this.#options.subscriptions.metrics.ended(code);
    this.#close(CloseCode.Forbidden, `${code}: ${message}`);
  }

  /** The gateway stops. */
  goAway(): void {
    this.#close(GOING_AWAY, 'SHUTDOWN: subscribe again with the last cursor');
  }

  async #init(payload: Readonly<Record<string, unknown>> | undefined): Promise<void> {
    if (this.#state !== 'new' || !this.#upgrade) {
      this.#close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
      return;
    }
    this.#state = 'initialising';
    const { url, headers, remoteAddress } = this.#upgrade;
    const authorization = authorizationOf(payload) ?? headers.authorization;
    const request = {
      method: 'GET',
      url,
      headers: authorization === undefined ? headers : { ...headers, authorization },
      remoteAddress,
    };
    // a connection lives long: it does not hold on to its request
    this.#upgrade = undefined;
    try {
      this.#identity = await this.#options.authenticate(request);
    } catch (error) {
      if (error instanceof HttpRefusal) this.#close(CloseCode.Forbidden, `${error.code}: ${error.message}`);
      else {
        this.#options.onFault(error, '');
        this.#close(CloseCode.InternalServerError, 'Internal server error');
      }
      return;
    }
    if (this.#isClosed()) return;
    const { sessions } = this.#options.subscriptions;
    const end = sessions.refusalOf(this.identity);
    if (end) {
      this.end(end);
      return;
    }
    this.#state = 'ready';
    sessions.add(this);
    const { cursor } = this.#options.subscriptions;
    this.#send({ type: MessageType.ConnectionAck, ...(cursor === undefined ? {} : { payload: { cursor } }) });
  }

  #subscribe({ id, payload }: SubscribeMessage): void {
    if (this.#state !== 'ready') {
      this.#close(CloseCode.Unauthorized, 'Unauthorized');
      return;
    }
    if (this.#operations.has(id)) {
      this.#close(CloseCode.SubscriberAlreadyExists, `Subscriber for ${id} already exists`);
      return;
    }
    if (this.#operations.size >= MAX_OPERATIONS) {
      this.#error(id, [
        {
          message: `A connection may have ${MAX_OPERATIONS} operations at once.`,
          extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
        },
      ]);
      return;
    }
    const lifetime = new Lifetime();
    const operation: Operation = { stop: () => lifetime.end('disconnect') };
    this.#operations.set(id, operation);
    this.#run(id, operation, payload, lifetime).catch((error: unknown) => {
      this.#options.onFault(error, '');
      this.#error(id, [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    });
  }

  async #run(
    id: string,
    operation: Operation,
    { query, operationName, variables, extensions }: SubscribeMessage['payload'],
    lifetime: Lifetime,
  ): Promise<void> {
    const verdict = await this.#options.limiter?.take(this.identity, this.#remoteAddress);
    if (verdict && !verdict.allowed) {
      const { code, message } = rateRefusal(verdict);
      this.#error(id, [{ message, extensions: { code } }]);
      return;
    }
    const lease = this.#options.acquire();
    try {
      const prepared = lease.engine.prepare(query, operationName ?? undefined);
      if (prepared.refused !== undefined) {
        this.#error(id, prepared.errors);
        return;
      }
      const context: GatewayContext = {
        ...this.identity,
        requestId: randomUUID(),
        headers: {},
        lifetime,
      };
      const given = variables ?? undefined;
      if (prepared.kind === 'subscription') {
        const sink = new OperationSink(this.#channel, id, (end) => this.#ended(id, operation, end));
        const request = {
          prepared,
          variables: given,
          cursor: extensions?.cursor,
          identity: this.identity,
          context,
        };
        const opened = await this.#options.subscriptions.open(request, sink);
        if ('refused' in opened) this.#error(id, opened.errors);
        else this.#opened(id, operation, opened);
        return;
      }
      for (const guard of this.#options.guards) {
        const refused = await guard(prepared, given, context);
        if (refused) {
          this.#error(id, refused.errors);
          return;
        }
      }
      await this.#execute(id, operation, lease.engine, prepared, given, context);
    } finally {
      lease.release();
    }
  }

  async #execute(
    id: string,
    operation: Operation,
    engine: Engine,
    prepared: Parameters<Engine['execute']>[0],
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<void> {
    this.#options.deadlines.add(context.lifetime, performance.now());
    const outcome = await engine.execute(prepared, variables, context);
    this.#options.deadlines.delete(context.lifetime);
    if (this.#operations.get(id) !== operation) return;
    if (outcome.refused !== undefined) {
      this.#error(id, outcome.errors);
      return;
    }
    this.#operations.delete(id);
    const { data, errors } = outcome;
    const body =
      outcome.body ?? JSON.stringify({ data: data ?? null, ...(errors?.length ? { errors } : {}) });
    this.#channel.send(`{"type":"next","id":${JSON.stringify(id)},"payload":${body.toString()}}`);
    this.#send({ type: MessageType.Complete, id });
  }

  /** A subscription is open; its client may have left meanwhile. */
  #opened(id: string, operation: Operation, subscriber: Subscriber): void {
    if (this.#operations.get(id) === operation) operation.stop = () => subscriber.leave();
    else subscriber.leave();
  }

  /** The gateway ended a subscription. */
  #ended(id: string, operation: Operation, end: StreamEnd): void {
    if (this.#operations.get(id) !== operation) return;
    if (end.code === 'SLOW_CONSUMER') this.#close(SLOW_CONSUMER_CODE, `${end.code}: ${end.message}`);
    else if (end.code !== 'SHUTDOWN') this.#error(id, [errorOf(end)]);
  }

  #stop(id: string): void {
    const operation = this.#operations.get(id);
    this.#operations.delete(id);
    operation?.stop();
  }

  #error(id: string, errors: readonly GraphQLFormattedError[]): void {
    if (!this.#operations.delete(id) && this.#state !== 'ready') return;
    this.#send({ type: MessageType.Error, id, payload: errors });
  }

  #send(message: object): void {
    if (this.#state !== 'closed') this.#channel.send(JSON.stringify(message));
  }

  #close(code: number, reason: string): void {
    if (this.#state === 'closed') return;
    this.closed();
    this.#channel.close(code, shortened(reason));
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }
}
