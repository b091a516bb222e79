import type { Solution } from '../search/index.ts';
import { Calendar } from '../search/index.ts';
import type { PlannedProblem, UnscheduledReason } from './problem-of.ts';

/** A place in a schedule, in the words of the plant. */
export interface PlannedPlace {
  readonly operationId: string;
  readonly operationNumber: number;
  readonly workOrderId: string;
  readonly sequenceGroup: number;
  readonly workCenterCode: string;
  readonly equipmentId: string;
  readonly plannedStartAt: Date;
  readonly setupEndsAt: Date;
  readonly plannedEndAt: Date;
  readonly setupSeconds: number;
  readonly runSeconds: number;
  readonly pinned: boolean;
  readonly startsBy: 'NOW' | 'RELEASE' | 'OPERATION' | 'MACHINE' | 'RUNNING' | 'PINNED' | 'KEPT';
  readonly waitsForOperationId: string | null;
  readonly plannedQuantity: string;
}

export interface LeftOut {
  readonly operationId: string;
  readonly operationNumber: number;
  readonly workOrderId: string;
  readonly reason: UnscheduledReason;
}

/** How a plan was found and what it comes to: kept with the schedule. */
export interface Outcome {
  readonly figures: Solution['figures'];
  readonly constructed: Solution['constructed'];
  readonly began: Solution['began'];
  readonly search: Solution['search'];
  readonly elapsedMilliseconds: number;
  readonly orders: number;
  readonly operations: number;
  readonly machines: number;
  readonly lateOrders: number;
  readonly unscheduled: readonly LeftOut[];
}

const MAX_LEFT_OUT = 1_000;

/** What a solution means. */
export function outcomeOf(
  planned: PlannedProblem,
  solution: Solution,
  elapsedMilliseconds: number,
): { places: PlannedPlace[]; outcome: Outcome } {
  const { problem, origin, operations } = planned;
  const calendars = problem.machines.map(({ windows }) => new Calendar(windows, problem.horizon));
  const at = (second: number) => new Date(origin + second * 1000);
  const ends = new Map<number, number>();
  const places = solution.steps.map((step): PlannedPlace => {
    const own = operations[step.operation];
    const spec = problem.operations[step.operation];
    const machine = problem.machines[step.machine];
    if (!own || !spec || !machine) throw new Error('the solution is of another problem');
    ends.set(spec.job, Math.max(ends.get(spec.job) ?? 0, step.end));
    const setupEnd =
      step.setup > 0 ? (calendars[step.machine]?.add(step.start, step.setup) ?? step.start) : step.start;
    const { binding } = step;
    const fixed = planned.pinned.has(step.operation)
      ? 'PINNED'
      : spec.fixed && !isRunning(own)
        ? 'KEPT'
        : 'RUNNING';
    return {
      operationId: own.operation.id,
      operationNumber: own.operation.number,
      workOrderId: own.order.id,
      sequenceGroup: own.operation.sequenceGroup,
      workCenterCode: own.operation.workCenterCode,
      equipmentId: machine.id,
      plannedStartAt: at(step.start),
      setupEndsAt: at(setupEnd),
      plannedEndAt: at(step.end),
      setupSeconds: step.setup,
      runSeconds: spec.run,
      pinned: planned.pinned.has(step.operation),
      startsBy: binding.kind === 'FIXED' ? fixed : binding.kind,
      waitsForOperationId:
        'operation' in binding ? (operations[binding.operation]?.operation.id ?? null) : null,
      plannedQuantity: own.order.quantity,
    };
  });
  const unscheduled = leftOut(planned, solution);
  const late = problem.jobs.filter((job, index) => job.due !== null && (ends.get(index) ?? 0) > job.due);
  const outcome: Outcome = {
    figures: solution.figures,
    constructed: solution.constructed,
    began: solution.began,
    search: solution.search,
    elapsedMilliseconds: Math.round(elapsedMilliseconds),
    orders: problem.jobs.length,
    operations: problem.operations.length,
    machines: problem.machines.length,
    lateOrders: late.length,
    unscheduled: unscheduled.slice(0, MAX_LEFT_OUT),
  };
  return { places, outcome };
}

const isRunning = ({ operation }: PlannedProblem['operations'][number]): boolean =>
  operation.running.length > 0;

function leftOut({ operations, left, leftWhy }: PlannedProblem, solution: Solution): LeftOut[] {
  const named = (own: PlannedProblem['operations'][number], reason: UnscheduledReason): LeftOut => ({
    operationId: own.operation.id,
    operationNumber: own.operation.number,
    workOrderId: own.order.id,
    reason,
  });
  return [
    ...left.map((own, i) => named(own, leftWhy[i] as UnscheduledReason)),
    ...solution.unscheduled.flatMap((index) => {
      const own = operations[index];
      return own ? [named(own, 'BEYOND_HORIZON')] : [];
    }),
  ];
}
