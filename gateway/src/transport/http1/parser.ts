/** A response that breaks HTTP/1.1, or goes beyond a limit. */
export class ResponseFault extends Error {
  readonly tooLarge: boolean;

  constructor(message: string, tooLarge = false) {
    super(message);
    this.name = 'ResponseFault';
    this.tooLarge = tooLarge;
  }
}

/** A response that has come in completely. */
export interface ParsedResponse {
  readonly status: number;
  readonly body: string;
  /** Whether the connection may be used again, and for how long the server keeps it, if it says so. */
  readonly keepAlive: boolean;
  readonly keepAliveMs: number | undefined;
}

const MAX_HEAD_BYTES = 64 * 1024;
const MAX_CHUNK_LINE = 1024;
const HEAD_END = Buffer.from('\r\n\r\n');

type Framing = 'length' | 'chunked' | 'until-close';
type ChunkState = 'size' | 'data' | 'data-end' | 'trailer';

/**
 * Reads one HTTP/1.1 response from the bytes of a connection. The bytes given to it are only valid during the
 * call: what has to be kept is copied.
 */
export class ResponseParser {
  readonly #maxBytes: number;
  #head: Buffer | undefined;
  #status = 0;
  #framing: Framing = 'length';
  #length = 0;
  #keepAlive = true;
  #keepAliveMs: number | undefined;
  #headDone = false;
  #started = false;
  /** A body of known length that comes in several pieces. */
  #whole: Buffer | undefined;
  #filled = 0;
  #pieces: Buffer[] = [];
  #size = 0;
  #chunkState: ChunkState = 'size';
  #chunkLeft = 0;
  #line = '';

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Whether any byte of the response has come. */
  get started(): boolean {
    return this.#started;
  }

