import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@machshop/telemetry';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LANES, type Lane } from '../buffer/room.ts';
import { BufferStore } from '../buffer/store.ts';
import { until } from '../testing/stream-reader.ts';
import { type Mishap, UnreliableStream } from '../testing/unreliable-stream.ts';
import { Forwarder } from './forwarder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collector-forwarder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const log = createLogger('test', 'silent');

/** A buffer with a forwarder to a stream of the test's. */
function setUp(stream: UnreliableStream, window = 8) {
  const store = new BufferStore({
    path: join(folder, `${Math.random()}.db`),
    maxBytes: 2 ** 30,
    synchronous: 'normal',
    reserveBytes: 1,
  });
  const refused: string[] = [];
  const sent = (position: number) =>
    store.commit({ batches: [], sequences: new Map(), marks: [], sent: [position], now: 0 });
  const forwarder = new Forwarder(
    store,
    stream.open,
    { window, backoff: { initialMs: 1, maxMs: 2 } },
    {
      sent: ({ position }) => sent(position),
      refused: ({ position, payload }, reason) => {
        refused.push(payload);
        store.refuse(position, reason, 0);
      },
      connected: () => undefined,
    },
    log,
  );
  const write = (count: number, from: number, lane: Lane = LANES.telemetry) => {
    const batches = Array.from({ length: count }, (_, i) => {
      const payload = String(from + i);
      return { id: `id-${payload}`, subject: 's', source: 'x', lane, readings: 1, createdAt: 0, payload };
    });
    store.commit({ batches, sequences: new Map(), marks: [], sent: [], now: 0 });
    forwarder.wake();
  };
  const stop = async () => {
    await forwarder.stop();
    store.close();
  };
  return { store, forwarder, write, stop, refused };
}

const numbers = (stream: UnreliableStream) => stream.stored.map(({ payload }) => Number(payload));
const range = (count: number, from = 0) => Array.from({ length: count }, (_, i) => from + i);

describe('the forwarder', () => {
  it('brings every batch into the stream once, whatever gets lost on the way', async () => {
    const mishap = fc.constantFrom<Mishap>(
      'none',
      'none',
      'not-stored',
      'stored-but-not-acknowledged',
      'connection-lost',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(mishap, { maxLength: 60 }),
        fc.integer({ min: 1, max: 16 }),
        async (mishaps, window) => {
          const stream = new UnreliableStream(mishaps);
          const { store, forwarder, write, stop } = setUp(stream, window);
          write(20, 0);
          forwarder.start();
          write(10, 20);
          await until(() => store.counts().unsentBatches === 0, 10_000, 'all is sent');
          await stop();
          expect(numbers(stream).sort((a, b) => a - b)).toEqual(range(30));
        },
      ),
      { numRuns: 30 },
    );
  }, 60_000);

  it('sends what waited in order, and events before telemetry', async () => {
    const stream = new UnreliableStream([]);
    const { store, forwarder, write, stop } = setUp(stream);
    write(50, 0);
    write(5, 1000, LANES.event);
    forwarder.start();
    await until(() => store.counts().unsentBatches === 0, 5000, 'all is sent');
    await stop();
    expect(numbers(stream)).toEqual([...range(5, 1000), ...range(50)]);
  });

  it('lets live batches by while it catches up, both in order', async () => {
    const stream = new UnreliableStream([], 2);
    const { store, forwarder, write, stop } = setUp(stream, 4);
    write(300, 0);
    forwarder.start();
    await until(() => stream.stored.length > 20, 5000, 'it catches up');
    write(30, 1000);
    await until(() => store.counts().unsentBatches === 0, 10_000, 'all is sent');
    await stop();
    const order = numbers(stream);
    expect(order.filter((n) => n < 1000)).toEqual(range(300));
    expect(order.filter((n) => n >= 1000)).toEqual(range(30, 1000));
    const lastLive = order.indexOf(1029);
    expect(lastLive).toBeLessThan(150);
  });

  it('puts aside what the stream refuses for good and sends the rest', async () => {
    const stream = new UnreliableStream(['none', 'refused']);
    const { store, forwarder, write, stop, refused } = setUp(stream, 1);
    write(4, 0);
    forwarder.start();
    await until(() => store.counts().unsentBatches === 0, 5000, 'all is dealt with');
    expect(store.counts().refusedBatches).toBe(1);
    await stop();
    expect(numbers(stream)).toEqual([0, 2, 3]);
    expect(refused).toEqual(['1']);
  });
});
