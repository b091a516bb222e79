import { newId, type Tx } from '@machshop/db';
import { schedulingEvents } from '@machshop/schema/events/scheduling.ts';
import type { Doer } from '../actor.ts';
import { workingTime } from '../planning/working-time.ts';
import { ReplicaStore } from '../replica/store.ts';
import { CalendarStore } from '../resource-calendar/store.ts';
import type { ScheduleRow } from '../schedule/tables.ts';
import { ScheduledOperationStore } from '../scheduled-operation/store.ts';
import type { ScheduledOperationRow } from '../scheduled-operation/tables.ts';
import {
  conflictsOfMachine,
  conflictsOfOrder,
  type FoundConflict,
  ORDER_KINDS,
  type PlacedOperation,
} from './schedule-conflict.ts';
import { ConflictStore } from './store.ts';
import type { ScheduleConflictRow } from './tables.ts';

/** What of a schedule to look at: all of it, or some orders and machines. */
export type Scope =
  | 'ALL'
  | { readonly workOrderIds?: readonly string[]; readonly equipmentIds?: readonly string[] };

/**
 * Looks for conflicts of a schedule that is locked: new ones are kept, those that are no more are resolved. Of a
 * published schedule both are told. Returns those of the scope that are open.
 */
export async function recheck(
  doer: Doer,
  tx: Tx,
  schedule: ScheduleRow,
  scope: Scope,
): Promise<ScheduleConflictRow[]> {
  const looked = new Look(doer, tx, schedule);
  const found = [...(await looked.orders(scope)), ...(await looked.machines(scope))];
  const store = new ConflictStore(tx, doer.viewer.tenantId);
  const open = (await store.openOf([schedule.id])).filter((row) => inScope(row, scope));
  const known = new Map(open.map((row) => [row.key, row]));
  const keys = new Set(found.map(({ key }) => key));
  const fresh = found
    .filter(({ key }) => !known.has(key))
    .map((conflict) => rowOf(conflict, schedule, doer.now()));
  const gone = open.filter(({ key }) => !keys.has(key));
  await store.insert(fresh);
  if (gone.length > 0)
    await store.resolve(
      gone.map(({ id }) => id),
      doer.now(),
    );
  if (schedule.status === 'PUBLISHED') {
    for (const row of fresh) await tell(doer, tx, 'conflict.detected', row, null);
    for (const row of gone) await tell(doer, tx, 'conflict.resolved', row, null);
  }
  const tenantId = doer.viewer.tenantId;
  return [...open.filter(({ key }) => keys.has(key)), ...fresh.map((row) => ({ ...row, tenantId }))];
}

/** Tells of the conflicts that a draft had already, now that it is published. */
export async function tellOpen(doer: Doer, tx: Tx, schedule: ScheduleRow): Promise<void> {
  for (const row of await new ConflictStore(tx, doer.viewer.tenantId).openOf([schedule.id]))
    await tell(doer, tx, 'conflict.detected', row, null);
}

/** Nobody goes by the schedule any more. */
export async function resolveAll(doer: Doer, tx: Tx, schedule: ScheduleRow): Promise<void> {
  const store = new ConflictStore(tx, doer.viewer.tenantId);
  const open = await store.openOf([schedule.id]);
  if (open.length === 0) return;
  await store.resolve(
    open.map(({ id }) => id),
    doer.now(),
  );
  for (const row of open) await tell(doer, tx, 'conflict.resolved', row, 'the schedule was superseded');
}

/** What is looked at together is in one scope or the other. */
function inScope(row: ScheduleConflictRow, scope: Scope): boolean {
  if (scope === 'ALL') return true;
  return ORDER_KINDS.has(row.kind)
    ? (scope.workOrderIds ?? []).includes(row.workOrderId ?? '')
    : (scope.equipmentIds ?? []).includes(row.equipmentId ?? '');
}

/** Reads what conflicts are judged by. */
class Look {
  readonly #doer: Doer;
  readonly #tx: Tx;
  readonly #schedule: ScheduleRow;
  readonly #replicas: ReplicaStore;
  readonly #places: ScheduledOperationStore;

  constructor(doer: Doer, tx: Tx, schedule: ScheduleRow) {
    this.#doer = doer;
    this.#tx = tx;
    this.#schedule = schedule;
    this.#replicas = new ReplicaStore(tx, doer.viewer.tenantId);
    this.#places = new ScheduledOperationStore(tx, doer.viewer.tenantId);
  }

