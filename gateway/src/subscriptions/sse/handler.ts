import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import type { Engine, GatewayContext, Identity, PreparedOperation } from '../../engine-api.ts';
import { readBody } from '../../http/body.ts';
import { type CorsPolicy, corsHeaders } from '../../http/cors.ts';
import { checkForgery } from '../../http/csrf.ts';
import type { Authenticate, Guard } from '../../http/graphql-handler.ts';
import {
  checkContentType,
  type GraphQLParams,
  HttpRefusal,
  paramsFromBody,
  paramsFromUrl,
} from '../../http/params.ts';
import { errorBody } from '../../http/respond.ts';
import { type Expirable, Lifetime } from '../../lifetime.ts';
import type { LiveSession } from '../sessions.ts';
import { errorOf, SHUTDOWN, type StreamEnd } from '../stream/end.ts';
import type { StreamMessage } from '../stream/message.ts';
import type { Sink } from '../stream/subscriber.ts';
import type { Subscriptions } from '../subscriptions.ts';

export interface EventStreamOptions {
  readonly acquire: () => { readonly engine: Engine; release(): void };
  readonly authenticate: Authenticate;
  readonly guards: readonly Guard[];
  readonly subscriptions: Subscriptions;
  readonly deadlines: { add(entry: Expirable, startedAt: number): void; delete(entry: Expirable): void };
  readonly cors: CorsPolicy;
  readonly maxBodyBytes: number;
  readonly maxConnections: number;
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
      for (const stream of this.#open) stream.beat();
    }, HEARTBEAT_MS);
    this.#timer.unref();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const { remoteAddress } = request.socket;
      const { headers, method, url } = request;
      const params = await this.#params(request);
      const called = { method: method ?? 'POST', url: url ?? '/', headers, remoteAddress };
      const identity = await this.#options.authenticate(called);
      const end = this.#options.subscriptions.sessions.refusalOf(identity);
      if (end) throw new HttpRefusal(401, end.code, end.message);
      if (this.#open.size >= this.#options.maxConnections)
        throw new HttpRefusal(503, 'TOO_MANY_SUBSCRIPTIONS', 'Too many subscriptions are open.');
      await this.#stream(request, response, identity, params);
    } catch (error) {
      this.#refuse(request, response, error);
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
  ): Promise<void> {
    const { subscriptions, cors } = this.#options;
    const lifetime = new Lifetime();
    response.on('close', () => lifetime.end('disconnect'));
    if (response.destroyed) return;
    response.writeHead(200, {
      'content-type': `${EVENT_STREAM}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...corsHeaders(cors, request.headers),
    });
    response.flushHeaders();
    const stream = new EventStream(response, identity);
    const context: GatewayContext = { ...identity, requestId: randomUUID(), headers: {}, lifetime };
    const lease = this.#options.acquire();
    try {
      const prepared = lease.engine.prepare(query, operationName);
      if (prepared.refused !== undefined) stream.fail(prepared.errors);
      else if (prepared.kind !== 'subscription')
        await this.#execute(stream, lease.engine, prepared, variables, context, request.method);
      else {
        const cursor = request.headers['last-event-id'] ?? extensions?.cursor;
        const opened = await subscriptions.open({ prepared, variables, cursor, identity, context }, stream);
        if ('refused' in opened) stream.fail(opened.errors);
        else {
          this.#keep(stream);
          lifetime.onEnd(() => opened.leave());
        }
      }
    } finally {
      lease.release();
    }
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

  async #execute(
    stream: EventStream,
    engine: Engine,
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
    method: string | undefined,
  ): Promise<void> {
    if (prepared.kind === 'mutation' && method === 'GET') {
      stream.fail([
        {
          message: 'A mutation cannot be sent by GET: use POST.',
          extensions: { code: 'METHOD_NOT_ALLOWED' },
        },
      ]);
      return;
    }
    for (const guard of this.#options.guards) {
      const refused = await guard(prepared, variables, context);
      if (refused) {
        stream.fail(refused.errors);
        return;
      }
    }
    this.#options.deadlines.add(context.lifetime, performance.now());
    const outcome = await engine.execute(prepared, variables, context);
    this.#options.deadlines.delete(context.lifetime);
    if (outcome.refused !== undefined) {
      stream.fail(outcome.errors);
      return;
    }
    const { data, errors } = outcome;
    const body =
      outcome.body ?? JSON.stringify({ data: data ?? null, ...(errors?.length ? { errors } : {}) });
    stream.last(body.toString());
  }

  #refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    let refusal: HttpRefusal;
    if (error instanceof HttpRefusal) refusal = error;
    else {
      this.#options.onFault(error, '');
      refusal = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
    }
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
class EventStream implements Sink, LiveSession {
  readonly identity: Identity;
  readonly #response: ServerResponse;

  constructor(response: ServerResponse, identity: Identity) {
    this.#response = response;
    this.identity = identity;
    response.on('error', () => undefined);
  }

  onClose(closed: () => void): void {
    if (this.#response.closed) closed();
    else this.#response.on('close', closed);
  }

  beat(): void {
    this.#response.write(HEARTBEAT);
  }

  next(message: StreamMessage): void {
    const write = ({ cursor, payload }: StreamMessage) =>
      Buffer.from(`event: next\nid: ${cursor}\ndata: ${payload}\n\n`);
    this.#response.write(message.frame(FRAME, write));
  }

  /** A stream that is to be resumed breaks off: its client comes back with the id of the last event. */
  end(end: StreamEnd): void {
    if (end.resumable) this.#response.end(`: ${end.code}\n\n`);
    else this.fail([errorOf(end)]);
  }

  fail(errors: readonly GraphQLFormattedError[]): void {
    this.last(JSON.stringify({ errors }));
  }

  /** The only result, or the last. */
  last(body: string): void {
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
