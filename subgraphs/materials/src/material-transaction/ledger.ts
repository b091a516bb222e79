import type { Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { Refused, ruleViolation, type UserErrorData } from '@machshop/server';
import type { Actor } from '../actor.ts';
import { AllocationStore } from '../allocation/store.ts';
import type { InventoryLocationRow } from '../inventory-location/tables.ts';
import { factsOf, lotNames } from '../material-lot/facts.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import { onQualityHold } from '../quality-hold/quality-hold.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { decideMovement, type MovementDecision, type TransactionKind } from './material-transaction.ts';
import { MaterialTransactionStore } from './store.ts';
import type { MaterialTransactionRow } from './tables.ts';

/** A line that is to be added to the ledger. */
export interface Posting {
  readonly id: string;
  readonly kind: TransactionKind;
  /** Locked. */
  readonly lot: MaterialLotRow;
  readonly location: InventoryLocationRow;
  readonly toLocation?: InventoryLocationRow | null;
  /** Signed: what the balance at `location` changes by. */
  readonly quantity: string;
  readonly order?: Pick<WorkOrderRow, 'id' | 'number'> | null;
  readonly operationId?: string | null;
  readonly serial?: SerializedPartRow | null;
  readonly reason?: string | null;
  readonly at: Date;
  /** The input that a refusal points at. */
  readonly path: readonly string[];
}

/**
 * The only way into the ledger: decides, adds the line, keeps balances, allocations and the lot's status in
 * step with it, and says so.
 * @throws Refused when the movement is not allowed
 */
export async function post(actor: Actor, tx: Tx, posting: Posting): Promise<MaterialTransactionRow> {
  const { lot, location, toLocation = null, order = null, kind, quantity, at } = posting;
  const facts = await factsOf(tx, lot);
  const movement = { kind, quantity, location, toLocation, workOrderId: order?.id ?? null, at };
  const decision = decideMovement(facts, movement);
  if (decision.kind !== 'POST') throw new Refused(refusalOf(decision, posting));
  const { tenantId } = actor.viewer;
  const lots = new MaterialLotStore(tx, tenantId);
  const allocations = new AllocationStore(tx, tenantId);
  const [row] = await Promise.all([
    new MaterialTransactionStore(tx, tenantId).insert({
      id: posting.id,
      kind,
      lotId: lot.id,
      locationId: location.id,
      toLocationId: toLocation?.id ?? null,
      quantity,
      unit: lot.unit,
      workOrderId: order?.id ?? null,
      operationId: posting.operationId ?? null,
      serializedPartId: posting.serial?.id ?? null,
      unitCost: lot.unitCost,
      reason: posting.reason ?? null,
      actorId: actor.viewer.userId,
      actorKind: actor.viewer.kind,
      actorName: actor.viewer.username,
      occurredAt: at,
      recordedAt: actor.now(),
    }),
    ...decision.balances.map((balance) => lots.putBalance(lot.id, balance.locationId, balance.quantity)),
    ...decision.draws.map(({ id, ...drawn }) => allocations.update(id, drawn)),
    ...(decision.status === lot.status ? [] : [lots.setStatus(lot.id, decision.status)]),
  ]);
  await recordTransaction(actor, tx, row, posting);
  return row;
}

async function recordTransaction(
  actor: Actor,
  tx: Tx,
  row: MaterialTransactionRow,
  { lot, location, toLocation = null, order = null, serial = null }: Posting,
): Promise<void> {
  const entity = { __typename: 'MaterialTransaction', id: row.id } as const;
  const amount = { value: row.quantity, unit: lot.unit };
  const siteId = location.siteId;
  const data = {
    transaction: entity,
    kind: row.kind,
    ...lotNames(lot),
    quantity: amount,
    locationCode: location.code,
    toLocationCode: toLocation?.code ?? null,
    workOrder: order ? ({ __typename: 'WorkOrder', id: order.id } as const) : null,
    workOrderNumber: order?.number ?? null,
    occurredAt: row.occurredAt.toISOString(),
    unitCost: row.unitCost,
    change: {
      action: 'CREATE' as const,
      entity,
      old: null,
      new: {
        kind: row.kind,
        lotNumber: lot.number,
        quantity: amount,
        locationCode: location.code,
        toLocationCode: toLocation?.code ?? null,
        workOrderNumber: order?.number ?? null,
        serialNumber: serial?.serialNumber ?? null,
      },
      reason: row.reason,
    },
  };
  const about = { id: row.id, siteId, occurredAt: row.occurredAt };
  if (row.kind !== 'CONSUMPTION') {
    await actor.record(tx, materialEvents['transaction.recorded'], { ...about, data });
    return;
  }
  const operation = row.operationId
    ? ({ __typename: 'WorkOrderOperation', id: row.operationId } as const)
    : null;
  await actor.record(tx, materialEvents['material.consumed'], {
    ...about,
    data: { ...data, operation, serialNumber: serial?.serialNumber ?? null },
  });
}

function refusalOf(
  decision: Exclude<MovementDecision, { kind: 'POST' }>,
  { lot, location, toLocation, quantity, path }: Posting,
): UserErrorData {
  switch (decision.kind) {
    case 'LOT_IN_QUARANTINE':
      return ruleViolation(decision.kind, `lot ${lot.number} is in quarantine`, path);
    case 'ON_QUALITY_HOLD':
      return onQualityHold(lot.number, decision.heldBy, path);
    case 'LOT_EXPIRED':
      return ruleViolation(
        decision.kind,
        `lot ${lot.number} expired at ${lot.expiresAt?.toISOString()}`,
        path,
      );
    case 'CERTIFICATE_MISSING':
      return ruleViolation(
        decision.kind,
        `${lot.definitionNumber} is critical and lot ${lot.number} has no certificate`,
        path,
      );
    case 'LOCATION_UNSUITABLE': {
      const place = decision.which === 'FROM' ? location : toLocation;
      return ruleViolation(
        decision.kind,
        `location ${place?.code} is of kind ${place?.kind}; needed is ${decision.needed.join(' or ')}`,
        path,
      );
    }
    case 'INSUFFICIENT_STOCK':
    case 'ALLOCATED_ELSEWHERE': {
      const requested = quantity.replace('-', '');
      const left = `${decision.available} ${lot.unit} of lot ${lot.number}`;
      return {
        __typename: 'InsufficientStockError',
        code: decision.kind,
        message:
          decision.kind === 'INSUFFICIENT_STOCK'
            ? `${location.code} holds ${left}, not ${requested}`
            : `${left} are free at ${location.code}, not ${requested}: the rest is allocated`,
        path,
        lotNumber: lot.number,
        locationCode: location.code,
        requested: { value: requested, unit: lot.unit },
        available: { value: decision.available, unit: lot.unit },
      };
    }
  }
}
