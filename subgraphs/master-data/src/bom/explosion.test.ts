import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ExplosionEdge, explodeEdges } from './explosion.ts';

const edge = (parent: string, child: string, quantity: string): ExplosionEdge => ({
  parent,
  child,
  quantity,
  unit: 'C62',
});

test('an explosion lists a component once, with the sum over all ways to it and the levels of the longest', () => {
  const edges = [edge('a', 'b', '2'), edge('a', 'c', '3'), edge('b', 'c', '0.5'), edge('c', 'd', '0.1')];
  expect(explodeEdges('a', edges, 100)).toEqual([
    { id: 'b', depth: 1, quantity: '2', unit: 'C62' },
    { id: 'c', depth: 2, quantity: '4', unit: 'C62' },
    { id: 'd', depth: 3, quantity: '0.4', unit: 'C62' },
  ]);
});

test('an explosion to a depth counts the ways that are no longer', () => {
  const edges = [edge('a', 'b', '2'), edge('a', 'c', '3'), edge('b', 'c', '0.5')];
  expect(explodeEdges('a', edges, 1)).toEqual([
    { id: 'b', depth: 1, quantity: '2', unit: 'C62' },
    { id: 'c', depth: 1, quantity: '3', unit: 'C62' },
  ]);
});

test('a hundred levels of diamonds, 2^100 ways, are exact', () => {
  const edges = Array.from({ length: 100 }, (_, i) => [
    edge(`p${i}`, `x${i}`, '0.00000001'),
    edge(`p${i}`, `p${i + 1}`, '1.00000001'),
  ]).flat();
  const nodes = explodeEdges('p0', edges, 100);
  const deepest = nodes?.find((node) => node.id === 'p100');
  const exact = 100_000_001n ** 100n;
  expect(deepest?.quantity).toBe(`1.${exact.toString().slice(1)}`);
});

test('quantities are those of walking every way, without a rounding', () => {
  const level = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.integer({ min: 1, max: 99_999_999 })), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(level, { maxLength: 5 }), (levels) => {
      // from every level to the next one: no cycle
      const edges = levels.flatMap((lines, depth) =>
        lines.map(([from, to, quantity]) =>
          edge(
            depth === 0 ? 'root' : `${depth}.${from}`,
            `${depth + 1}.${to}`,
            `0.${String(quantity).padStart(8, '0')}`,
          ),
        ),
      );
      const walked = new Map<string, bigint>();
      const walk = (at: string, quantity: bigint, depth: number) => {
        for (const line of edges.filter((one) => one.parent === at)) {
          // every factor has 8 decimals, so at a level all numbers have the same scale
          const more = quantity * BigInt(line.quantity.replace('.', ''));
          walked.set(line.child, (walked.get(line.child) ?? 0n) + more);
          walk(line.child, more, depth + 1);
        }
      };
      walk('root', 1n, 0);
      const nodes = explodeEdges('root', edges, 100) ?? [];
      expect(nodes).toHaveLength(walked.size);
      for (const { id, depth, quantity } of nodes) {
        const [whole = '0', fraction = ''] = quantity.split('.');
        expect(BigInt(whole + fraction.padEnd(8 * depth, '0'))).toBe(walked.get(id));
      }
    }),
  );
});
