import { createServer } from 'node:http';
import { parseTraceparent, tracingFromEnv } from '@machshop/telemetry';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connected, MqttBench } from './testing/mqtt-bench.ts';
import { freePort } from './testing/nats-server.ts';
import { until } from './testing/stream-reader.ts';

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly name: string;
  readonly kind: number;
  readonly attributes: readonly { key: string; value: { stringValue?: string; intValue?: number } }[];
}
interface OtlpBody {
  readonly resourceSpans: readonly { scopeSpans: readonly { spans: readonly OtlpSpan[] }[] }[];
}

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

/** A collector of spans over HTTP, as the environment names it. */
async function spanReceiver(): Promise<{ url: string; spans: OtlpSpan[] }> {
  const spans: OtlpSpan[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(text) as OtlpBody;
      spans.push(...resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans)));
      response.end('{}');
    });
  });
  const port = await freePort();
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  bench.harness.later(() => new Promise((done) => server.close(done)));
  return { url: `http://127.0.0.1:${port}`, spans };
}

it('a batch carries the trace of its publication, and the span says what was published', {
  timeout: 30_000,
}, async () => {
  const { url, spans } = await spanReceiver();
  const tracing = await tracingFromEnv('collector', { OTEL_EXPORTER_OTLP_ENDPOINT: url });
  bench.harness.later(() => tracing?.close());
  const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
  await until(connected(agent), 10_000, 'the source is connected');
  await bench.publish(1);
  await until(async () => (await bench.streamed()).length === 1, 10_000, 'it is sent');
  await bench.harness.stopAgent();
  await tracing?.flush();
  const connection = await bench.harness.nats.connect();
  bench.harness.later(() => connection.close());
  const consumer = await connection.jetstream().consumers.get('MES_TELEMETRY');
  const message = await consumer.next({ expires: 5000 });
  const trace = parseTraceparent(message?.headers?.get('traceparent'));
  const span = spans.find(({ name }) => name === 'collector publish');
  expect(trace).toEqual({ traceId: span?.traceId, spanId: span?.spanId, sampled: true });
  // a producer's
  expect(span?.kind).toBe(4);
  const attributes = Object.fromEntries(span?.attributes.map(({ key, value }) => [key, value]) ?? []);
  expect(attributes).toMatchObject({
    'messaging.destination.name': { stringValue: 'uns.acme.pune.environment.c1.c1' },
    'messaging.message.id': { stringValue: message?.headers?.get('Nats-Msg-Id') },
    'messaging.batch.message_count': { intValue: 1 },
    'collector.source': { stringValue: 'environment' },
  });
});
