import { newTrace, startTracing, type Tracing, traceparent } from '@machshop/telemetry';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BenchPlant, startBenchPlant } from '../bench/plant.ts';

const exporter = new InMemorySpanExporter();
let bench: BenchPlant;
let tracing: Tracing;

beforeAll(async () => {
  bench = await startBenchPlant();
  tracing = await startTracing({ service: 'machshop', to: exporter });
});
afterAll(async () => {
  await tracing?.close();
  await bench?.close();
});

test('one mutation is one trace, from the client to the consumers of its event', async () => {
  const caller = newTrace();
  const token = await bench.tokenOf('material.handler');
  await bench.plant.idle();
  await tracing.flush();
  exporter.reset();
  const answer = await fetch(bench.plant.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      traceparent: traceparent(caller),
    },
    body: JSON.stringify({
      query: `mutation CreateShelf($input: CreateInventoryLocationInput!) {
        createInventoryLocation(input: $input) { inventoryLocation { id site { name } } errors { message } }
      }`,
      variables: { input: { siteId: await siteId(), code: 'TRACED-1', name: 'Traced shelf', kind: 'STORE' } },
    }),
  });
  expect(await answer.json()).toMatchObject({
    data: { createInventoryLocation: { inventoryLocation: { id: expect.any(String) }, errors: [] } },
  });
  await bench.plant.idle();
  await tracing.flush();

  const spans = exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === caller.traceId);
  const find = (name: string): ReadableSpan => {
    const span = spans.find((one) => one.name === name);
    expect(span, `${name} among ${spans.map((one) => one.name).join(', ')}`).toBeDefined();
    return span as ReadableSpan;
  };
  const isBelow = (span: ReadableSpan, parent: ReadableSpan) =>
    expect(span.parentSpanId).toBe(parent.spanContext().spanId);
  const operation = find('graphql');
  expect(operation.parentSpanId).toBe(caller.spanId);
  expect(operation.attributes).toMatchObject({
    'graphql.operation.name': 'CreateShelf',
    'graphql.operation.type': 'mutation',
    'http.response.status_code': 200,
  });
  isBelow(find('plan'), operation);
  isBelow(find('fetch materials'), operation);
  isBelow(find('fetch auth'), operation);
  const execution = find('materials execute');
  isBelow(execution, find('fetch materials'));
  isBelow(find('auth execute'), find('fetch auth'));
  isBelow(find('materials write'), execution);
  const publication = find('materials publish');
  isBelow(publication, execution);
  isBelow(find('traceability-audit handle'), publication);
  isBelow(find('traceability-facts handle'), publication);
});

async function siteId(): Promise<string> {
  const [site] = await bench.admin<{ id: string }[]>`select id from auth.sites limit 1`;
  return (site as { id: string }).id;
}
