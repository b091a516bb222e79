import { isIP } from 'node:net';

/**
 * The address of whoever calls. Each proxy on the way adds to `X-Forwarded-For`, at its end, the address of who
 * called it; what stands before the last `trustedHops` of them may have been made up by the caller.
 * @param remote the other end of the socket
 * @param trustedHops how many proxies of ours a request passes; with 0 the header is not read
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | readonly string[] | undefined,
  trustedHops: number,
): string | undefined {
  if (trustedHops <= 0 || forwarded === undefined) return remote;
  const chain = (typeof forwarded === 'string' ? forwarded : forwarded.join()).split(',');
  // a request that passed fewer proxies than usual: the outermost of them wrote the first
  const named = (chain.at(-trustedHops) ?? chain[0])?.trim();
  return named !== undefined && isIP(named) !== 0 ? named : remote;
}
