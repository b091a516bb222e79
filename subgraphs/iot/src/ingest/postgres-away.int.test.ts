import { connect, createServer, type Server, type Socket } from 'node:net';
import { startTestPlant, type TestPlant } from '@machshop/testing';
import { freePort } from '@machshop/testing/ports.ts';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { batch, id, makeSensor, reading, sayEquipment } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';
const TAG = 'load';
/** How long the database stays away: many times what the consumer waits between two tries. */
const AWAY_MS = 12_000;

let plant: TestPlant;
let way: Way;
let admin: postgres.Sql;

/** The only way to Postgres, which can be closed: then connections end, and new ones are refused. */
class Way {
  readonly #target: { host: string; port: number };
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(port: number, host: string, target: number) {
    this.#port = port;
    this.#target = { host, port: target };
  }

  async open(): Promise<void> {
    const server = createServer((inner) => {
      const outer = connect(this.#target);
      for (const [one, other] of [
        [inner, outer],
        [outer, inner],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.once('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }
}

beforeAll(async () => {
  const url = new URL(inject('adminDatabaseUrl'));
  const port = await freePort();
  way = new Way(port, url.hostname, Number(url.port));
  await way.open();
  url.host = `127.0.0.1:${port}`;
  vi.stubEnv('MACHSHOP_TEST_ADMIN_DATABASE_URL', url.href);
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
  await makeSensor(plant, MACHINE, TAG);
  const [row] = await plant.admin<{ name: string }[]>`select current_database() as name`;
  const direct = new URL(inject('adminDatabaseUrl'));
  direct.pathname = `/${row?.name}`;
  admin = postgres(direct.href, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin?.end();
  await plant?.close();
  await way?.close();
  vi.unstubAllEnvs();
});

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Publishes readings of the tag, fifty a batch, each batch twice, as a collector that lost an acknowledgement. */
async function send(from: number, to: number): Promise<void> {
  const t0 = Date.now() - to;
  for (let at = from; at <= to; at += 50) {
    const readings = numbers(at, Math.min(at + 49, to)).map((seq) =>
      reading(TAG, new Date(t0 + seq), seq, seq),
    );
    const { subject, text } = batch({ equipment: CODE, readings });
    await plant.bus.jetstream.publish(subject, text);
    await plant.bus.jetstream.publish(subject, text);
  }
}

const stored = async (): Promise<number[]> =>
  (
    await admin<{ seq: number }[]>`
      select r.seq::int as seq from iot.readings r join iot.sensors s using (series)
      where s.tag = ${TAG} order by r.seq`
  ).map(({ seq }) => seq);

/** Messages of the telemetry stream that the consumer has not acknowledged. */
async function waiting(): Promise<number> {
  const info = await plant.bus.manager.consumers.info('MES_TELEMETRY', 'iot-telemetry');
  return info.num_pending + info.num_ack_pending;
}

describe('while Postgres is away', () => {
  test('readings wait in JetStream, and are all there, once, when it is back', {
    timeout: 60_000,
  }, async () => {
    await send(1, 500);
    await expect.poll(() => stored().then(({ length }) => length), { timeout: 10_000 }).toBe(500);

    await way.close();
    const sent = 4_000;
    const step = 500;
    for (let from = 501; from <= sent; from += step) {
      await send(from, Math.min(from + step - 1, sent));
      await new Promise((resolve) => setTimeout(resolve, AWAY_MS / 8));
    }
    expect(await waiting()).toBe(((sent - 500) / 50) * 2);
    expect(await stored()).toHaveLength(500);

    await way.open();
    await expect
      .poll(() => stored().then(({ length }) => length), { timeout: 40_000, interval: 200 })
      .toBe(sent);
    await send(sent + 1, sent + 100);
    await plant.idle();
    expect(await stored()).toEqual(numbers(1, sent + 100));
    expect(await waiting()).toBe(0);
    expect((await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages).toBe(0);
  });
});
