import { type Problem, Random, solve } from '../../../../subgraphs/scheduling/src/search/index.ts';
import { reporter } from './report.ts';

const DAY = 86_400;

interface Size {
  readonly orders: number;
  readonly operations: number;
  readonly machines: number;
}

/** A shop of two shifts, five days a week: work centers of three machines each, orders with due dates of their own. */
function shop({ orders, operations, machines }: Size, seed: number): Problem {
  const random = new Random(seed);
  const centers = machines / 3;
  const days = 180;
  const windows = Array.from({ length: days }, (_, day) => day)
    .filter((day) => day % 7 < 5)
    .map((day) => ({ start: day * DAY + 21_600, end: day * DAY + 79_200 }));
  const steps: Problem['operations'][number][] = [];
  for (let job = 0; job < orders; job++)
    for (let i = 0; i < operations; i++) {
      const center = random.below(centers);
      steps.push({
        id: `${job}.${i}`,
        job,
        after: i > 0 ? [steps.length - 1] : [],
        machines: [0, 1, 2].map((m) => center * 3 + m),
        setup: 900 + random.below(1_800),
        run: 1_800 + random.below(18_000),
        setupKey: `${random.below(40)} ${i}`,
        fixed: null,
      });
    }
  return {
    horizon: days * DAY,
    machines: Array.from({ length: machines }, (_, m) => ({ id: `M${m}`, windows, setUpFor: null })),
    jobs: Array.from({ length: orders }, (_, job) => ({
      id: `J${job}`,
      release: random.below(5) * DAY,
      due: (4 + random.below(16)) * DAY,
      weight: 1 + random.below(100),
    })),
    operations: steps,
  };
}

/** How fast a shop is scheduled, and how much the search makes of what the best rule made. */
export async function run(args: readonly string[]): Promise<boolean> {
  const quick = args.includes('--quick');
  const report = reporter('scheduling');
  const size = { orders: 200, operations: 8, machines: 30 };
  const name = `${size.orders} × ${size.operations} on ${size.machines}`;
  const problem = shop(size, 1);
  const objective = 'WEIGHTED_TARDINESS';
  const began = performance.now();
  const first = solve(problem, { objective, seed: 1, iterations: 0, stall: 0 });
  const firstMs = performance.now() - began;
  report({ case: name, metric: 'first schedule', value: firstMs, unit: 'ms' });
  const budgetMs = quick ? 10_000 : 60_000;
  const from = performance.now();
  const best = solve(problem, {
    objective,
    seed: 1,
    iterations: 1_000_000,
    stall: 1_000_000,
    stop: () => performance.now() - from > budgetMs,
  });
  const constructed = first.figures.weightedTardiness;
  const improved = best.figures.weightedTardiness;
  report({
    case: name,
    metric: 'weighted tardiness',
    value: improved / 3_600,
    unit: 'h',
    baseline: `the best rule, ${first.began}`,
    ratio: improved / constructed,
    aim: '≤ 1',
    ok: improved <= constructed,
  });
  const seconds = (performance.now() - from) / 1_000;
  report({ case: name, metric: 'plans timed', value: best.search.evaluations / seconds, unit: '1/s' });
  report({ case: name, metric: 'moves', value: best.search.iterations, unit: '' });
  report({ case: name, metric: 'unscheduled', value: best.unscheduled.length, unit: '' });
  return improved <= constructed;
}
