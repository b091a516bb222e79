import { Decimal } from '@machshop/db';
import { illegalTransition, ruleViolation, type UserErrorData } from '@machshop/server';
import {
  type Counters,
  endStatus,
  isClosed,
  type OperationStatus,
  remaining,
  type StepStatus,
} from './work-order-operation.ts';

interface SkipFacts extends Counters {
  readonly id: string;
  readonly number: number;
  readonly status: OperationStatus;
}

interface SkipStep {
  readonly operationId: string;
  readonly serialNumber: string;
  readonly status: StepStatus;
}

type Refusal = { readonly kind: 'REFUSED'; readonly error: UserErrorData };
const refused = (error: UserErrorData): Refusal => ({ kind: 'REFUSED', error });

export type SkipDecision =
  | { readonly kind: 'SKIP'; readonly skipped: string; readonly status: 'COMPLETED' | 'SKIPPED' }
  | Refusal;

/** Whether an operation may go by whole: what is not through yet goes on without it. */
export function decideSkip(operation: SkipFacts, running: boolean): SkipDecision {
  if (isClosed(operation.status)) {
    return refused(illegalTransition(`operation ${operation.number}`, operation.status, 'SKIPPED'));
  }
  if (running) {
    return refused(
      ruleViolation('OPERATION_RUNNING', `operation ${operation.number} runs: complete it first`),
    );
  }
  const skipped = new Decimal(operation.skipped).plus(remaining(operation)).toFixed();
  return { kind: 'SKIP', skipped, status: endStatus(operation) };
}

export type SkipSerialsDecision =
  | {
      readonly kind: 'SKIP';
      /** Those that were not skipped yet. */
      readonly serialNumbers: readonly string[];
      readonly skipped: string;
      /** Whether nothing remains at the operation with it. */
      readonly ends: boolean;
      readonly status: 'COMPLETED' | 'SKIPPED';
    }
  | { readonly kind: 'UNCHANGED' }
  | Refusal;

/** Whether these serials may go on without the operation. */
export function decideSkipSerials(
  operation: SkipFacts,
  steps: readonly SkipStep[],
  serialNumbers: readonly string[],
): SkipSerialsDecision {
  const here = new Map(
    steps.filter((step) => step.operationId === operation.id).map((step) => [step.serialNumber, step.status]),
  );
  const wanted = serialNumbers.filter((serial) => here.get(serial) !== 'SKIPPED');
  if (wanted.length === 0) return { kind: 'UNCHANGED' };
  if (isClosed(operation.status)) {
    return refused(illegalTransition(`operation ${operation.number}`, operation.status, 'SKIPPED'));
  }
  const path = ['input', 'serialNumbers'];
  const scrapped = new Set(
    steps.filter((step) => step.status === 'SCRAPPED').map((step) => step.serialNumber),
  );
  for (const serial of wanted) {
    const status = here.get(serial);
    if (scrapped.has(serial))
      return refused(ruleViolation('SERIAL_SCRAPPED', `${serial} was scrapped`, path));
    if (status === 'IN_PROGRESS') {
      return refused(
        ruleViolation('OPERATION_RUNNING', `${serial} is being worked on: complete it first`, path),
      );
    }
    if (status === 'COMPLETED') {
      const message = `${serial} is through operation ${operation.number}`;
      return refused(ruleViolation('SERIAL_THROUGH', message, path));
    }
  }
  const left = remaining(operation).minus(wanted.length);
  if (left.lt(0)) {
    const message = `no more than ${remaining(operation)} serials are left at operation ${operation.number}`;
    return refused(ruleViolation('MORE_SERIALS_THAN_ORDERED', message, path));
  }
  return {
    kind: 'SKIP',
    serialNumbers: wanted,
    skipped: new Decimal(operation.skipped).plus(wanted.length).toFixed(),
    ends: left.isZero(),
    status: endStatus(operation),
  };
}
