import { isoMicroseconds } from '../../sensor-reading/reading.ts';
import type { Position, Resolution, Retention, Series, TimeRange } from '../time-series.ts';
import { SENSOR_DATA } from './lines.ts';

/** Where readings are, where those that came too late for that, and where statistics of minutes and hours. */
export interface Buckets {
  readonly raw: string;
  /** Readings that were older than those of `raw` may be when they came: InfluxDB would refuse them there. */
  readonly late: string;
  readonly minute: string;
  readonly hour: string;
}

export const BUCKETS: Buckets = {
  raw: 'machshop_raw',
  late: 'machshop_late',
  minute: 'machshop_minute',
  hour: 'machshop_hour',
};

/** How long each bucket keeps, in seconds. */
export const keptSeconds = ({
  rawDays,
  minuteDays,
  hourDays,
}: Retention): Readonly<Record<keyof Buckets, number>> => ({
  raw: rawDays * 86_400,
  late: hourDays * 86_400,
  minute: minuteDays * 86_400,
  hour: hourDays * 86_400,
});

const text = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&').replaceAll('$', '\\$')}"`;
const time = (us: number): string => isoMicroseconds(us);

interface Whose {
  readonly tenantId: string;
  readonly sensorId: string;
}

const own = ({ tenantId, sensorId }: Whose): string =>
  `|> filter(fn: (r) => r._measurement == ${text(SENSOR_DATA)} and r.tenant_id == ${text(tenantId)} and r.sensor_id == ${text(sensorId)})`;

const rangeOf = ({ fromUs, toUs }: TimeRange): string =>
  `|> range(start: ${time(fromUs)}, stop: ${time(toUs)})`;

const readingsFrom = (buckets: Buckets, whose: Whose, range: TimeRange): string => `union(tables: [
    from(bucket: ${text(buckets.raw)}) ${rangeOf(range)} ${own(whose)},
    from(bucket: ${text(buckets.late)}) ${rangeOf(range)} ${own(whose)},
  ])`;

const PIVOT = `|> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value")`;

/** Readings of a series in order, after a place where one is given. */
export function readingsFlux(
  buckets: Buckets,
  whose: Whose,
  range: TimeRange,
  limit: number,
  after: Position | undefined,
): string {
  const from = after ? { ...range, fromUs: after.timeUs } : range;
  const later = after
    ? `|> filter(fn: (r) => r.us > ${after.timeUs} or (r.us == ${after.timeUs} and r.seq > ${after.seq}))`
    : '';
  return `${readingsFrom(buckets, whose, from)}
  ${PIVOT}
  |> group()
  |> map(fn: (r) => ({r with us: int(v: r._time) / 1000}))
  ${later}
  |> unique(column: "_time")
  |> sort(columns: ["us", "seq"])
  |> limit(n: ${limit})
  |> drop(columns: ["_start", "_stop", "_measurement", "_time"])`;
}

/** How many readings a series has, up to a limit. */
export const countFlux = (buckets: Buckets, whose: Whose, range: TimeRange, limit: number): string =>
  `${readingsFrom(buckets, whose, range)}
  |> filter(fn: (r) => r._field == "seq")
  |> group()
  |> unique(column: "_time")
  |> limit(n: ${limit})
  |> count(column: "_value")`;

/** Statistics of a table's rows: Welford's method, one pass. */
const STATISTICS = `reduce(
    identity: {good: 0, uncertain: 0, bad: 0, numbers: 0, min: 0.0, max: 0.0, mean: 0.0, m2: 0.0, first: 0.0, last: 0.0},
    fn: (r, accumulator) => {
      counts = r.quality != "BAD" and exists r.value
      value = if exists r.value then r.value else 0.0
      n = accumulator.numbers + 1
      delta = value - accumulator.mean
      mean = accumulator.mean + delta / float(v: n)
      none = accumulator.numbers == 0

      return {
        good: accumulator.good + (if r.quality == "GOOD" then 1 else 0),
        uncertain: accumulator.uncertain + (if r.quality == "UNCERTAIN" then 1 else 0),
        bad: accumulator.bad + (if r.quality == "BAD" then 1 else 0),
        numbers: if counts then n else accumulator.numbers,
        min: if counts and (none or value < accumulator.min) then value else accumulator.min,
        max: if counts and (none or value > accumulator.max) then value else accumulator.max,
        mean: if counts then mean else accumulator.mean,
        m2: if counts then accumulator.m2 + delta * (value - mean) else accumulator.m2,
        first: if counts and none then value else accumulator.first,
        last: if counts then value else accumulator.last,
      }
    },
  )`;

/** Statistics of rows that are statistics themselves (Chan, Golub, LeVeque 1979). */
const MERGED = `reduce(
    identity: {good: 0, uncertain: 0, bad: 0, numbers: 0, min: 0.0, max: 0.0, mean: 0.0, m2: 0.0, first: 0.0, last: 0.0},
    fn: (r, accumulator) => {
      counts = r.numbers > 0
      none = accumulator.numbers == 0
      numbers = accumulator.numbers + r.numbers
      delta = r.mean - accumulator.mean
      n = if numbers > 0 then float(v: numbers) else 1.0

      return {
        good: accumulator.good + r.good,
        uncertain: accumulator.uncertain + r.uncertain,
        bad: accumulator.bad + r.bad,
        numbers: numbers,
        min: if counts and (none or r.min < accumulator.min) then r.min else accumulator.min,
        max: if counts and (none or r.max > accumulator.max) then r.max else accumulator.max,
        mean: if counts then accumulator.mean + delta * float(v: r.numbers) / n else accumulator.mean,
        m2: if counts then accumulator.m2 + r.m2 + delta * delta * float(v: accumulator.numbers) * float(v: r.numbers) / n else accumulator.m2,
        first: if counts and none then r.first else accumulator.first,
        last: if counts then r.last else accumulator.last,
      }
    },
  )`;

