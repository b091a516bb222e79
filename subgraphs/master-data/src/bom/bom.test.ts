import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  bomAt,
  effectivityOf,
  findCycle,
  hasCycle,
  overlap,
  type PlacedBom,
  place,
  structureOf,
} from './bom.ts';

const day = (n: number) => new Date(Date.UTC(2020, 0, n));
const bill = (id: string, from: number, to: number | null): PlacedBom => ({
  id,
  status: 'PUBLISHED',
  effectiveFrom: day(from),
  effectiveTo: to === null ? null : day(to),
});

describe('effectivity', () => {
  test('begins with its first moment and ends before its last', () => {
    const bills = [bill('a', 1, 5), bill('b', 5, null)];
    expect(bomAt(bills, day(4))?.id).toBe('a');
    expect(bomAt(bills, day(5))?.id).toBe('b');
    expect(bomAt(bills, day(0))).toBeNull();
  });

  test('of two bills may touch', () => {
    const placement = place([bill('a', 1, 5)], { from: day(5), to: null }, false);
    expect(placement).toEqual({ kind: 'PLACED', ended: [] });
  });

  test('that overlaps is refused with the bill in the way', () => {
    const placement = place([bill('a', 1, null)], { from: day(5), to: null }, false);
    expect(placement).toMatchObject({ kind: 'OVERLAPS', bom: { id: 'a' } });
  });

  test('of an earlier bill ends where the new one begins, when it is told to', () => {
    const placement = place([bill('a', 1, null)], { from: day(5), to: null }, true);
    expect(placement).toMatchObject({ kind: 'PLACED', ended: [{ bom: { id: 'a' }, to: day(5) }] });
  });

  test('of a later bill never makes room', () => {
    const placement = place([bill('a', 5, null)], { from: day(1), to: null }, true);
    expect(placement.kind).toBe('OVERLAPS');
  });

  test('never overlaps, whatever is placed in whatever order', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.option(fc.integer({ min: 1, max: 10 })));
    fc.assert(
      fc.property(fc.array(fc.tuple(range, fc.boolean()), { maxLength: 12 }), (wanted) => {
        let bills: PlacedBom[] = [];
        wanted.forEach(([[from, length], endPrevious], index) => {
          const one = bill(String(index), from, length === null ? null : from + length);
          const range = effectivityOf(one);
          if (!range) throw new Error('it is published');
          const placement = place(bills, range, endPrevious);
          if (placement.kind === 'OVERLAPS') return;
          const ends = new Map(placement.ended.map(({ bom, to }) => [bom.id, to]));
          bills = bills.map((bom) => ({ ...bom, effectiveTo: ends.get(bom.id) ?? bom.effectiveTo }));
          bills.push(one);
        });
        const ranges = bills.map(effectivityOf).filter((found) => found !== null);
        for (const [i, a] of ranges.entries())
          for (const b of ranges.slice(i + 1)) expect(overlap(a, b)).toBe(false);
      }),
    );
  });
});

describe('a part that would contain itself', () => {
  test('is refused with itself, when its own bill lists it', () => {
    expect(findCycle('a', ['b', 'a'], new Map())).toEqual(['a', 'a']);
  });

  test('is refused with the shortest way', () => {
    const below = structureOf([
      ['b', 'c'],
      ['c', 'd'],
      ['d', 'a'],
      ['b', 'd'],
    ]);
    expect(findCycle('a', ['b'], below)).toEqual(['a', 'b', 'd', 'a']);
  });

  test('is not found in a diamond', () => {
    const below = structureOf([
      ['b', 'd'],
      ['c', 'd'],
    ]);
    expect(findCycle('a', ['b', 'c'], below)).toBeNull();
    expect(
      hasCycle(structureOf([...['b', 'c'].map((child) => ['a', child] as const), ['b', 'd'], ['c', 'd']])),
    ).toBe(false);
  });

  test('never gets into a structure that is built bill by bill', () => {
    const part = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const bills = fc.array(fc.tuple(part, fc.uniqueArray(part, { minLength: 1, maxLength: 3 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(bills, (wanted) => {
        const edges: [string, string][] = [];
        for (const [parent, components] of wanted) {
          const added = components.map((child): [string, string] => [parent, child]);
          const cycle = findCycle(parent, components, structureOf(edges));
          expect(hasCycle(structureOf([...edges, ...added]))).toBe(cycle !== null);
          if (!cycle) edges.push(...added);
          else {
            const all = new Set([...edges, ...added].map(String));
            expect(cycle.at(0)).toBe(parent);
            expect(cycle.at(-1)).toBe(parent);
            for (let i = 1; i < cycle.length; i++) expect(all.has(`${cycle[i - 1]},${cycle[i]}`)).toBe(true);
          }
        }
      }),
    );
  });
});
