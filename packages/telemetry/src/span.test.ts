import { InMemorySpanExporter } from '@opentelemetry/sdk-trace-base';
import { afterEach, expect, test } from 'vitest';
import { tracingFromEnv } from './env.ts';
import { inSpan, startSpan, startTracing, type Tracing, tracing } from './span.ts';
import { newTrace, parseTraceparent, traceparent } from './trace.ts';

const exporter = new InMemorySpanExporter();
let running: Tracing | undefined;
afterEach(async () => {
  await running?.close();
  running = undefined;
  exporter.reset();
});

const start = async (ratio = 1) => {
  running = await startTracing({ service: 'test', to: exporter, ratio });
  return running;
};

test('without recording a span hands the trace of its parent on, or begins one', async () => {
  const parent = newTrace();
  expect(startSpan('a', parent).trace).toBe(parent);
  const own = startSpan('a', null).trace;
  expect(parseTraceparent(traceparent(own))).toEqual(own);
  expect(await inSpan('a', parent, async ({ trace }) => trace)).toBe(parent);
  expect(tracing()).toBe(false);
});

test('recorded spans keep to their parents, hold what was set, and say how they failed', async () => {
  const { flush } = await start();
  const caller = newTrace();
  await expect(
    inSpan('outer', caller, async ({ trace }) => {
      const inner = startSpan('inner', trace, { kind: 'client', attributes: { a: 1 }, links: [caller] });
      inner.set('b', 'x');
      inner.end();
      throw new Error('no luck');
    }),
  ).rejects.toThrow('no luck');
  await flush();
  const [inner, outer] = exporter.getFinishedSpans();
  expect(outer).toMatchObject({ name: 'outer', parentSpanId: caller.spanId });
  expect(outer?.status).toEqual({ code: 2, message: 'no luck' });
  expect(inner).toMatchObject({ name: 'inner', kind: 2, attributes: { a: 1, b: 'x' } });
  expect(inner?.parentSpanId).toBe(outer?.spanContext().spanId);
  expect(inner?.links).toHaveLength(1);
  expect(inner?.spanContext().traceId).toBe(caller.traceId);
});

test('a trace that its caller does not record is not recorded, and goes on as such', async () => {
  const { flush } = await start();
  const span = startSpan('a', { ...newTrace(), sampled: false });
  expect(span.trace.sampled).toBe(false);
  span.end();
  await flush();
  expect(exporter.getFinishedSpans()).toEqual([]);
});

test('the share of traces that begin here is as asked', async () => {
  const { flush } = await start(0);
  startSpan('a', null).end();
  await flush();
  expect(exporter.getFinishedSpans()).toEqual([]);
});

test('without an endpoint nothing is recorded, and a share that is none is refused', async () => {
  expect(await tracingFromEnv('test', {})).toBeUndefined();
  const env = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_TRACES_SAMPLER_ARG: '2' };
  await expect(tracingFromEnv('test', env)).rejects.toThrow('OTEL_TRACES_SAMPLER_ARG is 2');
});
