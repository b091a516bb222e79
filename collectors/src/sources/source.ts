import type { Logger } from '@machshop/telemetry';
import type { Clock } from '../clock.ts';
import type { LocatedReading } from '../reading.ts';

/** How a source hands over what it collected. */
export interface EmitOptions {
  /** Kept with the readings in one transaction, and given back by `marks()` after a restart. */
  readonly marks?: readonly (readonly [key: string, value: string])[];
  /** Somebody waits for an acknowledgement. */
  readonly urgent?: boolean;
}

/** What the agent gives a source to work with. */
export interface SourceContext {
  readonly log: Logger;
  readonly clock: Clock;
  /** Fires when the source has to stop. */
  readonly signal: AbortSignal;
  /** Resolves when the readings are on disk. */
  emit(readings: readonly LocatedReading[], options?: EmitOptions): Promise<void>;
  /**
   * What holds now, whenever it came to hold: of each tag that is BAD, by a lost connection or by its device, it is
   * told that this is over; other tags need no telling. Resolves when it is on disk.
   */
  present(readings: readonly LocatedReading[]): Promise<void>;
  /** Tags are BAD since the connection was lost. */
  anyLost(): boolean;
  /** What this source's readings were kept with: the last value of each key. */
  marks(): ReadonlyMap<string, string>;
  /** The latest source time of each tag (`area/workCenter/equipment/tag`) among the newest batches of the buffer. */
  recentTimes(): ReadonlyMap<string, string>;
  /** A message that could not be understood: counted, and the newest of them kept to be looked at. */
  reject(origin: string, reason: string, payload: Uint8Array): void;
  /** A fault that the source survives: counted by kind. */
  fault(kind: string, error: unknown): void;
  /** Connected and collecting, or why not. */
  state(connected: boolean, detail: string): void;
}

/** A connection to machines or sensors. */
export interface Source {
  /**
   * Collects until the signal fires (then resolves, all handed over) or the connection fails (then rejects:
   * the runner waits and calls again).
   */
  run(context: SourceContext): Promise<void>;
}