  async orders(scope: Scope): Promise<FoundConflict[]> {
    const only = scope === 'ALL' ? undefined : (scope.workOrderIds ?? []);
    if (only?.length === 0) return [];
    const places = await this.#read(only && { workOrderIds: only });
    const byOrder = Map.groupBy(places, ({ workOrderId }) => workOrderId);
    const open = only ? [] : await this.#replicas.openOrders(this.#schedule.siteId);
    const ids = [...new Set([...(only ?? []), ...byOrder.keys(), ...open.map(({ id }) => id)])];
    const orders = await this.#replicas.ordersByIds(ids);
    const operations = Map.groupBy(await this.#replicas.operationsOf(ids), (row) => row.workOrderId);
    const missing = Map.groupBy(await this.#replicas.shortagesOf(ids), (row) => row.workOrderId);
    return orders
      .filter(({ siteId }) => siteId === this.#schedule.siteId)
      .flatMap((order) =>
        conflictsOfOrder(
          {
            ...order,
            recordedOperationIds: (operations.get(order.id) ?? []).map(({ id }) => id),
            missing: (missing.get(order.id) ?? []).map((row) => row.definitionNumber),
          },
          byOrder.get(order.id) ?? [],
        ),
      );
  }

  async machines(scope: Scope): Promise<FoundConflict[]> {
    const only = scope === 'ALL' ? undefined : (scope.equipmentIds ?? []);
    if (only?.length === 0) return [];
    const places = await this.#read(only && { equipmentIds: only });
    if (places.length === 0) return [];
    const byMachine = Map.groupBy(places, ({ equipmentId }) => equipmentId);
    const from = Math.min(...places.map(({ plannedStartAt }) => plannedStartAt.getTime()));
    const until = Math.max(...places.map(({ plannedEndAt }) => plannedEndAt.getTime())) + 1;
    const site = await this.#replicas.site(this.#schedule.siteId);
    if (!site) return [];
    const calendars = await new CalendarStore(this.#tx, this.#doer.viewer.tenantId).between(
      site.id,
      site.timeZone,
      new Date(from),
      new Date(until),
    );
    const machines = await this.#replicas.equipmentByIds([...byMachine.keys()]);
    return machines.flatMap((machine) => {
      const { id: equipmentId, workCenterCode } = machine;
      const working = workingTime(calendars, { equipmentId, workCenterCode }, from, until);
      return conflictsOfMachine({ ...machine, working }, byMachine.get(machine.id) ?? [], this.#doer.now(), {
        plannedAt: this.#schedule.horizonStart,
        downtimeHours: this.#schedule.options.downtimeHours,
      });
    });
  }

  async #read(only: Parameters<ScheduledOperationStore['ofSchedule']>[1]): Promise<PlacedOperation[]> {
    const rows = await this.#places.ofSchedule(this.#schedule.id, only);
    const progress = await this.#replicas.progressOf(rows.map(({ operationId }) => operationId));
    const byId = new Map(progress.map((row) => [row.operationId, row]));
    return rows.map((row: ScheduledOperationRow) => ({
      ...row,
      status: byId.get(row.operationId)?.status ?? 'PENDING',
      endedAt: byId.get(row.operationId)?.endedAt ?? null,
    }));
  }
}

const rowOf = (
  conflict: FoundConflict,
  schedule: ScheduleRow,
  detectedAt: Date,
): Omit<ScheduleConflictRow, 'tenantId'> => ({
  id: newId(),
  scheduleId: schedule.id,
  siteId: schedule.siteId,
  ...conflict,
  detectedAt,
  resolvedAt: null,
});

async function tell(
  { record }: Doer,
  tx: Tx,
  event: 'conflict.detected' | 'conflict.resolved',
  row: Omit<ScheduleConflictRow, 'tenantId'>,
  reason: string | null,
): Promise<void> {
  const { id, kind, message } = row;
  const entity = { __typename: 'ScheduleConflict', id } as const;
  const detected = event === 'conflict.detected';
  const nullable = <T extends string>(__typename: T, of: string | null) =>
    of ? { __typename, id: of } : null;
  await record(tx, schedulingEvents[event], {
    id,
    siteId: row.siteId,
    data: {
      conflict: entity,
      schedule: { __typename: 'Schedule', id: row.scheduleId },
      siteId: row.siteId,
      kind,
      text: message,
      workOrder: nullable('WorkOrder', row.workOrderId),
      operation: nullable('WorkOrderOperation', row.operationId),
      equipment: nullable('Equipment', row.equipmentId),
      workCenterCode: row.workCenterCode,
      change: {
        action: detected ? 'CREATE' : 'UPDATE',
        entity,
        old: detected ? null : { open: true },
        new: detected ? { kind, message, seconds: row.seconds } : { open: false },
        reason,
      },
    },
  });
}
