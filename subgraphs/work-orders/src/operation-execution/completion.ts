import { Decimal } from '@machshop/db';
import { invalidInput, ruleViolation, type UserErrorData } from '@machshop/server';
import { remaining, type StepStatus } from '../work-order-operation/work-order-operation.ts';
import { type Made, madeOf, minus } from './operation-execution.ts';

/** What a run's end, or a report during it, looks at. */
export interface RunFacts {
  readonly serialTracked: boolean;
  readonly operation: {
    readonly number: number;
    readonly quantity: string;
    readonly good: string;
    readonly scrap: string;
    readonly skipped: string;
    readonly lost: string;
  };
  readonly execution: {
    readonly startedAt: Date;
    readonly completedAt: Date | null;
    readonly completedBy: string | null;
    readonly serialNumbers: readonly string[];
    readonly good: string;
    readonly scrap: string;
    readonly rework: string;
  };
  /** Inspections of the operation that are open (null) or failed. */
  readonly inspections: readonly {
    readonly number: string;
    readonly serialNumber: string | null;
    readonly result: 'PASSED' | 'FAILED' | null;
  }[];
}

export interface CompleteCommand {
  readonly good: string | null;
  readonly scrap: string | null;
  readonly rework: string | null;
  readonly scrapSerialNumbers: readonly string[];
  readonly reworkSerialNumbers: readonly string[];
  readonly at: Date;
  /** Whether the viewer said when; else it is now. */
  readonly atGiven: boolean;
  readonly by: string;
}

export type CompleteDecision =
  | {
      readonly kind: 'COMPLETE';
      /** What the run made in all. */
      readonly made: Made;
      /** What the operation's counters move by. */
      readonly delta: Made;
      readonly steps: readonly { readonly serialNumber: string; readonly status: StepStatus }[];
      /** Whether the whole quantity is through with it. */
      readonly closesOperation: boolean;
    }
  /** The same request again. */
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'REFUSED'; readonly error: UserErrorData };

const refused = (error: UserErrorData) => ({ kind: 'REFUSED', error }) as const;
const AT = ['input', 'occurredAt'];

/** How a run ends. */
export function decideComplete(facts: RunFacts, command: CompleteCommand): CompleteDecision {
  const { execution, operation, serialTracked } = facts;
  if (execution.completedAt) return again(facts, command);
  if (command.at < execution.startedAt) return refused(endedBeforeStart(execution.startedAt));
  const reported = madeOf(execution);
  const steps = serialTracked ? serialOutcomes(execution.serialNumbers, command) : [];
  if ('code' in steps) return refused(steps);
  const made = serialTracked ? countSteps(steps) : totals(command, reported);
  const fault = serialTracked ? checkCounts(command, made) : null;
  if (fault) return refused(fault);
  const rest = minus(made, reported);
  if (rest.good.lt(0) || rest.scrap.lt(0) || rest.rework.lt(0)) {
    return refused(
      invalidInput(['input'], 'LESS_THAN_REPORTED', 'a run made at least what was reported during it'),
    );
  }
  // a serial is through when its run ends; a quantity counts as soon as it is reported
  const delta = serialTracked ? made : rest;
  const left = remaining(operation).minus(delta.good).minus(delta.scrap);
  if (left.lt(0)) return refused(moreThanOrdered(operation));
  const closesOperation = left.isZero();
  const blocked = blockingInspections(facts, steps, closesOperation);
  if (blocked) return refused(blocked);
  return { kind: 'COMPLETE', made, delta, steps, closesOperation };
}

export type ReportDecision =
  | { readonly kind: 'REPORT'; readonly counts: boolean }
  | { readonly kind: 'REFUSED'; readonly error: UserErrorData };

/** Whether a run may report this; `counts` says whether the operation's counters move now. */
export function decideReport(facts: RunFacts, made: Made, at: Date): ReportDecision {
  const { execution, operation, serialTracked } = facts;
  if (execution.completedAt) {
    return refused(
      ruleViolation('ALREADY_COMPLETED', `the run ended at ${execution.completedAt.toISOString()}`),
    );
  }
  if (at < execution.startedAt) {
    return refused(
      ruleViolation(
        'REPORTED_BEFORE_START',
        `the run started at ${execution.startedAt.toISOString()}, a report cannot be earlier`,
        AT,
      ),
    );
  }
  const limit = serialTracked
    ? new Decimal(execution.serialNumbers.length).minus(execution.good).minus(execution.scrap)
    : remaining(operation);
  if (limit.minus(made.good).minus(made.scrap).lt(0)) return refused(moreThanOrdered(operation));
  return { kind: 'REPORT', counts: !serialTracked };
}

