import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closingPath, type Edge, shapeGenealogy } from './genealogy.ts';

const edge = (parentId: string, childId: string, quantity = '1', unit = 'C62'): Edge => ({
  id: `${parentId}>${childId}`,
  parentId,
  childId,
  quantity,
  unit,
});
const serials = () => '1';
const root = (id: string) => ({ id, unit: null });
const quantities = (graph: { nodes: readonly { id: string; quantity: string }[] }) =>
  Object.fromEntries(graph.nodes.map(({ id, quantity }) => [id, quantity]));

describe('rolling up', () => {
  test('a diamond counts each of its sides once', () => {
    const edges = [
      edge('top', 'left', '2'),
      edge('top', 'right', '3'),
      edge('left', 'screw', '4'),
      edge('right', 'screw', '5'),
    ];
    const graph = shapeGenealogy(root('top'), 'DOWN', 100, edges, serials);
    expect(quantities(graph)).toEqual({ top: '1', left: '2', right: '3', screw: '23' });
    expect(graph.nodes.find(({ id }) => id === 'screw')?.depth).toBe(2);
  });

  test('a way that is longer than another still counts', () => {
    const edges = [edge('top', 'a'), edge('a', 'b'), edge('b', 'c', '2'), edge('top', 'c', '1')];
    expect(quantities(shapeGenealogy(root('top'), 'DOWN', 100, edges, serials)).c).toBe('3');
  });

  test('no digit is lost', () => {
    const edges = [edge('top', 'a', '0.1'), edge('a', 'b', '0.2'), edge('top', 'b', '0.01', 'KGM')];
    expect(quantities(shapeGenealogy(root('top'), 'DOWN', 100, edges, serials)).b).toBe('0.03');
  });

  test('of what was consumed for an order of 20, one serial holds a twentieth', () => {
    const edges = [edge('serial', 'order'), edge('order', 'bar', '10', 'KGM')];
    const graph = shapeGenealogy(root('serial'), 'DOWN', 100, edges, (id) => (id === 'order' ? '20' : '1'));
    expect(graph.nodes.find(({ id }) => id === 'bar')).toMatchObject({ quantity: '0.5', unit: 'KGM' });
  });

  test('upwards it is how much of the root is in each', () => {
    const edges = [
      edge('box', 'bar', '0.4', 'KGM'),
      edge('cover', 'bar', '0.2', 'KGM'),
      edge('assembly', 'box'),
      edge('assembly', 'cover'),
    ];
    const graph = shapeGenealogy({ id: 'bar', unit: 'KGM' }, 'UP', 100, edges, serials);
    expect(graph.nodes.find(({ id }) => id === 'assembly')).toMatchObject({
      quantity: '0.6',
      unit: 'KGM',
      depth: 2,
    });
  });
});

describe('cutting', () => {
  const ladder = Array.from({ length: 120 }, (_, level) => edge(`n${level}`, `n${level + 1}`));

  test('100 levels are right, and more below is said', () => {
    const graph = shapeGenealogy(root('n0'), 'DOWN', 100, ladder, serials);
    expect(graph).toMatchObject({ depth: 100, truncated: true });
    expect(graph.nodes).toHaveLength(101);
    expect(shapeGenealogy(root('n0'), 'DOWN', 120, ladder, serials).truncated).toBe(false);
  });

  test('a root without edges is its own genealogy', () => {
    expect(shapeGenealogy(root('x'), 'DOWN', 5, [], serials)).toEqual({
      nodes: [{ id: 'x', depth: 0, quantity: '1', unit: 'C62' }],
      edges: [],
      depth: 0,
      truncated: false,
    });
  });
});

/** Random graphs without a cycle: edges lead from a lower number to a higher one. */
const acyclic = fc
  .array(fc.tuple(fc.nat(14), fc.integer({ min: 1, max: 15 }), fc.integer({ min: 1, max: 4 })), {
    maxLength: 40,
  })
  .map((triples) =>
    triples
      .filter(([a, b]) => a < b)
      .map(([a, b, q], i) => ({ ...edge(`${a}`, `${b}`, `${q}`), id: `${i}` })),
  );

test('rolled-up quantities equal the sum over every path', () => {
  fc.assert(
    fc.property(acyclic, (edges) => {
      const expected = new Map<string, number>();
      const walk = (id: string, amount: number) => {
        expected.set(id, (expected.get(id) ?? 0) + amount);
        for (const next of edges)
          if (next.parentId === id) walk(next.childId, amount * Number(next.quantity));
      };
      walk('0', 1);
      const reachable = edges.filter((candidate) => expected.has(candidate.parentId));
      const graph = shapeGenealogy(root('0'), 'DOWN', 100, reachable, serials);
      expect(new Map(graph.nodes.map(({ id, quantity }) => [id, Number(quantity)]))).toEqual(expected);
    }),
  );
});

test('a new edge is refused exactly when it would close a cycle, and the path is one', () => {
  fc.assert(
    fc.property(acyclic, fc.nat(15), fc.nat(15), (edges, parent, child) => {
      const below = new Set([`${child}`]);
      for (const id of below) for (const next of edges) if (next.parentId === id) below.add(next.childId);
      const path = closingPath(`${parent}`, `${child}`, edges);
      expect(path !== null).toBe(below.has(`${parent}`));
      if (!path || parent === child) return;
      expect([path[0], path[1], path.at(-1)]).toEqual([`${parent}`, `${child}`, `${parent}`]);
      for (let i = 1; i < path.length - 1; i++) {
        expect(edges.some((next) => next.parentId === path[i] && next.childId === path[i + 1])).toBe(true);
      }
    }),
  );
});
