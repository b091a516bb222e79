import { traceparent } from '@machshop/telemetry';
import type { GatewayContext } from '../../engine-api.ts';
import { traceOf } from '../../telemetry/traced-transport.ts';
import { type HttpTransportOptions, MAX_RESPONSE_BYTES, requestBody, responseOf } from '../http-common.ts';
import {
  type Cancel,
  type Recipient,
  type SubgraphRequest,
  type SubgraphTransport,
  TransportError,
} from '../transport.ts';
import type { Exchange } from './connection.ts';
import { type ParsedResponse, ResponseFault } from './parser.ts';
import { ConnectionPool, PoolFullError } from './pool.ts';

const MAX_CONNECTIONS = 64;
const MAX_QUEUE = 10_000;
/** Below the five seconds after which many servers close an idle connection. */
const KEEP_ALIVE_MS = 4_000;

/**
 * Calls one subgraph over plain HTTP/1.1 with kept-alive connections of our own: a request is one write and an
 * answer mostly one read, which costs a third of what a general client does.
 */
export class Http1Transport implements SubgraphTransport {
  readonly #pool: ConnectionPool;
  readonly #head: string;
  readonly #maxBytes: number;
  readonly #forwarded = new WeakMap<GatewayContext['forward'], string>();

  constructor(url: URL, options: HttpTransportOptions = {}) {
    this.#maxBytes = options.maxResponseBytes ?? MAX_RESPONSE_BYTES;
    this.#head =
      `POST ${url.pathname}${url.search} HTTP/1.1\r\nhost: ${url.host}\r\ncontent-type: application/json\r\n` +
      'accept: application/graphql-response+json, application/json;q=0.9\r\nconnection: keep-alive\r\n';
    this.#pool = new ConnectionPool({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 80),
      connections: options.connections ?? MAX_CONNECTIONS,
      queue: MAX_QUEUE,
      keepAliveMs: KEEP_ALIVE_MS,
    });
  }

  send(request: SubgraphRequest, recipient: Recipient): Cancel {
    try {
      const call = new Call(request, recipient, this.#pool, this.#write(request), this.#maxBytes);
      return () => call.cancel();
    } catch (error) {
      recipient.failed(faultOf(request.subgraph, error as Error));
      return () => {};
    }
  }

  async close(): Promise<void> {
    this.#pool.close();
  }

  #write(request: SubgraphRequest): Message {
    const body = requestBody(request);
    const length = Buffer.byteLength(body);
    const { forward, requestId } = request.context;
    let forwarded = this.#forwarded.get(forward);
    if (forwarded === undefined) {
      forwarded = headerLines(forward);
      this.#forwarded.set(forward, forwarded);
    }
    const trace = request.trace ?? traceOf(request.context);
    const traced = trace ? `traceparent: ${traceparent(trace)}\r\n` : '';
    const text = `${this.#head}x-request-id: ${requestId}\r\n${traced}${forwarded}content-length: ${length}\r\n\r\n${body}`;
    return { text, encoding: length === body.length ? 'latin1' : 'utf8' };
  }
}

/**
 * One request and its answer. It lets go of the recipient when it is done: the engine may place objects like this
 * in its old generation, where they would keep all that a request had gathered until the next full collection.
 */
class Call implements Exchange {
  readonly text: string;
  readonly encoding: 'latin1' | 'utf8';
  readonly maxBytes: number;
  readonly #subgraph: string;
  readonly #isRead: boolean;
  readonly #pool: ConnectionPool;
  #recipient: Recipient | undefined;

  constructor(
    request: SubgraphRequest,
    recipient: Recipient,
    pool: ConnectionPool,
    message: Message,
    maxBytes: number,
  ) {
    this.text = message.text;
    this.encoding = message.encoding;
    this.maxBytes = maxBytes;
    this.#subgraph = request.subgraph;
    this.#isRead = request.isRead;
    this.#recipient = recipient;
    this.#pool = pool;
    pool.send(this);
  }

  cancel(): void {
    if (!this.#recipient) return;
    this.#recipient = undefined;
    this.#pool.cancel(this);
  }

  answered({ status, body }: ParsedResponse): void {
    const recipient = this.#done();
    const response = responseOf(this.#subgraph, status, body);
    if (response instanceof TransportError) recipient?.failed(response);
    else recipient?.answered(response);
  }

  failed(error: Error, unanswered: boolean, reused: boolean): void {
    let fault = error;
    // the server closed an idle connection at the very moment we used it
    if (unanswered && reused && this.#isRead && this.#recipient) {
      try {
        this.#pool.send(this);
        return;
      } catch (full) {
        fault = full as Error;
      }
    }
    this.#done()?.failed(faultOf(this.#subgraph, fault));
  }

  #done(): Recipient | undefined {
    const recipient = this.#recipient;
    this.#recipient = undefined;
    return recipient;
  }
}

interface Message {
  readonly text: string;
  readonly encoding: 'latin1' | 'utf8';
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  let text = '';
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(value)) {
      throw new Error(`the header ${name} cannot be sent along`);
    }
    text += `${name}: ${value}\r\n`;
  }
  return text;
}

function faultOf(subgraph: string, error: Error): TransportError {
  if (error instanceof PoolFullError)
    return new TransportError(subgraph, 'open', error.message, { unsent: true });
  if (error instanceof ResponseFault) {
    return new TransportError(
      subgraph,
      error.tooLarge ? 'too-large' : 'malformed',
      `subgraph ${subgraph}: ${error.message}`,
    );
  }
  const code = (error as NodeJS.ErrnoException).code;
  // who refuses the connection has not seen the request
  const unsent =
    code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH';
  return new TransportError(
    subgraph,
    'unreachable',
    `subgraph ${subgraph} could not be reached (${code ?? error.message})`,
    {
      cause: error,
      unsent,
    },
  );
}
