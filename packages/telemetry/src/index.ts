export { tracingFromEnv } from './env.ts';
export { createLogger, type Logger } from './log.ts';
export { counter, gauge, histogram, metricsText, registry } from './metrics.ts';
export {
  inSpan,
  type Span,
  type SpanKind,
  type SpanOptions,
  startSpan,
  startTracing,
  type Tracing,
  type TracingOptions,
  tracing,
} from './span.ts';
export { childOf, newTrace, parseTraceparent, type Trace, traceparent } from './trace.ts';
