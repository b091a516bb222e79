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
  /** Late readings of statistics since the last that was none. */
  late: number;
  /** The last reading taken. */
  last: LocatedReading | null;
  /** Told as itself, and as statistics. */
  readonly told: { raw: boolean; statistics: boolean };
  /** When the tag was told BAD as its connection was lost; null once something newer came. */
  lostAt: number | null;
  /** What may come again, as it was told already. */
  known: LocatedReading | null;
  /** The latest time that was given to a reading here. */
  toldAt: number;
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
    // a new subscription begins with what the old one ended with
    if (state.known !== null && isSame(state.known, reading)) return [];
    if (state.lostAt !== null && Date.parse(reading.sourceTime) > state.lostAt) state.lostAt = null;
    state.last = reading;
    const { rule } = state;
    if (rule?.deadband && !outsideDeadband(state.passed, reading, rule.deadband)) return [];
    state.passed = reading;
    if (rule?.aggregate && typeof reading.value === 'number')
      return this.#aggregate(state, reading, rule.aggregate, now);
    state.told.raw = true;
    // what a device kept and tells later is told all at once: its intervals are not those of the clock
    const interval = reading.historical ? undefined : rule?.minIntervalMs;
    if (interval !== undefined && now - state.keptAt < interval && now >= state.keptAt) {
      state.held = reading;
      this.#waiting.add(state);
      return [];
    }
    state.keptAt = now;
    state.held = null;
    return [{ kind: state.kind, reading }];
  }

  /**
   * The connection is lost: what was held back, and then of every tag that one reading BAD without a value, at
   * `now` or, where its last reading is later, a millisecond after that. A tag that is BAD already is left as it is.
   */
  lose(now: number): KeptReading[] {
    const kept = this.flush();
    for (const state of this.#states.values()) {
      const { last, told, rule, kind } = state;
      if (last === null || last.historical || state.lostAt !== null) continue;
      const window = rule?.aggregate?.windowMs;
      const end = window === undefined ? 0 : windowStart(Date.parse(last.sourceTime), window) + window;
      const at = Math.max(now, Date.parse(last.sourceTime) + 1, state.toldAt + 1, end + 1);
      const tags = told.statistics
        ? (rule?.aggregate?.functions ?? []).map((name) => `${last.tag}.${name}`)
        : [];
      if (told.raw && !isDown(last)) tags.push(last.tag);
      for (const tag of tags)
        kept.push({
          kind,
          reading: { at: last.at, tag, sourceTime: isoTime(at), value: null, quality: 'BAD' },
        });
      state.lostAt = at;
      state.known = last;
      state.toldAt = at;
      state.passed = null;
      state.keptAt = Number.NEGATIVE_INFINITY;
    }
    return kept;
  }

  /** True while tags are BAD since a loss. */
  get anyLost(): boolean {
    for (const { lostAt } of this.#states.values()) if (lostAt !== null) return true;
    return false;
  }

  /**
   * A reading that says what holds now, whenever it came to hold: taken only where the tag is BAD, and with a time
   * after that, `now` where its own is earlier.
   */
  takePresent(reading: LocatedReading, now: number): KeptReading[] {
    const state = this.#state(reading);
    const { last, lostAt } = state;
    if (lostAt === null && !(last !== null && isDown(last))) return [];
    const down = Math.max(lostAt ?? 0, last !== null && isDown(last) ? Date.parse(last.sourceTime) : 0);
    if (Date.parse(reading.sourceTime) > down) {
      const kept = this.take(reading, now);
      state.known = reading;
      return kept;
    }
    state.toldAt = Math.max(now, down + 1);
    const kept = this.take({ ...reading, sourceTime: isoTime(state.toldAt) }, now);
    state.last = reading;
    return kept;
  }

  /** What time has brought out: readings held back for their interval, windows that ended. */
  tick(now: number): KeptReading[] {
    const kept: KeptReading[] = [];
    for (const state of this.#waiting) {
      const { rule, held, window } = state;
      // the clock may have been set back
      const isHeldLong = now - state.keptAt >= (rule?.minIntervalMs ?? 0) || now < state.keptAt;
      if (held && isHeldLong) {
        kept.push({ kind: state.kind, reading: held });
        state.held = null;
        state.keptAt = now;
      }
      // as much again as the window is long: readings may come late
      const isOver = window && rule?.aggregate && now >= window.start + 2 * rule.aggregate.windowMs;
      if (isOver || (window && now < window.openedAt)) kept.push(...close(state));
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
    const path = `${reading.at.area}/${reading.at.workCenter}/${reading.at.equipment}/${reading.tag}`;
    // what a device tells later has dead-band and windows of its own
    const key = reading.historical ? `${path}\n` : path;
    let state = this.#states.get(key);
    if (!state) {
      const rule = this.#rules.find(({ fits }) => fits(reading.tag))?.rule ?? null;
      const kind = rule && rule.kind !== 'telemetry' ? 'event' : 'telemetry';
      state = {
        rule,
        kind,
        passed: null,
        keptAt: Number.NEGATIVE_INFINITY,
        held: null,
        window: null,
        late: 0,
        last: null,
        told: { raw: false, statistics: false },
        lostAt: null,
        known: null,
        toldAt: 0,
      };
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
    state.told.statistics = true;
    // a reading for a window that is already told goes into the open one: it is counted, if late. But when all are
    // late, the clock of the source was set back, and its windows begin anew
    state.late = state.window && start < state.window.start ? state.late + 1 : 0;
    if (state.window && (start > state.window.start || state.late >= SET_BACK)) kept.push(...close(state));
    if (state.window === null) state.late = 0;
    state.window ??= { start, openedAt: now, readings: [] };
    state.window.readings.push(reading);
    this.#waiting.add(state);
    if (state.window.readings.length >= MAX_WINDOW_READINGS) kept.push(...close(state));
    return kept;
  }
}

/** So many late readings one after another, and the clock of their source was set back. */
const SET_BACK = 5;
/** A window with more is told early, in parts. */
const MAX_WINDOW_READINGS = 100_000;

function close(state: TagState): KeptReading[] {
  const { window, rule, kind } = state;
  state.window = null;
  if (!window || !rule?.aggregate) return [];
  const end = isoTime(window.start + rule.aggregate.windowMs);
  return windowReadings(window, rule.aggregate.functions, end).map((reading) => ({ kind, reading }));
}

const isDown = ({ quality, value }: LocatedReading): boolean => quality === 'BAD' && value === null;

const isSame = (one: LocatedReading, other: LocatedReading): boolean =>
  one.sourceTime === other.sourceTime && one.value === other.value && one.quality === other.quality;

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
