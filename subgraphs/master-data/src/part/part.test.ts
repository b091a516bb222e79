import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { effectiveAt, leading, nextRevision, otherUnit, type RevisionEffectivity } from './part.ts';

const day = (n: number) => new Date(Date.UTC(2020, 0, n));
const revision = (id: string, more: Partial<RevisionEffectivity> = {}): RevisionEffectivity => ({
  id,
  status: 'PUBLISHED',
  effectiveFrom: day(1),
  publishedAt: day(1),
  retiredAt: null,
  ...more,
});

describe('the current revision', () => {
  test('is the one that took effect last', () => {
    const revisions = [revision('a'), revision('b', { effectiveFrom: day(5) })];
    expect(effectiveAt(revisions, day(4))?.id).toBe('a');
    expect(effectiveAt(revisions, day(5))?.id).toBe('b');
  });

  test('of two at once is the one published last', () => {
    const revisions = [revision('a', { publishedAt: day(3) }), revision('b', { publishedAt: day(2) })];
    expect(effectiveAt(revisions, day(9))?.id).toBe('a');
  });

  test('is not one that was retired by then, but is it before', () => {
    const retired = revision('b', { status: 'RETIRED', effectiveFrom: day(3), retiredAt: day(6) });
    const revisions = [revision('a'), retired];
    expect(effectiveAt(revisions, day(5))?.id).toBe('b');
    expect(effectiveAt(revisions, day(6))?.id).toBe('a');
  });

  test('is none while all are drafts; the latest draft leads then', () => {
    const draft = { status: 'DRAFT', effectiveFrom: null, publishedAt: null } as const;
    const revisions = [revision('b', draft), revision('a', draft)];
    expect(effectiveAt(revisions, day(9))).toBeNull();
    expect(leading(revisions, day(9))?.id).toBe('b');
  });

  test('does not depend on the order in which they are read', () => {
    const one = fc.record({
      id: fc.uuid(),
      status: fc.constantFrom('DRAFT' as const, 'PUBLISHED' as const),
      effectiveFrom: fc.constantFrom(null, day(1), day(2), day(3)),
      publishedAt: fc.constantFrom(day(1), day(2)),
      retiredAt: fc.constantFrom(null, day(2)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: (row) => row.id, maxLength: 6 }), (revisions) => {
        expect(effectiveAt(revisions.toReversed(), day(2))).toBe(effectiveAt(revisions, day(2)));
      }),
    );
  });
});

describe('the next revision', () => {
  test.each([
    ['A', 'B'],
    ['H', 'J'],
    ['Y', 'AA'],
    ['AY', 'BA'],
    ['YY', 'AAA'],
    ['1', '2'],
    ['09', '10'],
  ])('after %s is %s', (revision, next) => expect(nextRevision(revision)).toBe(next));

  test('after a name of no known order is not guessed', () => {
    expect(nextRevision('B.1')).toBeNull();
    expect(nextRevision('I')).toBeNull();
  });

  test('never comes twice', () => {
    const seen = new Set<string>();
    for (let at: string | null = 'A'; at && seen.size < 1_000; at = nextRevision(at)) {
      expect(seen.has(at)).toBe(false);
      seen.add(at);
    }
    expect(seen.size).toBe(1_000);
  });
});

test('the unit of a part is that of its revisions', () => {
  expect(otherUnit([{ status: 'PUBLISHED', unit: 'C62' }], 'KGM')).toBe('C62');
  expect(otherUnit([{ status: 'PUBLISHED', unit: 'C62' }], 'C62')).toBeNull();
  expect(otherUnit([], 'KGM')).toBeNull();
});
