import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf, enginesOf } from './compare.ts';
import { GRAPHS } from './graphs.ts';
import { operations } from './operations.ts';

const numRuns = Number(process.env.DIFFERENTIAL_RUNS ?? 40);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const timeout = 120_000 + numRuns * 200;

describe.each(GRAPHS)('over the supergraph $name', (graph) => {
  it('an answer in parts, put together, is the whole answer', { timeout }, async () => {
    const { ours } = await enginesOf(graph, seed);
    let several = 0;
    const property = fc.asyncProperty(operations(ours.schema, { defers: true }), async (operation) => {
      const whole = await answerOf(ours, operation);
      fc.pre(whole !== undefined);
      const parts = await answerOf(ours, operation, (messages) => {
        if (messages > 1) several += 1;
      });
      // what may not be null and is nulls its part, where it nulled more of the whole
      if (whole.nulled.length === 0) expect(parts).toEqual({ ...whole, ordered: parts?.ordered });
      else {
        expect(parts?.refused).toBe(whole.refused);
        expect(parts?.nulled.length).toBeGreaterThan(0);
      }
    });
    await fc.assert(property, { numRuns, seed, endOnFailure: true });
    expect(several).toBeGreaterThan(numRuns / 10);
  });
});
