import { traceparent } from '@machshop/telemetry';
import { type Dispatcher, Pool } from 'undici';
import { traceOf } from '../telemetry/traced-transport.ts';
import { type HttpTransportOptions, MAX_RESPONSE_BYTES, requestBody, responseOf } from './http-common.ts';
import {
  type Cancel,
  type Recipient,
  type SubgraphRequest,
  type SubgraphTransport,
  TransportError,
} from './transport.ts';

const MAX_CONNECTIONS = 64;
const CONNECT_TIMEOUT_MS = 3_000;
const KEEP_ALIVE_MS = 4_000;

/** Calls one subgraph by undici with kept-alive connections; the way for HTTPS. */
export class UndiciTransport implements SubgraphTransport {
  readonly #pool: Pool;
  readonly #path: string;
  readonly #maxBytes: number;

  constructor(url: URL, options: HttpTransportOptions = {}) {
    this.#path = url.pathname + url.search;
    this.#maxBytes = options.maxResponseBytes ?? MAX_RESPONSE_BYTES;
    this.#pool = new Pool(url.origin, {
      connections: options.connections ?? MAX_CONNECTIONS,
      pipelining: 1,
      connectTimeout: CONNECT_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    });
  }

  send(request: SubgraphRequest, recipient: Recipient): Cancel {
    const exchange = new Exchange(request, this.#maxBytes, recipient);
    this.#pool.dispatch(
      { path: this.#path, method: 'POST', headers: headersOf(request), body: requestBody(request) },
      exchange,
    );
    return () => exchange.cancel();
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
  const trace = request.trace ?? traceOf(request.context);
  if (trace) headers.push('traceparent', traceparent(trace));
  for (const name in request.context.forward) headers.push(name, request.context.forward[name] as string);
  return headers;
}

/** One request's way through undici: gathers the body, watches size and lifetime. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #request: SubgraphRequest;
  readonly #maxBytes: number;
  readonly #recipient: Recipient;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #sent = false;
  #controller: Dispatcher.DispatchController | undefined;
  #failure: TransportError | undefined;
  #cancelled = false;

  constructor(request: SubgraphRequest, maxBytes: number, recipient: Recipient) {
    this.#request = request;
    this.#maxBytes = maxBytes;
    this.#recipient = recipient;
  }

  cancel(): void {
    this.#cancelled = true;
    this.#controller?.abort(new Error('the request was taken back'));
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#sent = true;
    this.#controller = controller;
    if (this.#cancelled) controller.abort(new Error('the request was taken back'));
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
    if (this.#cancelled) return;
    const [only] = this.#chunks;
    const bytes = this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks, this.#size);
    const response = responseOf(this.#request.subgraph, this.#status, bytes.toString('utf8'));
    if (response instanceof TransportError) this.#recipient.failed(response);
    else this.#recipient.answered(response);
  }

  onResponseError(_controller: Dispatcher.DispatchController, cause: Error): void {
    if (this.#cancelled) return;
    if (this.#failure) {
      this.#recipient.failed(this.#failure);
      return;
    }
    const { subgraph } = this.#request;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const fault = code.includes('TIMEOUT') ? 'timeout' : 'unreachable';
    const message = `subgraph ${subgraph} could not be reached (${code || cause.message})`;
    this.#recipient.failed(new TransportError(subgraph, fault, message, { cause, unsent: !this.#sent }));
  }
}
