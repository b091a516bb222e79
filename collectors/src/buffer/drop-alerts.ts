import { DROPPED_READINGS_TAG, parseTelemetrySubject } from '@machshop/schema/events/telemetry.ts';
import { isoTime } from '../clock.ts';
import type { Dropped } from './room.ts';
import type { WriteRequest } from './writer.ts';

/** The source that the agent's own readings name. */
export const OWN_SOURCE = 'collector';

/**
 * What was dropped, told to the plant: for each piece of equipment that lost readings an event with how many
 * since the last one, at most one in `everyMs`.
 */
export class DropAlerts {
  readonly #everyMs: number;
  readonly #dropped = new Map<string, number>();
  #total = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Readings dropped since the agent started. */
  get total(): number {
    return this.#total;
  }

  note(dropped: readonly Dropped[]): void {
    for (const { subject, readings } of dropped) {
      this.#dropped.set(subject, (this.#dropped.get(subject) ?? 0) + readings);
      this.#total += readings;
    }
  }

  /** The alerts that are due; `monotonicMs` paces them, `now` dates them. */
  due(monotonicMs: number, now: number): WriteRequest[] {
    if (this.#dropped.size === 0 || monotonicMs - this.#toldAt < this.#everyMs) return [];
    this.#toldAt = monotonicMs;
    const alerts = [...this.#dropped].flatMap(([subject, value]): WriteRequest[] => {
      const at = parseTelemetrySubject(subject);
      if (!at) return [];
      const { area, workCenter, equipment } = at;
      const reading = {
        tag: DROPPED_READINGS_TAG,
        sourceTime: isoTime(now),
        value,
        quality: 'GOOD',
      } as const;
      return [{ source: OWN_SOURCE, at: { area, workCenter, equipment }, kind: 'event', reading }];
    });
    this.#dropped.clear();
    return alerts;
  }
}
