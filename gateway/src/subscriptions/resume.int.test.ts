import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Received, type Watch, watch } from '../testing/live-client.ts';
import { EventReader, subscribeSse } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';
import type { SubgraphExecute, SubgraphRequest } from '../transport/transport.ts';

const ORDERS = 'subscription { ordersChanged { count order { number } } }';

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
});
afterAll(() => world?.close());

const counts = (received: readonly Received[]) =>
  received.map(({ data }) => (data as { ordersChanged: { count: number } }).ordersChanged.count);
const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const resume = (cursor: string | undefined, at = address): Watch =>
  watch(at, 'operator', { query: ORDERS, extensions: { cursor } });

/** The sequence that a cursor names. */
const placeOf = (cursor: string | undefined) => Number.parseInt(cursor?.split('-')[1] ?? '', 36);

/** Says many changes at once, in order. */
async function changes(from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += 500)
    await Promise.all(numbers(at, Math.min(to, at + 500)).map((count) => world.change('o1', count)));
}

describe('a client that comes back with its last cursor', () => {
  test('gets what it missed, in order and once, and what happens from there on', async () => {
    const first = watch(address, 'operator', { query: ORDERS });
    await settle();
    for (const count of numbers(0, 3)) await world.change('o1', count);
    await first.until(3);
    first.stop();
    await settle(50);
    for (const count of numbers(3, 40)) await world.change('o1', count);
    const second = resume(first.cursor);
    for (const count of numbers(40, 50)) await world.change('o1', count);
    expect(counts(await second.until(47))).toEqual(numbers(3, 50));
    // the middle of what was missed is a place as good as any
    const third = resume(second.received[9]?.extensions?.cursor);
    expect(counts(await third.until(37))).toEqual(numbers(13, 50));
    await settle();
    expect(second.received).toHaveLength(47);
    expect(third.received).toHaveLength(37);
    second.stop();
    third.stop();
  });

  test('gets more than memory holds from the stream, while new events come', async () => {
    const first = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 0);
    await first.until(1);
    first.stop();
    await changes(1, 6_000);
    const second = resume(first.cursor);
    await changes(6_000, 6_500);
    const received = await second.until(6_499);
    // what was said at once has no order of its own; that of the cursors is the stream's
    expect(new Set(counts(received))).toEqual(new Set(numbers(1, 6_500)));
    const places = received.map(({ extensions }) =>
      Number.parseInt(extensions?.cursor?.split('-')[1] ?? '', 36),
    );
    expect(places.every((place, i) => i === 0 || place > (places[i - 1] as number))).toBe(true);
    await settle();
    expect(second.received).toHaveLength(6_499);
    second.stop();
  });

  test('may come back to another gateway', async () => {
    const other = (await world.another()).address as string;
    const first = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await first.until(1);
    first.stop();
    await world.change('o1', 2);
    const second = resume(first.cursor, other);
    expect(counts(await second.until(1))).toEqual([2]);
    second.stop();
  });

  test('goes on when the nats-server was away', async () => {
    const orders = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await orders.until(1);
    await world.nats.restart();
    await world.change('o1', 2);
    await world.change('o1', 3);
    expect(counts(await orders.until(3))).toEqual([1, 2, 3]);
    orders.stop();
  });

  test('is told plainly when the retention has passed, or the cursor is none', async () => {
    const first = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await first.until(1);
    first.stop();
    for (const count of numbers(2, 5)) await world.change('o1', count);
    const sequence = await world.change('o1', 5);
    await world.bus.manager.streams.purge('MES_EVENTS', { seq: sequence });
    // a gateway that has them in memory still has them; another one has not
    const other = (await world.another()).address as string;
    const passed = resume(first.cursor, other);
    expect(await passed.ended).toMatchObject([
      { extensions: { code: 'RETENTION_PASSED', resumable: false } },
    ]);
    expect(passed.received).toEqual([]);
    const foreign = resume(`abc-${sequence.toString(36)}`);
    expect(await foreign.ended).toMatchObject([{ extensions: { code: 'RETENTION_PASSED' } }]);
    const none = resume('yesterday');
    expect(await none.ended).toMatchObject([{ extensions: { code: 'CURSOR_UNKNOWN' } }]);
  });
});

