import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Received, type Watch, watch } from '../testing/live-client.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

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
