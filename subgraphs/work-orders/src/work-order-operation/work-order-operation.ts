import { Decimal } from '@machshop/db';
import type { RoutingOperationFacts } from '../replica/tables.ts';

/** What state an operation is in; PENDING becomes READY by what is before it, and that is not stored. */
export type OperationStatus = 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'SKIPPED';

/** Where one serial is at one operation. */
export type StepStatus = 'IN_PROGRESS' | 'COMPLETED' | 'REWORK' | 'SCRAPPED' | 'SKIPPED';

/** How much went where at an operation, in the order's unit. */
export interface Counters {
  readonly quantity: string;
  readonly good: string;
  readonly scrap: string;
  readonly skipped: string;
  readonly lost: string;
}

/** What of the order's quantity is done with at the operation: through, scrapped, skipped, or never coming. */
export const settled = ({ good, scrap, skipped, lost }: Omit<Counters, 'quantity'>): Decimal =>
  new Decimal(good).plus(scrap).plus(skipped).plus(lost);

/** What is still to come. */
export const remaining = (counters: Counters): Decimal =>
  new Decimal(counters.quantity).minus(settled(counters));

/** How an operation ends when nothing remains: it was skipped when nobody worked on it. */
export const endStatus = ({
  good,
  scrap,
}: Pick<Counters, 'good' | 'scrap'>): Extract<OperationStatus, 'COMPLETED' | 'SKIPPED'> =>
  new Decimal(good).plus(scrap).isZero() ? 'SKIPPED' : 'COMPLETED';

/** Whether nothing more happens at it. */
export const isClosed = (status: OperationStatus): boolean => status === 'COMPLETED' || status === 'SKIPPED';

/** Numbers the groups that are worked through in order: parallel neighbours share one. */
export function sequenceGroups(sequencing: readonly ('SEQUENTIAL' | 'PARALLEL')[]): number[] {
  let group = 0;
  return sequencing.map((own, i) => {
    if (i > 0 && !(own === 'PARALLEL' && sequencing[i - 1] === 'PARALLEL')) group += 1;
    return group;
  });
}

/** The operations of a routing by number, with their groups. */
export function planOperations(
  operations: readonly RoutingOperationFacts[],
): (RoutingOperationFacts & { sequenceGroup: number })[] {
  const sorted = operations.toSorted((a, b) => a.operationNumber - b.operationNumber);
  const groups = sequenceGroups(sorted.map((operation) => operation.sequencing));
  return sorted.map((operation, i) => ({ ...operation, sequenceGroup: groups[i] as number }));
}

interface Sibling extends Counters {
  readonly sequenceGroup: number;
  readonly status: OperationStatus;
}

/** Whether an operation may start, as far as its order's other operations say: READY. */
export function isReady(
  operation: Pick<Sibling, 'sequenceGroup'>,
  siblings: readonly Sibling[],
  serialTracked: boolean,
): boolean {
  return siblings
    .filter((sibling) => sibling.sequenceGroup < operation.sequenceGroup)
    .every(
      (sibling) =>
        isClosed(sibling.status) ||
        // serials go on one by one
        (serialTracked && new Decimal(sibling.good).plus(sibling.skipped).gt(0)),
    );
}

interface Planned extends Counters {
  readonly setupSeconds: string;
  readonly runSecondsPerUnit: string;
}

/**
 * How much of the planned work is through, in whole percent rounded down. Operations weigh as much as they
 * are planned to take; all the same when nothing is planned.
 */
export function percentComplete(operations: readonly Planned[]): number {
  if (operations.length === 0) return 0;
  const planned = operations.map((operation) =>
    new Decimal(operation.runSecondsPerUnit).times(operation.quantity).plus(operation.setupSeconds),
  );
  const unplanned = planned.every((seconds) => seconds.isZero());
  let through = new Decimal(0);
  let total = new Decimal(0);
  for (const [i, operation] of operations.entries()) {
    const weight = unplanned ? new Decimal(1) : (planned[i] as Decimal);
    total = total.plus(weight);
    through = through.plus(weight.times(settled(operation)).div(operation.quantity));
  }
  return Decimal.min(100, through.times(100).div(total)).floor().toNumber();
}
