import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ParsedResponse, ResponseFault, ResponseParser } from './parser.ts';

const LIMIT = 10_000;

function parse(bytes: Buffer, cuts: readonly number[] = [], ended = false): ParsedResponse | undefined {
  const parser = new ResponseParser(LIMIT);
  const edges = [...new Set(cuts.map((cut) => cut % bytes.length))].sort((a, b) => a - b);
  let from = 0;
  let response: ParsedResponse | undefined;
  // one buffer is used for all pieces, as a connection does
  const buffer = Buffer.alloc(bytes.length);
  for (const to of [...edges, bytes.length]) {
    const length = bytes.copy(buffer, 0, from, to);
    response = parser.push(buffer.subarray(0, length)) ?? response;
    from = to;
  }
  return ended ? parser.end() : response;
}

const chunked = (body: Buffer, size: number) => {
  const parts: Buffer[] = [Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n')];
  for (let at = 0; at < body.length; at += size) {
    const piece = body.subarray(at, at + size);
    parts.push(Buffer.from(`${piece.length.toString(16)};x=y\r\n`), piece, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\nTrailer: 1\r\n\r\n')]);
};

const text = fc.string({ unit: 'grapheme', maxLength: 200 });
const cuts = fc.array(fc.nat(5_000), { maxLength: 12 });

describe('a response', () => {
  it('with a length is the same however its bytes are cut', () => {
    fc.assert(
      fc.property(text, cuts, (body, at) => {
        const bytes = Buffer.from(body);
        const head = `HTTP/1.1 200 OK\r\nCONTENT-LENGTH: ${bytes.length}\r\nKeep-Alive: timeout=5\r\n\r\n`;
        const response = parse(Buffer.concat([Buffer.from(head), bytes]), at);
        expect(response).toEqual({ status: 200, body, keepAlive: true, keepAliveMs: 5_000 });
      }),
    );
  });

  it('in chunks is the same however its bytes are cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 40 }), cuts, (body, size, at) => {
        expect(parse(chunked(Buffer.from(body), size), at)).toMatchObject({
          status: 200,
          body,
          keepAlive: true,
        });
      }),
    );
  });

  it('without a length ends with the connection, which is not used again', () => {
    const bytes = Buffer.from('HTTP/1.1 200 OK\r\n\r\n{"data":null}');
    expect(parse(bytes)).toBeUndefined();
    expect(parse(bytes, [3, 21], true)).toMatchObject({ body: '{"data":null}', keepAlive: false });
  });

  it('may be preceded by an interim one, and close the connection', () => {
    const bytes = Buffer.from(
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 503 \r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}',
    );
    expect(parse(bytes)).toMatchObject({ status: 503, body: '{}', keepAlive: false });
  });

  it.each([
    ['is not HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['has two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}'],
    ['has a length that is no number', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n{}'],
    ['is longer than it says', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{}'],
    ['is longer than allowed', `HTTP/1.1 200 OK\r\nContent-Length: ${LIMIT + 1}\r\n\r\n`],
    ['has a chunk without size', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'],
    ['is compressed', 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx'],
    ['has endless headers', `HTTP/1.1 200 OK\r\nX: ${'x'.repeat(70_000)}`],
  ])('that %s is refused', (_what, bytes) => {
    expect(() => parse(Buffer.from(bytes))).toThrow(ResponseFault);
  });

  it('of random bytes is refused or waited for, and nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
        try {
          parse(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n'), bytes]));
        } catch (error) {
          expect(error).toBeInstanceOf(ResponseFault);
        }
      }),
    );
  });
});
