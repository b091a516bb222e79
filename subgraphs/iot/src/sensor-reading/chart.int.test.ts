import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, operator, plain, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

describe('a chart', () => {
  test('has at most the points asked for, the first and the last among them, and says where nothing came', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'chart', { expectedIntervalSeconds: 1 });
    const t0 = ago(1000).getTime();
    const seconds = Array.from({ length: 900 }, (_, index) => (index < 400 ? index : index + 60));
    const readings = seconds.map((second, index) =>
      reading('chart', new Date(t0 + second * 1000), Math.sin(second / 20), 1000 + index),
    );
    await sendBatch(plant, { equipment: CODE, readings });
    await plant.idle();
    const { sensor: found } = await plant.run<{
      sensor: {
        readings: {
          count: number;
          points: { time: string; afterGap: boolean }[];
          gaps: { from: string; to: string }[];
        };
      };
    }>(
      'iot',
      operator,
      `query ($id: ID!, $from: DateTime!, $to: DateTime!) { sensor(id: $id) {
        readings(from: $from, to: $to, maxPoints: 100) { count points { time afterGap } gaps { from to } } } }`,
      plain({ id: sensor, from: new Date(t0), to: new Date(t0 + 2_000_000) }),
    );
    expect(found.readings.count).toBe(900);
    expect(found.readings.points).toHaveLength(100);
    expect(found.readings.points[0]?.time).toBe(new Date(t0).toISOString());
    expect(found.readings.points.at(-1)?.time).toBe(new Date(t0 + 959_000).toISOString());
    expect(found.readings.gaps).toEqual([
      { from: new Date(t0 + 399_000).toISOString(), to: new Date(t0 + 460_000).toISOString() },
    ]);
    expect(found.readings.points.filter(({ afterGap }) => afterGap)).toEqual([
      { time: new Date(t0 + 460_000).toISOString(), afterGap: true },
    ]);
  });

  test('by windows, statistics and export agree on the same readings', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'agree');
    const t0 = Math.floor(Date.now() / 3_600_000 - 5) * 3_600_000;
    const values = Array.from({ length: 600 }, (_, index) => (index * 7919) % 1000);
    const readings = values.map((value, index) =>
      reading('agree', new Date(t0 + index * 6_000), value, 3000 + index),
    );
    await sendBatch(plant, { equipment: CODE, readings });
    await plant.idle();
    const range = plain({ id: sensor, ids: [sensor], from: new Date(t0), to: new Date(t0 + 3_600_000) });
    const found = await plant.run<{
      sensor: {
        readings: { windows: { good: number; min: number; max: number; mean: number }[] };
        statistics: {
          good: number;
          min: number;
          max: number;
          mean: number;
          standardDeviation: number;
          first: number;
          last: number;
        };
      };
      exportSensorReadings: { csv: string; rows: number; next: string | null };
    }>(
      'iot',
      operator,
      `query ($id: ID!, $ids: [ID!]!, $from: DateTime!, $to: DateTime!) {
        sensor(id: $id) {
          readings(from: $from, to: $to, maxPoints: 12, method: WINDOWS) { windows { good min max mean } }
          statistics(from: $from, to: $to) { good min max mean standardDeviation first last }
        }
        exportSensorReadings(sensorIds: $ids, from: $from, to: $to, maxRows: 400) { csv rows next }
      }`,
      range,
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / 600;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 600);
    const { windows } = found.sensor.readings;
    expect(windows.reduce((sum, { good }) => sum + good, 0)).toBe(600);
    expect(Math.min(...windows.map(({ min }) => min))).toBe(Math.min(...values));
    expect(found.sensor.statistics).toMatchObject({
      good: 600,
      min: Math.min(...values),
      max: Math.max(...values),
      first: values[0],
      last: values[599],
    });
    expect(found.sensor.statistics.mean).toBeCloseTo(mean, 9);
    expect(found.sensor.statistics.standardDeviation).toBeCloseTo(deviation, 6);
    const rest = await plant.run<{
      exportSensorReadings: { csv: string; rows: number; next: string | null };
    }>(
      'iot',
      operator,
      `query ($ids: [ID!]!, $from: DateTime!, $to: DateTime!, $after: String) {
        exportSensorReadings(sensorIds: $ids, from: $from, to: $to, maxRows: 400, after: $after) { csv rows next } }`,
      { ...range, after: found.exportSensorReadings.next },
    );
    expect([
      found.exportSensorReadings.rows,
      rest.exportSensorReadings.rows,
      rest.exportSensorReadings.next,
    ]).toEqual([400, 200, null]);
    const lines = [found.exportSensorReadings.csv, rest.exportSensorReadings.csv].flatMap((csv) =>
      csv.trim().split('\r\n').slice(1),
    );
    expect(lines.map((line) => Number(line.split(',')[3]))).toEqual(values);
  });

  test('refuses a budget and a range that are none', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'refuse');
    const query = `query ($id: ID!, $from: DateTime!, $to: DateTime!, $most: Int!) { sensor(id: $id) { readings(from: $from, to: $to, maxPoints: $most) { count } } }`;
    const variables = plain({ id: sensor, from: ago(10), to: ago(5), most: 5001 });
    expect(await plant.refuse('iot', operator, query, variables)).toEqual(['BAD_USER_INPUT']);
    expect(
      await plant.refuse('iot', operator, query, { ...variables, most: 100, to: ago(20).toISOString() }),
    ).toEqual(['BAD_USER_INPUT']);
  });
});
