/** What breaks a rule. */
export type AlertCondition = 'ABOVE' | 'BELOW' | 'OUTSIDE' | 'RATE_OF_CHANGE';
export type AlertSeverity = 'INFO' | 'WARNING' | 'CRITICAL';
export type AlertPhase = 'NORMAL' | 'PENDING' | 'RAISED';

/** How long a condition must last before it is an alert, where a rule does not say. */
export const DEFAULT_DELAY_SECONDS = 30;

/** A rule as readings are judged by it. */
export interface AlertLimits {
  readonly condition: AlertCondition;
  readonly high: number | null;
  readonly low: number | null;
  /** The fastest change allowed, per minute, up or down. */
  readonly perMinute: number | null;
  /** How far within its limit a value must come back before the alert clears. */
  readonly hysteresis: number;
  readonly delayUs: number;
}

/** Where a rule stands; times are microseconds of event time. */
export interface AlertState {
  readonly phase: AlertPhase;
  /** When the condition began: of PENDING and RAISED. */
  readonly sinceUs: number | null;
  /** When the alert was raised: of RAISED. */
  readonly raisedUs: number | null;
  /** The newest reading judged. */
  readonly lastUs: number;
  readonly lastValue: number;
}

export interface AlertTransition {
  readonly kind: 'RAISED' | 'CLEARED';
  readonly atUs: number;
  readonly sinceUs: number;
  readonly value: number;
}

export interface AlertStep {
  readonly state: AlertState | null;
  readonly transitions: readonly AlertTransition[];
}

/** A time in which a machine was in maintenance: microseconds of event time; no end while it goes on. */
export interface Maintenance {
  readonly fromUs: number;
  readonly toUs: number | null;
}

const MINUTE_US = 60_000_000;

/** How far the value is beyond the limits; above zero breaks them. `slack` moves the limits inwards. */
function beyond(limits: AlertLimits, value: number, rate: number | null, slack: number): boolean {
  const over = limits.high !== null && value > limits.high - slack;
  const under = limits.low !== null && value < limits.low + slack;
  switch (limits.condition) {
    case 'ABOVE':
      return over;
    case 'BELOW':
      return under;
    case 'OUTSIDE':
      return over || under;
    case 'RATE_OF_CHANGE':
      return (
        rate !== null && limits.perMinute !== null && Math.abs(rate) > Math.max(0, limits.perMinute - slack)
      );
  }
}

/**
 * Event time has reached a moment and no reading changed the value: what was out of range for long enough is an
 * alert, raised at the moment when it had been so for the delay. A sensor that reports only changes is judged
 * by this. A rate is not held: it needs readings.
 * @param maintenance of the machine, apart and in order of time
 */
export function reach(
  limits: AlertLimits,
  state: AlertState | null,
  atUs: number,
  maintenance: readonly Maintenance[],
): AlertStep {
  if (state === null || limits.condition === 'RATE_OF_CHANGE') return { state, transitions: [] };
  return raiseIfDue(limits, state, atUs, maintenance);
}

function raiseIfDue(
  limits: AlertLimits,
  state: AlertState,
  atUs: number,
  maintenance: readonly Maintenance[],
): AlertStep {
  const sinceUs = countsFrom(limits, state, maintenance);
  if (sinceUs === null || sinceUs + limits.delayUs > atUs) return { state, transitions: [] };
  const raisedUs = sinceUs + limits.delayUs;
  return {
    state: { ...state, phase: 'RAISED', sinceUs, raisedUs },
    transitions: [{ kind: 'RAISED', atUs: raisedUs, sinceUs, value: state.lastValue }],
  };
}

/**
 * Since when a condition counts: its beginning or, where its delay would have touched maintenance, the end of that.
 * Null where none is under way, and while the maintenance goes on.
 */
export function countsFrom(
  { delayUs }: Pick<AlertLimits, 'delayUs'>,
  state: AlertState,
  maintenance: readonly Maintenance[],
): number | null {
  if (state.phase !== 'PENDING' || state.sinceUs === null) return null;
  let sinceUs = state.sinceUs;
  for (const { fromUs, toUs } of maintenance) {
    if (fromUs > sinceUs + delayUs || (toUs !== null && toUs <= sinceUs)) continue;
    if (toUs === null) return null;
    sinceUs = toUs;
  }
  return sinceUs;
}

/**
 * Judges one reading. Readings not newer than the newest judged change nothing: alerts go forward in event time.
 * @param maintenance of the machine, apart and in order of time: nothing is raised in it, what is raised may clear
 */
