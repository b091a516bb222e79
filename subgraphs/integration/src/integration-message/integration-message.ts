import { createHash } from 'node:crypto';

export type Direction = 'IN' | 'OUT';
export type MessageKind = 'SCHEDULE' | 'ROUTING' | 'PERFORMANCE' | 'MATERIAL_ACTUAL' | 'UNKNOWN';
export type MessageState = 'RECEIVED' | 'REJECTED' | 'APPLIED' | 'PENDING' | 'ACKNOWLEDGED';

/** TEXT: UTF-8 of the characters that came. BYTES: as they came, to be decoded by mark and declaration. */
export type ReceivedAs = 'TEXT' | 'BYTES';

/** One thing that is wrong with a message. */
export interface MessageError {
  /** 1-based; 0 when the message as a whole is meant. */
  readonly line: number;
  /** Path from the root. */
  readonly element: string;
  /** Of `B2MML_RULES`, `MESSAGE_RULES`, or of the domain that refused it. */
  readonly rule: string;
  readonly message: string;
}

/** A message of more bytes is not taken at all. */
export const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** More errors are counted, not listed. */
export const MAX_ERRORS = 1_000;

/** Rules beside those of B2MML itself. */
export const MESSAGE_RULES = {
  MESSAGE_ID_REUSED: 'One id names one message: another content needs another id.',
  KIND_NOT_RECEIVED: 'Schedules and routings come in; performance goes out.',
  ROUTINGS_NOT_ONE: 'A message brings one routing, so that it is taken as a whole or not at all.',
  PART_UNKNOWN: 'The part that is asked for is published.',
  REVISION_UNKNOWN: 'The revision that is asked for is published.',
  SITE_UNKNOWN: 'The site exists, and the sender works there.',
} as const;

const NEXT: Readonly<Record<Direction, Readonly<Partial<Record<MessageState, readonly MessageState[]>>>>> = {
  IN: { RECEIVED: ['APPLIED', 'REJECTED'], REJECTED: ['RECEIVED'] },
  OUT: { PENDING: ['ACKNOWLEDGED', 'REJECTED'], REJECTED: ['PENDING'] },
};

/** Whether a message of this direction may go from one state to another. */
export const mayBecome = (direction: Direction, from: MessageState, to: MessageState): boolean =>
  NEXT[direction][from]?.includes(to) ?? false;

export type AnswerDecision =
  | { readonly kind: 'CHANGED'; readonly to: MessageState }
  | { readonly kind: 'UNCHANGED' }
  /** The message waits for no answer: it was answered otherwise before. */
  | { readonly kind: 'NOT_EXPECTED' };

/** A domain answers to what was handed to it. */
export function answer(
  facts: { readonly direction: Direction; readonly state: MessageState },
  to: 'APPLIED' | 'REJECTED',
): AnswerDecision {
  if (facts.direction === 'IN' && facts.state === to) return { kind: 'UNCHANGED' };
  return facts.direction === 'IN' && facts.state === 'RECEIVED'
    ? { kind: 'CHANGED', to }
    : { kind: 'NOT_EXPECTED' };
}

export type AcknowledgeDecision =
  | { readonly kind: 'CHANGED'; readonly to: 'ACKNOWLEDGED' | 'REJECTED' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ALREADY_ACKNOWLEDGED' }
  | { readonly kind: 'NOT_OUTGOING' };

/** The other system says whether it took an outgoing message. */
export function acknowledge(
  facts: { readonly direction: Direction; readonly state: MessageState },
  accepted: boolean,
): AcknowledgeDecision {
  if (facts.direction !== 'OUT') return { kind: 'NOT_OUTGOING' };
  const to = accepted ? 'ACKNOWLEDGED' : 'REJECTED';
  if (facts.state === to) return { kind: 'UNCHANGED' };
  return facts.state === 'PENDING' ? { kind: 'CHANGED', to } : { kind: 'ALREADY_ACKNOWLEDGED' };
}

/** SHA-256 of a message's bytes, hexadecimal. */
export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A UUID (version 8) made of a text: the same text, the same id. */
export function stableId(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** At most so many errors; a last one says how many are left out. */
export function limitErrors(errors: readonly MessageError[]): readonly MessageError[] {
  if (errors.length <= MAX_ERRORS) return errors;
  const more = errors.length - MAX_ERRORS + 1;
  const last = { line: 0, element: '', rule: 'TOO_MANY_ERRORS', message: `There are ${more} more errors.` };
  return [...errors.slice(0, MAX_ERRORS - 1), last];
}
