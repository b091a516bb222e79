import type { Lifecycle } from '../lifecycle.ts';

/** How single pieces or lots of a part are told apart. */
export type Tracking = 'NONE' | 'LOT' | 'SERIAL';

/** The most revisions a part may have. */
export const MAX_REVISIONS = 200;

/** What describes a revision: form, fit and function. */
export interface RevisionContent {
  readonly name: string;
  readonly description: string | null;
  readonly unit: string;
  readonly tracking: Tracking;
  readonly critical: boolean;
}

/** When a revision is the part's current one. */
export interface RevisionEffectivity {
  readonly id: string;
  readonly status: Lifecycle;
  readonly effectiveFrom: Date | null;
  readonly publishedAt: Date | null;
  readonly retiredAt: Date | null;
}

/**
 * The current revision at a moment: of those published and not retired by then, the one that took effect last;
 * of two at once, the one published last.
 */
export function effectiveAt<R extends RevisionEffectivity>(revisions: readonly R[], at: Date): R | null {
  let current: R | null = null;
  for (const revision of revisions) {
    const { effectiveFrom: from, retiredAt } = revision;
    if (revision.status === 'DRAFT' || !from || from > at || (retiredAt && retiredAt <= at)) continue;
    if (!current || compareEffectivity(revision, current) > 0) current = revision;
  }
  return current;
}

function compareEffectivity(a: RevisionEffectivity, b: RevisionEffectivity): number {
  const from = (a.effectiveFrom?.getTime() ?? 0) - (b.effectiveFrom?.getTime() ?? 0);
  if (from !== 0) return from;
  const published = (a.publishedAt?.getTime() ?? 0) - (b.publishedAt?.getTime() ?? 0);
  if (published !== 0) return published;
  return a.id < b.id ? -1 : 1;
}

/** The revision that stands for the part where none is asked for: the current one, else the latest. */
export function leading<R extends RevisionEffectivity>(revisions: readonly R[], at: Date): R | null {
  const latest = [...revisions].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1);
  return effectiveAt(revisions, at) ?? latest ?? null;
}

// ASME Y14.35: I, O, Q, S, X and Z look too much like other characters
const LETTERS = 'ABCDEFGHJKLMNPRTUVWY';

/** The revision after this one: A, B, … Y, AA; 1, 2, …; null when its name does not say which comes next. */
export function nextRevision(revision: string): string | null {
  if (/^\d+$/.test(revision)) return String(BigInt(revision) + 1n).padStart(revision.length, '0');
  const letters = [...revision].map((letter) => LETTERS.indexOf(letter));
  if (letters.length === 0 || letters.includes(-1)) return null;
  for (let i = letters.length - 1; i >= 0; i--) {
    const next = (letters[i] ?? 0) + 1;
    if (next < LETTERS.length) {
      letters[i] = next;
      return letters.map((index) => LETTERS[index]).join('');
    }
    letters[i] = 0;
  }
  return `A${letters.map((index) => LETTERS[index]).join('')}`;
}

/**
 * The unit that a part's revisions are counted in, when it differs from `unit`: stock of one revision is stock of
 * the part, so the unit never changes.
 */
export function otherUnit(
  siblings: readonly { readonly status: Lifecycle; readonly unit: string }[],
  unit: string,
): string | null {
  return siblings.find((sibling) => sibling.unit !== unit)?.unit ?? null;
}
