/** A draft is edited, a published thing is used, a retired one is kept for what was made with it. */
export type Lifecycle = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** Where each state may lead. */
export const TRANSITIONS: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = {
  DRAFT: ['PUBLISHED', 'RETIRED'],
  PUBLISHED: ['RETIRED'],
  // a material or a customer may come back; a retired revision or bill has its successor
  RETIRED: [],
};

/** As TRANSITIONS, for what has no revisions: publishing it again brings it back. */
export const REVIVABLE: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = {
  ...TRANSITIONS,
  RETIRED: ['PUBLISHED'],
};

export type Transition =
  | { readonly kind: 'CHANGED'; readonly from: Lifecycle; readonly to: Lifecycle }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: Lifecycle; readonly to: Lifecycle };

/** Whether a thing may go to a state. */
export function transition(
  from: Lifecycle,
  to: Lifecycle,
  table: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = TRANSITIONS,
): Transition {
  if (from === to) return { kind: 'UNCHANGED' };
  return { kind: table[from].includes(to) ? 'CHANGED' : 'ILLEGAL_TRANSITION', from, to };
}
