import { qualityOf, type Reading, unmarked } from '../../sensor-reading/reading.ts';
import { type Bucket, dirtyOf, markHours, markMinutes, sensorsOfSeries, takeDirty } from '../dirty-store.ts';
import {
  DAY_US,
  HOUR_US,
  MINUTE_US,
  type Position,
  type Resolution,
  type Retention,
  type Scope,
  type Series,
  type SeriesReading,
  type SeriesWindow,
  type TimeRange,
  type TimeSeries,
} from '../time-series.ts';
import { aligned } from '../windows.ts';
import type { InfluxConnection } from './connection.ts';
import {
  BUCKETS,
  type Buckets,
  countFlux,
  keptSeconds,
  rawWindowsFlux,
  readingsFlux,
  remakeHoursFlux,
  remakeMinutesFlux,
  rollupWindowsFlux,
  TASK_BACK_MINUTES,
  tasks,
  whoseOf,
} from './flux.ts';
import { linesOf } from './lines.ts';

/** Lines in one request. */
const LINES = 5_000;
/** Readings this close to the end of the retention go to the other bucket: the server's clock may differ. */
const MARGIN_US = HOUR_US;
/** Dirty buckets looked at for one answer; beyond, the rollup has far to go and the answer is without them. */
const MAX_DIRTY = 2_000;

interface ReadingRow {
  readonly us: number;
  readonly seq: number;
  readonly value?: number | null;
  readonly text?: string | null;
  readonly quality: string;
  readonly marks: number;
}

interface WindowRow extends Omit<SeriesWindow, 'startUs' | 'standardDeviation'> {
  readonly us: number;
  readonly m2: number;
}

/**
 * Readings in InfluxDB 2: points of `sensor_data`, minutes and hours by tasks of its own. What comes too late for
 * the tasks is noted in Postgres, in the transaction of the inbox, and made by `rollUp`. Points that are written
 * again are the same points, so a transaction that is rolled back after the write does no harm. Points of
 * `process_parameters` are for those who ask InfluxDB itself: nothing here reads them.
 */
export class InfluxTimeSeries implements TimeSeries {
  readonly name = 'influxdb';
  readonly needsWork = true;
  readonly #connection: InfluxConnection;
  readonly #retention: Retention;
  readonly #buckets: Buckets;
  readonly #now: () => Date;

  constructor(
    connection: InfluxConnection,
    retention: Retention,
    now: () => Date,
    buckets: Buckets = BUCKETS,
  ) {
    this.#connection = connection;
    this.#retention = retention;
    this.#buckets = buckets;
    this.#now = now;
  }

