import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type CorsPolicy, corsHeaders } from './cors.ts';
import { negotiateEncoding } from './negotiate.ts';

/** Bodies below this many bytes are sent as they are. */
export const COMPRESSION_THRESHOLD = 2_048;
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Writes a reply: CORS, length, compression. */
export class Responder {
  readonly #cors: CorsPolicy;
  readonly #threshold: number;

  constructor(cors: CorsPolicy, threshold: number = COMPRESSION_THRESHOLD) {
    this.#cors = cors;
    this.#threshold = threshold;
  }

  send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
    if (response.headersSent || response.destroyed) return;
    const { body } = reply;
    if (body !== undefined && body.length >= this.#threshold && !reply.headers?.['content-encoding']) {
      const encoding = negotiateEncoding(request.headers['accept-encoding'] as string | undefined);
      if (encoding) {
        this.#sendCompressed(request, response, reply, body, encoding);
        return;
      }
    }
    const length = body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    this.#write(request, response, reply, body, length, undefined);
  }

  /** Writes the head of a reply whose body is written as it comes; nothing between here and the client may hold it. */
  open(request: IncomingMessage, response: ServerResponse, { status, headers }: Reply): void {
    if (response.headersSent || response.destroyed) return;
    response.writeHead(status, {
      ...this.#headers(request),
      'x-accel-buffering': 'no',
      ...headers,
    });
  }

  #headers(request: IncomingMessage): Record<string, string> {
    return {
      'x-content-type-options': 'nosniff',
      vary: 'accept, accept-encoding, origin',
      'cache-control': 'no-store',
      ...(this.#cors.origins.length > 0 ? corsHeaders(this.#cors, request.headers) : undefined),
    };
  }

  #sendCompressed(
    request: IncomingMessage,
    response: ServerResponse,
    reply: Reply,
    body: string | Buffer,
    encoding: 'br' | 'gzip',
  ) {
    const done = (error: Error | null, result: Buffer) => {
      if (response.headersSent || response.destroyed) return;
      if (error) this.#write(request, response, reply, body, Buffer.byteLength(body), undefined);
      else this.#write(request, response, reply, result, result.length, encoding);
    };
    if (encoding === 'br')
      brotliCompress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }, done);
    else gzip(body, { level: GZIP_LEVEL }, done);
  }

  #write(
    request: IncomingMessage,
    response: ServerResponse,
    reply: Reply,
    body: string | Buffer | undefined,
    length: number,
    encoding: string | undefined,
  ): void {
    const headers: Record<string, string | number> = {
      'x-content-type-options': 'nosniff',
      vary: 'accept, accept-encoding, origin',
      'cache-control': 'no-store',
      'content-length': length,
      ...(this.#cors.origins.length > 0 ? corsHeaders(this.#cors, request.headers) : undefined),
      ...reply.headers,
    };
    if (encoding) headers['content-encoding'] = encoding;
    response.writeHead(reply.status, reply.status === 294 ? 'Partial Success' : undefined, headers);
    if (request.method === 'HEAD' || body === undefined) response.end();
    // a text of ASCII alone is the same in Latin-1, which is cheaper to write
    else if (typeof body === 'string') response.end(body, body.length === length ? 'latin1' : 'utf8');
    else response.end(body);
  }
}

/** A JSON body of errors alone. */
export function errorBody(code: string, message: string): string {
  return JSON.stringify({ errors: [{ message, extensions: { code } }] });
}
