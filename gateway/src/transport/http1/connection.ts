import { connect, type Socket } from 'node:net';
import { type ParsedResponse, ResponseFault, ResponseParser } from './parser.ts';

/** What one connection is asked for. */
export interface Exchange {
  /** Head and body. */
  readonly text: string;
  /** `latin1` for a text of ASCII alone, which is cheaper to write. */
  readonly encoding: 'latin1' | 'utf8';
  readonly maxBytes: number;
  answered(response: ParsedResponse): void;
  /**
   * @param unanswered not a byte came back
   * @param reused the connection had been used before: the server may have closed it without seeing the request
   */
  failed(error: Error, unanswered: boolean, reused: boolean): void;
}

/**
 * Connections with a request to write. They write at the end of this turn of the event loop, one after the other: the
 * server is woken once for all of them and not anew by each, which costs a tenth of a small operation.
 */
let unwritten: Connection[] = [];

function flushLater(connection: Connection): void {
  if (unwritten.length === 0) setImmediate(flushAll);
  unwritten.push(connection);
}

function flushAll(): void {
  const connections = unwritten;
  unwritten = [];
  for (const connection of connections) connection.flush();
}

const READ_BUFFER_BYTES = 64 * 1024;

/** One kept-alive connection; it carries one exchange at a time. */
export class Connection {
  /** When it became idle. */
  idleSince = 0;
  /** How long the server keeps it idle. */
  keepAliveMs: number;
  readonly #socket: Socket;
  readonly #onIdle: (connection: Connection) => void;
  readonly #onGone: (connection: Connection) => void;
  #exchange: Exchange | undefined;
  #parser: ResponseParser | undefined;
  #uses = 0;
  #written = false;
  #gone = false;

  constructor(
    target: { readonly host: string; readonly port: number },
    keepAliveMs: number,
    onIdle: (connection: Connection) => void,
    onGone: (connection: Connection) => void,
  ) {
    this.keepAliveMs = keepAliveMs;
    this.#onIdle = onIdle;
    this.#onGone = onGone;
    this.#socket = connect({
      ...target,
      noDelay: true,
      // one buffer for all reads of the connection: what stays is copied out of it
      onread: {
        buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
        callback: (size, buffer) => {
          this.#read((buffer as Buffer).subarray(0, size));
          return true;
        },
      },
    });
    this.#socket.on('end', () => this.#ended());
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => this.#fail(new Error('the connection was closed')));
  }

  send(exchange: Exchange): void {
    this.#exchange = exchange;
    this.#parser = new ResponseParser(exchange.maxBytes);
    this.#uses += 1;
    this.#written = false;
    flushLater(this);
  }

  /** Writes the request of the exchange under way. */
  flush(): void {
    const exchange = this.#exchange;
    if (!exchange) return;
    this.#written = true;
    this.#socket.write(exchange.text, exchange.encoding);
  }

  /** Whether an exchange is under way on it. */
  carries(exchange: Exchange): boolean {
    return this.#exchange === exchange;
  }

  /** Breaks off what is under way. */
  destroy(): void {
    this.#exchange = undefined;
    this.#leave();
    this.#socket.destroy();
  }

  #read(bytes: Buffer): void {
    const parser = this.#parser;
    if (!parser || !this.#exchange) {
      // nothing was asked: whatever this is, it belongs to no request
      this.destroy();
      return;
    }
    if (!this.#written) {
      this.#fail(new Error('the server spoke before it was asked'));
      return;
    }
    let response: ParsedResponse | undefined;
    try {
      response = parser.push(bytes);
    } catch (error) {
      this.#fail(error as Error);
      return;
    }
    if (response) this.#finish(response);
  }

  #ended(): void {
    const response = this.#parser?.end();
    if (response) this.#finish(response);
    else this.#fail(new Error('the connection ended before the answer'));
  }

  #finish(response: ParsedResponse): void {
    const exchange = this.#exchange as Exchange;
    this.#exchange = undefined;
    this.#parser = undefined;
    if (response.keepAlive && !this.#gone) {
      if (response.keepAliveMs !== undefined) this.keepAliveMs = Math.max(0, response.keepAliveMs - 1_000);
      this.#onIdle(this);
    } else this.destroy();
    exchange.answered(response);
  }

  #fail(error: Error): void {
    const exchange = this.#exchange;
    const unanswered = !(this.#parser?.started ?? false);
    this.destroy();
    exchange?.failed(error, unanswered && !(error instanceof ResponseFault), this.#uses > 1);
  }

  #leave(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#onGone(this);
  }
}
