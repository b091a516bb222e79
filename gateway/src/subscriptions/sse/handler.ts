import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Identity } from '../../engine-api.ts';
import { authenticationRequest } from '../../http/admit.ts';
import { requestIdOf } from '../../http/answer.ts';
import { readBody } from '../../http/body.ts';
import type { Authenticate } from '../../http/contract.ts';
import { type CorsPolicy, corsHeaders } from '../../http/cors.ts';
import { checkForgery } from '../../http/csrf.ts';
import {
  checkContentType,
  type GraphQLParams,
  HttpRefusal,
  paramsFromBody,
  paramsFromUrl,
} from '../../http/params.ts';
import { errorBody } from '../../http/respond.ts';
import { Lifetime } from '../../lifetime.ts';
import { type Observe, Observed } from '../observed.ts';
import type { OperationRunner, OperationTarget } from '../operation-runner.ts';
import type { LiveSession } from '../sessions.ts';
import { errorOf, SHUTDOWN, type StreamEnd } from '../stream/end.ts';
import type { StreamMessage } from '../stream/message.ts';
import type { Subscriber } from '../stream/subscriber.ts';
import type { Subscriptions } from '../subscriptions.ts';

export interface EventStreamOptions {
  readonly authenticate: Authenticate;
  readonly runner: OperationRunner;
  readonly observe: Observe;
  readonly subscriptions: Subscriptions;
  readonly trustedHops: number;
  readonly cors: CorsPolicy;
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
  readonly heartbeatMs: number | undefined;
  readonly onFault: (error: unknown, requestId: string) => void;
}

const EVENT_STREAM = 'text/event-stream';
/** A silent stream says that it is there, before something between here and the client gives it up. */
const HEARTBEAT_MS = 15_000;
const HEARTBEAT = ':\n\n';
/** The key under which a message keeps its frame for this transport; those of WebSockets are lengths. */
const FRAME = -1;

/** Whether a request wants its answer as server-sent events. */
export function wantsEventStream({ headers, method }: IncomingMessage): boolean {
  return (method === 'POST' || method === 'GET') && (headers.accept?.includes(EVENT_STREAM) ?? false);
}

/**
 * GraphQL over server-sent events, each operation its own connection:
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode
 */
