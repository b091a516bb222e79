import { Decimal } from '@machshop/db';
import type { JobSpec, MachineSpec, Objective, OperationSpec, Problem } from '../search/index.ts';
import { Calendar, LIMITS } from '../search/index.ts';
import { type SiteCalendars, workingTime } from './working-time.ts';

/** What a machine is set up for: two operations that are the same in this need no setup between them. */
export interface SetupFacts {
  readonly partNumber: string;
  readonly revision: string;
  readonly operationNumber: number;
}

export interface MachineFacts {
  readonly id: string;
  readonly workCenterCode: string;
  readonly equipmentClass: string | null;
  readonly status: string;
  /** What it ran last, or runs; null where it never ran anything that is known. */
  readonly setUpFor: SetupFacts | null;
}

export interface OperationFacts {
  readonly id: string;
  readonly number: number;
  readonly sequenceGroup: number;
  readonly workCenterCode: string;
  readonly equipmentClass: string | null;
  readonly setupSeconds: string;
  readonly runSecondsPerUnit: string;
  readonly status: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'SKIPPED';
  readonly assignedEquipmentId: string | null;
  /** Of the order's quantity, good or scrapped already. */
  readonly done: string;
  /** Runs that are not over, the oldest first. */
  readonly running: readonly { readonly equipmentId: string; readonly startedAt: Date }[];
}

export interface OrderFacts {
  readonly id: string;
  readonly partNumber: string;
  readonly revision: string;
  readonly quantity: string;
  readonly priority: number;
  readonly dueAt: Date | null;
  readonly plannedStartAt: Date | null;
  readonly operations: readonly OperationFacts[];
}

/** Where the published schedule has an operation that is to stay. */
export interface KeptPlace {
  readonly operationId: string;
  readonly equipmentId: string;
  readonly start: Date;
  readonly end: Date;
  readonly pinned: boolean;
}

/** All that a site's planning goes by. */
export interface PlanningFacts {
  readonly calendars: SiteCalendars;
  readonly machines: readonly MachineFacts[];
  readonly orders: readonly OrderFacts[];
  readonly kept: readonly KeptPlace[];
}

export interface PlanningOptions {
  readonly horizonDays: number;
  readonly objective: Objective;
  readonly budgetSeconds: number;
  readonly iterations: number;
  readonly seed: number;
  readonly includeUnreleased: boolean;
  readonly frozenHours: number;
  readonly downtimeHours: number;
}

export type UnscheduledReason = 'NO_MACHINE' | 'BEYOND_HORIZON' | 'AFTER_UNSCHEDULED';

/** A problem, and what its numbers mean. */
export interface PlannedProblem {
  readonly problem: Problem;
  /** The origin of the problem's seconds. */
  readonly origin: number;
  readonly operations: readonly { readonly order: OrderFacts; readonly operation: OperationFacts }[];
  readonly left: readonly { readonly order: OrderFacts; readonly operation: OperationFacts }[];
  readonly leftWhy: readonly UnscheduledReason[];
  /** Index of the operations that somebody pinned. */
  readonly pinned: ReadonlySet<number>;
}

const UNUSABLE: ReadonlySet<string> = new Set(['DOWN', 'MAINTENANCE']);
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** The end of what is planned. */
export const horizonEnd = (now: Date, days: number): Date => new Date(now.getTime() + days * DAY_MS);

/** Makes a problem of what is known. Pure; `now` is its origin, to the second. */
export function problemOf(facts: PlanningFacts, options: PlanningOptions, now: Date): PlannedProblem {
  const origin = Math.floor(now.getTime() / 1000) * 1000;
  const horizon = options.horizonDays * 86_400;
  const usable = facts.machines.filter(({ status }) => status !== 'OUT_OF_SERVICE');
  const machines = usable.map((machine): MachineSpec => {
    const downUntil = UNUSABLE.has(machine.status) ? origin + options.downtimeHours * HOUR_MS : origin;
    const spans = workingTime(
      facts.calendars,
      { equipmentId: machine.id, workCenterCode: machine.workCenterCode },
      Math.min(downUntil, origin + horizon * 1000),
      origin + horizon * 1000,
    );
    return {
      id: machine.id,
      windows: spans.flatMap((span) => seconds(span, origin)),
      setUpFor: machine.setUpFor && setupKeyOf(machine.setUpFor),
    };
  });
  return new Builder(facts, usable, machines, { now: now.getTime(), origin, horizon }).build();
}

const setupKeyOf = ({ partNumber, revision, operationNumber }: SetupFacts): string =>
  JSON.stringify([partNumber, revision, operationNumber]);

const seconds = ({ start, end }: { start: number; end: number }, origin: number) => {
  const own = { start: Math.ceil((start - origin) / 1000), end: Math.floor((end - origin) / 1000) };
  return own.end > own.start ? [own] : [];
};

class Builder {
  readonly #facts: PlanningFacts;
  readonly #usable: readonly MachineFacts[];
  readonly #machines: readonly MachineSpec[];
  readonly #now: number;
  readonly #origin: number;
  readonly #horizon: number;
  readonly #kept: ReadonlyMap<string, KeptPlace>;
  readonly #jobs: JobSpec[] = [];
  readonly #specs: OperationSpec[] = [];
  readonly #operations: { order: OrderFacts; operation: OperationFacts }[] = [];
  readonly #left: { order: OrderFacts; operation: OperationFacts }[] = [];
  readonly #leftWhy: UnscheduledReason[] = [];
  readonly #pinned = new Set<number>();

