import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { admin, batch, id, makeSensor, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

const stored = async (tag: string) =>
  (
    await plant.admin<
      { seq: number }[]
    >`select r.seq::int as seq from iot.readings r join iot.sensors s using (series)
      where s.tag = ${tag} order by r.seq`
  ).map(({ seq }) => seq);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** Publishes readings 1 to `count` of a tag, fifty a batch, each batch twice. */
async function flood(tag: string, count: number): Promise<void> {
  const t0 = Date.now() - count;
  const readings = numbers(count).map((seq) => reading(tag, new Date(t0 + seq), seq, seq));
  for (let at = 0; at < count; at += 50) {
    const { subject, text } = batch({ equipment: CODE, readings: readings.slice(at, at + 50) });
    await plant.bus.jetstream.publish(subject, text);
    await plant.bus.jetstream.publish(subject, text);
  }
}

describe('ingest loses nothing and stores nothing twice', () => {
  test('while its connections to the database break', async () => {
    await makeSensor(plant, MACHINE, 'broken');
    const cut = setInterval(() => {
      void plant.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'iot' and datname = current_database()`.catch(
        () => {},
      );
    }, 40);
    await flood('broken', 5_000);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    clearInterval(cut);
    await expect.poll(() => stored('broken').then(({ length }) => length), { timeout: 25_000 }).toBe(5_000);
    expect(await stored('broken')).toEqual(numbers(5_000));
  });

  test('when nats-server crashes and comes back', async () => {
    await makeSensor(plant, MACHINE, 'crashed');
    await flood('crashed', 2_000);
    await plant.nats.kill();
    await plant.nats.restart();
    await expect.poll(() => plant.bus.healthy(), { timeout: 10_000 }).toBe(true);
    await expect.poll(() => stored('crashed').then(({ length }) => length), { timeout: 25_000 }).toBe(2_000);
    expect(await stored('crashed')).toEqual(numbers(2_000));
  });

  test('when a tag is approved while its readings come', async () => {
    const sending = flood('approved', 3_000);
    await expect
      .poll(
        async () => {
          const [row] = await plant.admin`select id from iot.discovered_tags where tag = 'approved'`;
          return row?.id;
        },
        { timeout: 10_000 },
      )
      .toBeDefined();
    const [tag] = await plant.admin<
      { id: string }[]
    >`select id from iot.discovered_tags where tag = 'approved'`;
    await plant.run(
      'iot',
      admin,
      'mutation ($input: ApproveDiscoveredTagInput!) { approveDiscoveredTag(input: $input) { errors { code } } }',
      { input: { id: tag?.id, parameter: 'x' } },
    );
    await sending;
    await plant.idle();
    expect(await stored('approved')).toEqual(numbers(3_000));
    const [held] = await plant.admin`select count(*)::int as rows from iot.held_readings`;
    expect(held).toEqual({ rows: 0 });
  });

  test('and gives up what it cannot read, without what is beside it', async () => {
    await makeSensor(plant, MACHINE, 'poisoned');
    const good = (seq: number) =>
      sendBatch(plant, { equipment: CODE, readings: [reading('poisoned', new Date(), seq, seq)] });
    await good(1);
    const { subject } = batch({ equipment: CODE, readings: [reading('poisoned', new Date(), 0, 9)] });
    await plant.bus.jetstream.publish(subject, 'no JSON');
    await good(2);
    await plant.idle();
    expect(await stored('poisoned')).toEqual([1, 2]);
    expect((await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages).toBe(1);
  });
});
