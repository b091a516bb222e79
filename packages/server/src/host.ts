import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { anonymous, InvalidTokenError, type TokenVerifier, type Viewer } from '@machshop/auth';
import { histogram, inSpan, type Logger, metricsText, parseTraceparent } from '@machshop/telemetry';
import { GraphQLError } from 'graphql';
import { clientAddress } from './client-address.ts';
import { type Context, createContext } from './context.ts';
import { drainable } from './drain.ts';
import { depthLimit, MAX_DEPTH, MAX_TOKENS } from './limits.ts';
import { maskErrors } from './mask.ts';
import type { RunningSubgraph } from './run.ts';

export interface HostOptions {
  running: RunningSubgraph;
  verifier: TokenVerifier;
  port: number;
  host: string;
  log: Logger;
  /** How many proxies a request passes; see {@link clientAddress}. Default 1, the gateway. */
  trustedHops?: number;
  now?: () => Date;
}

export interface HostedSubgraph {
  readonly url: string;
  /** Finishes what is under way, then closes. */
  close(): Promise<void>;
}

const MAX_BODY_BYTES = 10 * 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
/** How long requests under way may take at the end. */
const DRAIN_MS = 5_000;
const requests = histogram('http_request_duration_seconds', 'Time to answer', ['service', 'path', 'status']);

class HttpFault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Serves a subgraph over HTTP by @apollo/server: /graphql, /health, /ready, /metrics and its own routes. */
export async function hostSubgraph(options: HostOptions): Promise<HostedSubgraph> {
  const { running, log, port, host } = options;
  const apollo = await startApollo(options);
  const server = createServer((request, response) => {
    const end = requests.startTimer({ service: running.name });
    response.on('finish', () => end({ path: pathOf(request), status: String(response.statusCode) }));
    route(options, apollo, request, response).catch((error) => {
      if (!(error instanceof HttpFault)) log.error({ err: error }, 'request failed');
      const status = error instanceof HttpFault ? error.status : 500;
      const message = error instanceof HttpFault ? error.message : 'an internal error occurred';
      sendJson(response, status, { errors: [{ message, extensions: { code: codeOf(status) } }] });
    });
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  const drain = drainable(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as { port: number };
  return {
    url: `http://${host}:${address.port}/graphql`,
    async close() {
      await drain(DRAIN_MS);
      await apollo.stop();
    },
  };
}

async function startApollo({ running, log }: HostOptions): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema: running.subgraph.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    stopOnTerminationSignals: false,
    plugins: [
      {
        async requestDidStart() {
          return {
            async didResolveOperation({ document }) {
              const deep = depthLimit(document, MAX_DEPTH);
              if (deep) throw deep;
            },
          };
        },
      },
    ],
    formatError(formatted, error) {
      const graphql = error instanceof GraphQLError ? error : new GraphQLError(formatted.message);
      const [masked] = maskErrors({ errors: [graphql] }, log).errors ?? [];
      return {
        ...formatted,
        ...(masked
          ? { message: masked.message, extensions: { ...formatted.extensions, ...masked.extensions } }
          : {}),
      };
    },
  });
  await apollo.start();
  return apollo;
}

async function route(
  options: HostOptions,
  apollo: ApolloServer<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { running } = options;
  const path = pathOf(request);
  if (path === '/graphql') return graphql(options, apollo, request, response);
  if (path === '/health') return sendJson(response, 200, { status: 'ok', service: running.name });
  if (path === '/ready') {
    const parts = await running.ready();
    const ok = Object.values(parts).every(Boolean);
    return sendJson(response, ok ? 200 : 503, { status: ok ? 'ready' : 'not ready', ...parts });
  }
  if (path === '/metrics') {
    const { contentType, text } = await metricsText();
    response.writeHead(200, { 'content-type': contentType }).end(text);
    return;
  }
  const own = running.subgraph.definition.routes?.[path];
  if (!own) throw new HttpFault(404, `no such path: ${path}`);
  const answer = await own(running.services);
  response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
}

async function graphql(
  options: HostOptions,
  apollo: ApolloServer<Context>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const text = await readBody(request);
  let body: unknown = null;
  if (text) {
    try {
      body = JSON.parse(text);
    } catch {
      throw new HttpFault(400, 'the body is not JSON');
    }
  }
  const viewer = await viewerOf(options, request);
  const { name: subgraph, db, services } = options.running;
  const httpGraphQLRequest = {
    method: request.method ?? 'GET',
    headers,
    search: new URL(request.url ?? '/', 'http://x').search,
    body,
  };
  const now = options.now ?? (() => new Date());
  const answer = await inSpan(
    `${subgraph} execute`,
    parseTraceparent(headers.get('traceparent')),
    ({ trace }) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest,
        context: async () => createContext({ subgraph, viewer, db, now, log: options.log, trace, services }),
      }),
    { kind: 'server' },
  );
  response.statusCode = answer.status ?? 200;
  for (const [name, value] of answer.headers) response.setHeader(name, value);
  if (answer.body.kind === 'complete') response.end(answer.body.string);
  else {
    for await (const chunk of answer.body.asyncIterator) response.write(chunk);
    response.end();
  }
}

/** The viewer of a request's token, checked again here; the client's address comes from the gateway. */
async function viewerOf(
  { verifier, trustedHops = 1 }: HostOptions,
  request: IncomingMessage,
): Promise<Viewer> {
  const forwarded = request.headers['x-forwarded-for'];
  const clientIp = clientAddress(request.socket.remoteAddress, forwarded, trustedHops) ?? null;
  const header = request.headers.authorization;
  if (!header) return anonymous(clientIp);
  const token = /^Bearer (\S+)$/i.exec(header)?.[1];
  if (!token) throw new HttpFault(401, 'the Authorization header must be "Bearer <token>"');
  try {
    return await verifier.verify(token, clientIp);
  } catch (error) {
    if (error instanceof InvalidTokenError) throw new HttpFault(401, error.message);
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > MAX_BODY_BYTES) throw new HttpFault(413, `a request is at most ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?')[0] as string;

const codeOf = (status: number): string =>
  ({ 400: 'BAD_REQUEST', 401: 'UNAUTHENTICATED', 404: 'NOT_FOUND', 413: 'REQUEST_TOO_LARGE' })[status] ??
  'INTERNAL_SERVER_ERROR';

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(value));
}
