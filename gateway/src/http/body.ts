import type { IncomingMessage } from 'node:http';
import type { Lifetime } from '../lifetime.ts';
import { HttpRefusal } from './params.ts';

/** Reads a body up to a limit; refuses what is longer with 413 and what does not arrive in time with 408. */
export function readBody(request: IncomingMessage, limit: number, lifetime: Lifetime): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const declared = Number(request.headers['content-length'] ?? 0);
    if (declared > limit) {
      reject(tooLarge(limit));
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const stopWaiting = lifetime.onEnd((reason) => {
      request.removeAllListeners('data');
      const late = new HttpRefusal(408, 'REQUEST_TIMEOUT', 'The body did not arrive in time.', {
        connection: 'close',
      });
      reject(
        reason === 'timeout' ? late : new HttpRefusal(400, 'BAD_REQUEST', 'The request was broken off.'),
      );
    });
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) {
        request.removeAllListeners('data');
        stopWaiting();
        reject(tooLarge(limit));
        return;
      }
      chunks.push(chunk);
    });
    request.on('end', () => {
      stopWaiting();
      const [first] = chunks;
      resolve(chunks.length === 1 && first ? first : Buffer.concat(chunks, size));
    });
    request.on('error', () => {
      stopWaiting();
      reject(new HttpRefusal(400, 'BAD_REQUEST', 'The request was broken off.'));
    });
  });
}

function tooLarge(limit: number): HttpRefusal {
  const message = `The body is larger than ${limit} bytes.`;
  // the rest of the body is not read, so the connection cannot be used again
  return new HttpRefusal(413, 'REQUEST_TOO_LARGE', message, { connection: 'close' });
}
