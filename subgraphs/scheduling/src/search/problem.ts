/** A span of time, `[start, end)`, in whole seconds since the problem's origin. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A machine: what works on one operation at a time. */
export interface MachineSpec {
  readonly id: string;
  /** When it works, from the origin to the horizon: ascending, disjoint. Work is interrupted in between. */
  readonly windows: readonly Span[];
  /** What it is set up for at the origin. */
  readonly setUpFor: string | null;
}

/** An order: operations that belong together. */
export interface JobSpec {
  readonly id: string;
  /** Nothing of it begins before. */
  readonly release: number;
  readonly due: number | null;
  /** How much a second of lateness costs; more than nothing. */
  readonly weight: number;
}

/** An operation that cannot be moved: it runs already, or somebody pinned it. */
export interface FixedAt extends Span {
  readonly machine: number;
}

/** One step of a job, on one of its machines. */
export interface OperationSpec {
  readonly id: string;
  /** Index into `jobs`. */
  readonly job: number;
  /** Operations that have to be over before: indexes into `operations`, each less than this one's own. */
  readonly after: readonly number[];
  /** The machines that can do it: indexes into `machines`, at least one. */
  readonly machines: readonly number[];
  /** Seconds of work to set a machine up, unless it is set up for the same already. */
  readonly setup: number;
  /** Seconds of work after that. */
  readonly run: number;
  /** Equal keys need no setup between them. */
  readonly setupKey: string;
  readonly fixed: FixedAt | null;
}

/** A flexible job shop with calendars, setups that depend on the sequence, and fixed operations. */
export interface Problem {
  /** The end of the calendars, in seconds. What does not end before it is not scheduled. */
  readonly horizon: number;
  readonly machines: readonly MachineSpec[];
  readonly jobs: readonly JobSpec[];
  readonly operations: readonly OperationSpec[];
}

/** What is to be made small first. The others follow, in the order in which they are named here. */
export type Objective = 'WEIGHTED_TARDINESS' | 'MAKESPAN' | 'SETUP';

/** The largest problem that is worked on. */
export const LIMITS = { operations: 10_000, machines: 1_000, jobs: 2_000, windows: 400_000 } as const;

/**
 * Checks what the search takes for granted.
 * @throws RangeError that names the first fault
 */
export function checkProblem(problem: Problem): void {
  const { machines, jobs, operations, horizon } = problem;
  const windows = machines.reduce((sum, machine) => sum + machine.windows.length, 0);
  for (const [what, size, most] of [
    ['operations', operations.length, LIMITS.operations],
    ['machines', machines.length, LIMITS.machines],
    ['jobs', jobs.length, LIMITS.jobs],
    ['windows', windows, LIMITS.windows],
  ] as const)
    if (size > most) throw new RangeError(`${size} ${what}: at most ${most} are planned at once`);
  for (const { id, windows: own } of machines) {
    let before = 0;
    for (const { start, end } of own) {
      if (start < before || end <= start || end > horizon)
        throw new RangeError(`machine ${id}: windows are not ascending`);
      before = end;
    }
  }
  for (const job of jobs) if (!(job.weight > 0)) throw new RangeError(`job ${job.id} weighs nothing`);
  for (const [index, operation] of operations.entries()) checkOperation(problem, operation, index);
}

function checkOperation(problem: Problem, operation: OperationSpec, index: number): void {
  const { id, job, after, machines, setup, run, fixed } = operation;
  const fault = (text: string) => new RangeError(`operation ${id}: ${text}`);
  if (!problem.jobs[job]) throw fault('no such job');
  if (machines.length === 0) throw fault('no machine can do it');
  if (machines.some((machine) => !problem.machines[machine])) throw fault('no such machine');
  if (after.some((before) => before >= index || before < 0)) throw fault('comes before what it follows');
  if (setup < 0 || run < 0) throw fault('takes less than no time');
  if (fixed && (fixed.end < fixed.start || !problem.machines[fixed.machine]))
    throw fault('is fixed where nothing is');
}
