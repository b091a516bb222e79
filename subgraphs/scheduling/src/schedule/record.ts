import type { Tx } from '@machshop/db';
import { schedulingEvents } from '@machshop/schema/events/scheduling.ts';
import type { Doer } from '../actor.ts';
import type { ScheduleRow } from './tables.ts';

interface Change {
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown> | null;
  readonly reason: string | null;
}

const factsOf = (row: ScheduleRow, change: Change) => ({
  schedule: { __typename: 'Schedule', id: row.id } as const,
  version: row.version,
  name: row.name,
  siteId: row.siteId,
  status: row.status,
  horizonStart: row.horizonStart.toISOString(),
  horizonEnd: row.horizonEnd.toISOString(),
  change: {
    action: change.old ? ('UPDATE' as const) : ('CREATE' as const),
    entity: { __typename: 'Schedule', id: row.id },
    ...change,
  },
});

const about = (row: ScheduleRow) => ({ id: row.id, siteId: row.siteId });

/** Says that a planning began. */
export async function recordCreated({ record }: Doer, tx: Tx, row: ScheduleRow): Promise<void> {
  const { version, name, status, options } = row;
  const change = { old: null, new: { version, name, status, ...options }, reason: null };
  await record(tx, schedulingEvents['schedule.created'], { ...about(row), data: factsOf(row, change) });
}

/** Says that a planning is done. */
export async function recordPlanned({ record }: Doer, tx: Tx, row: ScheduleRow): Promise<void> {
  const { outcome } = row;
  if (!outcome) throw new Error('a planned schedule has no outcome');
  await record(tx, schedulingEvents['schedule.planned'], {
    ...about(row),
    data: {
      ...factsOf(row, statusChange('PLANNING', row, null)),
      operations: outcome.operations,
      lateOrders: outcome.lateOrders,
      unscheduled: outcome.unscheduled.length,
    },
  });
}

/** Says that a planning came to nothing. */
export async function recordFailed({ record }: Doer, tx: Tx, row: ScheduleRow): Promise<void> {
  const reason = row.failure ?? 'unknown';
  await record(tx, schedulingEvents['schedule.failed'], {
    ...about(row),
    data: { ...factsOf(row, statusChange('PLANNING', row, reason)), reason },
  });
}

/** Says that the floor goes by another schedule now. */
export async function recordPublished(
  { record }: Doer,
  tx: Tx,
  row: ScheduleRow,
  {
    supersedes,
    operations,
    reason,
  }: { supersedes: ScheduleRow | undefined; operations: number; reason: string | null },
): Promise<void> {
  await record(tx, schedulingEvents['schedule.published'], {
    ...about(row),
    data: {
      ...factsOf(row, statusChange('DRAFT', row, reason)),
      supersedes: supersedes ? { __typename: 'Schedule', id: supersedes.id } : null,
      operations,
    },
  });
}

/** Says that a schedule is no longer one to go by. */
export async function recordOver(
  { record }: Doer,
  tx: Tx,
  event: 'schedule.superseded' | 'schedule.discarded',
  row: ScheduleRow,
  from: string,
  reason: string | null,
): Promise<void> {
  const data = factsOf(row, statusChange(from, row, reason));
  await record(tx, schedulingEvents[event], { ...about(row), data });
}

const statusChange = (from: string, row: ScheduleRow, reason: string | null): Change => ({
  old: { status: from },
  new: { status: row.status },
  reason,
});
