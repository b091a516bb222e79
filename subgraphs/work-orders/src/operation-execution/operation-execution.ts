import { Decimal } from '@machshop/db';
import { illegalTransition, invalidInput, ruleViolation, type UserErrorData } from '@machshop/server';
import { STARTABLE, type WorkOrderStatus } from '../work-order/work-order.ts';
import {
  isClosed,
  type OperationStatus,
  type StepStatus,
} from '../work-order-operation/work-order-operation.ts';

/** An order as far as starting looks at it. */
export interface StartOrder {
  readonly number: string;
  readonly status: WorkOrderStatus;
  readonly serialTracked: boolean;
  readonly releasedAt: Date | null;
}

/** An operation of the order. */
export interface StartOperation {
  readonly id: string;
  readonly number: number;
  readonly sequenceGroup: number;
  readonly status: OperationStatus;
  readonly completedAt: Date | null;
}

/** One of the serials at one of the order's operations. */
export interface StartStep {
  readonly operationId: string;
  readonly serialNumber: string;
  readonly status: StepStatus;
  readonly executionId: string | null;
  readonly endedAt: Date | null;
}

export interface StartFacts {
  readonly order: StartOrder;
  readonly operation: StartOperation & { readonly openExecutionId: string | null };
  /** Every operation of the order, this one included. */
  readonly siblings: readonly StartOperation[];
  /** Where the serials are, at any operation. */
  readonly steps: readonly StartStep[];
}

export type StartDecision =
  /** `fresh` serials are not known to any operation of the order yet. */
  | { readonly kind: 'START'; readonly fresh: readonly string[] }
  /** Somebody runs it. */
  | { readonly kind: 'TAKEN'; readonly executionId: string }
  | { readonly kind: 'REFUSED'; readonly error: UserErrorData };

const refused = (error: UserErrorData) => ({ kind: 'REFUSED', error }) as const;
const SERIALS = ['input', 'serialNumbers'];
const AT = ['input', 'occurredAt'];

/** Whether an operation may start, for these serials or for a quantity, at this time. */
export function decideStart(facts: StartFacts, serialNumbers: readonly string[], at: Date): StartDecision {
  const { order, operation } = facts;
  const fault = checkSerials(order.serialTracked, serialNumbers);
  if (fault) return refused(fault);
  const taken = order.serialTracked
    ? facts.steps.find((step) => step.operationId === operation.id && step.status === 'IN_PROGRESS')
        ?.executionId
    : operation.openExecutionId;
  if (taken) return { kind: 'TAKEN', executionId: taken };
  if (!STARTABLE.has(order.status)) {
    return refused(illegalTransition(`work order ${order.number}`, order.status, 'IN_PROGRESS'));
  }
  if (isClosed(operation.status)) {
    return refused(illegalTransition(`operation ${operation.number}`, operation.status, 'IN_PROGRESS'));
  }
  if (order.releasedAt && at < order.releasedAt) {
    return refused(
      ruleViolation(
        'STARTED_BEFORE_RELEASE',
        `the order was released at ${order.releasedAt.toISOString()}`,
        AT,
      ),
    );
  }
  const before = facts.siblings.filter((sibling) => sibling.sequenceGroup < operation.sequenceGroup);
  const error = order.serialTracked
    ? checkSteps(facts, before, serialNumbers, at)
    : checkPredecessors(before, at);
  if (error) return refused(error);
  const known = new Set(facts.steps.map((step) => step.serialNumber));
  return { kind: 'START', fresh: serialNumbers.filter((serial) => !known.has(serial)) };
}

function checkSerials(serialTracked: boolean, serialNumbers: readonly string[]): UserErrorData | null {
  if (serialTracked && serialNumbers.length === 0) {
    return invalidInput(SERIALS, 'SERIALS_MISSING', 'the part is tracked by serial: name the serials');
  }
  if (!serialTracked && serialNumbers.length > 0) {
    return invalidInput(SERIALS, 'SERIALS_NOT_TRACKED', 'the part is not tracked by serial');
  }
  return null;
}

function checkSteps(
  { operation, steps }: StartFacts,
  before: readonly StartOperation[],
  serialNumbers: readonly string[],
  at: Date,
): UserErrorData | null {
  for (const serial of serialNumbers) {
    const own = steps.filter((step) => step.serialNumber === serial);
    if (own.some((step) => step.status === 'SCRAPPED')) {
      return ruleViolation('SERIAL_SCRAPPED', `${serial} was scrapped`, SERIALS);
    }
    const here = own.find((step) => step.operationId === operation.id);
    if (here && here.status !== 'REWORK') {
      const message = `${serial} is through operation ${operation.number}: ${here.status}`;
      return ruleViolation('SERIAL_THROUGH', message, SERIALS);
    }
    const at_ = new Map(own.map((step) => [step.operationId, step]));
    const missing = before.filter((sibling) => !passed(sibling, at_.get(sibling.id)));
    if (missing.length > 0) return incomplete(missing, `${serial} is not through`);
    const late = before.find((sibling) => {
      const step = at_.get(sibling.id);
      return step?.status === 'COMPLETED' && step.endedAt !== null && at < step.endedAt;
    });
    if (late) return beforePredecessor(late, at_.get(late.id)?.endedAt ?? null);
  }
  return null;
}

/** A closed operation holds nobody up: what had no step there when it was closed went on without it. */
const passed = (operation: StartOperation, step: StartStep | undefined): boolean =>
  step ? step.status === 'COMPLETED' || step.status === 'SKIPPED' : isClosed(operation.status);

function checkPredecessors(before: readonly StartOperation[], at: Date): UserErrorData | null {
  const missing = before.filter((sibling) => !isClosed(sibling.status));
  if (missing.length > 0) return incomplete(missing, 'the order is not through');
  const late = before.find(
    ({ status, completedAt }) => status === 'COMPLETED' && completedAt !== null && at < completedAt,
  );
  return late ? beforePredecessor(late, late.completedAt) : null;
}

function incomplete(missing: readonly StartOperation[], text: string): UserErrorData {
  const operationNumbers = missing.map((operation) => operation.number);
  return {
    __typename: 'OperationsIncompleteError',
    code: 'PREDECESSOR_INCOMPLETE',
    message: `${text} operation ${operationNumbers.join(', ')}`,
    path: ['input', 'operationId'],
    operationNumbers,
  };
}

const beforePredecessor = (late: StartOperation, at: Date | null): UserErrorData =>
  ruleViolation(
    'STARTED_BEFORE_PREDECESSOR',
    `operation ${late.number} ended at ${at?.toISOString()}, a start cannot be earlier`,
    AT,
  );

/** Good, scrap and rework in the order's unit. */
export interface Made {
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly rework: Decimal;
}

/** Adds to what an execution made. */
export const plus = (a: Made, b: Made): Made => ({
  good: a.good.plus(b.good),
  scrap: a.scrap.plus(b.scrap),
  rework: a.rework.plus(b.rework),
});

/** What is in `a` and not in `b`. */
export const minus = (a: Made, b: Made): Made => ({
  good: a.good.minus(b.good),
  scrap: a.scrap.minus(b.scrap),
  rework: a.rework.minus(b.rework),
});

/** Reads good, scrap and rework of a row. */
export const madeOf = (row: { good: string; scrap: string; rework: string }): Made => ({
  good: new Decimal(row.good),
  scrap: new Decimal(row.scrap),
  rework: new Decimal(row.rework),
});
