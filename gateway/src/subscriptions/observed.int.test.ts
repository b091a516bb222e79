import { newTrace, startTracing, type Tracing, traceparent } from '@machshop/telemetry';
import { persona } from '@machshop/testing';
import { InMemorySpanExporter, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { headers } from 'nats';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { identityOf } from '../auth.ts';
import type { OperationRecord } from '../http/contract.ts';
import { watch } from '../testing/live-client.ts';
import { EventReader, subscribeSse } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const ORDERS = 'subscription Orders { ordersChanged { count order { status part { name } } } }';
const ORDER = 'subscription One { orderChanged(id: "o1") { order { number } } }';

const exporter = new InMemorySpanExporter();
const records: OperationRecord[] = [];
let tracing: Tracing;
let world: LiveWorld;
let address: string;
beforeAll(async () => {
  tracing = await startTracing({ service: 'test', to: exporter });
  world = await startLiveWorld({ onOperation: (record) => void records.push(record) });
  address = world.gateway.address as string;
});
afterAll(async () => {
  await world?.close();
  await tracing?.close();
});
beforeEach(async () => {
  // those of the test before are gone
  await settle(50);
  await tracing.flush();
  exporter.reset();
  records.length = 0;
});

const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
const shown = () =>
  records.map(({ operation, outcome, codes, live }) => [
    operation?.name,
    outcome,
    live?.transport,
    live?.phase,
    live?.messages,
    ...codes,
  ]);

async function spansOf(traceId: string): Promise<ReadableSpan[]> {
  await settle();
  await tracing.flush();
  return exporter.getFinishedSpans().filter((span) => span.spanContext().traceId === traceId);
}

describe('an event delivered', () => {
  test('is seen in the trace of what caused it: one resolution with its fetches, and one delivery for all who listen', async () => {
    const watches = Array.from({ length: 5 }, () => watch(address, 'operator', { query: ORDERS }));
    const sse = new EventReader(await subscribeSse(address, 'operator', { query: ORDERS }));
    await settle(300);
    const cause = newTrace();
    await world.say(
      'orders.order.o1.changed',
      'orders.order.changed',
      { order: { __typename: 'Order', id: 'o1' }, count: 1 },
      { traceparent: traceparent(cause) },
    );
    await Promise.all(watches.map((one) => one.until(1)));
    await sse.next();
    const spans = await spansOf(cause.traceId);
    expect(spans.map(({ name }) => name).sort()).toEqual([
      'deliver ordersChanged',
      'fetch orders',
      'fetch parts',
      'resolve ordersChanged',
    ]);
    const find = (name: string) => spans.find((span) => span.name === name) as ReadableSpan;
    const resolution = find('resolve ordersChanged');
    expect(resolution.parentSpanId).toBe(cause.spanId);
    for (const name of ['deliver ordersChanged', 'fetch orders', 'fetch parts'])
      expect(find(name).parentSpanId, name).toBe(resolution.spanContext().spanId);
    expect(find('deliver ordersChanged').attributes['machshop.subscribers']).toBe(6);
    for (const one of watches) one.stop();
    await sse.stop();
  });

  test('stands below the span that published it, where there is one', async () => {
    const orders = watch(address, 'operator', { query: ORDERS });
    await settle();
    const publication = newTrace();
    const event = {
      ...{ specversion: '1.0', id: crypto.randomUUID(), source: '/test', type: 'orders.order.changed' },
      ...{ tenantid: '01900000-0000-7000-8000-000000000001', time: new Date().toISOString() },
      traceparent: traceparent({ ...publication, spanId: 'aaaaaaaaaaaaaaaa' }),
      data: { count: 1 },
    };
    const head = headers();
    head.set('traceparent', traceparent(publication));
    const subject = `mes.${event.tenantid}.orders.order.o1.changed`;
    await world.bus.jetstream.publish(subject, JSON.stringify(event), { msgID: event.id, headers: head });
    await orders.until(1);
    const spans = await spansOf(publication.traceId);
    const resolution = spans.find(({ name }) => name === 'resolve ordersChanged');
    expect(resolution?.parentSpanId).toBe(publication.spanId);
    orders.stop();
  });

  test('that nobody listens to makes no span', async () => {
    const cause = newTrace();
    await world.say('orders.order.o1.changed', 'x', {}, { traceparent: traceparent(cause) });
    expect(await spansOf(cause.traceId)).toEqual([]);
  });
});

describe('a subscription', () => {
  test('is a span of its caller, and its first value is resolved below it', async () => {
    const caller = newTrace();
    const order = watch(address, 'operator', {
      query: ORDER,
      extensions: { traceparent: traceparent(caller) },
    });
    await order.until(1);
    const spans = await spansOf(caller.traceId);
    const begun = spans.find(({ name }) => name === 'graphql') as ReadableSpan;
    expect(begun.parentSpanId).toBe(caller.spanId);
    expect(begun.attributes).toMatchObject({
      'graphql.operation.name': 'One',
      'graphql.operation.type': 'subscription',
      'network.protocol.name': 'websocket',
    });
    const first = spans.find(({ name }) => name === 'resolve orderChanged') as ReadableSpan;
    expect(first.parentSpanId).toBe(begun.spanContext().spanId);
    order.stop();
  });

  test('gives a record when it begins and one when it ends, over both transports', async () => {
    const ws = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await ws.until(1);
    ws.stop();
    await settle();
    expect(shown()).toEqual([
      ['Orders', 'ok', 'ws', 'begin', 0],
      ['Orders', 'ended', 'ws', 'end', 1],
    ]);
    expect(records[0]?.trace.traceId).toBe(records[1]?.trace.traceId);
    records.length = 0;
    const sse = new EventReader(await subscribeSse(address, 'operator', { query: ORDERS }));
    await settle();
    await world.change('o1', 2);
    await sse.next();
    await sse.stop();
    await settle();
    expect(shown()).toEqual([
      ['Orders', 'ok', 'sse', 'begin', 0],
      ['Orders', 'ended', 'sse', 'end', 1],
    ]);
    const text = await (await fetch(address.replace('/graphql', '/metrics'))).text();
    expect(text).toMatch(
      /machshop_gateway_operations_total\{operation="Orders",kind="subscription",outcome="ok"\} \d+/,
    );
    expect(text).toMatch(/machshop_gateway_subscription_seconds_count\{transport="sse"\} \d+/);
  });

  test('that is refused, and queries over either transport, give one record each', async () => {
    const one = { query: 'query Q { order(id: "o1") { number } }' };
    const bad = { query: 'subscription Bad { orderChanged(id: "*") { count } }' };
    await watch(address, 'operator', one).ended;
    await watch(address, 'operator', bad).ended;
    await (await subscribeSse(address, 'operator', one)).text();
    await (await subscribeSse(address, 'operator', bad)).text();
    await subscribeSse(address, 'nobody', one);
    expect(shown()).toEqual([
      ['Q', 'ok', 'ws', 'answer', 0],
      ['Bad', 'refused', 'ws', 'answer', 0, 'BAD_USER_INPUT'],
      ['Q', 'ok', 'sse', 'answer', 0],
      ['Bad', 'refused', 'sse', 'answer', 0, 'BAD_USER_INPUT'],
      [undefined, 'refused', 'sse', 'answer', 0, 'UNAUTHENTICATED'],
    ]);
  });

  test('of a client that leaves while it is asked who it is gives a record and ends its span', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let answer = () => {};
    const isLeft = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const gateway = await world.another({
      authenticate: async () => {
        asked();
        await isLeft;
        return identityOf(persona('OPERATOR'));
      },
    });
    const cut = new AbortController();
    const gone = subscribeSse(gateway.address as string, 'operator', { query: ORDERS }, {}, cut.signal);
    await isAsked;
    cut.abort();
    await expect(gone).rejects.toThrow('aborted');
    await settle();
    answer();
    await expect.poll(shown).toEqual([[undefined, 'ended', 'sse', 'answer', 0]]);
    await tracing.flush();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toContain('graphql');
  });

  test('that the gateway ends says why in its last record', async () => {
    const gateway = await world.another();
    const ws = watch(gateway.address as string, 'operator', { query: ORDERS });
    const sse = await subscribeSse(gateway.address as string, 'operator', { query: ORDERS });
    await settle();
    records.length = 0;
    await gateway.close(100);
    expect(await ws.ended).toMatchObject({ code: 1001 });
    await sse.text();
    expect(shown().sort()).toEqual([
      ['Orders', 'ended', 'sse', 'end', 0, 'SHUTDOWN'],
      ['Orders', 'ended', 'ws', 'end', 0, 'SHUTDOWN'],
    ]);
  });
});
