import { isInfrastructureFault } from '@machshop/events';
import { createLogger, metricsText } from '@machshop/telemetry';
import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, operator, reading, sayEquipment, sendBatch } from '../testing.ts';
import { type Fault, InfluxServer } from '../time-series/testing/influx-server.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';
const TAG = 'load';
const WRONG = 'a-secret-that-is-wrong';

const server = new InfluxServer();
let plant: TestPlant;
let sensorId: string;

beforeAll(async () => {
  await server.reserve();
  vi.stubEnv('INFLUX_URL', server.url);
  vi.stubEnv('INFLUX_TOKEN', server.token);
  vi.stubEnv('INFLUX_ORG', server.org);
  plant = await startTestPlant({ subgraphs: [subgraph] });
  // it waits for all that is at work, and the preparation of the store fails meanwhile
  await sayEquipment(plant, MACHINE, CODE).catch((error: unknown) => {
    if (!isInfrastructureFault(error)) throw error;
  });
  await vi.waitFor(
    async () => {
      expect(await plant.admin`select 1 from iot.known_equipment, iot.known_sites`).toHaveLength(1);
    },
    { timeout: 10_000, interval: 100 },
  );
  sensorId = await makeSensor(plant, MACHINE, TAG);
});
afterAll(async () => {
  await plant?.close();
  await server.stop();
  vi.unstubAllEnvs();
});

/** Asks for the readings of the last hour. */
async function ask(of: TestPlant = plant) {
  const result = await of.running.get('iot')?.execute({
    query: `query ($id: ID!, $from: DateTime!, $to: DateTime!) { sensor(id: $id) { tag readings(from: $from, to: $to) { count } } }`,
    viewer: operator,
    variables: {
      id: sensorId,
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date().toISOString(),
    },
  });
  return JSON.parse(JSON.stringify(result)) as {
    data: { sensor: { tag: string } | null } | null;
    errors?: { message: string; path: string[]; extensions: { code: string } }[];
  };
}

const AWAY = {
  message: 'the service is not available for the moment: try again',
  extensions: { code: 'SERVICE_UNAVAILABLE' },
};

const prepared = async () =>
  /^time_series_prepared(?:\{[^}]*\})? (\d)$/m.exec((await metricsText()).text)?.[1];

async function waiting(): Promise<number> {
  const info = await plant.bus.manager.consumers.info('MES_TELEMETRY', 'iot-telemetry');
  return info.num_pending + info.num_ack_pending;
}

const seqs = () =>
  [...new Set(server.points.map(({ line }) => Number(line.fields.seq)))].sort((a, b) => a - b);

describe('with an InfluxDB that is away when the process starts', () => {
  test('the process starts, sensors are configured, readings are said to be unavailable and wait in the stream', async () => {
    expect(await plant.running.get('iot')?.ready()).toEqual({ database: true, nats: true });
    expect(await prepared()).toBe('0');
    const { errors } = await ask();
    expect(errors).toMatchObject([AWAY]);
    for (let seq = 1; seq <= 3; seq++)
      await sendBatch(plant, { equipment: CODE, readings: [reading(TAG, new Date(), seq, seq)] });
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(await waiting()).toBe(3);
  });

  test('it is prepared when it comes, and what waited is in it, without a restart', {
    timeout: 60_000,
  }, async () => {
    await server.start();
    await expect.poll(prepared, { timeout: 30_000 }).toBe('1');
    expect(server.buckets.map(({ name }) => name)).toContain('machshop_raw');
    expect(server.tasks).toHaveLength(2);
    await expect.poll(seqs, { timeout: 40_000 }).toEqual([1, 2, 3]);
    await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
    expect((await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages).toBe(0);
    expect((await ask()).errors).toBeUndefined();
  });

  const faults: [string, Fault[]][] = [
    ['401', [{ status: 401 }]],
    ['404', [{ status: 404 }]],
    ['429 with a long Retry-After', [{ status: 429, headers: { 'retry-after': '600' } }]],
    ['503', Array.from({ length: 4 }, () => ({ status: 503 }))],
    ['a connection cut within the answer', Array.from({ length: 4 }, (): Fault => 'CUT_WITHIN')],
  ];
  test.each(faults)(
    'a query that meets %s tells the client to try again, and nothing of the server',
    {
      timeout: 20_000,
    },
    async (_, played) => {
      server.answers.push(...played.map(() => '#datatype,string,long,long\r\n'));
      server.faults.push(...played);
      const answer = await ask();
      server.faults.length = 0;
      server.answers.length = 0;
      expect(answer.errors).toMatchObject([{ ...AWAY, path: ['sensor', 'readings'] }]);
      const text = JSON.stringify(answer);
      for (const secret of [server.token, server.url, server.org, 'InfluxDB', 'played'])
        expect(text).not.toContain(secret);
      expect((await ask()).errors).toBeUndefined();
    },
  );
});

test('with a wrong token the process starts as well, and neither logs nor answers tell the token', async () => {
  vi.stubEnv('INFLUX_TOKEN', WRONG);
  const lines: string[] = [];
  const log = createLogger('test', 'debug', { write: (line: string) => void lines.push(line) });
  const other = await startTestPlant({ subgraphs: [subgraph], log });
  try {
    expect(await prepared()).toBe('0');
    expect(lines.join('')).toContain('the store of readings is away: started without it');
    expect(lines.join('')).not.toContain(WRONG);
  } finally {
    await other.close();
  }
});
