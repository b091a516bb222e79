import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Drain, drainable } from '@machshop/server/drain.ts';
import type { Identity } from '../engine-api.ts';
import { Deadlines, Lifetime } from '../lifetime.ts';
import type { RateLimiter } from '../limits/rate-limit.ts';
import { admit, authenticationRequest, callerOf } from './admit.ts';
import { readBody } from './body.ts';
import type { Authenticate } from './contract.ts';
import { type CorsPolicy, corsHeaders, preflightHeaders } from './cors.ts';
import type { GraphQLHandler } from './graphql-handler.ts';
import { HttpRefusal } from './params.ts';
import { errorBody, type Reply, type Responder } from './respond.ts';

/** A route of the host beside GraphQL. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The exact path, or one ending in `/*` for everything below. */
  readonly path: string;
  /** Routes that need no token say so; the others get the identity that `authenticate` gives. */
  readonly anonymous?: boolean;
  handle(request: RouteRequest): Promise<Reply>;
}

/** What a route gets. */
export interface RouteRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  readonly remoteAddress: string | undefined;
  /** Undefined for anonymous routes. */
  readonly identity: Identity | undefined;
  readonly lifetime: Lifetime;
}

export interface HttpServerOptions {
  readonly graphqlPath: string;
  readonly handler: GraphQLHandler;
  readonly responder: Responder;
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly limiter: RateLimiter | undefined;
  /** How many proxies stand before this gateway. */
  readonly trustedHops: number;
  readonly cors: CorsPolicy;
  readonly maxBodyBytes: number;
  readonly timeoutMs: number;
  readonly onFault: (error: unknown, requestId: string) => void;
  /** Takes a GraphQL request that wants server-sent events, which have no time limit; false for any other. */
  readonly eventStream: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The gateway's HTTP side: GraphQL at one path, routes at others, one time limit for all. */
export class HttpServer {
  readonly server: Server;
  readonly #options: HttpServerOptions;
  readonly #deadlines: Deadlines;
  readonly #drain: Drain;

  constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#deadlines = new Deadlines(options.timeoutMs);
    this.server = createServer({
      requestTimeout: options.timeoutMs + 5_000,
      headersTimeout: Math.min(10_000, options.timeoutMs + 5_000),
      keepAliveTimeout: 65_000,
    });
    this.#drain = drainable(this.server);
    this.server.on('request', (request, response) => this.#onRequest(request, response));
  }

  /** Listens and gives the address. */
  listen(port: number, host: string): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve(this.server.address() as AddressInfo);
      });
    });
  }

  /** Takes no new requests, waits for those under way up to `graceMs`, then ends them. */
  async close(graceMs: number): Promise<void> {
    await this.#drain(graceMs, () => this.#deadlines.endAll('shutdown'));
    this.#deadlines.close();
  }

  #onRequest(request: IncomingMessage, response: ServerResponse): void {
    if (this.#isEventStream(request, response)) return;
    const startedAt = performance.now();
    const lifetime = new Lifetime();
    this.#deadlines.add(lifetime, startedAt);
    response.on('close', () => {
      this.#deadlines.delete(lifetime);
      if (!response.writableFinished) lifetime.end('disconnect');
    });
    if (!this.server.listening) response.setHeader('connection', 'close');
    const url = request.url ?? '/';
    const end = url.indexOf('?');
    const path = end < 0 ? url : url.slice(0, end);
    if (request.method === 'OPTIONS') this.#preflight(request, response, path);
    else if (path === this.#options.graphqlPath)
      void this.#options.handler.handle(request, response, lifetime, startedAt);
    else void this.#route(request, response, path, end < 0 ? '' : url.slice(end + 1), lifetime);
  }

  #admit(request: IncomingMessage, method: string): Identity | Promise<Identity> {
    const { authenticate, limiter, trustedHops } = this.#options;
    const facts = { ...authenticationRequest(request, trustedHops), method };
    return limiter ? admit(authenticate, limiter, facts) : authenticate(facts);
  }

  #isEventStream(request: IncomingMessage, response: ServerResponse): boolean {
    const { graphqlPath, eventStream } = this.#options;
    const { url } = request;
    const isGraphql = url === graphqlPath || url?.startsWith(`${graphqlPath}?`) === true;
    return isGraphql && eventStream(request, response);
  }

  #preflight(request: IncomingMessage, response: ServerResponse, path: string): void {
    const methods =
      path === this.#options.graphqlPath
        ? 'GET, POST, OPTIONS'
        : `${this.#methodsAt(path).join(', ')}, OPTIONS`;
    const allowed =
      corsHeaders(this.#options.cors, request.headers)['access-control-allow-origin'] !== undefined;
    const headers = { allow: methods, ...(allowed ? preflightHeaders(methods) : {}) };
    this.#options.responder.send(request, response, { status: 204, headers });
  }

  #methodsAt(path: string): string[] {
    return this.#options.routes.filter((route) => matches(route, path)).map((route) => route.method);
  }

  async #route(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    search: string,
    lifetime: Lifetime,
  ): Promise<void> {
    const { responder } = this.#options;
    try {
      responder.send(request, response, await this.#callRoute(request, path, search, lifetime));
    } catch (error) {
      let refusal: HttpRefusal;
      if (error instanceof HttpRefusal) refusal = error;
      else {
        this.#options.onFault(error, String(request.headers['x-request-id'] ?? ''));
        refusal = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
      }
      const headers = { 'content-type': 'application/json; charset=utf-8', ...refusal.headers };
      responder.send(request, response, {
        status: refusal.status,
        headers,
        body: errorBody(refusal.code, refusal.message),
      });
    }
  }

  async #callRoute(
    request: IncomingMessage,
    path: string,
    search: string,
    lifetime: Lifetime,
  ): Promise<Reply> {
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const route = this.#options.routes.find((one) => one.method === method && matches(one, path));
    if (!route) {
      const allow = this.#methodsAt(path);
      if (allow.length === 0) throw new HttpRefusal(404, 'NOT_FOUND', 'There is nothing at this path.');
      throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', `Use ${allow.join(' or ')}.`, {
        allow: allow.join(', '),
      });
    }
    const remoteAddress = callerOf(request, this.#options.trustedHops);
    const { headers } = request;
    const identity = route.anonymous ? undefined : await this.#admit(request, method);
    const body = await readBody(request, this.#options.maxBodyBytes, lifetime);
    return route.handle({
      method,
      path,
      query: new URLSearchParams(search),
      headers,
      body,
      remoteAddress,
      identity,
      lifetime,
    });
  }
}

function matches(route: Route, path: string): boolean {
  return route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : route.path === path;
}
