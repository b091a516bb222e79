export { createLogger, type Logger } from './log.ts';
export { counter, gauge, histogram, metricsText, registry } from './metrics.ts';
export { childOf, newTrace, parseTraceparent, type Trace, traceparent } from './trace.ts';