export class EventStreamHandler {
  readonly #options: EventStreamOptions;
  readonly #open = new Set<EventStream>();
  readonly #timer: NodeJS.Timeout;

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      const { cursor } = options.subscriptions;
      for (const stream of this.#open) stream.beat(cursor);
    }, options.heartbeatMs ?? HEARTBEAT_MS);
    this.#timer.unref();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    const id = requestIdOf(headers['x-request-id']);
    const observed = new Observed(this.#options.observe, 'sse', headers.traceparent, id);
    try {
      const params = await this.#params(request);
      const called = authenticationRequest(request, this.#options.trustedHops);
      const identity = await this.#options.authenticate(called);
      observed.identity = identity;
      const end = this.#options.subscriptions.sessions.refusalOf(identity);
      if (end) throw new HttpRefusal(401, end.code, end.message);
      if (this.#open.size >= this.#options.maxConnections)
        throw new HttpRefusal(503, 'TOO_MANY_SUBSCRIPTIONS', 'Too many subscriptions are open.');
      await this.#stream(request, response, identity, params, observed);
    } catch (error) {
      this.#refuse(request, response, error, observed);
    }
  }

  /** Ends all streams; their clients come back with the last cursor. */
  close(): void {
    clearInterval(this.#timer);
    for (const stream of [...this.#open]) stream.end(SHUTDOWN);
  }

  async #params(request: IncomingMessage): Promise<GraphQLParams> {
    if (request.method === 'GET') {
      checkForgery(request.headers);
      const url = request.url ?? '/';
      const at = url.indexOf('?');
      return paramsFromUrl(at < 0 ? '' : url.slice(at + 1));
    }
    checkContentType(request.headers);
    const body = await readBody(request, this.#options.maxBodyBytes, new Lifetime());
    return paramsFromBody(body.toString('utf8'));
  }

  async #stream(
    request: IncomingMessage,
    response: ServerResponse,
    identity: Identity,
    { query, operationName, variables, extensions }: GraphQLParams,
    observed: Observed,
  ): Promise<void> {
    const lifetime = new Lifetime();
    response.on('close', () => lifetime.end('disconnect'));
    if (response.destroyed) {
      observed.answered('ended');
      return;
    }
    response.writeHead(200, {
      'content-type': `${EVENT_STREAM}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-request-id': observed.requestId,
      ...corsHeaders(this.#options.cors, request.headers),
    });
    response.flushHeaders();
    const cursor = request.headers['last-event-id'] ?? extensions?.cursor;
    const noMutation = request.method === 'GET' ? 'A mutation cannot be sent by GET: use POST.' : undefined;
    const stream = new EventStream(response, identity, request.method === 'GET', (subscriber) => {
      this.#keep(stream);
      lifetime.onEnd(() => subscriber.leave(stream.endedBy));
    });
    await this.#options.runner.run(
      { query, operationName, variables, cursor, identity, lifetime, observed, noMutation },
      stream,
    );
  }

  #keep(stream: EventStream): void {
    const { sessions, metrics } = this.#options.subscriptions;
    this.#open.add(stream);
    sessions.add(stream);
    metrics.connection('sse', 1);
    stream.onClose(() => {
      this.#open.delete(stream);
      sessions.delete(stream);
      metrics.connection('sse', -1);
    });
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown, observed: Observed): void {
    let refusal: HttpRefusal;
    if (error instanceof HttpRefusal) refusal = error;
    else {
      this.#options.onFault(error, observed.requestId);
      refusal = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
    }
    observed.answered('refused', [refusal.code], { status: refusal.status });
    if (response.headersSent) {
      response.end();
      return;
    }
    response.writeHead(refusal.status, {
      'content-type': 'application/json; charset=utf-8',
      ...corsHeaders(this.#options.cors, request.headers),
      ...refusal.headers,
    });
    response.end(errorBody(refusal.code, refusal.message));
  }
}

/** One stream of events to a client. */
class EventStream implements OperationTarget, LiveSession {
  readonly identity: Identity;
  /** Why the gateway ended it. */
  endedBy: StreamEnd | undefined;
  readonly #response: ServerResponse;
  readonly #onOpen: (subscriber: Subscriber) => void;
  /** Whether its client reads ids as the HTML standard says. */
  readonly #standard: boolean;
  #subscriber: Subscriber | undefined;

  constructor(
    response: ServerResponse,
    identity: Identity,
    standard: boolean,
    onOpen: (subscriber: Subscriber) => void,
  ) {
    this.#response = response;
    this.identity = identity;
    this.#standard = standard;
    this.#onOpen = onOpen;
    response.on('error', () => undefined);
  }

  onClose(closed: () => void): void {
    if (this.#response.closed) closed();
    else this.#response.on('close', closed);
  }

  opened(subscriber: Subscriber): void {
    this.#subscriber = subscriber;
    this.#onOpen(subscriber);
  }

  /**
   * Shows that it is there, and to a client that has heard everything how far the stream is: as a comment, and to
   * who came by GET, as `EventSource` does, as an id (graphql-sse, which sends a POST, takes no id without an event).
   */
  beat(cursor: string | undefined): void {
    if (cursor === undefined || this.#subscriber?.isBehind !== false) this.#response.write(HEARTBEAT);
    else this.#response.write(this.#standard ? `id: ${cursor}\n\n` : `: cursor ${cursor}\n\n`);
  }

  next(message: StreamMessage): void {
    const write = ({ cursor, payload }: StreamMessage) =>
      Buffer.from(`event: next\nid: ${cursor}\ndata: ${payload}\n\n`);
    this.#response.write(message.frame(FRAME, write));
  }

  /** A stream that is to be resumed breaks off: its client comes back with the id of the last event. */
  end(end: StreamEnd): void {
    this.endedBy ??= end;
    if (end.resumable) this.#response.end(`: ${end.code}\n\n`);
    else this.refuse([errorOf(end)]);
  }

  refuse(errors: readonly GraphQLFormattedError[]): void {
    this.result(JSON.stringify({ errors }));
  }

  /** The only result, or the last. */
  result(body: string): void {
    this.#response.end(`event: next\ndata: ${body}\n\nevent: complete\ndata: \n\n`);
  }

  backlog(): number {
    return this.#response.writableLength;
  }

  onDrain(drained: () => void): void {
    if (!this.#response.writableNeedDrain || this.#response.destroyed) {
      setImmediate(drained);
      return;
    }
    const done = () => {
      this.#response.off('drain', done);
      this.#response.off('close', done);
      drained();
    };
    this.#response.on('drain', done);
    this.#response.on('close', done);
  }
}
