import type { Context } from '@machshop/server';
import type { Preparation } from './time-series/preparation.ts';
import type { TimeSeries } from './time-series/time-series.ts';

/** What the subgraph makes at its start. */
export interface IotServices extends Readonly<Record<string, unknown>> {
  readonly timeSeries: TimeSeries;
  readonly preparation: Preparation;
}

/** Where readings are kept. */
export const timeSeriesOf = (ctx: Pick<Context, 'services'>): TimeSeries =>
  (ctx.services as IotServices).timeSeries;
