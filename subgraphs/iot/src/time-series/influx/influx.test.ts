import { Flux } from '@influxdata/flux-lsp-node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { marksOf } from '../../sensor-reading/reading.ts';
import { NOW, of, reading, series, TENANT, work } from '../testing/examples.ts';
import { InfluxServer } from '../testing/influx-server.ts';
import { RETENTION } from '../time-series.ts';
import { InfluxConnection, InfluxRefused, InfluxUnavailable } from './connection.ts';
import {
  BUCKETS,
  countFlux,
  rawWindowsFlux,
  readingsFlux,
  remakeHoursFlux,
  remakeMinutesFlux,
  rollupWindowsFlux,
  tasks,
  whoseOf,
} from './flux.ts';
import { InfluxTimeSeries, stretches } from './influx.ts';
import { lineOf } from './lines.ts';

describe('every Flux text', () => {
  const whose = whoseOf(TENANT, { sensorId: `a"b\\c$${'{d}'}` });
  const range = { fromUs: 1_485_957_575_123_456, toUs: 1_485_957_675_000_000 };
  const texts: Record<string, string> = {
    readings: readingsFlux(BUCKETS, whose, range, 100, undefined),
    'readings after a place': readingsFlux(BUCKETS, whose, range, 100, { timeUs: range.fromUs + 5, seq: 9 }),
    count: countFlux(BUCKETS, whose, range, 100),
    'windows of readings': rawWindowsFlux(BUCKETS, whose, range, 10_000_000),
    'windows of minutes': rollupWindowsFlux(BUCKETS, whose, range, 300_000_000, 'MINUTE'),
    'windows of hours': rollupWindowsFlux(BUCKETS, whose, range, 86_400_000_000, 'HOUR'),
    'hours made anew': remakeHoursFlux(BUCKETS, whose, range),
    ...Object.fromEntries(
      remakeMinutesFlux(BUCKETS, whose, range).map((flux, index) => [`minutes made anew ${index}`, flux]),
    ),
    ...tasks(BUCKETS),
  };

  test.each(Object.entries(texts))('%s is valid by InfluxData’s own parser and type checker', (_, flux) => {
    expect(new Flux(flux).is_valid()).toBe(true);
  });

  test('the checker knows what is wrong', () => {
    expect(new Flux('from(bucket: "x") |> range(begin: -1h)').is_valid()).toBe(false);
    expect(new Flux('from(bucket: "x") |> rnage(start: -1h)').is_valid()).toBe(false);
    expect(
      new Flux('from(bucket: "x") |> range(start: -1h) |> map(fn: (r) => ({r with a: 1 + "x"}))').is_valid(),
    ).toBe(false);
  });
});

