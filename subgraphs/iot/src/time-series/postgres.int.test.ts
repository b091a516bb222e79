import type { RunningSubgraph } from '@machshop/server';
import { OTHER_TENANT, startTestPlant, TEST_TENANT, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IotServices } from '../services.ts';
import { subgraph } from '../subgraph.ts';
import { PostgresTimeSeries } from './postgres-store.ts';
import { numberAt, timeSeriesSuite } from './testing/suite.ts';
import { DAY_US, HOUR_US, MINUTE_US, type Series, type TimeSeries } from './time-series.ts';

let plant: TestPlant;
let iot: RunningSubgraph;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  iot = plant.running.get('iot') as RunningSubgraph;
});
afterAll(() => plant?.close());

describe('Postgres', () => {
  timeSeriesSuite(async () => ({
    timeSeries: (iot.services as IotServices).timeSeries,
    in: (tenantId, work) => iot.db.write(tenantId, (tx) => work({ tx, tenantId })),
    now: new Date(),
  }));
});

describe('partitions', () => {
  const series: Series = {
    series: 1,
    sensorId: '01900000-0000-7000-8000-0000000000f1',
    equipmentId: '01900000-0000-7000-8000-0000000000f2',
    parameter: 'x',
    unit: null,
  };
  const now = new Date();
  const store = () => new PostgresTimeSeries(iot.db, { rawDays: 90, minuteDays: 365, hourDays: 3_650 });
  const put = async (to: TimeSeries, timeUs: number, value: number, seq: number, at: Date) => {
    await to.makeRoom([timeUs], at);
    const reading = { of: series, reading: numberAt(timeUs, value, seq), work: null };
    await iot.db.write(TEST_TENANT, (tx) => to.append({ tx, tenantId: TEST_TENANT }, [reading], at));
  };
  const names = async (parent: string) =>
    (
      await plant.admin`select name from iot.time_partitions where parent = ${parent} and dropped_at is null order by 1`
    ).map(({ name }) => name as string);
  const rollUp = async (with_: TimeSeries, at: Date) => {
    const work = () => iot.db.write(TEST_TENANT, (tx) => with_.rollUp({ tx, tenantId: TEST_TENANT }, at));
    while ((await work()) > 0);
  };

  test('of the next days are there before their time', async () => {
    const days = await names('readings');
    for (let ahead = 0; ahead <= 7; ahead++) {
      const day = new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
      expect(days).toContain(`readings_${day}`);
    }
  });

  test('of long ago are kept as long after they were written as others; their minutes and hours stay, and late data adds to them', async () => {
    const old = store();
    const t0 = Math.floor((now.getTime() * 1000) / DAY_US - 200) * DAY_US;
    await put(old, t0 + 1, 10, 1, now);
    await rollUp(old, now);
    await old.retain(now);
    const range = { fromUs: t0, toUs: t0 + DAY_US };
    const scoped = <T>(work: (scope: { tx: never; tenantId: string }) => Promise<T>) =>
      iot.db.read(TEST_TENANT, (tx) => work({ tx: tx as never, tenantId: TEST_TENANT }));
    expect(await scoped((scope) => old.readings(scope, series, range, 10))).toHaveLength(1);
    const later = new Date(now.getTime() + 91 * 86_400_000);
    await old.retain(later);
    expect(await scoped((scope) => old.readings(scope, series, range, 10))).toEqual([]);
    expect(await scoped((scope) => old.resolutionOf(scope, range))).toBe('MINUTE');
    // a straggler: its day is made again, and what the dropped readings gave stays
    await put(store(), t0 + 2, 30, 2, later);
    const of = (resolution: 'MINUTE' | 'HOUR', width: number) =>
      scoped((scope) => old.windows(scope, series, range, width, resolution));
    const expected = [{ numbers: 2, min: 10, max: 30, mean: 20, first: 10, last: 30, standardDeviation: 10 }];
    expect(await of('MINUTE', MINUTE_US)).toMatchObject(expected);
    expect(await of('HOUR', HOUR_US)).toMatchObject(expected);
    await rollUp(old, later);
    expect(await of('MINUTE', MINUTE_US)).toMatchObject(expected);
    expect(await of('HOUR', HOUR_US)).toMatchObject(expected);
  });

  test('are not dropped before their rollups are done', async () => {
    const other = store();
    const t0 = Math.floor((now.getTime() * 1000) / DAY_US - 300) * DAY_US;
    await plant.admin`select iot.ensure_partition('readings', to_timestamp(${t0 / 1_000_000}), now() - interval '200 days')`;
    await plant.admin`insert into iot.dirty_minutes (series, bucket, tenant_id) values (2, to_timestamp(${t0 / 1_000_000}), ${OTHER_TENANT})`;
    const part = `readings_${new Date(t0 / 1000).toISOString().slice(0, 10).replaceAll('-', '')}`;
    await other.retain(now);
    expect(await names('readings')).toContain(part);
    await plant.admin`delete from iot.dirty_minutes where series = 2`;
    await other.retain(now);
    expect(await names('readings')).not.toContain(part);
  });

  test('take over what came before them', async () => {
    await plant.admin`insert into iot.readings (time, seq, value, tenant_id, series, quality, marks)
      values ('2005-05-05T05:05:05Z', 1, 5, ${TEST_TENANT}, 3, 0, 1)`;
    await store().makeRoom([Date.parse('2005-05-05T00:00:00Z') * 1000], now);
    const [row] =
      await plant.admin`select tableoid::regclass::text as part from iot.readings where series = 3`;
    expect(row).toEqual({ part: 'iot.readings_20050505' });
  });

  test('cannot be made, dropped or altered by the subgraph in any other way', async () => {
    await expect(iot.db.sql`drop table iot.readings_default`).rejects.toThrow('must be owner');
    await expect(iot.db.sql`select iot.ensure_partition('sensors', now(), now())`).rejects.toThrow(
      'no partitioned table',
    );
    await expect(iot.db.sql`select iot.drop_partitions('sensors', now())`).resolves.toMatchObject([
      { drop_partitions: [] },
    ]);
  });
});
