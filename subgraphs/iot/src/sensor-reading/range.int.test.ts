import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, operator, plain, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
let sensor: string;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
  sensor = await makeSensor(plant, MACHINE, 'years', { expectedIntervalSeconds: 60 });
  const times = ['2017-02-01T00:00:30.000Z', '2021-07-01T12:00:00.000Z', '2024-11-01T00:00:00.000Z'];
  const readings = times.map((time, index) => reading('years', time, index + 1, index + 1));
  await sendBatch(plant, { equipment: CODE, readings });
  await plant.idle();
});
afterAll(() => plant?.close());

interface Found {
  readings: {
    count: number;
    resolution: string;
    points: { value: number; afterGap: boolean }[];
    windows: { good: number; min: number; max: number }[];
    gaps: unknown[];
  };
  statistics: { good: number; min: number | null; max: number | null; mean: number | null };
}

const QUERY = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $method: DownsamplingMethod!) { sensor(id: $id) {
  readings(from: $from, to: $to, maxPoints: 100, method: $method) {
    count resolution points { value afterGap } windows { good min max } gaps { from } }
  statistics(from: $from, to: $to) { good min max mean } } }`;

const find = async (from: string, to: string, method = 'LTTB') =>
  (await plant.run<{ sensor: Found }>('iot', operator, QUERY, { id: sensor, from, to, method })).sensor;

/** What a client is told. */
async function faultOf(query: string, variables: Record<string, unknown>) {
  const result = await plant.running.get('iot')?.execute({ query, viewer: operator, variables });
  const { errors } = plain({ ...result }) as {
    errors?: { message: string; extensions: { code: string } }[];
  };
  return errors?.map(({ message, extensions }) => [extensions.code, message]);
}

describe('a range', () => {
  const [from, to] = ['2017-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];

  test('of ten years gives what is in it, as points, as windows and as statistics', async () => {
    const { readings, statistics } = await find(from, to);
    expect(readings).toMatchObject({ count: 3, resolution: 'RAW' });
    expect(readings.points).toEqual([
      { value: 1, afterGap: false },
      { value: 2, afterGap: true },
      { value: 3, afterGap: true },
    ]);
    expect(readings.gaps).toHaveLength(2);
    expect(statistics).toEqual({ good: 3, min: 1, max: 3, mean: 2 });
    const byWindows = (await find(from, to, 'WINDOWS')).readings;
    expect(byWindows.count).toBe(3);
    expect(byWindows.windows).toEqual([1, 2, 3].map((value) => ({ good: 1, min: value, max: value })));
  });

  test('in which nothing was said is empty, with a width of a millisecond too', async () => {
    const nothing = { good: 0, min: null, max: null, mean: null };
    for (const [first, last] of [
      ['2018-01-01T00:00:00.000Z', '2019-01-01T00:00:00.000Z'],
      ['2018-01-01T00:00:00.000Z', '2018-01-01T00:00:00.001Z'],
      // what is at its end is not in it
      ['2021-07-01T11:00:00.000Z', '2021-07-01T12:00:00.000Z'],
    ] as const)
      for (const method of ['LTTB', 'WINDOWS']) {
        const { readings, statistics } = await find(first, last, method);
        expect(readings).toEqual({ count: 0, resolution: 'RAW', points: [], windows: [], gaps: [] });
        expect(statistics).toEqual(nothing);
      }
  });

  test('may be 30 years long; a longer one, an empty one and one that ends before it begins are refused by name', async () => {
    expect((await find('1997-01-01T00:00:00.000Z', to)).readings.count).toBe(3);
    const refusals = [
      ['1996-01-01T00:00:00.000Z', to, 'from and to must be at most 30 years apart'],
      [from, from, 'to must be after from'],
      [to, from, 'to must be after from'],
    ] as const;
    for (const [first, last, message] of refusals)
      expect(await faultOf(QUERY, { id: sensor, from: first, to: last, method: 'LTTB' })).toEqual([
        ['BAD_USER_INPUT', message],
        ['BAD_USER_INPUT', message],
      ]);
  });
});

describe('an export', () => {
  const EXPORT = `query ($ids: [ID!]!, $rows: Int!, $from: DateTime!, $to: DateTime!, $after: String) {
    exportSensorReadings(sensorIds: $ids, from: $from, to: $to, maxRows: $rows, after: $after) { csv rows next } }`;
  const [from, to] = ['2017-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'];

  test('of more sensors than 20, of none, of more rows than 50,000 and of another’s cursor is refused by name', async () => {
    const many = Array.from({ length: 21 }, (_, index) => id(500 + index));
    const sensors = 'sensorIds must name 1 to 20 sensors';
    const refusals = [
      [{ ids: many, rows: 10 }, sensors],
      [{ ids: [], rows: 10 }, sensors],
      [{ ids: [sensor], rows: 50_001 }, 'maxRows must be from 1 to 50000, not 50001'],
      [{ ids: [sensor], rows: 0 }, 'maxRows must be from 1 to 50000, not 0'],
      [{ ids: [sensor], rows: 10, after: 'nonsense' }, 'after is not a cursor of this export'],
    ] as const;
    for (const [given, message] of refusals)
      expect(await faultOf(EXPORT, { from, to, ...given })).toEqual([['BAD_USER_INPUT', message]]);
    expect(await faultOf(EXPORT, { ids: [id(500)], rows: 10, from, to })).toEqual([
      ['NOT_FOUND', `there is no sensor ${id(500)}`],
    ]);
  });

  test('of ten years goes on row by row from one sensor to the next', async () => {
    const other = await makeSensor(plant, MACHINE, 'nothing');
    const last = await makeSensor(plant, MACHINE, 'last');
    await sendBatch(plant, { equipment: CODE, readings: [reading('last', '2020-01-01T00:00:00Z', 9, 9)] });
    await plant.idle();
    const values: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 10; page++) {
      const found: { exportSensorReadings: { csv: string; next: string | null } } = await plant.run(
        'iot',
        operator,
        EXPORT,
        { ids: [sensor, other, last], rows: 1, from, to, after },
      );
      const lines = found.exportSensorReadings.csv.trim().split('\r\n').slice(1);
      values.push(...lines.map((line) => line.split(',').slice(2, 4).join(' ')));
      after = found.exportSensorReadings.next;
      if (after === null) break;
    }
    expect(values).toEqual(['years 1', 'years 2', 'years 3', 'last 9']);
    expect(after).toBeNull();
  });
});
