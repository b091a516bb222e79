import { createClient } from '@redis/client';
import type { Logger } from '../engine-api.ts';
import { type Buckets, MemoryBuckets, type Verdict, verdict } from './buckets.ts';

/** Redis counts, by its own clock, in one step. Answers whether it is allowed, and the thousandths left. */
const TAKE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local capacity = tonumber(ARGV[1])
local bucket = redis.call('HMGET', KEYS[1], 't', 'a')
local tokens = tonumber(bucket[1]) or capacity
local at = tonumber(bucket[2]) or now
tokens = math.min(capacity, tokens + (now - at) * capacity / 60000)
local allowed = 0
if tokens >= 1 then
  tokens = tokens - 1
  allowed = 1
end
redis.call('HSET', KEYS[1], 't', tostring(tokens), 'a', now)
redis.call('PEXPIRE', KEYS[1], 120000)
return { allowed, math.floor(tokens * 1000) }
`;
const PREFIX = 'machshop:rate:';
/** Longer a request does not wait for Redis. */
const TIMEOUT_MS = 100;
const CONNECT_TIMEOUT_MS = 2_000;
const MAX_RECONNECT_MS = 2_000;

/**
 * Buckets that all gateways share. While Redis does not answer, each gateway counts for itself: a limit that is
 * too generous for a while is better than a plant that stands still.
 */
export async function redisBuckets(url: string, logger: Logger): Promise<Buckets> {
  const own = new MemoryBuckets();
  const client = createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: 10_000,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (tries: number) => Math.min(50 * 2 ** Math.min(tries, 10), MAX_RECONNECT_MS),
    },
  });
  let away = false;
  client.on('error', (error: unknown) => {
    if (away) return;
    away = true;
    logger.warn({ err: error }, 'Redis does not answer: each gateway counts requests for itself');
  });
  client.on('ready', () => {
    if (away) logger.info({}, 'Redis answers again: requests are counted together');
    away = false;
  });
  // the first connection is waited for, but not for ever: without Redis we start as well
  const connected = client.connect().catch(() => undefined);
  await Promise.race([connected, delay(CONNECT_TIMEOUT_MS)]);
  return {
    async take(key, perMinute): Promise<Verdict> {
      if (!client.isReady) return own.take(key, perMinute);
      try {
        const asked = client.eval(TAKE, { keys: [PREFIX + key], arguments: [String(perMinute)] });
        const answer = await Promise.race([asked, delay(TIMEOUT_MS)]);
        if (!Array.isArray(answer)) return own.take(key, perMinute);
        return verdict(answer[0] === 1, Number(answer[1]) / 1000, perMinute);
      } catch {
        return own.take(key, perMinute);
      }
    },
    async close() {
      client.destroy();
      await own.close();
    },
  };
}

const delay = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
