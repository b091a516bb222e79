import { createHash } from 'node:crypto';

/**
 * A UUIDv7 (RFC 9562) that is always the same for the same time and key: 48 bits of time, then bits of the key's
 * SHA-256. What a repeated run sends is thereby known to the plant as sent before.
 */
export function deterministicId(atMs: number, key: string): string {
  if (!Number.isInteger(atMs) || atMs < 0 || atMs >= 2 ** 48)
    throw new RangeError(`${atMs} is no UUIDv7 time`);
  const digest = createHash('sha256').update(key).digest('hex');
  const variant = ((Number.parseInt(digest.slice(4, 5), 16) & 0x3) | 0x8).toString(16);
  const time = atMs.toString(16).padStart(12, '0');
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${digest.slice(0, 3)}`,
    `${variant}${digest.slice(5, 8)}`,
    digest.slice(8, 20),
  ].join('-');
}
