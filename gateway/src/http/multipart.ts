import type { ServerResponse } from 'node:http';
import type { Executed, LaterAnswer } from '../engine-api.ts';
import type { Lifetime } from '../lifetime.ts';
import { DEFER_SPEC, MULTIPART } from './negotiate.ts';

const BOUNDARY = 'graphql';
const HEAD = 'content-type: application/json; charset=utf-8\r\n\r\n';
const NEXT = `\r\n--${BOUNDARY}\r\n`;
const END = `\r\n--${BOUNDARY}--\r\n`;

export const MULTIPART_TYPE = `${MULTIPART}; boundary="${BOUNDARY}"; deferSpec=${DEFER_SPEC}`;

/**
 * Writes an answer that comes in parts, each as soon as it is there, with the boundary that follows it: by this a
 * client knows that it is whole.
 * @param tell told of each part that came later
 */
export async function writeParts(
  response: ServerResponse,
  { body, later }: Executed,
  lifetime: Lifetime,
  tell: (message: LaterAnswer) => void,
): Promise<void> {
  response.write(NEXT);
  writePart(response, body ?? '', later !== undefined);
  if (later) {
    for await (const message of later) {
      tell(message);
      if (lifetime.ended === 'disconnect' || response.destroyed) break;
      if (!writePart(response, message.body, message.hasNext)) await drained(response, lifetime);
    }
  }
  response.end();
}

/** Whether more may be written at once. */
function writePart(response: ServerResponse, body: string | Buffer, hasNext: boolean): boolean {
  response.cork();
  response.write(HEAD);
  response.write(body);
  const goesOn = response.write(hasNext ? NEXT : END);
  response.uncork();
  return goesOn;
}

/** Resolves when the client has read, has gone, or has had its time. */
function drained(response: ServerResponse, lifetime: Lifetime): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done);
      response.off('close', done);
      left();
      resolve();
    };
    const left = lifetime.onEnd(() => setImmediate(done));
    response.on('drain', done);
    response.on('close', done);
  });
}
