import { OTHER_TENANT, persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { batch, id, makeSensor, operator, plain, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

interface Points {
  count: number;
  resolution: string;
  points: {
    time: string;
    value: number | null;
    text: string | null;
    quality: string;
    outOfRange: boolean;
    early: boolean;
    late: boolean;
  }[];
}

const readingsOf = async (sensor: string, from: Date, to: Date, viewer = operator) =>
  (
    await plant.run<{ sensor: { readings: Points } | null }>(
      'iot',
      viewer,
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) { sensor(id: $id) {
        readings(from: $from, to: $to) { count resolution points { time value text quality outOfRange early late } } } }`,
      plain({ id: sensor, from, to }),
    )
  ).sensor?.readings as Points;

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

describe('readings', () => {
  test('keep the time of the edge and come back in its order, however they came', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'order');
    const t0 = ago(30).getTime();
    const at = (ms: number) => new Date(t0 + ms);
    await sendBatch(plant, {
      equipment: CODE,
      readings: [reading('order', at(2000), 3, 3), reading('order', at(0), 1, 1)],
    });
    await sendBatch(plant, { equipment: CODE, readings: [reading('order', at(1000), 2, 2)] });
    await plant.idle();
    const { points, count } = await readingsOf(sensor, at(0), at(3000));
    expect(count).toBe(3);
    expect(points.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(points.map(({ time }) => time)).toEqual(
      [at(0), at(1000), at(2000)].map((time) => time.toISOString()),
    );
  });

  test('are stored once: the same batch again, and the same reading in another batch, change nothing', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'once');
    const at = ago(10);
    const one = batch({
      equipment: CODE,
      readings: [reading('once', at, 1, 10), reading('once', at, 1, 10)],
    });
    await plant.bus.jetstream.publish(one.subject, one.text);
    await plant.bus.jetstream.publish(one.subject, one.text);
    await sendBatch(plant, {
      equipment: CODE,
      readings: [reading('once', at, 1, 10), reading('once', at, 1, 11)],
    });
    await plant.idle();
    expect((await readingsOf(sensor, ago(20), ago(0))).count).toBe(2);
  });

  test('out of range are flagged UNCERTAIN and kept; a BAD one stays BAD', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'range', { validMin: '-50', validMax: '100' });
    const t0 = ago(20).getTime();
    const readings = [-51, -50, 100, 100.5].map((value, index) =>
      reading('range', new Date(t0 + index), value, 20 + index),
    );
    await sendBatch(plant, {
      equipment: CODE,
      readings: [...readings, reading('range', new Date(t0 + 9), 999, 29, 'BAD')],
    });
    await plant.idle();
    const { points } = await readingsOf(sensor, new Date(t0), new Date(t0 + 10));
    expect(points.map(({ quality, outOfRange }) => [quality, outOfRange])).toEqual([
      ['UNCERTAIN', true],
      ['GOOD', false],
      ['GOOD', false],
      ['UNCERTAIN', true],
      ['BAD', true],
    ]);
  });

  test('are judged by the range of the sensor as it was when they came: a changed range judges later ones alone', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'ranges', { validMin: '0', validMax: '100' });
    const t0 = ago(20).getTime();
    const say = async (...said: [ms: number, value: number][]) => {
      const readings = said.map(([ms, value]) => reading('ranges', new Date(t0 + ms), value, 30 + ms));
      await sendBatch(plant, { equipment: CODE, readings });
      await plant.idle();
    };
    await say([0, 50], [1, 150]);
    const range = { id: sensor, validMin: '0', validMax: '40' };
    expect(await makeSensor(plant, MACHINE, 'ranges', range)).toBe(sensor);
    // read before the change, and come after it
    await say([2, 50], [3, 40], [4, 150]);
    await makeSensor(plant, MACHINE, 'ranges', { id: sensor, validMin: null, validMax: null });
    await say([5, 150]);
    const { points } = await readingsOf(sensor, new Date(t0), new Date(t0 + 10));
    expect(points.map(({ value, quality, outOfRange }) => [value, quality, outOfRange])).toEqual([
      [50, 'GOOD', false],
      [150, 'UNCERTAIN', true],
      [50, 'UNCERTAIN', true],
      [40, 'GOOD', false],
      [150, 'UNCERTAIN', true],
      [150, 'GOOD', false],
    ]);
  });

  test('of a clock that is ahead keep its time, are flagged early, and are not the latest', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'early');
    const ahead = new Date(Date.now() + 3 * 86_400_000);
    const absurd = '2190-01-01T00:00:00.000Z';
    await sendBatch(plant, {
      equipment: CODE,
      readings: [
        reading('early', ago(1), 1, 40),
        reading('early', ahead, 2, 41),
        reading('early', absurd, 3, 42),
      ],
    });
    await plant.idle();
    const { points } = await readingsOf(sensor, ahead, new Date(ahead.getTime() + 1));
    expect(points).toMatchObject([{ early: true, quality: 'UNCERTAIN', value: 2 }]);
    expect((await readingsOf(sensor, new Date(absurd), new Date('2190-01-02T00:00:00Z'))).count).toBe(1);
    const { sensor: found } = await plant.run<{ sensor: { latest: { value: number } } }>(
      'iot',
      operator,
      `query ($id: ID!) { sensor(id: $id) { latest { value } } }`,
      { id: sensor },
    );
    expect(found.latest.value).toBe(1);
  });

  test('of years ago find their place and are flagged late', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'late');
    const at = new Date('2017-02-01T13:59:35.123Z');
    await sendBatch(plant, {
      equipment: CODE,
      readings: [reading('late', '2017-02-01T13:59:35.1234567Z', 98.6, 50)],
    });
    await plant.idle();
    const { points } = await readingsOf(sensor, at, new Date(at.getTime() + 1));
    expect(points).toMatchObject([{ time: at.toISOString(), value: 98.6, late: true, quality: 'GOOD' }]);
    const [part] =
      await plant.admin`select tableoid::regclass::text as part, time::text from iot.readings where seq = 50`;
    expect(part).toMatchObject({ part: 'iot.readings_20170201', time: '2017-02-01 13:59:35.123456+00' });
  });

  test('may be texts, truths, and numbers that no double holds', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'kinds');
    const t0 = ago(10).getTime();
    const text = batch({
      equipment: CODE,
      readings: [
        reading('kinds', new Date(t0), 1, 60),
        reading('kinds', new Date(t0 + 1), 'ACTIVE "x"\\', 61),
        reading('kinds', new Date(t0 + 2), true, 62),
      ],
    });
    await plant.bus.jetstream.publish(
      text.subject,
      text.text.replace('"value":1,', '"value":9007199254740993,'),
    );
    await plant.idle();
    const { points } = await readingsOf(sensor, new Date(t0), new Date(t0 + 3));
    expect(points.map(({ value, text }) => [value, text])).toEqual([
      [9007199254740992, '9007199254740993'],
      [null, 'ACTIVE "x"\\'],
      [1, null],
    ]);
  });

  test('of another tenant are not seen, and a viewer without sensor:read is refused', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'fenced');
    await sendBatch(plant, { equipment: CODE, readings: [reading('fenced', ago(1), 1, 70)] });
    await plant.idle();
    const other = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const { sensor: found } = await plant.run<{ sensor: null }>(
      'iot',
      other,
      `query ($id: ID!) { sensor(id: $id) { id } }`,
      { id: sensor },
    );
    expect(found).toBeNull();
    const nobody = persona('ADMINISTRATOR', { permissions: new Set() });
    expect(
      await plant.refuse('iot', nobody, `query ($id: ID!) { sensor(id: $id) { id } }`, { id: sensor }),
    ).toEqual(['FORBIDDEN']);
    const away = persona('ADMINISTRATOR', { siteIds: [id(77)] });
    expect(
      (
        await plant.run<{ sensor: null }>('iot', away, `query ($id: ID!) { sensor(id: $id) { id } }`, {
          id: sensor,
        })
      ).sensor,
    ).toBeNull();
  });

  test('that say another address than their subject are dead letters', async () => {
    const before = (await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages;
    await sendBatch(plant, {
      equipment: CODE,
      readings: [reading('forged', ago(1), 1, 80)],
      subject: `uns.${OTHER_TENANT}.X.milling.VMX24.${CODE}`,
    });
    await plant.idle();
    expect((await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages).toBe(before + 1);
  });
});

describe('a work center', () => {
  test('gives the latest of all its sensors in one call, and says which is silent', async () => {
    await sayEquipment(plant, id(2), 'BENCH-01', 'ASSEMBLY');
    await makeSensor(plant, id(2), 'a', { expectedIntervalSeconds: 60 });
    await makeSensor(plant, id(2), 'b', { expectedIntervalSeconds: 60 });
    await sendBatch(plant, {
      equipment: 'BENCH-01',
      readings: [reading('a', ago(2), 1, 1), reading('a', ago(1), 2, 2)],
    });
    await plant.idle();
    const { latestReadings } = await plant.run<{ latestReadings: unknown[] }>(
      'iot',
      operator,
      `{ latestReadings(workCenterCode: "ASSEMBLY") { tag silent latest { value } } }`,
    );
    expect(latestReadings).toEqual([
      { tag: 'a', silent: false, latest: { value: 2 } },
      { tag: 'b', silent: true, latest: null },
    ]);
  });
});

test('every table and every partition, made at run time too, is fenced', async () => {
  const [row] =
    await plant.admin`select count(*)::int as open from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'iot' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`;
  expect(row).toEqual({ open: 0 });
});
