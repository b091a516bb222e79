import { randomFillSync } from 'node:crypto';

/** A W3C trace context: https://www.w3.org/TR/trace-context/ */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  readonly sampled: boolean;
}

const PATTERN = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** Random bytes are drawn many at once: each draw costs more than the bytes. */
const POOL = Buffer.alloc(4_096);
let used = POOL.length;

function randomHex(bytes: number): string {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += bytes;
  return POOL.toString('hex', used - bytes, used);
}

/** A trace that begins here. */
export const newTrace = (): Trace => ({
  traceId: randomHex(16),
  spanId: randomHex(8),
  sampled: true,
});

/** The next span of the same trace. */
export const childOf = (trace: Trace): Trace => ({ ...trace, spanId: randomHex(8) });

/** The trace of a `traceparent` header, or null when there is none or it is malformed. */
export function parseTraceparent(header: string | null | undefined): Trace | null {
  const match = header ? PATTERN.exec(header) : null;
  return match
    ? {
        traceId: match[1] as string,
        spanId: match[2] as string,
        sampled: (Number.parseInt(match[3] as string, 16) & 1) === 1,
      }
    : null;
}

/** The `traceparent` header of a trace. */
export const traceparent = (trace: Trace): string =>
  `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
