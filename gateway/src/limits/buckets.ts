/** What a bucket says to one request. */
export interface Verdict {
  readonly allowed: boolean;
  /** Requests that a full bucket holds; as many are given back in a minute. */
  readonly limit: number;
  /** Requests that are left now. */
  readonly remaining: number;
  /** Seconds until the bucket is full again. */
  readonly resetSeconds: number;
  /** Seconds until the next request is allowed; 0 when one is left. */
  readonly retrySeconds: number;
}

/** Token buckets: each holds `perMinute` requests, and gets as many back in a minute, evenly. */
export interface Buckets {
  /** Takes one request from the bucket of the key. */
  take(key: string, perMinute: number): Verdict | Promise<Verdict>;
  close(): Promise<void>;
}

/** How many buckets one process keeps; the one least recently used is forgotten, which fills it. */
const MAX_BUCKETS = 100_000;
const MINUTE_MS = 60_000;

/** The verdict on a bucket that holds `tokens` after the request. */
export function verdict(allowed: boolean, tokens: number, perMinute: number): Verdict {
  const perSecond = perMinute / 60;
  return {
    allowed,
    limit: perMinute,
    remaining: Math.max(0, Math.floor(tokens)),
    resetSeconds: Math.ceil((perMinute - tokens) / perSecond),
    retrySeconds: tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond)),
  };
}

/** Buckets of this process alone. */
export class MemoryBuckets implements Buckets {
  readonly #now: () => number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  /** @param now milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  get size(): number {
    return this.#buckets.size;
  }

  take(key: string, perMinute: number): Verdict {
    const now = this.#now();
    const bucket = this.#bucket(key, perMinute, now);
    bucket.tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) * perMinute) / MINUTE_MS);
    bucket.at = now;
    const allowed = bucket.tokens >= 1;
    if (allowed) bucket.tokens -= 1;
    return verdict(allowed, bucket.tokens, perMinute);
  }

  async close(): Promise<void> {
    this.#buckets.clear();
  }

  #bucket(key: string, perMinute: number, now: number) {
    let bucket = this.#buckets.get(key);
    if (bucket) {
      // nobody is forgotten while there is room, so the order need not be kept
      if (this.#buckets.size * 2 <= MAX_BUCKETS) return bucket;
      this.#buckets.delete(key);
    } else bucket = { tokens: perMinute, at: now };
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > MAX_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value as string);
    return bucket;
  }
}
