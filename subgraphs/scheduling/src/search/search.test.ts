import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lowerBound } from './bound.ts';
import { Calendar, compareFigures, type Problem, solve } from './index.ts';
import { modelOf } from './model.ts';
import { INSTANCES } from './testing/instances.ts';

const DAY = 86_400;
const HORIZON = 60 * DAY;

/** Shops of two to four machines that work by day, some with an hour off. */
const shop = fc
  .record({
    machines: fc.integer({ min: 2, max: 4 }),
    begins: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 4, maxLength: 4 }),
    jobs: fc.array(
      fc.record({
        release: fc.integer({ min: 0, max: 2 * DAY }),
        due: fc.option(fc.integer({ min: 0, max: 6 * DAY }), { nil: null }),
        weight: fc.integer({ min: 1, max: 100 }),
        steps: fc.array(
          fc.record({
            on: fc.integer({ min: 0, max: 3 }),
            either: fc.boolean(),
            setup: fc.integer({ min: 0, max: 3_600 }),
            run: fc.integer({ min: 0, max: 30_000 }),
            key: fc.constantFrom('a', 'b', 'c'),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    fixed: fc.option(
      fc.record({ machine: fc.integer({ min: 0, max: 1 }), start: fc.integer({ min: -5_000, max: DAY }) }),
      { nil: null },
    ),
  })
  .map(({ machines, begins, jobs, fixed }): Problem => {
    const operations: Problem['operations'][number][] = [];
    for (const [job, { steps }] of jobs.entries())
      for (const [i, { on, either, setup, run, key }] of steps.entries()) {
        const first = on % machines;
        operations.push({
          id: `${job}.${i}`,
          job,
          after: i > 0 ? [operations.length - 1] : [],
          machines: either ? [first, (first + 1) % machines] : [first],
          setup,
          run,
          setupKey: key,
          fixed:
            fixed && job === 0 && i === 0
              ? { machine: fixed.machine, start: fixed.start, end: fixed.start + 6_000 }
              : null,
        });
      }
    return {
      horizon: HORIZON,
      machines: Array.from({ length: machines }, (_, m) => ({
        id: `M${m}`,
        setUpFor: null,
        windows: Array.from({ length: 60 }, (_unused, day) => ({
          start: day * DAY + (begins[m] ?? 0) * 3_600,
          end: day * DAY + (begins[m] ?? 0) * 3_600 + 30_000,
        })),
      })),
      jobs: jobs.map(({ release, due, weight }, i) => ({ id: `J${i}`, release, due, weight })),
      operations,
    };
  });

const OPTIONS = { objective: 'WEIGHTED_TARDINESS', seed: 7, iterations: 60, stall: 60 } as const;

describe('the search', () => {
  test.each(INSTANCES)('finds the known optimum of $name', ({ problem, optimum }) => {
    const { figures } = solve(problem, { objective: 'MAKESPAN', seed: 1, iterations: 8_000, stall: 8_000 });
    expect(figures.makespan).toBe(optimum);
  });

  test('that proves its plan to be the best ends there: LA01, one machine of which can be done no earlier', () => {
    const problem = INSTANCES.find(({ name }) => name === 'la01')?.problem;
    if (!problem) throw new Error('there is no la01');
    const { figures, search } = solve(problem, {
      objective: 'MAKESPAN',
      seed: 1,
      iterations: 8_000,
      stall: 8_000,
    });
    expect({ makespan: figures.makespan, ended: search.ended }).toEqual({ makespan: 666, ended: 'OPTIMAL' });
    expect(search.iterations).toBeLessThan(8_000);
  });

  test('does not call a plan the best that is not proven to be: FT06', () => {
    const problem = INSTANCES.find(({ name }) => name === 'ft06')?.problem;
    if (!problem) throw new Error('there is no ft06');
    const { search } = solve(problem, { objective: 'MAKESPAN', seed: 1, iterations: 2_000, stall: 2_000 });
    expect(search.ended).toBe('ITERATIONS');
  });

  test('no plan is better in anything than the bound', () => {
    fc.assert(
      fc.property(
        shop,
        fc.constantFrom('WEIGHTED_TARDINESS' as const, 'MAKESPAN' as const, 'SETUP' as const),
        (problem, objective) => {
          const bound = lowerBound(modelOf(problem));
          const { figures, constructed } = solve(problem, { ...OPTIONS, objective });
          for (const own of [figures, ...constructed.map((one) => one.figures)]) {
            expect(own.weightedTardiness).toBeGreaterThanOrEqual(bound.weightedTardiness);
            expect(own.makespan).toBeGreaterThanOrEqual(bound.makespan);
            expect(own.setup).toBeGreaterThanOrEqual(bound.setup);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a single job on one machine is optimal at once', () => {
    const operation = { job: 0, machines: [0], setup: 60, run: 600, fixed: null };
    const { figures, search } = solve(
      {
        horizon: DAY,
        machines: [{ id: 'M', windows: [{ start: 0, end: DAY }], setUpFor: null }],
        jobs: [{ id: 'J', release: 30, due: 1_000, weight: 2 }],
        operations: [
          { ...operation, id: 'a', after: [], setupKey: 'a' },
          { ...operation, id: 'b', after: [0], setupKey: 'b' },
        ],
      },
      { ...OPTIONS, iterations: 10 },
    );
    expect(figures).toEqual({ weightedTardiness: 2 * (1_350 - 1_000), makespan: 1_350, setup: 120 });
    expect(search).toMatchObject({ ended: 'OPTIMAL', iterations: 0 });
  });

  test('no machine does two things at once', () => {
    fc.assert(
      fc.property(shop, (problem) => {
        const byMachine = Map.groupBy(solve(problem, OPTIONS).steps, ({ machine }) => machine);
        for (const steps of byMachine.values()) {
          const sorted = steps
            .filter(({ start, end }) => end > start)
            .toSorted((a, b) => a.start - b.start || a.end - b.end);
          for (const [i, step] of sorted.entries())
            expect(step.start).toBeGreaterThanOrEqual(sorted[i - 1]?.end ?? Number.NEGATIVE_INFINITY);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is not fixed starts after what comes before it, its release and now, on one of its machines', () => {
    fc.assert(
      fc.property(shop, (problem) => {
        const { steps } = solve(problem, OPTIONS);
        const byOperation = new Map(steps.map((step) => [step.operation, step]));
        for (const { operation, machine, start } of steps) {
          const spec = problem.operations[operation];
          if (!spec || spec.fixed) continue;
          expect(spec.machines).toContain(machine);
          expect(start).toBeGreaterThanOrEqual(Math.max(0, problem.jobs[spec.job]?.release ?? 0));
          for (const before of spec.after)
            expect(start).toBeGreaterThanOrEqual(byOperation.get(before)?.end ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('all work is done in working time: it takes exactly its setup and its run', () => {
    fc.assert(
      fc.property(shop, (problem) => {
        for (const { operation, machine, start, end, setup } of solve(problem, OPTIONS).steps) {
          const spec = problem.operations[operation];
          if (!spec || spec.fixed) continue;
          const calendar = new Calendar(problem.machines[machine]?.windows ?? [], problem.horizon);
          expect(calendar.next(start)).toBe(start);
          expect(calendar.between(start, end)).toBe(setup + spec.run);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is fixed stays where it is', () => {
    fc.assert(
      fc.property(shop, (problem) => {
        for (const { operation, machine, start, end } of solve(problem, OPTIONS).steps) {
          const fixed = problem.operations[operation]?.fixed;
          if (fixed) expect({ machine, start, end }).toEqual({ ...fixed });
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an improved plan is never worse than any that a rule made', () => {
    fc.assert(
      fc.property(
        shop,
        fc.constantFrom('WEIGHTED_TARDINESS' as const, 'MAKESPAN' as const, 'SETUP' as const),
        (problem, objective) => {
          const { figures, constructed } = solve(problem, { ...OPTIONS, objective });
          for (const one of constructed)
            expect(compareFigures(figures, one.figures, objective)).toBeLessThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the same problem with the same seed has the same answer', () => {
    fc.assert(
      fc.property(shop, (problem) => {
        expect(solve(problem, OPTIONS)).toEqual(solve(problem, OPTIONS));
      }),
      { numRuns: 20 },
    );
  });
});
