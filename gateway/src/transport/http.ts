import { type Dispatcher, Pool } from 'undici';
import {
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphTransport,
  TransportError,
} from './transport.ts';

export interface HttpTransportOptions {
  /** Sockets kept to one subgraph. */
  readonly connections?: number;
  /** How long a subgraph may take to answer. */
  readonly timeoutMs?: number;
  /** The largest answer taken, in bytes. */
  readonly maxResponseBytes?: number;
}

/** Calls one subgraph over HTTP with kept-alive connections. */
export class HttpTransport implements SubgraphTransport {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #maxBytes: number;
  readonly #timeoutMs: number;

  constructor(url: string, options: HttpTransportOptions = {}) {
    const target = new URL(url);
    this.#path = target.pathname + target.search;
    this.#maxBytes = options.maxResponseBytes ?? 100 * 1024 * 1024;
    this.#timeoutMs = options.timeoutMs ?? 20_000;
    this.#pool = new Pool(target.origin, {
      connections: options.connections ?? 64,
      pipelining: 1,
      headersTimeout: this.#timeoutMs,
      bodyTimeout: this.#timeoutMs,
      connectTimeout: Math.min(this.#timeoutMs, 3_000),
      keepAliveTimeout: 10_000,
    });
  }

  send(request: SubgraphRequest): Promise<SubgraphResponse> {
    return new Promise((resolve, reject) => {
      const exchange = new Exchange(request, this.#maxBytes, resolve, reject);
      const dispatch: Dispatcher.DispatchOptions = {
        path: this.#path,
        method: 'POST',
        headers: headersOf(request),
        body: request.body ?? bodyOf(request),
      };
      this.#pool.dispatch(dispatch, exchange);
    });
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}

function headersOf(request: SubgraphRequest): string[] {
  const headers = [
    'content-type',
    'application/json',
    'accept',
    'application/graphql-response+json, application/json;q=0.9',
    'x-request-id',
    request.context.requestId,
  ];
  for (const name in request.context.forward) headers.push(name, request.context.forward[name] as string);
  const { traceparent } = request.context.headers;
  if (typeof traceparent === 'string') headers.push('traceparent', traceparent);
  return headers;
}

function bodyOf(request: SubgraphRequest): string {
  const variables = JSON.stringify(request.variables);
  const name =
    request.operationName === undefined ? '' : `,"operationName":${JSON.stringify(request.operationName)}`;
  return `{"query":${JSON.stringify(request.query)}${name},"variables":${variables}}`;
}

/** One request's way through undici: gathers the body, watches size and lifetime. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: SubgraphRequest;
  readonly #maxBytes: number;
  readonly #resolve: (response: SubgraphResponse) => void;
  readonly #reject: (error: TransportError) => void;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #sent = false;
  #unsubscribe: (() => void) | undefined;
  #failure: TransportError | undefined;

  constructor(
    request: SubgraphRequest,
    maxBytes: number,
    resolve: (response: SubgraphResponse) => void,
    reject: (error: TransportError) => void,
  ) {
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#sent = true;
    this.#unsubscribe = this.#request.context.lifetime.onEnd((reason) => {
      this.#failure = new TransportError(this.#request.subgraph, 'cancelled', `the request ended: ${reason}`);
      controller.abort(this.#failure);
    });
  }

  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number): void {
    this.#status = statusCode;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size > this.#maxBytes) {
      const { subgraph } = this.#request;
      this.#failure = new TransportError(
        subgraph,
        'too-large',
        `subgraph ${subgraph} answered more than ${this.#maxBytes} bytes`,
      );
      controller.abort(this.#failure);
      return;
    }
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#unsubscribe?.();
    const { subgraph } = this.#request;
    const [only] = this.#chunks;
    const text =
      this.#chunks.length === 1 && only
        ? only.toString('utf8')
        : Buffer.concat(this.#chunks, this.#size).toString('utf8');
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = undefined;
    }
    if (!isGraphQLResponse(parsed)) {
      const status = this.#status;
      const fault = status >= 400 ? 'status' : 'malformed';
      this.#reject(
        new TransportError(
          subgraph,
          fault,
          `subgraph ${subgraph} answered HTTP ${status} without a GraphQL response`,
          { status },
        ),
      );
      return;
    }
    this.#resolve(parsed);
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    this.#unsubscribe?.();
    if (this.#failure) {
      this.#reject(this.#failure);
      return;
    }
    const { subgraph } = this.#request;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const timedOut = code.includes('TIMEOUT');
    this.#reject(
      new TransportError(
        subgraph,
        timedOut ? 'timeout' : 'unreachable',
        `subgraph ${subgraph} could not be reached (${code || cause.message})`,
        {
          cause,
          unsent: !this.#sent,
        },
      ),
    );
  }
}

function isGraphQLResponse(value: unknown): value is SubgraphResponse {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (errors !== undefined && errors !== null && !Array.isArray(errors)) return false;
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) return false;
  return data !== undefined || Array.isArray(errors);
}