  /** Takes bytes; gives the response when it is complete. Throws {@link ResponseFault}. */
  push(bytes: Buffer): ParsedResponse | undefined {
    if (bytes.length > 0) this.#started = true;
    if (this.#headDone) return this.#body(bytes);
    const all = this.#head ? Buffer.concat([this.#head, bytes]) : bytes;
    const end = all.indexOf(HEAD_END);
    if (end < 0) {
      if (all.length > MAX_HEAD_BYTES)
        throw new ResponseFault('the headers of the response are too long', true);
      this.#head = Buffer.from(all);
      return undefined;
    }
    this.#head = undefined;
    this.#readHead(all.toString('latin1', 0, end));
    const rest = all.subarray(end + HEAD_END.length);
    // an interim response is followed by the real one
    if (this.#status >= 100 && this.#status < 200) return rest.length > 0 ? this.push(rest) : undefined;
    this.#headDone = true;
    return this.#body(rest);
  }

  /** The connection ended; gives the response if that is how it says that it is complete. */
  end(): ParsedResponse | undefined {
    if (!this.#headDone || this.#framing !== 'until-close') return undefined;
    return this.#complete(Buffer.concat(this.#pieces, this.#size).toString('utf8', 0, this.#size));
  }

  #readHead(head: string): void {
    const lines = head.split('\r\n');
    const status = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(lines[0] ?? '');
    if (!status) throw new ResponseFault('the answer is not HTTP/1.1');
    this.#status = Number(status[2]);
    this.#keepAlive = status[1] === '1';
    let length: number | undefined;
    let chunked = false;
    for (let i = 1; i < lines.length; i += 1) {
      const line = lines[i] as string;
      const colon = line.indexOf(':');
      if (colon <= 0) throw new ResponseFault('a header of the response has no name');
      // only few headers matter: the length of their names tells the others apart without lower-casing them
      switch (colon) {
        case 14:
          if (nameIs(line, colon, 'content-length')) length = lengthOf(line.slice(colon + 1).trim(), length);
          break;
        case 17:
          if (nameIs(line, colon, 'transfer-encoding')) chunked = isChunked(line.slice(colon + 1));
          break;
        case 10:
          this.#readConnection(line, colon);
          break;
        case 16:
          if (
            nameIs(line, colon, 'content-encoding') &&
            line
              .slice(colon + 1)
              .trim()
              .toLowerCase() !== 'identity'
          ) {
            throw new ResponseFault('the answer is compressed though that was not asked for');
          }
      }
    }
    this.#frame(length, chunked);
  }

  #readConnection(line: string, colon: number): void {
    const value = line
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    if (nameIs(line, colon, 'connection')) {
      if (value.includes('close')) this.#keepAlive = false;
      else if (value.includes('keep-alive')) this.#keepAlive = true;
    } else if (nameIs(line, colon, 'keep-alive')) {
      const seconds = /timeout=(\d+)/.exec(value)?.[1];
      if (seconds !== undefined) this.#keepAliveMs = Number(seconds) * 1000;
    }
  }

  #frame(length: number | undefined, chunked: boolean): void {
    if (this.#status >= 100 && this.#status < 200) return;
    if (this.#status === 204 || this.#status === 304) {
      this.#framing = 'length';
      this.#length = 0;
    } else if (chunked) this.#framing = 'chunked';
    else if (length !== undefined) {
      this.#framing = 'length';
      this.#length = length;
    } else {
      this.#framing = 'until-close';
      this.#keepAlive = false;
    }
    if (this.#framing === 'length' && this.#length > this.#maxBytes) throw tooLarge(this.#maxBytes);
  }

  #body(bytes: Buffer): ParsedResponse | undefined {
    if (this.#framing === 'length') return this.#fixed(bytes);
    if (this.#framing === 'chunked') return this.#chunked(bytes);
    this.#keep(bytes);
    return undefined;
  }

  #fixed(bytes: Buffer): ParsedResponse | undefined {
    const missing = this.#length - this.#filled;
    if (bytes.length > missing) throw new ResponseFault('the answer is longer than it says');
    if (!this.#whole && bytes.length === missing) return this.#complete(bytes.toString('utf8', 0, missing));
    this.#whole ??= Buffer.allocUnsafe(this.#length);
    bytes.copy(this.#whole, this.#filled);
    this.#filled += bytes.length;
    return this.#filled === this.#length
      ? this.#complete(this.#whole.toString('utf8', 0, this.#length))
      : undefined;
  }

  #chunked(bytes: Buffer): ParsedResponse | undefined {
    let at = 0;
    while (at < bytes.length) {
      if (this.#chunkState === 'data') {
        const take = Math.min(this.#chunkLeft, bytes.length - at);
        this.#keep(bytes.subarray(at, at + take));
        at += take;
        this.#chunkLeft -= take;
        if (this.#chunkLeft === 0) this.#chunkState = 'data-end';
        continue;
      }
      const newline = bytes.indexOf(10, at);
      const stop = newline < 0 ? bytes.length : newline;
      this.#line += bytes.toString('latin1', at, stop);
      if (this.#line.length > MAX_CHUNK_LINE)
        throw new ResponseFault('a chunk of the answer has a line that is too long');
      at = stop + 1;
      if (newline < 0) return undefined;
      const line = this.#line.trim();
      this.#line = '';
      if (this.#endLine(line)) {
        if (at < bytes.length) throw new ResponseFault('the answer is longer than it says');
        return this.#complete(Buffer.concat(this.#pieces, this.#size).toString('utf8', 0, this.#size));
      }
    }
    return undefined;
  }

  /** A line between chunks; true for the last. */
  #endLine(line: string): boolean {
    switch (this.#chunkState) {
      case 'size': {
        const size = /^([0-9a-fA-F]{1,8})(?:\s*;.*)?$/.exec(line)?.[1];
        if (size === undefined) throw new ResponseFault('a chunk of the answer has no size');
        this.#chunkLeft = Number.parseInt(size, 16);
        this.#chunkState = this.#chunkLeft === 0 ? 'trailer' : 'data';
        return false;
      }
      case 'data-end':
        if (line !== '') throw new ResponseFault('a chunk of the answer is longer than it says');
        this.#chunkState = 'size';
        return false;
      default:
        return line === '';
    }
  }

  #keep(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > this.#maxBytes) throw tooLarge(this.#maxBytes);
    this.#pieces.push(Buffer.from(bytes));
  }

  #complete(body: string): ParsedResponse {
    return { status: this.#status, body, keepAlive: this.#keepAlive, keepAliveMs: this.#keepAliveMs };
  }
}

function nameIs(line: string, colon: number, name: string): boolean {
  return line.slice(0, colon).toLowerCase() === name;
}

function lengthOf(value: string, before: number | undefined): number {
  if (!/^\d{1,15}$/.test(value)) throw new ResponseFault('the answer has a length that is no number');
  const length = Number(value);
  if (before !== undefined && before !== length) throw new ResponseFault('the answer has two lengths');
  return length;
}

function isChunked(value: string): boolean {
  const coding = value.trim().toLowerCase();
  if (coding === 'identity') return false;
  if (coding !== 'chunked') throw new ResponseFault(`the transfer encoding ${coding} is not supported`);
  return true;
}

function tooLarge(limit: number): ResponseFault {
  return new ResponseFault(`the answer has more than ${limit} bytes`, true);
}
