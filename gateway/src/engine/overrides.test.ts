import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
import { MOVES } from '../differential/moving-graph.ts';
import { worldSubgraph } from '../differential/world.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import { createMachshopEngine } from './engine.ts';
import { Overrides } from './overrides.ts';

const NONE: ReadonlySet<string> = new Set();
const heldOf = (overrides: Overrides): string[] =>
  [...overrides.draw().labels].flatMap(([label, holds]) => (holds ? [label] : [])).sort();

describe('a label of percent', () => {
  it.each([
    [0, true],
    [0.0999, true],
    [0.1, false],
    [0.9, false],
  ])('of ten holds for a draw of %d: %s', (drawn, holds) => {
    const overrides = new Overrides(['percent(10)'], NONE, () => drawn);
    expect(overrides.draw().labels.get('percent(10)')).toBe(holds);
  });

  it('of zero never holds, one of a hundred always', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (drawn) => {
        const overrides = new Overrides(['percent(0)', 'percent(100)'], NONE, () => drawn);
        expect(heldOf(overrides)).toEqual(['percent(100)']);
      }),
    );
  });

  it('holds whenever one of a smaller share does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100 })),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (shares, drawn) => {
          const overrides = new Overrides(
            shares.map((share) => `percent(${share})`),
            NONE,
            () => drawn,
          );
          expect(heldOf(overrides)).toEqual(
            [...new Set(shares)]
              .filter((share) => drawn < share / 100)
              .map((share) => `percent(${share})`)
              .sort(),
          );
        },
      ),
    );
  });
});

describe('any other label', () => {
  it('holds where the settings say so', () => {
    const overrides = new Overrides(['new-parts', 'new-stock'], new Set(['new-stock', 'unknown']));
    expect(heldOf(overrides)).toEqual(['new-stock']);
  });
});

it('requests for which the same labels hold have equal keys', () => {
  const draws = [0.05, 0.2, 0.9, 0.06];
  const overrides = new Overrides(['percent(10)', 'percent(30.5)', 'fixed'], NONE, () => draws.shift() ?? 1);
  const [a, b, c, d] = [overrides.draw(), overrides.draw(), overrides.draw(), overrides.draw()];
  expect(a).toBe(d);
  expect(new Set([a.key, b.key, c.key]).size).toBe(3);
});

it.each([
  [0.1, { mass: 'new', city: 'new', total: 'new', text: 'new' }],
  [0.3, { mass: 'old', city: 'new', total: 'new', text: 'new' }],
  [0.6, { mass: 'old', city: 'old', total: 'old', text: 'new' }],
])('a request for which %d is drawn asks for each field where it has moved by then', async (drawn, where) => {
  const asked: Record<string, string> = {};
  const transports = new Map(
    MOVES.subgraphs.map(({ name, sdl }) => {
      const execute = worldSubgraph(sdl, { ...MOVES, seed: 1, deletions: false });
      return [
        name,
        new InProcessTransport((request) => {
          for (const field of Object.keys(where)) if (request.query.includes(field)) asked[field] = name;
          return execute(request);
        }),
      ] as const;
    }),
  );
  const engine = createMachshopEngine({
    supergraph: composeSupergraph(MOVES.subgraphs),
    transports,
    logger: SILENT,
    overrideLabels: new Set(['moved']),
    random: () => drawn,
  });
  const prepared = engine.prepare('{ total parts { mass text maker { city } } }', undefined);
  if (prepared.refused !== undefined) throw new Error('the operation is not valid');
  await engine.execute(prepared, {}, { ...ANYONE, requestId: 'r', headers: {}, lifetime: new Lifetime() });
  expect(asked).toEqual(where);
});
