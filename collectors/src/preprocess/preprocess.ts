import { isoTime } from '../clock.ts';
import type { TagRule } from '../config/common.ts';
import type { LocatedReading, ReadingKind } from '../reading.ts';
import { type Window, windowReadings } from './aggregate.ts';
import { globTest } from './glob.ts';

/** A reading that goes on to the buffer. */
export interface KeptReading {
  readonly kind: ReadingKind;
  readonly reading: LocatedReading;
}

interface TagState {
  readonly rule: TagRule | null;
  readonly kind: ReadingKind;
  /** The last reading that passed the dead-band. */
  passed: LocatedReading | null;
  /** When the last reading was kept, by the clock given, and the one held back since. */
  keptAt: number;
  held: LocatedReading | null;
  window: Window | null;
}

/** The fixed window in which a time lies, by its start in milliseconds. */
const windowStart = (time: number, windowMs: number): number => Math.floor(time / windowMs) * windowMs;

/**
 * What the rules of a source make of its readings: dead-band, then least interval or aggregation. State is in
 * memory only: what an interval holds back and what an open window has gathered is not buffered yet, and a
 * killed agent loses it.
 */
export class Preprocessor {
  readonly #rules: readonly { readonly rule: TagRule; readonly fits: (tag: string) => boolean }[];
  readonly #states = new Map<string, TagState>();
  /** States with something that time alone will bring out. */
  readonly #waiting = new Set<TagState>();

  constructor(rules: readonly TagRule[]) {
    this.#rules = rules.map((rule) => ({ rule, fits: globTest(rule.tags) }));
  }

  /** What goes on of this reading, and what it brings out. */
  take(reading: LocatedReading, now: number): KeptReading[] {
    const state = this.#state(reading);
    const { rule } = state;
    if (rule === null) return [{ kind: 'telemetry', reading }];
    if (rule.deadband && !outsideDeadband(state.passed, reading, rule.deadband)) return [];
    state.passed = reading;
    if (rule.aggregate && typeof reading.value === 'number')
      return this.#aggregate(state, reading, rule.aggregate, now);
    if (rule.minIntervalMs !== undefined && now - state.keptAt < rule.minIntervalMs && now >= state.keptAt) {
      state.held = reading;
      this.#waiting.add(state);
      return [];
    }
    state.keptAt = now;
    state.held = null;
    return [{ kind: state.kind, reading }];
  }

  /** What time has brought out: readings held back for their interval, windows that ended. */
  tick(now: number): KeptReading[] {
    const kept: KeptReading[] = [];
    for (const state of this.#waiting) {
      const { rule, held, window } = state;
      if (held && now - state.keptAt >= (rule?.minIntervalMs ?? 0)) {
        kept.push({ kind: state.kind, reading: held });
        state.held = null;
        state.keptAt = now;
      }
      // as much again as the window is long: readings may come late
      if (window && rule?.aggregate && now >= window.start + 2 * rule.aggregate.windowMs)
        kept.push(...close(state));
      if (!state.held && !state.window) this.#waiting.delete(state);
    }
    return kept;
  }

  /** All that is held back: the source stops. */
  flush(): KeptReading[] {
    const kept: KeptReading[] = [];
    for (const state of this.#waiting) {
      if (state.held) kept.push({ kind: state.kind, reading: state.held });
      state.held = null;
      kept.push(...close(state));
    }
    this.#waiting.clear();
    return kept;
  }

  #state(reading: LocatedReading): TagState {
    const key = `${reading.at.area}/${reading.at.workCenter}/${reading.at.equipment}/${reading.tag}`;
    let state = this.#states.get(key);
    if (!state) {
      const rule = this.#rules.find(({ fits }) => fits(reading.tag))?.rule ?? null;
      const kind = rule && rule.kind !== 'telemetry' ? 'event' : 'telemetry';
      state = { rule, kind, passed: null, keptAt: Number.NEGATIVE_INFINITY, held: null, window: null };
      this.#states.set(key, state);
    }
    return state;
  }

  #aggregate(
    state: TagState,
    reading: LocatedReading,
    options: NonNullable<TagRule['aggregate']>,
    now: number,
  ): KeptReading[] {
    const start = windowStart(Date.parse(reading.sourceTime), options.windowMs);
    const kept: KeptReading[] = [];
    if (state.window && start > state.window.start) kept.push(...close(state));
    // a reading for a window that is already told goes into the open one: it is counted, if late
    state.window ??= { start, openedAt: now, readings: [] };
    state.window.readings.push(reading);
    this.#waiting.add(state);
    if (state.window.readings.length >= MAX_WINDOW_READINGS) kept.push(...close(state));
    return kept;
  }
}

/** A window with more is told early, in parts. */
const MAX_WINDOW_READINGS = 100_000;

function close(state: TagState): KeptReading[] {
  const { window, rule, kind } = state;
  state.window = null;
  if (!window || !rule?.aggregate) return [];
  const end = isoTime(window.start + rule.aggregate.windowMs);
  return windowReadings(window, rule.aggregate.functions, end).map((reading) => ({ kind, reading }));
}

/** True when the reading differs enough from the last one: in value, in quality, or by not being a number. */
export function outsideDeadband(
  last: LocatedReading | null,
  next: LocatedReading,
  deadband: NonNullable<TagRule['deadband']>,
): boolean {
  if (last === null || last.quality !== next.quality) return true;
  if (typeof last.value !== 'number' || typeof next.value !== 'number') return last.value !== next.value;
  const moved = Math.abs(next.value - last.value);
  const allowed =
    deadband.type === 'absolute' ? deadband.value : (Math.abs(last.value) * deadband.value) / 100;
  return moved > allowed;
}