export function judge(
  limits: AlertLimits,
  before: AlertState | null,
  atUs: number,
  value: number,
  maintenance: readonly Maintenance[],
): AlertStep {
  if (before && atUs <= before.lastUs) return { state: before, transitions: [] };
  const held = reach(limits, before, atUs, maintenance);
  const state = held.state;
  const rate = state ? ((value - state.lastValue) / (atUs - state.lastUs)) * MINUTE_US : null;
  const next = { lastUs: atUs, lastValue: value };
  if (state?.phase === 'RAISED') {
    if (beyond(limits, value, rate, limits.hysteresis))
      return { state: { ...state, ...next }, transitions: held.transitions };
    const clearedUs = Math.max(atUs, state.raisedUs ?? atUs);
    const cleared: AlertTransition = {
      kind: 'CLEARED',
      atUs: clearedUs,
      sinceUs: state.sinceUs ?? atUs,
      value,
    };
    return { state: normal(next), transitions: [...held.transitions, cleared] };
  }
  if (!beyond(limits, value, rate, 0)) return { state: normal(next), transitions: held.transitions };
  const sinceUs = state?.phase === 'PENDING' ? (state.sinceUs ?? atUs) : atUs;
  const pending: AlertState = { phase: 'PENDING', sinceUs, raisedUs: null, ...next };
  return raiseIfDue(limits, pending, atUs, maintenance);
}

/**
 * The sensor is BAD: nobody knows the value from then on. What was out of range for long enough by then is raised;
 * what was not begins anew; what is raised stays so until a value clears it.
 */
export function lose(
  limits: AlertLimits,
  before: AlertState | null,
  atUs: number,
  maintenance: readonly Maintenance[],
): AlertStep {
  if (before === null || atUs <= before.lastUs) return { state: before, transitions: [] };
  const { state, transitions } = reach(limits, before, atUs, maintenance);
  if (state === null) return { state, transitions };
  // the next rate is that from the last value known
  const lastUs = limits.condition === 'RATE_OF_CHANGE' ? state.lastUs : atUs;
  return { state: { ...(state.phase === 'PENDING' ? abandon(state) : state), lastUs }, transitions };
}

/** A condition that never became an alert is over. */
const abandon = (state: AlertState): AlertState => ({ ...state, phase: 'NORMAL', sinceUs: null });

const normal = (next: { lastUs: number; lastValue: number }): AlertState => ({
  phase: 'NORMAL',
  sinceUs: null,
  raisedUs: null,
  ...next,
});

export type RuleFault = {
  readonly field: 'high' | 'low' | 'perMinute' | 'hysteresis';
  readonly code: string;
  readonly message: string;
};

/** What is wrong with a rule's limits, or null. Decimal texts. */
export function ruleFault(rule: {
  condition: AlertCondition;
  high: string | null;
  low: string | null;
  perMinute: string | null;
  hysteresis: string;
}): RuleFault | null {
  const { condition } = rule;
  const missing = (field: 'high' | 'low' | 'perMinute'): RuleFault => ({
    field,
    code: 'LIMIT_MISSING',
    message: `${condition} needs ${field}`,
  });
  const extra = (field: 'high' | 'low' | 'perMinute'): RuleFault => ({
    field,
    code: 'LIMIT_UNUSED',
    message: `${condition} has no use for ${field}`,
  });
  const uses = { ABOVE: ['high'], BELOW: ['low'], OUTSIDE: ['high', 'low'], RATE_OF_CHANGE: ['perMinute'] }[
    condition
  ];
  for (const field of ['high', 'low', 'perMinute'] as const) {
    if (uses.includes(field) && rule[field] === null) return missing(field);
    if (!uses.includes(field) && rule[field] !== null) return extra(field);
  }
  const [high, low, hysteresis] = [Number(rule.high), Number(rule.low), Number(rule.hysteresis)];
  if (condition === 'OUTSIDE' && low >= high)
    return { field: 'low', code: 'LIMITS_CROSSED', message: 'low must be below high' };
  // with a wider band no value would ever clear it
  if (condition === 'OUTSIDE' && hysteresis * 2 >= high - low)
    return {
      field: 'hysteresis',
      code: 'HYSTERESIS_TOO_WIDE',
      message: 'nothing is left between the limits with this hysteresis',
    };
  if (condition === 'RATE_OF_CHANGE' && hysteresis >= Number(rule.perMinute))
    return {
      field: 'hysteresis',
      code: 'HYSTERESIS_TOO_WIDE',
      message: 'hysteresis must be below perMinute',
    };
  return null;
}
