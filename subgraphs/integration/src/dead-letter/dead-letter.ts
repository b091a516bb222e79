import type { DeadLetter } from '@machshop/events';
import type { DeadLetterRow } from './tables.ts';

export type DeadLetterState = 'OPEN' | 'REPLAYED' | 'DISCARDED';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Consumers remember for 31 days what they handled: an older event would take effect twice. */
export const MAX_REPLAY_AGE_MS = 30 * DAY_MS;

export type ReplayDecision =
  | { readonly kind: 'REPLAY' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: DeadLetterState }
  | { readonly kind: 'TOO_OLD'; readonly since: Date }
  | { readonly kind: 'NOT_AN_EVENT' };

interface LetterFacts {
  readonly tenantId: string;
  readonly state: DeadLetterState;
  readonly subject: string;
  readonly eventAt: Date | null;
  readonly failedAt: Date;
}

/** Whether an event may be sent to its subject again. */
export function replay(letter: LetterFacts, now: Date): ReplayDecision {
  if (letter.state === 'REPLAYED') return { kind: 'UNCHANGED' };
  if (letter.state !== 'OPEN') return { kind: 'ILLEGAL_TRANSITION', from: letter.state };
  if (!letter.subject.startsWith(`mes.${letter.tenantId}.`)) return { kind: 'NOT_AN_EVENT' };
  const since = letter.eventAt ?? letter.failedAt;
  return now.getTime() - since.getTime() > MAX_REPLAY_AGE_MS
    ? { kind: 'TOO_OLD', since }
    : { kind: 'REPLAY' };
}

export type DiscardDecision =
  | { readonly kind: 'DISCARD' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: DeadLetterState };

/** Whether a letter may be put away. */
export function discard(state: DeadLetterState): DiscardDecision {
  if (state === 'DISCARDED') return { kind: 'UNCHANGED' };
  return state === 'OPEN' ? { kind: 'DISCARD' } : { kind: 'ILLEGAL_TRANSITION', from: state };
}

/** A letter of the stream as it is kept. */
export function letterRow(letter: DeadLetter, now: Date): Omit<DeadLetterRow, 'tenantId'> {
  return {
    id: letter.id,
    consumer: storable(letter.consumer),
    subject: storable(letter.subject),
    envelope: Buffer.from(letter.envelope, 'utf8'),
    eventId: letter.eventId === null ? null : storable(letter.eventId),
    eventType: letter.eventType === null ? null : storable(letter.eventType),
    eventAt: timeOf(letter.envelope),
    tries: letter.tries,
    error: storable(letter.error),
    failedAt: new Date(letter.failedAt),
    state: 'OPEN',
    resolvedAt: null,
    resolvedBy: null,
    resolvedByKind: null,
    resolvedByName: null,
    reason: null,
    recordedAt: now,
  };
}

/** Text as Postgres takes it: it knows no zero character. */
const storable = (text: string): string => text.replaceAll('\0', '\ufffd');

/** When the event was recorded; null when its envelope cannot be read. */
function timeOf(envelope: string): Date | null {
  try {
    const { time } = JSON.parse(envelope) as { time?: unknown };
    const date = typeof time === 'string' ? new Date(time) : null;
    return date && !Number.isNaN(date.getTime()) ? date : null;
  } catch {
    return null;
  }
}
