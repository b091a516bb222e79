import type { IncomingMessage } from 'node:http';
import { clientAddress } from '@machshop/server/client-address.ts';
import type { Identity } from '../engine-api.ts';
import type { Verdict } from '../limits/buckets.ts';
import { type RateLimiter, rateRefusal } from '../limits/rate-limit.ts';
import type { Authenticate, AuthenticationRequest } from './contract.ts';
import { HttpRefusal } from './params.ts';

/** The facts of a request that say who calls; `trustedHops` proxies stand before this gateway. */
export function authenticationRequest(request: IncomingMessage, trustedHops: number): AuthenticationRequest {
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    remoteAddress: callerOf(request, trustedHops),
  };
}

/** The address of who calls. */
export const callerOf = ({ socket, headers }: IncomingMessage, trustedHops: number): string | undefined =>
  clientAddress(socket.remoteAddress, headers['x-forwarded-for'], trustedHops);

/**
 * Finds out who calls and counts the call; a token that is not accepted counts for the address it came from.
 * Throws {@link HttpRefusal}: 401 for a bad token, 429 for a call too many.
 */
export function admit(
  authenticate: Authenticate,
  limiter: RateLimiter,
  request: AuthenticationRequest,
  onVerdict: (verdict: Verdict) => void = () => undefined,
): Identity | Promise<Identity> {
  const count = (identity: Identity): Identity | Promise<Identity> => {
    const verdict = limiter.take(identity, request.remoteAddress);
    if (verdict instanceof Promise) return verdict.then((known) => judge(identity, known));
    return judge(identity, verdict);
  };
  const judge = (identity: Identity, verdict: Verdict | undefined): Identity => {
    if (!verdict) return identity;
    if (!verdict.allowed) throw rateRefusal(verdict);
    onVerdict(verdict);
    return identity;
  };
  const refused = async (error: unknown): Promise<never> => {
    if (error instanceof HttpRefusal && error.status === 401) {
      const verdict = await limiter.take(undefined, request.remoteAddress);
      if (verdict && !verdict.allowed) throw rateRefusal(verdict);
    }
    throw error;
  };
  try {
    const identified = authenticate(request);
    return identified instanceof Promise ? identified.then(count, refused) : count(identified);
  } catch (error) {
    if (error instanceof HttpRefusal && error.status === 401) return refused(error);
    throw error;
  }
}