  constructor(
    facts: PlanningFacts,
    usable: readonly MachineFacts[],
    machines: readonly MachineSpec[],
    { now, origin, horizon }: { now: number; origin: number; horizon: number },
  ) {
    this.#facts = facts;
    this.#usable = usable;
    this.#machines = machines;
    this.#now = now;
    this.#origin = origin;
    this.#horizon = horizon;
    this.#kept = new Map(facts.kept.map((place) => [place.operationId, place]));
  }

  build(): PlannedProblem {
    for (const order of this.#facts.orders) this.#addOrder(order);
    return {
      problem: {
        horizon: this.#horizon,
        machines: this.#machines,
        jobs: this.#jobs,
        operations: this.#specs,
      },
      origin: this.#origin,
      operations: this.#operations,
      left: this.#left,
      leftWhy: this.#leftWhy,
      pinned: this.#pinned,
    };
  }

  #addOrder(order: OrderFacts): void {
    const open = order.operations
      .filter(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS')
      .toSorted((a, b) => a.sequenceGroup - b.sequenceGroup || a.number - b.number);
    if (open.length === 0) return;
    const job = this.#jobs.length;
    let added = false;
    let blocked = false;
    let group = -1;
    let before: number[] = [];
    let current: number[] = [];
    for (const operation of open) {
      if (operation.sequenceGroup !== group) {
        if (current.length > 0) before = current;
        current = [];
        group = operation.sequenceGroup;
      }
      const machines = this.#machinesOf(operation);
      if (machines.length === 0 || blocked) {
        this.#left.push({ order, operation });
        this.#leftWhy.push(machines.length === 0 ? 'NO_MACHINE' : 'AFTER_UNSCHEDULED');
        blocked = true;
        continue;
      }
      current.push(this.#specs.length);
      this.#addOperation(order, operation, job, before, machines);
      added = true;
    }
    if (!added) return;
    this.#jobs.push({
      id: order.id,
      release: order.plannedStartAt ? Math.max(0, this.#at(order.plannedStartAt)) : 0,
      due: order.dueAt ? this.#at(order.dueAt) : null,
      weight: 101 - order.priority,
    });
  }

  #addOperation(
    order: OrderFacts,
    operation: OperationFacts,
    job: number,
    after: readonly number[],
    machines: readonly number[],
  ): void {
    const remaining = Decimal.max(0, new Decimal(order.quantity).minus(operation.done));
    const run = Decimal.min(1e10, remaining.times(operation.runSecondsPerUnit)).ceil().toNumber();
    const begun = operation.status === 'IN_PROGRESS';
    const setup = begun ? 0 : Decimal.min(1e9, operation.setupSeconds).ceil().toNumber();
    const fixed = this.#running(operation, run) ?? this.#keptPlace(operation);
    if (fixed?.pinned) this.#pinned.add(this.#specs.length);
    this.#operations.push({ order, operation });
    this.#specs.push({
      id: operation.id,
      job,
      after,
      machines,
      setup,
      run,
      setupKey: setupKeyOf({ ...order, operationNumber: operation.number }),
      fixed: fixed && { machine: fixed.machine, start: fixed.start, end: fixed.end },
    });
  }

  /** It runs: it stays where it is until what remains is done. */
  #running(operation: OperationFacts, run: number) {
    const [first] = operation.running;
    const machine = this.#usable.findIndex(({ id }) => id === first?.equipmentId);
    const spec = this.#machines[machine];
    if (!first || !spec) return null;
    const end = new Calendar(spec.windows, this.#horizon).add(0, run);
    return { machine, start: Math.min(0, this.#at(first.startedAt)), end, pinned: false };
  }

  #keptPlace({ id }: OperationFacts) {
    const kept = this.#kept.get(id);
    const machine = this.#usable.findIndex((one) => one.id === kept?.equipmentId);
    if (!kept || machine < 0) return null;
    // what should have begun by now is planned anew: by now itself, seconds begin before it
    if (kept.start.getTime() < this.#now) return null;
    return { machine, start: this.#at(kept.start), end: this.#at(kept.end), pinned: kept.pinned };
  }

  #machinesOf({ workCenterCode, equipmentClass, assignedEquipmentId }: OperationFacts): number[] {
    return this.#usable.flatMap((machine, index) => {
      if (assignedEquipmentId) return machine.id === assignedEquipmentId ? [index] : [];
      if (machine.workCenterCode !== workCenterCode) return [];
      return equipmentClass === null || machine.equipmentClass === equipmentClass ? [index] : [];
    });
  }

  #at(date: Date): number {
    return Math.round((date.getTime() - this.#origin) / 1000);
  }
}

/** Why a site is too large to be planned at once; null where it is not. */
export function tooLarge(facts: PlanningFacts): string | null {
  const operations = facts.orders.reduce((sum, order) => sum + order.operations.length, 0);
  if (facts.orders.length > LIMITS.jobs) return `${facts.orders.length} open orders: at most ${LIMITS.jobs}`;
  if (operations > LIMITS.operations) return `${operations} operations: at most ${LIMITS.operations}`;
  return facts.machines.length > LIMITS.machines
    ? `${facts.machines.length} machines: at most ${LIMITS.machines}`
    : null;
}
