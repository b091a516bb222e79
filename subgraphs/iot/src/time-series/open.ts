import type { Database } from '@machshop/db';
import type { IotEnv } from '../env.ts';
import { PostgresTimeSeries } from './postgres-store.ts';
import type { TimeSeries } from './time-series.ts';

/** The store that the settings name: InfluxDB where there is an address, else Postgres. */
export function openTimeSeries(db: Database, env: IotEnv): TimeSeries {
  const retention = {
    rawDays: env.IOT_RAW_DAYS,
    minuteDays: env.IOT_MINUTE_DAYS,
    hourDays: env.IOT_HOUR_DAYS,
  };
  return new PostgresTimeSeries(db, retention);
}
