import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberLiterals, telemetryEvent } from '@machshop/schema/events/telemetry.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reading, ReadingKind } from '../reading.ts';
import { type Dropped, LANES } from './room.ts';
import { BufferStore, type StoredBatch } from './store.ts';
import { BufferWriter, type WriterEvents, type WriterOptions } from './writer.ts';

const T0 = Date.parse('2026-01-01T00:00:00Z');
const DAY_MS = 86_400_000;
const ALL = Number.MAX_SAFE_INTEGER;

let folder: string;
const open: BufferStore[] = [];
let now = T0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'collector-buffer-'));
  now = T0;
});
afterEach(() => {
  for (const store of open.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

function openStore(maxBytes = 2 ** 30): BufferStore {
  const store = new BufferStore({
    path: join(folder, 'buffer.db'),
    maxBytes,
    synchronous: 'normal',
    reserveBytes: 4096,
  });
  open.push(store);
  return store;
}

function closeStore(store: BufferStore): void {
  open.splice(open.indexOf(store), 1);
  store.close();
}

const options: WriterOptions = {
  collector: 'edge',
  tenant: 'acme',
  site: 'pune',
  commitIntervalMs: 5,
  maxBatchReadings: 10,
  maxPendingReadings: 1000,
};

const openWriter = (store: BufferStore, events: WriterEvents = {}, more: Partial<WriterOptions> = {}) =>
  new BufferWriter(store, { ...options, ...more }, { now: () => now }, events);

const reading = (value: number, more: Partial<Reading> = {}): Reading => ({
  tag: 'load',
  sourceTime: '2026-01-01T00:00:00.1234567Z',
  value,
  quality: 'GOOD',
  ...more,
});
const request = (
  value: number,
  equipment = 'm1',
  kind: ReadingKind = 'telemetry',
  more: Partial<Reading> = {},
) => ({
  source: 'plc',
  at: { area: 'cell', workCenter: 'wc', equipment },
  kind,
  reading: reading(value, more),
});

const valuesOf = (batches: readonly StoredBatch[]): unknown[] =>
  batches.flatMap(({ payload }) =>
    telemetryEvent.parse(JSON.parse(payload)).data.readings.map(({ value }) => value),
  );

describe('the edge buffer', () => {
  it('writes batches that keep the contract, with the digits of the source', async () => {
    const store = openStore();
    await openWriter(store).add([
      request(98, 'm1', 'telemetry', { literal: '98.000000', serverTime: '2026-01-01T00:00:01Z' }),
      request(Number.NaN, 'm1', 'telemetry', { tag: 'he said "x"', value: 'läuft\n', quality: 'UNCERTAIN' }),
      request(0, 'm1', 'telemetry', { value: null, quality: 'BAD' }),
    ]);
    const [batch] = store.unsent(LANES.telemetry, 0, ALL, 10);
    const event = telemetryEvent.parse(JSON.parse(batch?.payload ?? ''));
    expect(batch).toMatchObject({ id: event.id, subject: 'uns.acme.pune.cell.wc.m1', readings: 3 });
    expect(event.subject).toBe('pune/cell/wc/m1');
    expect(event.data.readings).toEqual([
      { ...reading(98), serverTime: '2026-01-01T00:00:01Z', seq: 1 },
      { ...reading(0), tag: 'he said "x"', value: 'läuft\n', quality: 'UNCERTAIN', seq: 2 },
      { ...reading(0), value: null, quality: 'BAD', seq: 3 },
    ]);
    expect(numberLiterals(batch?.payload ?? '')).toEqual(new Map([[0, '98.000000']]));
  });

  it('gives back what was written, once and in order, after it is opened again', async () => {
    const store = openStore();
    await openWriter(store).add(Array.from({ length: 25 }, (_, i) => request(i)));
    store.commit({ batches: [], sequences: new Map(), marks: [], sent: [1], now });
    closeStore(store);
    const again = openStore();
    expect(again.id).toBe(store.id);
    expect(valuesOf(again.unsent(LANES.telemetry, 0, ALL, 10))).toEqual(
      Array.from({ length: 15 }, (_, i) => i + 10),
    );
    await openWriter(again).add([request(99)]);
    const last = again.unsent(LANES.telemetry, 0, ALL, 10).at(-1);
    expect(telemetryEvent.parse(JSON.parse(last?.payload ?? '')).data.readings[0]?.seq).toBe(26);
  });

  it('counts the readings of each piece of equipment without a gap, however they are mixed and cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.tuple(fc.constantFrom('m1', 'm2', 'm3'), fc.boolean()), { maxLength: 30 }), {
          maxLength: 6,
        }),
        async (turns) => {
          const path = join(folder, `${Math.random()}.db`);
          const store = new BufferStore({
            path,
            maxBytes: 2 ** 30,
            synchronous: 'normal',
            reserveBytes: 4096,
          });
          try {
            const writer = openWriter(store);
            for (const turn of turns) {
              for (const [equipment, isEvent] of turn) {
                void writer.add([request(1, equipment, isEvent ? 'event' : 'telemetry')]);
              }
              writer.flush();
            }
            const batches = [LANES.event, LANES.telemetry].flatMap((lane) =>
              store.unsent(lane, 0, ALL, 1000),
            );
            for (const equipment of ['m1', 'm2', 'm3']) {
              const seqs = batches
                .filter(({ subject }) => subject.endsWith(equipment))
                .flatMap(({ payload }) =>
                  telemetryEvent.parse(JSON.parse(payload)).data.readings.map(({ seq }) => seq),
                );
              const wanted = turns.flat().filter(([name]) => name === equipment).length;
              expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: wanted }, (_, i) => i + 1));
            }
          } finally {
            store.close();
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('drops the oldest telemetry at its bound, keeps events and counts what is gone', () => {
    const maxBytes = 256 * 1024;
    const store = openStore(maxBytes);
    const dropped: Dropped[] = [];
    const writer = openWriter(store, { dropped: (gone) => dropped.push(...gone) });
    for (let i = 0; i < 4000; i++) {
      void writer.add([request(i, 'm1', i % 100 === 0 ? 'event' : 'telemetry')]);
      if (i % 10 === 9) writer.flush();
      expect(store.usedBytes()).toBeLessThanOrEqual(maxBytes + 64 * 1024);
    }
    const telemetry = valuesOf(store.unsent(LANES.telemetry, 0, ALL, 10_000)) as number[];
    const events = valuesOf(store.unsent(LANES.event, 0, ALL, 10_000));
    expect(events).toEqual(Array.from({ length: 40 }, (_, i) => i * 100));
    expect(telemetry.at(-1)).toBe(3999);
    const gone = dropped.reduce((sum, { readings }) => sum + readings, 0);
    expect(dropped.every(({ lane }) => lane === LANES.telemetry)).toBe(true);
    expect(gone + telemetry.length + events.length).toBe(4000);
    expect(telemetry[0]).toBeGreaterThan(2000);
  });

  it('tells what it wrote before what it dropped, which may be the same', () => {
    const store = openStore(96 * 1024);
    let depth = 0;
    const writer = openWriter(store, {
      committed: (batches) => {
        for (const { readings } of batches) depth += readings;
      },
      dropped: (gone) => {
        for (const { readings } of gone) depth -= readings;
        expect(depth).toBeGreaterThanOrEqual(0);
      },
    });
    for (let i = 0; i < 1000; i++) void writer.add([request(i)]);
    writer.flush();
    expect(depth).toBeLessThan(1000);
    expect(store.depths().get('plc') ?? 0).toBe(depth);
  });

  it('drops events only when there is no telemetry left', () => {
    const store = openStore(192 * 1024);
    const dropped: Dropped[] = [];
    const writer = openWriter(store, { dropped: (gone) => dropped.push(...gone) });
    for (let i = 0; i < 100; i++) void writer.add([request(i)]);
    for (let i = 0; i < 3000; i++) {
      void writer.add([request(i, 'm1', 'event')]);
      if (i % 10 === 9) writer.flush();
    }
    expect(store.unsent(LANES.telemetry, 0, ALL, 1)).toEqual([]);
    const lanes = dropped.map(({ lane }) => lane);
    expect(lanes.indexOf(LANES.event)).toBeGreaterThan(lanes.lastIndexOf(LANES.telemetry));
    expect(valuesOf(store.unsent(LANES.event, 0, ALL, 10_000)).at(-1)).toBe(2999);
  });

  it('gives up what was sent before it drops anything', () => {
    const store = openStore(256 * 1024);
    const dropped: Dropped[] = [];
    const writer = openWriter(store, { dropped: (gone) => dropped.push(...gone) });
    for (let i = 0; i < 6000; i++) {
      void writer.add([request(i)]);
      if (i % 10 !== 9) continue;
      writer.flush();
      for (const { position } of store.unsent(LANES.telemetry, 0, ALL, 10)) writer.markSent(position);
    }
    expect(dropped).toEqual([]);
  });

  it('removes what was sent after its days, also when the clock jumped', () => {
    const store = openStore();
    const writer = openWriter(store);
    const send = () => {
      void writer.add([request(1)]);
      writer.flush();
      for (const { position } of store.unsent(LANES.telemetry, 0, ALL, 10)) writer.markSent(position);
      writer.flush();
    };
    send();
    now = T0 + DAY_MS;
    send();
    // the clock goes back a month and comes right again
    now = T0 - 30 * DAY_MS;
    send();
    void writer.add([request(2)]);
    writer.flush();
    now = T0 + 7 * DAY_MS + 1;
    expect(store.deleteSentBefore(now - 7 * DAY_MS, 100)).toBe(2);
    now = T0 + 9 * DAY_MS;
    expect(store.deleteSentBefore(now - 7 * DAY_MS, 100)).toBe(1);
    // what was never sent stays, whatever the clock says
    expect(store.deleteSentBefore(T0 + 999 * DAY_MS, 100)).toBe(0);
    expect(valuesOf(store.unsent(LANES.telemetry, 0, ALL, 10))).toEqual([2]);
  });

  it('keeps the marks of a source in the transaction of its readings', async () => {
    const store = openStore();
    const writer = openWriter(store);
    await writer.add([request(1)], { marks: [{ source: 'plc', key: 'line', value: '17' }] });
    await writer.add([request(2)], { marks: [{ source: 'plc', key: 'line', value: '18' }] });
    closeStore(store);
    expect(openStore().marks('plc')).toEqual(new Map([['line', '18']]));
  });

  it('stores once, with those who wait, what a fault of the disk did not let it write at first', async () => {
    const store = openStore();
    const commit = store.commit.bind(store);
    let faults = 2;
    store.commit = (transaction) => {
      if (faults-- > 0) throw new Error('disk I/O error');
      commit(transaction);
    };
    const failures: unknown[] = [];
    const writer = openWriter(store, { failed: (error) => failures.push(error) });
    await writer.add([request(1)], { urgent: true });
    expect(failures).toHaveLength(2);
    expect(valuesOf(store.unsent(LANES.telemetry, 0, ALL, 10))).toEqual([1]);
  });

  it('refuses what comes when it is closed, and who does not listen is not brought down by that', async () => {
    const store = openStore();
    const writer = openWriter(store);
    writer.close();
    // vitest fails a run with a rejection that nobody handles
    void writer.add([request(1)]);
    await new Promise((done) => setImmediate(done));
    await expect(writer.add([request(2)])).rejects.toThrow('the buffer is closed');
    expect(store.depths()).toEqual(new Map());
  });

  it('belongs to one agent at a time', () => {
    openStore();
    expect(
      () =>
        new BufferStore({
          path: join(folder, 'buffer.db'),
          maxBytes: 1e6,
          synchronous: 'normal',
          reserveBytes: 1,
        }),
    ).toThrow('locked');
  });

  it('keeps only the newest of the messages that could not be understood', () => {
    const store = openStore();
    for (let i = 0; i < 20; i++) store.reject('plc', 'topic', 'not JSON', Buffer.from([i]), now, 5);
    expect(store.counts().rejectedMessages).toBe(5);
  });
});
