import type { Database } from '@machshop/db';
import type { IotEnv } from '../env.ts';
import { InfluxConnection } from './influx/connection.ts';
import { InfluxTimeSeries } from './influx/influx.ts';
import { PostgresTimeSeries } from './postgres-store.ts';
import type { TimeSeries } from './time-series.ts';

/** The store that the settings name: InfluxDB where there is an address, else Postgres. */
export function openTimeSeries(db: Database, env: IotEnv, now: () => Date): TimeSeries {
  const retention = {
    rawDays: env.IOT_RAW_DAYS,
    minuteDays: env.IOT_MINUTE_DAYS,
    hourDays: env.IOT_HOUR_DAYS,
  };
  const { INFLUX_URL: url, INFLUX_TOKEN: token, INFLUX_ORG: org } = env;
  if (url && token) return new InfluxTimeSeries(new InfluxConnection({ url, token, org }), retention, now);
  return new PostgresTimeSeries(db, retention);
}