  async prepare(): Promise<void> {
    const orgId = await this.#connection.orgId();
    const seconds = keptSeconds(this.#retention);
    for (const bucket of ['raw', 'late', 'minute', 'hour'] as const)
      await this.#connection.ensureBucket(orgId, this.#buckets[bucket], seconds[bucket]);
    for (const [name, flux] of Object.entries(tasks(this.#buckets)))
      await this.#connection.ensureTask(orgId, name, flux);
  }

  async makeRoom(): Promise<void> {
    // buckets have no parts to make
  }

  /** All of them: InfluxDB does not tell which were there. */
  async append(scope: Scope, readings: readonly SeriesReading[], now: Date): Promise<number> {
    if (readings.length === 0) return 0;
    const nowUs = now.getTime() * 1000;
    const oldestUs = nowUs - this.#retention.rawDays * DAY_US + MARGIN_US;
    const [late, raw] = [[] as SeriesReading[], [] as SeriesReading[]];
    for (const one of readings) (one.reading.timeUs < oldestUs ? late : raw).push(one);
    await this.#write(this.#buckets.raw, scope.tenantId, raw);
    await this.#write(this.#buckets.late, scope.tenantId, late);
    const taskUs = nowUs - (TASK_BACK_MINUTES - 5) * MINUTE_US;
    await markMinutes(
      scope,
      readings.filter(({ reading }) => reading.timeUs < taskUs),
    );
    return readings.length;
  }

  async #write(bucket: string, tenantId: string, readings: readonly SeriesReading[]): Promise<void> {
    const lines = readings.flatMap((reading) => linesOf(tenantId, reading));
    for (let at = 0; at < lines.length; at += LINES)
      await this.#connection.write(bucket, lines.slice(at, at + LINES));
  }

  async resolutionOf(_scope: Scope, { fromUs }: TimeRange, now: Date): Promise<Resolution> {
    const age = now.getTime() * 1000 - fromUs;
    if (age <= this.#retention.rawDays * DAY_US) return 'RAW';
    return age <= this.#retention.minuteDays * DAY_US ? 'MINUTE' : 'HOUR';
  }

  async count({ tenantId }: Scope, series: Series, range: TimeRange, limit: number): Promise<number> {
    const flux = countFlux(this.#buckets, whoseOf(tenantId, series), range, limit);
    const [row] = await this.#connection.query<{ _value: number }>(flux);
    return row?._value ?? 0;
  }

  async readings(
    { tenantId }: Scope,
    series: Series,
    range: TimeRange,
    limit: number,
    after?: Position,
  ): Promise<Reading[]> {
    const flux = readingsFlux(this.#buckets, whoseOf(tenantId, series), range, limit, after);
    return (await this.#connection.query<ReadingRow>(flux)).map(readingOf);
  }

  async windows(
    scope: Scope,
    series: Series,
    range: TimeRange,
    widthUs: number,
    from: Resolution,
  ): Promise<SeriesWindow[]> {
    const whose = whoseOf(scope.tenantId, series);
    if (from !== 'RAW') await this.#refresh(scope, series, range, from);
    const flux =
      from === 'RAW'
        ? rawWindowsFlux(this.#buckets, whose, range, widthUs)
        : rollupWindowsFlux(this.#buckets, whose, range, widthUs, from);
    // the first window begins where the range does
    return (await this.#connection.query<WindowRow>(flux)).map((row) => windowOf(row, widthUs));
  }

  /** Makes what is noted, and what the tasks have not come to yet; the notes stay. */
  async #refresh(scope: Scope, series: Series, range: TimeRange, from: Resolution): Promise<void> {
    const whole = aligned(range, from === 'HOUR' ? HOUR_US : MINUTE_US);
    const minutes = await dirtyOf(scope, 'minutes', series, whole, MAX_DIRTY);
    const hours = await dirtyOf(scope, 'hours', series, whole, MAX_DIRTY);
    const nowUs = Math.ceil((this.#now().getTime() * 1000) / MINUTE_US) * MINUTE_US;
    const tailUs = nowUs - (TASK_BACK_MINUTES + 5) * MINUTE_US;
    for (let us = Math.max(tailUs, whole.fromUs); us < Math.min(nowUs, whole.toUs); us += MINUTE_US)
      minutes.push(us / 1_000_000);
    await this.#remakeMinutes(scope.tenantId, series, minutes);
    if (from !== 'HOUR') return;
    const touched = new Set([...hours, ...minutes.map((second) => Math.floor(second / 3600) * 3600)]);
    await this.#remakeHours(scope.tenantId, series, [...touched]);
  }

  async rollUp(scope: Scope, now: Date): Promise<number> {
    const minutes = await takeDirty(scope, 'minutes', now);
    await this.#remake(scope, minutes, (series, seconds) =>
      this.#remakeMinutes(scope.tenantId, series, seconds),
    );
    await markHours(scope, minutes);
    const hours = await takeDirty(scope, 'hours', now);
    await this.#remake(scope, hours, (series, seconds) => this.#remakeHours(scope.tenantId, series, seconds));
    return minutes.length + hours.length;
  }

  async #remake(
    scope: Scope,
    buckets: readonly Bucket[],
    work: (series: Pick<Series, 'sensorId'>, seconds: number[]) => Promise<void>,
  ): Promise<void> {
    const bySeries = Map.groupBy(buckets, ({ series }) => series);
    const sensors = await sensorsOfSeries(scope, [...bySeries.keys()]);
    for (const [series, own] of bySeries) {
      const sensorId = sensors.get(series);
      if (sensorId)
        await work(
          { sensorId },
          own.map(({ second }) => Number(second)),
        );
    }
  }

  async #remakeMinutes(tenantId: string, series: Pick<Series, 'sensorId'>, seconds: number[]): Promise<void> {
    for (const range of stretches(seconds, 60))
      for (const flux of remakeMinutesFlux(this.#buckets, whoseOf(tenantId, series), range))
        await this.#connection.query(flux);
  }

  async #remakeHours(tenantId: string, series: Pick<Series, 'sensorId'>, seconds: number[]): Promise<void> {
    for (const range of stretches(seconds, 3600))
      await this.#connection.query(remakeHoursFlux(this.#buckets, whoseOf(tenantId, series), range));
  }

  async retain(): Promise<void> {
    // the buckets drop what is old by themselves
  }
}

/** Buckets that follow one another, as one range. */
export function stretches(seconds: readonly number[], length: number): TimeRange[] {
  const ranges: { fromUs: number; toUs: number }[] = [];
  for (const second of [...new Set(seconds)].sort((a, b) => a - b)) {
    const [fromUs, toUs] = [second * 1_000_000, (second + length) * 1_000_000];
    const last = ranges.at(-1);
    if (last?.toUs === fromUs) last.toUs = toUs;
    else ranges.push({ fromUs, toUs });
  }
  return ranges;
}

function readingOf(row: ReadingRow): Reading {
  const { kind, ...flags } = unmarked(row.marks);
  const isText = kind === 'TEXT';
  return {
    timeUs: row.us,
    seq: row.seq,
    value: row.value ?? null,
    // CSV does not tell an empty text from none
    text: isText ? (row.text ?? '') : row.text || null,
    quality: qualityOf(['GOOD', 'UNCERTAIN', 'BAD'].indexOf(row.quality)),
    kind,
    ...flags,
  };
}

function windowOf({ us, m2, ...row }: WindowRow, widthUs: number): SeriesWindow {
  const some = row.numbers > 0;
  return {
    startUs: Math.floor(us / widthUs) * widthUs,
    good: row.good,
    uncertain: row.uncertain,
    bad: row.bad,
    numbers: row.numbers,
    min: some ? row.min : null,
    max: some ? row.max : null,
    mean: some ? row.mean : null,
    standardDeviation: some ? Math.sqrt(Math.max(0, m2) / row.numbers) : null,
    first: some ? row.first : null,
    last: some ? row.last : null,
  };
}
