import { lowerBound } from './bound.ts';
import { construct, RULES, type Rule } from './dispatch.ts';
import { type Model, modelOf } from './model.ts';
import { compareFigures, type Figures, type Sequences, Timing } from './plan.ts';
import { checkProblem, type Objective, type Problem } from './problem.ts';
import { Random } from './random.ts';
import { improve } from './tabu.ts';

export interface SolveOptions {
  readonly objective: Objective;
  /** The same problem with the same seed and the same iterations has the same answer. */
  readonly seed: number;
  /** Moves of the local search, at most; 0 for none. */
  readonly iterations: number;
  /** Moves without a better plan, after which it ends. */
  readonly stall: number;
  /** Asked before each move: true ends the search. With a clock behind it the answer depends on the machine. */
  readonly stop?: () => boolean;
}

/** Why an operation starts no earlier. */
export type Binding =
  | { readonly kind: 'FIXED' | 'RELEASE' | 'NOW' }
  | { readonly kind: 'OPERATION' | 'MACHINE'; readonly operation: number };

export interface ScheduledStep {
  readonly operation: number;
  readonly machine: number;
  readonly start: number;
  /** Seconds of work, from the start on, that set the machine up. */
  readonly setup: number;
  readonly end: number;
  readonly binding: Binding;
}

export interface Solution {
  readonly steps: readonly ScheduledStep[];
  /** Operations that do not end before the horizon. */
  readonly unscheduled: readonly number[];
  readonly figures: Figures;
  /** What each dispatch rule alone came to. */
  readonly constructed: readonly { readonly rule: Rule; readonly figures: Figures }[];
  /** The rule whose plan the search began with. */
  readonly began: Rule;
  readonly search: {
    readonly iterations: number;
    readonly evaluations: number;
    readonly improvements: number;
    readonly ended: 'ITERATIONS' | 'STALLED' | 'STOPPED' | 'NOTHING_TO_MOVE' | 'OPTIMAL' | 'NOT_ASKED';
  };
}

/**
 * Schedules a shop: a plan by each dispatch rule, the best of them improved by tabu search. Pure.
 * @throws RangeError when the problem is too large or contradicts itself
 */
export function solve(problem: Problem, options: SolveOptions): Solution {
  checkProblem(problem);
  const model = modelOf(problem);
  const { objective } = options;
  const timing = new Timing(model);
  const built = RULES.map((rule) => {
    const sequences = construct(model, rule);
    const figures = timing.run(sequences);
    if (!figures) throw new Error(`the plan by ${rule} contradicts itself`);
    return { rule, sequences, figures };
  });
  const [begin] = built.toSorted((a, b) => compareFigures(a.figures, b.figures, objective));
  if (!begin) throw new Error('there is no rule');
  const { iterations, stall, stop = () => false } = options;
  const improved =
    iterations > 0 && model.size > 0
      ? improve(
          model,
          begin.sequences,
          objective,
          { iterations, stall, stop, bound: lowerBound(model) },
          new Random(options.seed),
        )
      : null;
  const sequences = improved?.sequences ?? begin.sequences;
  const figures = timing.run(sequences);
  if (!figures) throw new Error('the best plan contradicts itself');
  return {
    ...stepsOf(model, timing, sequences),
    figures,
    constructed: built.map(({ rule, figures: own }) => ({ rule, figures: own })),
    began: begin.rule,
    search: {
      iterations: improved?.iterations ?? 0,
      evaluations: improved?.evaluations ?? 0,
      improvements: improved?.improvements ?? 0,
      ended: improved?.ended ?? 'NOT_ASKED',
    },
  };
}

function stepsOf(model: Model, timing: Timing, sequences: Sequences) {
  const steps: ScheduledStep[] = [];
  const unscheduled: number[] = [];
  for (let operation = 0; operation < model.size; operation++) {
    const end = timing.end[operation] as number;
    if (end > model.problem.horizon && !model.fixed[operation]) {
      unscheduled.push(operation);
      continue;
    }
    steps.push({
      operation,
      machine: timing.machine[operation] as number,
      start: timing.start[operation] as number,
      setup: timing.setup[operation] as number,
      end,
      binding: bindingOf(model, timing, sequences, operation),
    });
  }
  return { steps, unscheduled };
}

/** What ended last of all that an operation waits for. */
function bindingOf(model: Model, timing: Timing, sequences: Sequences, operation: number): Binding {
  if (model.fixed[operation]) return { kind: 'FIXED' };
  const release = model.release[model.job[operation] as number] as number;
  let until = release;
  let binding: Binding = { kind: release > 0 ? 'RELEASE' : 'NOW' };
  const take = (kind: 'OPERATION' | 'MACHINE', other: number) => {
    const end = timing.end[other] as number;
    if (end <= until) return;
    until = end;
    binding = { kind, operation: other };
  };
  for (const before of model.after[operation] as readonly number[]) take('OPERATION', before);
  const machine = timing.machine[operation] as number;
  const before = sequences[machine]?.[(timing.position[operation] as number) - 1];
  if (before !== undefined) take('MACHINE', before);
  for (const block of model.blocks[machine] ?? [])
    if (block.end <= (timing.start[operation] as number)) take('MACHINE', block.operation);
  return binding;
}