const TAGS = ['tenant_id', 'sensor_id', 'equipment_id', 'parameter_name', 'part'];
const listOf = (names: readonly string[]): string => `[${names.map(text).join(', ')}]`;

const duration = (us: number): string => `${us}us`;

/** Statistics of windows from readings. */
export const rawWindowsFlux = (buckets: Buckets, whose: Whose, range: TimeRange, widthUs: number): string =>
  `${readingsFrom(buckets, whose, range)}
  ${PIVOT}
  |> group()
  |> unique(column: "_time")
  |> sort(columns: ["_time"])
  |> window(every: ${duration(widthUs)})
  |> ${STATISTICS}
  |> group()
  |> map(fn: (r) => ({r with us: int(v: r._start) / 1000}))
  |> drop(columns: ["_start", "_stop"])
  |> sort(columns: ["us"])`;

/** Statistics of windows from minutes or hours. */
export const rollupWindowsFlux = (
  buckets: Buckets,
  whose: Whose,
  range: TimeRange,
  widthUs: number,
  from: Exclude<Resolution, 'RAW'>,
): string =>
  `from(bucket: ${text(from === 'MINUTE' ? buckets.minute : buckets.hour)})
  ${rangeOf(range)}
  ${own(whose)}
  ${PIVOT}
  |> group()
  |> sort(columns: ["_time"])
  |> window(every: ${duration(widthUs)})
  |> ${MERGED}
  |> group()
  |> map(fn: (r) => ({r with us: int(v: r._start) / 1000}))
  |> drop(columns: ["_start", "_stop"])
  |> sort(columns: ["us"])`;

/** What `to` writes of statistics. */
const writeTo = (bucket: string): string => `|> duplicate(column: "_start", as: "_time")
  |> set(key: "_measurement", value: ${text(SENSOR_DATA)})
  |> to(
    bucket: ${text(bucket)},
    tagColumns: ${listOf(TAGS)},
    fieldFn: (r) =>
      ({
        "good": r.good,
        "uncertain": r.uncertain,
        "bad": r.bad,
        "numbers": r.numbers,
        "min": r.min,
        "max": r.max,
        "mean": r.mean,
        "m2": r.m2,
        "first": r.first,
        "last": r.last,
      }),
  )`;

type Part = 'raw' | 'late';

/** Minutes from the readings of one bucket; of all sensors, or of one. */
const minutesFrom = (buckets: Buckets, part: Part, start: string, stop: string, filter: string): string =>
  `from(bucket: ${text(buckets[part])})
  |> range(start: ${start}, stop: ${stop})
  ${filter}
  ${PIVOT}
  |> set(key: "part", value: ${text(part)})
  |> group(columns: ${listOf(TAGS)})
  |> sort(columns: ["_time"])
  |> window(every: 1m)
  |> ${STATISTICS}
  ${writeTo(buckets.minute)}`;

const hoursFrom = (buckets: Buckets, start: string, stop: string, filter: string): string =>
  `from(bucket: ${text(buckets.minute)})
  |> range(start: ${start}, stop: ${stop})
  ${filter}
  ${PIVOT}
  |> group(columns: ${listOf(TAGS)})
  |> sort(columns: ["_time"])
  |> window(every: 1h)
  |> ${MERGED}
  ${writeTo(buckets.hour)}`;

/** Makes the minutes of a range of one series anew, from both buckets of readings; the range is whole minutes. */
export const remakeMinutesFlux = (buckets: Buckets, whose: Whose, range: TimeRange): readonly string[] =>
  (['raw', 'late'] as const).map((part) =>
    minutesFrom(buckets, part, time(range.fromUs), time(range.toUs), own(whose)),
  );

/** Makes the hours of a range of one series anew, from its minutes; the range is whole hours. */
export const remakeHoursFlux = (buckets: Buckets, whose: Whose, range: TimeRange): string =>
  hoursFrom(buckets, time(range.fromUs), time(range.toUs), own(whose));

/** Minutes that the task makes anew each time it runs: readings that are later are noted, and made by us. */
export const TASK_BACK_MINUTES = 15;

const ALL = `|> filter(fn: (r) => r._measurement == ${text(SENSOR_DATA)})`;

/** The tasks that make minutes and hours of all sensors, whole ones alone; by name. */
export const tasks = (buckets: Buckets): Readonly<Record<string, string>> => ({
  machshop_minutes: `import "date"

option task = {name: "machshop_minutes", every: 1m, offset: 5s}

stop = date.truncate(t: now(), unit: 1m)
start = date.sub(d: ${TASK_BACK_MINUTES}m, from: stop)

${minutesFrom(buckets, 'raw', 'start', 'stop', ALL)}
`,
  machshop_hours: `import "date"

option task = {name: "machshop_hours", every: 10m, offset: 30s}

stop = date.truncate(t: now(), unit: 1h)
start = date.sub(d: 3h, from: stop)

${hoursFrom(buckets, 'start', 'stop', ALL)}
`,
});

export const whoseOf = (tenantId: string, { sensorId }: Pick<Series, 'sensorId'>): Whose => ({
  tenantId,
  sensorId,
});
