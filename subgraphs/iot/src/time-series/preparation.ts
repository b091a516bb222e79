import { isInfrastructureFault } from '@machshop/events';
import { gauge, type Logger } from '@machshop/telemetry';
import type { TimeSeries } from './time-series.ts';

const prepared = gauge(
  'time_series_prepared',
  '1 when the store of readings has what it needs, 0 until then',
);

/**
 * Makes what the store of readings needs. A store that is away at the start is no reason not to start: sensors,
 * rules and alerts are there without it, batches wait in their stream, and it is prepared when it comes.
 */
export class Preparation {
  readonly #timeSeries: TimeSeries;
  readonly #now: () => Date;
  #made = false;

  constructor(timeSeries: TimeSeries, now: () => Date) {
    this.#timeSeries = timeSeries;
    this.#now = now;
  }

  /**
   * The first try. Returns when the store is prepared or found to be away.
   * @throws what is no fault of a server that is away: there is no use in going on
   */
  async begin(log: Logger): Promise<void> {
    prepared.set(0);
    try {
      await this.again();
    } catch (error) {
      if (!isInfrastructureFault(error)) throw error;
      log.warn(
        { err: error, store: this.#timeSeries.name },
        'the store of readings is away: started without it',
      );
    }
  }

  /** Prepares it unless that was done since the start. */
  async goOn(): Promise<void> {
    if (!this.#made) await this.again();
  }

  /** Prepares it, whether or not that was done: days go by, and buckets may have been deleted. */
  async again(): Promise<void> {
    await this.#timeSeries.prepare(this.#now());
    this.#made = true;
    prepared.set(1);
  }
}