describe('against a server', () => {
  const server = new InfluxServer();
  const waits: number[] = [];
  let influx: InfluxTimeSeries;
  let connection: InfluxConnection;
  const connect = (token: string, timeoutMs = 2_000) =>
    new InfluxConnection({
      url: server.url,
      token,
      org: server.org,
      timeoutMs,
      sleep: async (ms) => void waits.push(ms),
    });
  beforeAll(async () => {
    await server.start();
    connection = connect(server.token);
    influx = new InfluxTimeSeries(connection, RETENTION, () => NOW);
    await influx.prepare();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    waits.length = 0;
    server.faults.length = 0;
    server.points.length = 0;
    server.requests = 0;
  });
  const write = (using = connection) => using.write(BUCKETS.raw, [lineOf(TENANT, of())]);

  test('buckets and tasks are made at the start, once, and brought up to date', async () => {
    expect(
      server.buckets.map(({ name, retentionRules }) => [
        name,
        (retentionRules as { everySeconds: number }[])[0]?.everySeconds,
      ]),
    ).toEqual([
      ['machshop_raw', 90 * 86_400],
      ['machshop_late', RETENTION.hourDays * 86_400],
      ['machshop_minute', RETENTION.minuteDays * 86_400],
      ['machshop_hour', RETENTION.hourDays * 86_400],
    ]);
    expect(server.tasks.map(({ name }) => name)).toEqual(['machshop_minutes', 'machshop_hours']);
    await influx.prepare();
    expect([server.buckets.length, server.tasks.length]).toEqual([4, 2]);
    await new InfluxTimeSeries(connection, { ...RETENTION, rawDays: 30 }, () => NOW).prepare();
    expect(server.buckets[0]?.retentionRules).toEqual([{ type: 'expire', everySeconds: 30 * 86_400 }]);
    await influx.prepare();
  });

  test('points have the seeds’ tags and fields', async () => {
    await connection.write(BUCKETS.raw, [
      lineOf(TENANT, { ...of({ outOfRange: true, quality: 'UNCERTAIN' }), work }),
    ]);
    expect(server.points).toEqual([
      {
        bucket: 'machshop_raw',
        line: {
          measurement: 'sensor_data',
          tags: {
            tenant_id: TENANT,
            sensor_id: series.sensorId,
            equipment_id: series.equipmentId,
            parameter_name: series.parameter,
            work_order_id: work.workOrderId,
            serial_number: 'BOX-001',
          },
          fields: { value: 1.5, unit: 'RPM', quality: 'UNCERTAIN', seq: 1n, marks: 5n },
          time: BigInt(NOW.getTime()) * 1_000_000n + 1n,
        },
      },
    ]);
  });

  test('429 with Retry-After is waited for as long as it says, and tried again', async () => {
    server.faults.push({ status: 429, headers: { 'retry-after': '3' } });
    await write();
    expect(waits).toEqual([3_000]);
    expect(server.points).toHaveLength(1);
  });

  test('503 and a cut connection are tried again, longer and longer, and then it is unavailable', async () => {
    server.faults.push({ status: 503 }, 'CUT');
    await write();
    expect(waits).toEqual([250, 500]);
    server.faults.push(...Array.from({ length: 4 }, (): Fault => ({ status: 503 })));
    await expect(write()).rejects.toMatchObject({ name: 'InfluxUnavailable', code: 'SERVICE_UNAVAILABLE' });
    server.faults.push({ status: 429, headers: { 'retry-after': '120' } });
    await expect(write()).rejects.toBeInstanceOf(InfluxUnavailable);
  });

  test('a wrong token and a missing bucket are the operator’s to mend: unavailable at once, nothing given up', async () => {
    await expect(write(connect('wrong'))).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(connection.write('nowhere', ['a b=1 1'])).rejects.toBeInstanceOf(InfluxUnavailable);
    expect(server.requests).toBe(2);
    const elsewhere = new InfluxConnection({ url: server.url, token: server.token, org: 'nobody' });
    await expect(elsewhere.orgId()).rejects.toThrow('there is no nobody');
  });

  test('a server that does not answer is unavailable', async () => {
    const nowhere = new InfluxConnection({
      url: 'http://127.0.0.1:9',
      token: 'x',
      org: 'x',
      timeoutMs: 200,
      sleep: async () => {},
    });
    await expect(nowhere.write('b', ['a b=1 1'])).rejects.toBeInstanceOf(InfluxUnavailable);
  });

  test('what it refuses is no matter of trying again', async () => {
    await expect(connection.write(BUCKETS.raw, ['sensor_data,a= b=1 1'])).rejects.toBeInstanceOf(
      InfluxRefused,
    );
    await expect(connection.query('from(bucket: 1)')).rejects.toBeInstanceOf(InfluxRefused);
    expect(server.requests).toBe(2);
  });

  test('readings come out of its CSV', async () => {
    const rows = [
      reading({ value: 98.6, late: true }),
      reading({ timeUs: reading().timeUs + 1, seq: 2, value: null, text: 'a, "b"', kind: 'TEXT' }),
      reading({ timeUs: reading().timeUs + 2, seq: 3, value: null, kind: 'NONE', quality: 'BAD' }),
    ];
    server.answers.push(
      [
        '#datatype,string,long,double,string,string,long,long,long',
        '#group,false,false,false,false,false,false,false,false',
        '#default,_result,,,,,,,',
        ',result,table,value,text,quality,seq,marks,us',
        ...rows.map(
          (row) =>
            `,,0,${row.value ?? ''},${row.text === null ? '' : `"${row.text.replaceAll('"', '""')}"`},${row.quality},${row.seq},${marksOf(row)},${row.timeUs}`,
        ),
        '',
      ].join('\r\n'),
    );
    const scope = { tenantId: TENANT } as never;
    expect(await influx.readings(scope, series, { fromUs: 0, toUs: 1e15 }, 10)).toEqual(rows);
    expect(server.queries.at(-1)).toContain('limit(n: 10)');
  });
});

type Fault = InfluxServer['faults'][number];

test('buckets that follow one another are one range', () => {
  expect(stretches([120, 0, 60, 300, 60], 60)).toEqual([
    { fromUs: 0, toUs: 180_000_000 },
    { fromUs: 300_000_000, toUs: 360_000_000 },
  ]);
});
