import { randomBytes } from 'node:crypto';

/** A W3C trace context: https://www.w3.org/TR/trace-context/ */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId: string;
  readonly sampled: boolean;
}

const PATTERN = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

export const newTrace = (): Trace => ({
  traceId: randomBytes(16).toString('hex'),
  spanId: randomBytes(8).toString('hex'),
  sampled: true,
});

/** The next span of the same trace. */
export const childOf = (trace: Trace): Trace => ({ ...trace, spanId: randomBytes(8).toString('hex') });

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
