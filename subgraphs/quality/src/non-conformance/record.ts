import { newId, type Tx } from '@machshop/db';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import type { Actor } from '../actor.ts';
import type { ItemType } from './non-conformance.ts';
import { NonConformanceStore } from './store.ts';
import type { AffectedItemRow, NonConformanceRow } from './tables.ts';

/** What changed about a non-conformance. */
export interface Change {
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown> | null;
  readonly reason: string | null;
}

/** Events that say nothing beyond the non-conformance. */
export type PlainNcrEvent =
  | 'ncr.created'
  | 'ncr.changed'
  | 'ncr.contained'
  | 'ncr.review-started'
  | 'ncr.dispositioned'
  | 'ncr.verification-started'
  | 'ncr.eight-d-changed'
  | 'ncr.reopened'
  | 'ncr.cancelled'
  | 'ncr.hold-changed';

/** The type of what is affected, as the graph names it. */
export const ENTITY_TYPES = {
  SERIAL: 'SerializedPart',
  LOT: 'MaterialLot',
  ORDER: 'WorkOrder',
} as const satisfies Record<ItemType, string>;

const refOf = <T extends string>(__typename: T, id: string | null) => (id ? { __typename, id } : null);

/** What every event of a non-conformance says. */
export const ncrFacts = (row: NonConformanceRow, items: readonly AffectedItemRow[]) => ({
  nonConformance: { __typename: 'NonConformance', id: row.id } as const,
  nonConformanceNumber: row.number,
  siteId: row.siteId,
  status: row.status,
  severity: row.severity,
  source: row.source,
  definition:
    row.definitionType === 'Part'
      ? ({ __typename: 'Part', id: row.definitionId } as const)
      : ({ __typename: 'Material', id: row.definitionId } as const),
  definitionNumber: row.definitionNumber,
  revision: row.revision,
  quantity: { value: row.quantity, unit: row.unit },
  defectCode: row.defectCode,
  description: row.description,
  workOrder: refOf('WorkOrder', row.workOrderId),
  workOrderNumber: row.workOrderNumber,
  operation: refOf('WorkOrderOperation', row.operationId),
  equipment: refOf('Equipment', row.equipmentId),
  equipmentCode: row.equipmentCode,
  workCenterCode: row.workCenterCode,
  affected: items.map((item) => ({
    itemId: item.id,
    // one of three, which a union of literals cannot be told from a record
    entity: { __typename: ENTITY_TYPES[item.type], id: item.entityId } as {
      __typename: 'WorkOrder';
      id: string;
    },
    number: item.number,
    quantity: { value: item.quantity, unit: item.unit },
    hold: item.hold,
  })),
  version: row.version,
});

/** The change as events tell it: it is always the non-conformance that changed. */
export const changeOf = (row: NonConformanceRow, change: Change) => ({
  action: change.old ? ('UPDATE' as const) : ('CREATE' as const),
  entity: { __typename: 'NonConformance', id: row.id },
  ...change,
});

/** Records a change: a line of the history and the event. */
export async function recordNcr(
  actor: Actor,
  tx: Tx,
  event: PlainNcrEvent,
  row: NonConformanceRow,
  items: readonly AffectedItemRow[],
  change: Change,
): Promise<void> {
  await addHistory(actor, tx, event, row, change);
  await actor.record(tx, qualityEvents[event], {
    id: row.id,
    siteId: row.siteId,
    data: { ...ncrFacts(row, items), change: changeOf(row, change) },
  });
}

/** A line of the history, named like the event: `REVIEW_STARTED`. */
export async function addHistory(
  { viewer, now }: Actor,
  tx: Tx,
  event: string,
  row: NonConformanceRow,
  change: Change,
): Promise<void> {
  await new NonConformanceStore(tx, viewer).addHistory({
    id: newId(),
    nonConformanceId: row.id,
    action: (event.split('.')[1] as string).replaceAll('-', '_').toUpperCase(),
    old: change.old,
    new: change.new,
    reason: change.reason,
    actorId: viewer.userId,
    actorKind: viewer.kind,
    actorName: viewer.username,
    occurredAt: now(),
    recordedAt: now(),
  });
}
