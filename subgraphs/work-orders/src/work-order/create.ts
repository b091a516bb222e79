import { createHash } from 'node:crypto';
import { mayUseSite } from '@machshop/auth';
import { compareDecimals, Decimal, newId, type Tx } from '@machshop/db';
import { invalidInput, notFound, type UserErrorData } from '@machshop/server';
import { ReplicaStore } from '../replica/store.ts';
import type { PartRevisionRow, RoutingRow } from '../replica/tables.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import type { WorkOrderOperationRow } from '../work-order-operation/tables.ts';
import { planOperations } from '../work-order-operation/work-order-operation.ts';
import { type Actor, recordOrder } from './record.ts';
import { WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';

/** An order as somebody wants it, a person or the ERP. */
export interface Draft {
  readonly id: string | null;
  readonly number: string | null;
  readonly description: string | null;
  readonly partNumber: string;
  readonly revision: string | null;
  readonly quantity: { readonly value: string; readonly unit: string };
  readonly priority: number;
  readonly dueAt: Date | null;
  readonly plannedStartAt: Date | null;
  readonly plannedEndAt: Date | null;
  readonly siteId: string | null;
  readonly routingNumber: string | null;
  readonly source: { readonly messageId: string; readonly requestId: string } | null;
}

/** A draft whose part, routing and site were found. */
export interface ResolvedDraft {
  readonly draft: Draft;
  readonly part: PartRevisionRow;
  readonly routing: RoutingRow | null;
  readonly siteId: string;
}

/** The most serials of one order. */
export const MAX_SERIALS = 10_000;
const EACH: ReadonlySet<string> = new Set(['EA', 'C62', 'PCE', 'H87']);

/** EA, C62, PCE and H87 all mean a piece. */
export const sameUnit = (a: string, b: string): boolean => a === b || (EACH.has(a) && EACH.has(b));

/** Finds what a draft names; the first refusal when something is not there. */
export async function resolveDraft(
  actor: Actor,
  tx: Tx,
  draft: Draft,
): Promise<ResolvedDraft | UserErrorData> {
  const replicas = new ReplicaStore(tx, actor.viewer.tenantId);
  const revisions = await replicas.partRevisions([draft.partNumber]);
  const part = draft.revision ? revisions.find((row) => row.revision === draft.revision) : revisions[0];
  if (!part) {
    const what = draft.revision ? `${draft.partNumber} revision ${draft.revision}` : draft.partNumber;
    const field = revisions.length > 0 ? 'revision' : 'partNumber';
    return notFound(['input', field], `there is no published part ${what}`, 'PART_NOT_FOUND');
  }
  const fault = checkQuantity(draft.quantity, part);
  if (fault) return fault;
  const routing = await findRouting(replicas, part.id, draft.routingNumber);
  if (routing && 'code' in routing) return routing;
  const siteId = draft.siteId ?? (await defaultSite(replicas, routing));
  if (!siteId) {
    return invalidInput(['input', 'siteId'], 'SITE_MISSING', 'the tenant has several sites: say which');
  }
  if (!mayUseSite(actor.viewer, siteId)) return notFound(['input', 'siteId'], 'no such site');
  return { draft, part, routing, siteId };
}

/** Whether an order of a part may have this quantity. */
export function checkQuantity(
  quantity: { readonly value: string; readonly unit: string },
  part: Pick<PartRevisionRow, 'number' | 'unit' | 'tracking'>,
): UserErrorData | null {
  const path = ['input', 'quantity', 'value'];
  if (compareDecimals(quantity.value, '0') <= 0) {
    return invalidInput(path, 'NOT_POSITIVE', 'an order is for more than nothing');
  }
  if (!sameUnit(quantity.unit, part.unit)) {
    return invalidInput(
      ['input', 'quantity', 'unit'],
      'UNIT_MISMATCH',
      `${part.number} is counted in ${part.unit}, not ${quantity.unit}`,
    );
  }
  if (part.tracking !== 'SERIAL') return null;
  const value = new Decimal(quantity.value);
  if (!value.isInteger())
    return invalidInput(path, 'NOT_WHOLE', 'a part tracked by serial comes in whole pieces');
  return value.gt(MAX_SERIALS)
    ? invalidInput(path, 'TOO_MANY_SERIALS', `an order has at most ${MAX_SERIALS} serials`)
    : null;
}

/** The published routing of a part revision with this number, or the newest; null when there is none at all. */
export async function findRouting(
  replicas: ReplicaStore,
  partRevisionId: string,
  number: string | null,
): Promise<RoutingRow | UserErrorData | null> {
  const rows = await replicas.routings([partRevisionId]);
  if (number === null) return rows[0] ?? null;
  return (
    rows.find((row) => row.number === number) ??
    notFound(
      ['input', 'routingNumber'],
      `the part's revision has no published routing ${number}`,
      'ROUTING_NOT_FOUND',
    )
  );
}

async function defaultSite(replicas: ReplicaStore, routing: RoutingRow | null): Promise<string | null> {
  const sites = await replicas.sites();
  if (sites.length === 1 && sites[0]) return sites[0].id;
  const [first] = routing ? planOperations(routing.operations) : [];
  if (!first) return null;
  const [workCenter] = await replicas.workCenters([first.workCenterCode]);
  return workCenter?.siteId ?? null;
}

/** Makes an order with the operations of its routing, and says so. */
export async function insertOrder(actor: Actor, tx: Tx, resolved: ResolvedDraft): Promise<WorkOrderRow> {
  const { draft, part, routing, siteId } = resolved;
  const store = new WorkOrderStore(tx, actor.viewer.tenantId);
  const now = actor.now();
  const row = await store.insert({
    id: draft.id ?? newId(),
    siteId,
    number: draft.number ?? (await store.nextNumber(now.getUTCFullYear())),
    description: draft.description,
    partId: part.partId,
    partNumber: part.number,
    partRevisionId: part.id,
    revision: part.revision,
    serialTracked: part.tracking === 'SERIAL',
    quantity: new Decimal(draft.quantity.value).toFixed(),
    unit: part.unit,
    priority: draft.priority,
    dueAt: draft.dueAt,
    plannedStartAt: draft.plannedStartAt,
    plannedEndAt: draft.plannedEndAt,
    status: 'CREATED',
    heldFrom: null,
    ...routingColumns(routing),
    sourceMessageId: draft.source?.messageId ?? null,
    sourceRequestId: draft.source?.requestId ?? null,
    releasedAt: null,
    actualStartAt: null,
    actualEndAt: null,
    serialsIntroduced: 0,
    requestHash: requestHash(draft),
    recordedAt: now,
  });
  if (routing) await insertOperations(actor, tx, row, routing);
  await recordOrder(actor, tx, 'work-order.created', row, {
    old: null,
    new: described(row),
    reason: null,
    at: now,
  });
  return row;
}

/** Which routing an order has. */
export const routingColumns = (routing: RoutingRow | null) => ({
  routingId: routing?.id ?? null,
  routingNumber: routing?.number ?? null,
  routingVersion: routing?.version ?? null,
});

/** Copies a routing's operations to an order. */
export async function insertOperations(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  routing: RoutingRow,
): Promise<void> {
  const rows = planOperations(routing.operations).map(
    (operation): Omit<WorkOrderOperationRow, 'tenantId'> => ({
      id: newId(),
      siteId: order.siteId,
      workOrderId: order.id,
      routingOperationId: operation.routingOperation.id,
      number: operation.operationNumber,
      name: operation.name,
      workCenterCode: operation.workCenterCode,
      equipmentClass: operation.equipmentClass,
      personnelClass: operation.personnelClass,
      sequencing: operation.sequencing,
      sequenceGroup: operation.sequenceGroup,
      setupSeconds: operation.setupSeconds,
      runSecondsPerUnit: operation.runSecondsPerUnit,
      qualityCritical: operation.qualityCritical,
      inspectionRequired: operation.inspectionRequired,
      status: 'PENDING',
      quantity: order.quantity,
      good: '0',
      scrap: '0',
      rework: '0',
      skipped: '0',
      lost: '0',
      openExecutionId: null,
      equipmentId: null,
      startedAt: null,
      completedAt: null,
      skipReason: null,
      recordedAt: actor.now(),
    }),
  );
  await new OperationStore(tx, actor.viewer.tenantId).insert(rows);
}

/** The fields of an order that its events tell of. */
export const described = (row: WorkOrderRow) => ({
  number: row.number,
  description: row.description,
  partNumber: row.partNumber,
  revision: row.revision,
  quantity: row.quantity,
  unit: row.unit,
  priority: row.priority,
  dueAt: row.dueAt?.toISOString() ?? null,
  plannedStartAt: row.plannedStartAt?.toISOString() ?? null,
  plannedEndAt: row.plannedEndAt?.toISOString() ?? null,
  routingNumber: row.routingNumber,
  routingVersion: row.routingVersion,
  status: row.status,
});

/** Tells the same request from another one with the same id. */
export const requestHash = ({ id: _, ...draft }: Draft): string =>
  createHash('sha256').update(JSON.stringify(draft)).digest('hex');
