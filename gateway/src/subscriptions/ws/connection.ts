import { CloseCode, type Message, MessageType, parseMessage, type SubscribeMessage } from 'graphql-ws';
import { referenceTo } from '../../documents/trusted.ts';
import type { Identity } from '../../engine-api.ts';
import { HttpRefusal } from '../../http/params.ts';
import { Observed } from '../observed.ts';
import type { LiveSession } from '../sessions.ts';
import { errorOf, SHUTDOWN, type StreamEnd } from '../stream/end.ts';
import type { Channel, ConnectionOptions, Upgrade } from './channel.ts';
import { type OperationHost, SocketOperation } from './operation.ts';
import { authorizationOf, shortened } from './texts.ts';

/** How many operations one connection may have open. */
export const MAX_OPERATIONS = 100;
/** A stream that was ended because its reader is too slow: reconnect and resume. */
export const SLOW_CONSUMER_CODE = 4420;
const GOING_AWAY = 1001;

const TOO_MANY = {
  message: `A connection may have ${MAX_OPERATIONS} operations at once.`,
  extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
};

/**
 * One connection that speaks graphql-transport-ws:
 * https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
 */
export class Connection implements LiveSession, OperationHost {
  readonly #options: ConnectionOptions;
  readonly channel: Channel;
  readonly #remoteAddress: string | undefined;
  #upgrade: Upgrade | undefined;
  #identity: Identity | undefined;
  #state: 'new' | 'initialising' | 'ready' | 'closed' = 'new';
  readonly #operations = new Map<string, SocketOperation>();

  constructor(options: ConnectionOptions, channel: Channel, upgrade: Upgrade) {
    this.#options = options;
    this.channel = channel;
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

  /** The socket has closed, or is being closed for a reason that its subscriptions have. */
  closed(end?: StreamEnd): void {
    this.#state = 'closed';
    this.#options.subscriptions.sessions.delete(this);
    const operations = [...this.#operations.values()];
    this.#operations.clear();
    for (const operation of operations) operation.stop(end);
  }

  /** Nobody said who is there. */
  timeOut(): void {
    if (this.#state === 'new')
      this.#close(CloseCode.ConnectionInitialisationTimeout, 'Connection initialisation timeout');
  }

  /** The gateway ends the connection: its client may not listen any more. */
  end(end: StreamEnd): void {
    if (this.#state === 'closed') return;
    this.#close(CloseCode.Forbidden, `${end.code}: ${end.message}`, end);
  }

  /** Tells a client that has heard everything how far the stream is: it may hear nothing for longer than events are kept. */
  tell(ping: Buffer): void {
    if (this.#state !== 'ready' || this.#operations.size === 0) return;
    for (const operation of this.#operations.values()) if (operation.isBehind) return;
    this.channel.write(ping);
  }

  /** The gateway stops. */
  goAway(): void {
    this.#close(GOING_AWAY, 'SHUTDOWN: subscribe again with the last cursor', SHUTDOWN);
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
      this.#send({ type: MessageType.Error, id, payload: [TOO_MANY] });
      return;
    }
    const operation = new SocketOperation(this, id);
    this.#operations.set(id, operation);
    const { query, operationName, variables, extensions } = payload;
    void this.#options.runner.run(
      {
        // a client that names an operation by its id has to send a query all the same
        query: query || referenceOf(extensions),
        operationName: operationName ?? undefined,
        variables: variables ?? undefined,
        cursor: extensions?.cursor,
        identity: this.identity,
        lifetime: operation.lifetime,
        observed: new Observed(this.#options.observe, 'ws', extensions?.traceparent),
        counts: { address: this.#remoteAddress },
      },
      operation,
    );
  }

  finish(operation: SocketOperation): boolean {
    if (this.#operations.get(operation.id) !== operation) return false;
    return this.#operations.delete(operation.id);
  }

  endOf(operation: SocketOperation, end: StreamEnd): void {
    if (this.#operations.get(operation.id) !== operation) return;
    if (end.code === 'SLOW_CONSUMER') this.#close(SLOW_CONSUMER_CODE, `${end.code}: ${end.message}`, end);
    else if (end.code !== 'SHUTDOWN') operation.refuse([errorOf(end)]);
  }

  #stop(id: string): void {
    const operation = this.#operations.get(id);
    this.#operations.delete(id);
    operation?.stop();
  }

  #send(message: object): void {
    if (this.#state !== 'closed') this.channel.send(JSON.stringify(message));
  }

  #close(code: number, reason: string, end?: StreamEnd): void {
    if (this.#state === 'closed') return;
    this.closed(end);
    this.channel.close(code, shortened(reason));
  }

  #isClosed(): boolean {
    return this.#state === 'closed';
  }
}

function referenceOf(extensions: Readonly<Record<string, unknown>> | null | undefined): string {
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { sha256Hash?: unknown };
  return (typeof sha256Hash === 'string' && referenceTo(sha256Hash)) || '';
}
