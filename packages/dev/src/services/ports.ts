import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { ServiceProblem } from './problem.ts';

/** Below 32768, where Linux begins to hand out ports of its own to outgoing connections. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
const TRIES = 50;

/** True where nobody listens on this port of 127.0.0.1 at this moment. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * A port to listen on: the wanted one where it is free, else a random free one.
 * @param remembered the port of the last start, tried first
 * @param refused ports that are known to be taken
 */
export async function freePort(
  remembered?: number,
  refused: ReadonlySet<number> = new Set(),
): Promise<number> {
  if (remembered !== undefined && !refused.has(remembered) && (await portIsFree(remembered)))
    return remembered;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (!refused.has(port) && (await portIsFree(port))) return port;
  }
  throw new ServiceProblem(`No free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1.`);
}

/** @throws ServiceProblem when somebody else listens on a port that the user asked for */
export async function demandPort(port: number, server: string): Promise<number> {
  if (await portIsFree(port)) return port;
  throw new ServiceProblem(
    `Port ${port} for ${server} is in use: choose another or stop what listens there.`,
  );
}
