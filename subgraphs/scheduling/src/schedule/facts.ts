import { sumDecimals, type Tx } from '@machshop/db';
import {
  horizonEnd,
  type KeptPlace,
  type OperationFacts,
  type OrderFacts,
  type PlanningFacts,
  type PlanningOptions,
} from '../planning/problem-of.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { ExecutionRow, ProgressRow, SiteRow, WorkOrderOperationRow } from '../replica/tables.ts';
import { CalendarStore } from '../resource-calendar/store.ts';
import { ScheduledOperationStore } from '../scheduled-operation/store.ts';
import { ScheduleStore } from './store.ts';

const HOUR_MS = 3_600_000;
const UNUSABLE: ReadonlySet<string> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

/** Reads all that the planning of a site goes by. */
export async function readFacts(
  tx: Tx,
  tenantId: string,
  site: SiteRow,
  options: PlanningOptions,
  now: Date,
): Promise<PlanningFacts> {
  const replicas = new ReplicaStore(tx, tenantId);
  const machines = await replicas.equipmentOfSite(site.id);
  const until = horizonEnd(now, options.horizonDays);
  const calendars = await new CalendarStore(tx, tenantId).between(site.id, site.timeZone, now, until);
  const unusable = new Set(machines.filter(({ status }) => UNUSABLE.has(status)).map(({ id }) => id));
  const lastRuns = new Map((await replicas.lastRuns(site.id)).map((row) => [row.equipmentId, row]));
  return {
    calendars,
    machines: machines.map((machine) => ({ ...machine, setUpFor: lastRuns.get(machine.id) ?? null })),
    orders: await readOrders(replicas, site.id, options.includeUnreleased),
    kept: await readKept(
      tx,
      tenantId,
      site.id,
      new Date(now.getTime() + options.frozenHours * HOUR_MS),
      unusable,
    ),
  };
}

async function readOrders(
  replicas: ReplicaStore,
  siteId: string,
  includeUnreleased: boolean,
): Promise<OrderFacts[]> {
  const rows = (await replicas.openOrders(siteId)).filter(
    ({ status }) => status !== 'ON_HOLD' && (includeUnreleased || status !== 'CREATED'),
  );
  const operations = await replicas.operationsOf(rows.map(({ id }) => id));
  const ids = operations.map(({ id }) => id);
  const progress = new Map((await replicas.progressOf(ids)).map((row) => [row.operationId, row]));
  const executions = Map.groupBy(await replicas.executionsOf(ids), ({ operationId }) => operationId);
  const byOrder = Map.groupBy(operations, ({ workOrderId }) => workOrderId);
  return rows.map((row) => ({
    ...row,
    operations: (byOrder.get(row.id) ?? []).map((operation) =>
      operationFacts(operation, progress.get(operation.id), executions.get(operation.id) ?? []),
    ),
  }));
}

function operationFacts(
  operation: WorkOrderOperationRow,
  progress: ProgressRow | undefined,
  executions: readonly ExecutionRow[],
): OperationFacts {
  return {
    ...operation,
    status: progress?.status ?? 'PENDING',
    assignedEquipmentId: progress?.assignedEquipmentId ?? null,
    done: sumDecimals(executions.map(({ done }) => done)),
    running: executions.flatMap(({ equipmentId, startedAt, completedAt }) =>
      equipmentId && !completedAt ? [{ equipmentId, startedAt }] : [],
    ),
  };
}

/** What stays where the published schedule has it: what was pinned, and what is about to start. */
async function readKept(
  tx: Tx,
  tenantId: string,
  siteId: string,
  frozenUntil: Date,
  unusable: ReadonlySet<string>,
): Promise<KeptPlace[]> {
  const [published] = await new ScheduleStore(tx, tenantId).publishedOf([siteId]);
  if (!published) return [];
  const rows = await new ScheduledOperationStore(tx, tenantId).ofSchedule(published.id);
  return (
    rows
      .filter((row) => row.pinned || row.plannedStartAt < frozenUntil)
      // a place on a machine that is down is none
      .filter((row) => !unusable.has(row.equipmentId))
      .map((row) => ({
        operationId: row.operationId,
        equipmentId: row.equipmentId,
        start: row.plannedStartAt,
        end: row.plannedEndAt,
        pinned: row.pinned,
      }))
  );
}
