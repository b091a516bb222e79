import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_LINES, pareto } from './pareto.ts';

test('adds the shares up, line by line', () => {
  const counts = [
    { key: 'DIM-OOT', count: 6 },
    { key: null, count: 2 },
    { key: 'SCRATCH', count: 1 },
  ];
  expect(pareto(counts).map(({ key, cumulativePercent }) => [key, cumulativePercent])).toEqual([
    ['DIM-OOT', '66.67'],
    [null, '88.89'],
    ['SCRATCH', '100'],
  ]);
  expect(pareto([])).toEqual([]);
});

test('of so many lines as are shown, shares are of all', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 150 }), (counts) => {
      const lines = pareto(counts.map((count, i) => ({ key: `K${i}`, count })));
      expect(lines).toHaveLength(Math.min(counts.length, MAX_LINES));
      const last = Number(lines.at(-1)?.cumulativePercent);
      if (counts.length <= MAX_LINES) expect(last).toBe(100);
      else expect(last).toBeLessThan(100);
    }),
  );
});
