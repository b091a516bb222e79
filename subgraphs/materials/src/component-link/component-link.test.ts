import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Step, wayDown } from './component-link.ts';

const step = (from: number, to: number): Step => ({
  parentId: `id ${from}`,
  parentNumber: `${from}`,
  childId: `id ${to}`,
  childNumber: `${to}`,
});

test('the way down is the shortest one, through diamonds too', () => {
  const steps = [step(1, 2), step(1, 3), step(2, 4), step(3, 4), step(4, 5), step(1, 4)];
  expect(wayDown(steps, 'id 1', 'id 5')).toEqual(['1', '4', '5']);
  expect(wayDown(steps, 'id 5', 'id 1')).toBeNull();
});

test('there is a way exactly where one can be walked, and each of its steps is an edge', () => {
  const edge = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    .filter(([from, to]) => from < to);
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), edge, (edges, [from, to]) => {
      const reachable = new Set([from]);
      for (let grown = true; grown; ) {
        const before = reachable.size;
        for (const [a, b] of edges) if (reachable.has(a)) reachable.add(b);
        grown = reachable.size > before;
      }
      const way = wayDown(
        edges.map(([a, b]) => step(a, b)),
        `id ${from}`,
        `id ${to}`,
      );
      expect(way !== null).toBe(reachable.has(to));
      const walked = (way ?? []).slice(1).map((number, i) => `${way?.[i]} ${number}`);
      const known = new Set(edges.map(([a, b]) => `${a} ${b}`));
      expect(walked.every((one) => known.has(one))).toBe(true);
      if (way) expect([way[0], way.at(-1)]).toEqual([`${from}`, `${to}`]);
    }),
  );
});