function again({ execution }: RunFacts, command: CompleteCommand): CompleteDecision {
  const completedAt = execution.completedAt as Date;
  const same = (given: string | null, own: string) => given === null || new Decimal(given).eq(own);
  if (
    execution.completedBy === command.by &&
    same(command.good, execution.good) &&
    same(command.scrap, execution.scrap) &&
    same(command.rework, execution.rework) &&
    (!command.atGiven || command.at.getTime() === completedAt.getTime())
  ) {
    return { kind: 'UNCHANGED' };
  }
  return refused(ruleViolation('ALREADY_COMPLETED', `the run ended at ${completedAt.toISOString()} already`));
}

const endedBeforeStart = (startedAt: Date): UserErrorData =>
  ruleViolation(
    'COMPLETED_BEFORE_START',
    `the run started at ${startedAt.toISOString()}, an end cannot be earlier`,
    AT,
  );

const moreThanOrdered = ({ number, quantity }: RunFacts['operation']): UserErrorData =>
  ruleViolation('MORE_THAN_ORDERED', `that is more than is left of ${quantity} at operation ${number}`, [
    'input',
    'good',
  ]);

const totals = (command: CompleteCommand, reported: Made): Made => ({
  good: new Decimal(command.good ?? reported.good),
  scrap: new Decimal(command.scrap ?? reported.scrap),
  rework: new Decimal(command.rework ?? reported.rework),
});

function serialOutcomes(
  serialNumbers: readonly string[],
  command: CompleteCommand,
): { serialNumber: string; status: StepStatus }[] | UserErrorData {
  const { scrapSerialNumbers, reworkSerialNumbers } = command;
  for (const [field, named] of Object.entries({ scrapSerialNumbers, reworkSerialNumbers })) {
    const stranger = named.find((serial) => !serialNumbers.includes(serial));
    if (stranger)
      return invalidInput(['input', field], 'SERIAL_NOT_IN_RUN', `${stranger} is not in this run`);
  }
  const both = scrapSerialNumbers.find((serial) => reworkSerialNumbers.includes(serial));
  if (both) {
    return invalidInput(['input', 'reworkSerialNumbers'], 'SERIAL_TWICE', `${both} is scrapped as well`);
  }
  // all of them need no names
  const all = (given: string | null) =>
    given !== null && new Decimal(given).eq(serialNumbers.length) && !scrapSerialNumbers.length;
  const scrapped = all(command.scrap) ? serialNumbers : scrapSerialNumbers;
  const reworked = all(command.rework) && !reworkSerialNumbers.length ? serialNumbers : reworkSerialNumbers;
  return serialNumbers.map((serialNumber) => ({
    serialNumber,
    status: scrapped.includes(serialNumber)
      ? 'SCRAPPED'
      : reworked.includes(serialNumber)
        ? 'REWORK'
        : 'COMPLETED',
  }));
}

function countSteps(steps: readonly { status: StepStatus }[]): Made {
  const count = (status: StepStatus) => new Decimal(steps.filter((step) => step.status === status).length);
  return { good: count('COMPLETED'), scrap: count('SCRAPPED'), rework: count('REWORK') };
}

/** What was said of a run of serials must be what the serials say. */
function checkCounts(command: CompleteCommand, made: Made): UserErrorData | null {
  for (const key of ['scrap', 'rework', 'good'] as const) {
    const said = command[key];
    if (said === null || made[key].eq(said)) continue;
    return key === 'good'
      ? invalidInput(['input', 'good'], 'QUANTITY_MISMATCH', `the serials of the run make ${made.good} good`)
      : invalidInput(
          ['input', `${key}SerialNumbers`],
          'SERIALS_MISSING',
          `${said} are said and ${made[key]} named: name the serials`,
        );
  }
  return null;
}

function blockingInspections(
  { inspections, serialTracked }: RunFacts,
  steps: readonly { serialNumber: string; status: StepStatus }[],
  closesOperation: boolean,
): UserErrorData | null {
  const good = new Set(steps.filter((step) => step.status === 'COMPLETED').map((step) => step.serialNumber));
  const blocking = inspections.filter(({ serialNumber }) =>
    serialTracked && serialNumber !== null ? good.has(serialNumber) : closesOperation,
  );
  return inspectionsNotPassed(blocking);
}

/** The refusal for inspections that are open or failed; null when there are none. */
export function inspectionsNotPassed(
  inspections: readonly { number: string; result: 'PASSED' | 'FAILED' | null }[],
): UserErrorData | null {
  const failed = inspections.filter(({ result }) => result === 'FAILED');
  const named = failed.length > 0 ? failed : inspections.filter(({ result }) => result === null);
  if (named.length === 0) return null;
  const inspectionNumbers = named.map(({ number }) => number).sort();
  return {
    __typename: 'InspectionsNotPassedError',
    code: failed.length > 0 ? 'INSPECTION_FAILED' : 'INSPECTION_OPEN',
    message: `inspection ${inspectionNumbers.join(', ')} ${failed.length > 0 ? 'failed' : 'is open'}`,
    path: [],
    inspectionNumbers,
  };
}