describe('a client that hears nothing for longer than events are kept', () => {
  /** Events of another topic come and are not kept any more. */
  async function timePasses(): Promise<void> {
    const sequence = await world.say('machines.machine.m1.read', 'machines.machine.read', { machine: 'm1' });
    await world.bus.manager.streams.purge('MES_EVENTS', { seq: sequence + 1 });
  }

  test('is told how far the stream is while it is connected, and resumes from there', async () => {
    const gateway = await world.another({ events: { bus: world.bus, heartbeatMs: 20 } });
    const orders = watch(gateway.address as string, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await orders.until(1);
    await timePasses();

    const place = await orders.told();
    orders.stop();
    expect(place).not.toBe(orders.cursor);
    await world.change('o1', 2);
    // one that has nothing of it in memory
    const other = (await world.another()).address as string;
    const again = resume(place, other);
    expect(counts(await again.until(1))).toEqual([2]);
    again.stop();
    expect(await resume(orders.cursor, other).ended).toMatchObject([
      { extensions: { code: 'RETENTION_PASSED' } },
    ]);
  });

  test('over server-sent events as well: as an id to who came by GET, as a comment to others', async () => {
    const gateway = await world.another({ events: { bus: world.bus, heartbeatMs: 20 } });
    const url = new URL(gateway.address as string);
    url.searchParams.set('query', ORDERS);
    const headers = { accept: 'text/event-stream', authorization: 'Bearer operator' };
    const got = new EventReader(await fetch(url, { headers }));
    const posted = new EventReader(
      await subscribeSse(url.origin + url.pathname, 'operator', { query: ORDERS }),
    );
    await settle();
    await timePasses();
    await settle();
    await world.change('o1', 3);
    let id: string | undefined;
    for (let event = await got.next(); event?.event === undefined; event = await got.next()) id = event?.id;
    expect((await posted.next())?.event).toBe('next');
    expect(posted.comments).toContain(`: cursor ${id}`);
    const other = (await world.another()).address as string;
    const again = resume(id, other);
    expect(counts(await again.until(1))).toEqual([3]);
    again.stop();
    await got.stop();
    await posted.stop();
  });

  test('is not told so while something is on its way to it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const subgraphs = world.subgraphs.map((one) => ({
      ...one,
      execute: async (request: SubgraphRequest) => {
        await held;
        return (one.execute as SubgraphExecute)(request);
      },
    }));
    const events = { bus: world.bus, heartbeatMs: 20 };
    const gateway = await world.another({ source: { subgraphs }, events });
    const orders = watch(gateway.address as string, 'operator', { query: ORDERS });
    await settle(400);
    const before = await orders.told();
    await world.change('o1', 4);
    const after = await world.change('o2', 5);
    await settle(700);
    expect(placeOf(orders.place)).toBeLessThan(after - 1);
    expect(placeOf(before)).toBeLessThan(after - 1);
    release();
    expect(counts(await orders.until(2))).toEqual([4, 5]);
    orders.stop();
  });
});

test('an event that is sent again for a consumer that gave up on it is not heard again', async () => {
  const first = watch(address, 'operator', { query: ORDERS });
  await settle();
  await world.change('o1', 1);
  await first.until(1);
  const { seq, subject, data } = await world.bus.manager.streams.getMessage('MES_EVENTS', {
    last_by_subj: 'mes.*.orders.order.o1.changed',
  });
  // as the outbox does: the same envelope on the same subject under an id of its own
  const { seq: again } = await world.bus.jetstream.publish(subject, data, { msgID: crypto.randomUUID() });
  expect(again).toBeGreaterThan(seq);
  await world.change('o1', 2);
  expect(counts(await first.until(2))).toEqual([1, 2]);
  // nor by one who catches up: from memory, or from the stream
  for (const at of [address, (await world.another()).address as string]) {
    const later = resume(first.received[0]?.extensions?.cursor, at);
    expect(counts(await later.until(1))).toEqual([2]);
    await settle();
    expect(later.received).toHaveLength(1);
    later.stop();
  }
  await changes(3, 5_000);
  const fromStream = resume(first.received[0]?.extensions?.cursor);
  expect(counts((await fromStream.until(10)).slice(0, 1))).toEqual([2]);
  fromStream.stop();
  first.stop();
});
