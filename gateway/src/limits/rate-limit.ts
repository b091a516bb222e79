import { isIPv6 } from 'node:net';
import { userOfViewer } from '../access/grants.ts';
import type { Identity, Logger } from '../engine-api.ts';
import { HttpRefusal } from '../http/params.ts';
import { type Buckets, MemoryBuckets, type Verdict } from './buckets.ts';

/** Requests a minute; 0 for no limit. */
export interface RateLimits {
  /** Of one user, from wherever. */
  readonly user: number;
  /** Of one address, without a token or with one that is not accepted. */
  readonly anonymous: number;
}

export const RATE_LIMITS: RateLimits = { user: 1_000, anonymous: 100 };

/** Counts requests, and refuses those that are too many. */
export class RateLimiter {
  readonly #buckets: Buckets;
  readonly #limits: RateLimits;
  readonly #userOf: (viewer: unknown) => string | undefined;

  /** @param userOf names the user behind a viewer; undefined for a caller without a token */
  constructor(buckets: Buckets, limits: RateLimits, userOf: (viewer: unknown) => string | undefined) {
    this.#buckets = buckets;
    this.#limits = limits;
    this.#userOf = userOf;
  }

  /**
   * Counts one request. Undefined when there is no limit.
   * @param identity undefined for a caller whose token is not accepted
   */
  take(identity: Identity | undefined, address: string | undefined): Verdict | Promise<Verdict> | undefined {
    const user = identity && this.#userOf(identity.viewer);
    const limit = user === undefined ? this.#limits.anonymous : this.#limits.user;
    if (limit <= 0) return undefined;
    return this.#buckets.take(user === undefined ? `address ${networkOf(address)}` : `user ${user}`, limit);
  }

  close(): Promise<void> {
    return this.#buckets.close();
  }
}

export interface RateLimiterOptions {
  readonly limits?: Partial<RateLimits> | undefined;
  /** Where gateways count together; without it each counts for itself. */
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
}

/** A rate limiter for callers that are a `Viewer`. */
export async function createRateLimiter(options: RateLimiterOptions): Promise<RateLimiter> {
  const { limits, redisUrl, logger } = options;
  if (redisUrl === undefined) return limiterOver(new MemoryBuckets());
  // whoever has no Redis need not load its client
  const { redisBuckets } = await import('./redis-buckets.ts');
  return limiterOver(await redisBuckets(redisUrl, logger));

  function limiterOver(buckets: Buckets): RateLimiter {
    return new RateLimiter(buckets, { ...RATE_LIMITS, ...limits }, userOfViewer);
  }
}

/** The headers that tell a caller what is left. */
export function rateHeaders(verdict: Verdict): Record<string, string> {
  return {
    'ratelimit-limit': String(verdict.limit),
    'ratelimit-remaining': String(verdict.remaining),
    'ratelimit-reset': String(verdict.resetSeconds),
  };
}

/** The refusal of a request that is one too many. */
export function rateRefusal(verdict: Verdict): HttpRefusal {
  const message = `These are more than ${verdict.limit} requests a minute: send the next in ${verdict.retrySeconds} s.`;
  return new HttpRefusal(429, 'RATE_LIMITED', message, {
    ...rateHeaders(verdict),
    'retry-after': String(verdict.retrySeconds),
  });
}

/** Whoever has an IPv6 address has a whole network of them: the first 64 bits count. */
export function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown';
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (v4) return v4;
  const plain = address.split('%')[0] as string;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === '' ? [] : tail.split(':');
  const missing = plain.includes('::') ? 8 - first.length - last.length : 0;
  const groups = [...first, ...Array<string>(Math.max(0, missing)).fill('0'), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
