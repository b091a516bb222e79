import { newId, type Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { Refused } from '@machshop/server';
import { type Actor, operatorOf } from '../actor.ts';
import { PIECE } from '../serialized-part/serialized-part.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { orderEnd, pieceEnd, type Traceable, wayDown } from './component-link.ts';
import { ComponentLinkStore } from './store.ts';
import type { ComponentLinkRow } from './tables.ts';

/** An edge that is to be made. Serials at its ends are locked. */
export interface NewLink {
  readonly id: string;
  readonly parent: Traceable;
  readonly child: Traceable;
  readonly quantity: { readonly value: string; readonly unit: string };
  readonly bomPosition?: number | null;
  readonly workOrderId?: string | null;
  readonly operationId?: string | null;
  readonly siteId?: string | null;
  readonly at: Date;
}

/** Records that the child is in the parent, and says so. Does not look for cycles: `checkCycle` does. */
export async function link(actor: Actor, tx: Tx, edge: NewLink): Promise<ComponentLinkRow> {
  const row = await new ComponentLinkStore(tx, actor.viewer.tenantId).insert({
    id: edge.id,
    parentType: edge.parent.type,
    parentId: edge.parent.id,
    parentNumber: edge.parent.number,
    childType: edge.child.type,
    childId: edge.child.id,
    childNumber: edge.child.number,
    quantity: edge.quantity.value,
    unit: edge.quantity.unit,
    bomPosition: edge.bomPosition ?? null,
    workOrderId: edge.workOrderId ?? null,
    operationId: edge.operationId ?? null,
    linkedAt: edge.at,
    unlinkedAt: null,
    unlinkReason: null,
    recordedAt: actor.now(),
  });
  await recordLink(actor, tx, 'genealogy.linked', row, {
    siteId: edge.siteId ?? null,
    parentDefinition: edge.parent.definition,
    childDefinition: edge.child.definition,
  });
  return row;
}

/** What is said of a link that its row does not hold: whose site it is at, and what its ends are of. */
export interface LinkFacts {
  readonly siteId: string | null;
  readonly parentDefinition: Traceable['definition'];
  readonly childDefinition: Traceable['definition'];
}

/** Says that a link was made or undone. */
export async function recordLink(
  actor: Actor,
  tx: Tx,
  event: 'genealogy.linked' | 'genealogy.unlinked',
  row: ComponentLinkRow,
  { siteId, parentDefinition, childDefinition }: LinkFacts,
): Promise<void> {
  const occurredAt = row.unlinkedAt ?? row.linkedAt;
  const parent = { __typename: row.parentType, id: row.parentId };
  const facts = {
    parent: row.parentNumber,
    child: row.childNumber,
    quantity: { value: row.quantity, unit: row.unit },
    bomPosition: row.bomPosition,
  };
  const isNew = event === 'genealogy.linked';
  await actor.record(tx, materialEvents[event], {
    id: row.id,
    siteId,
    occurredAt,
    data: {
      linkId: row.id,
      parent,
      parentNumber: row.parentNumber,
      parentDefinition,
      child: { __typename: row.childType, id: row.childId },
      childNumber: row.childNumber,
      childDefinition,
      quantity: facts.quantity,
      bomPosition: row.bomPosition,
      workOrder: row.workOrderId ? { __typename: 'WorkOrder', id: row.workOrderId } : null,
      operation: row.operationId ? { __typename: 'WorkOrderOperation', id: row.operationId } : null,
      operator: operatorOf(actor),
      occurredAt: occurredAt.toISOString(),
      reason: row.unlinkReason,
      change: {
        action: isNew ? 'CREATE' : 'DELETE',
        entity: parent,
        old: isNew ? null : facts,
        new: isNew ? facts : null,
        reason: row.unlinkReason,
      },
    },
  });
}

/**
 * Each serial gets an edge to its order, through which it reaches the material that is common to all pieces
 * of the order. It holds from the serial's creation on; the material's edge has a time of its own.
 */
export async function linkToOrder(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  serials: readonly SerializedPartRow[],
): Promise<void> {
  for (const serial of serials) {
    await link(actor, tx, {
      id: newId(),
      parent: pieceEnd(serial),
      child: orderEnd(order),
      quantity: { value: '1', unit: PIECE },
      workOrderId: order.id,
      siteId: order.siteId,
      at: serial.createdAt,
    });
  }
}

/**
 * Refuses an edge that would, at some time from `at` on, close a cycle, with the way that it would close.
 *
 * Serials are only ever in serials, each in one at a time: going up from the parent is a chain. Below a lot
 * are the order that made it and what that consumed, and never a serial. Where the parent is in nothing, or nothing is below the
 * lot, no cycle can be; else all who link in such a place wait for each other, so that two of them cannot
 * close one together.
 */
export async function checkCycle(
  actor: Actor,
  tx: Tx,
  parent: Traceable,
  child: Traceable,
  at: Date,
  path: readonly string[],
): Promise<void> {
  if (parent.type === 'SerializedPart' && child.type === 'MaterialLot') return;
  const store = new ComponentLinkStore(tx, actor.viewer.tenantId);
  const look = () =>
    child.type === 'SerializedPart' ? store.above(parent.id, at) : store.below(child.id, at);
  if (parent.id !== child.id) {
    if ((await look()).length === 0) return;
    await store.lockDeepLinking();
  }
  const way = parent.id === child.id ? [child.number] : wayDown(await look(), child.id, parent.id);
  if (!way) return;
  const cycle = [parent.number, ...way];
  throw new Refused({
    __typename: 'GenealogyCycleError',
    code: 'GENEALOGY_CYCLE',
    message: `${child.number} contains ${parent.number}: ${cycle.join(' > ')}`,
    path,
    cycle,
  });
}
