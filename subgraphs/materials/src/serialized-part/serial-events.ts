import type { Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import type { Actor } from '../actor.ts';
import type { SerialStatus } from './serialized-part.ts';
import { SerializedPartStore } from './store.ts';
import type { SerializedPartRow } from './tables.ts';

/** Says what happened to a piece. */
export async function recordSerial(
  actor: Actor,
  tx: Tx,
  event: 'serial.created' | 'serial.changed' | 'serial.scrapped',
  row: SerializedPartRow,
  what: { from: SerialStatus | null; reason: string | null; at: Date },
): Promise<void> {
  const entity = { __typename: 'SerializedPart', id: row.id } as const;
  const facts = {
    serialNumber: row.serialNumber,
    partNumber: row.partNumber,
    revision: row.revision,
    workOrderNumber: row.workOrderNumber,
    status: row.status,
  };
  await actor.record(tx, materialEvents[event], {
    id: row.id,
    siteId: row.siteId,
    occurredAt: what.at,
    data: {
      serializedPart: entity,
      ...facts,
      part: { __typename: 'Part', id: row.partId },
      workOrder: row.workOrderId ? { __typename: 'WorkOrder', id: row.workOrderId } : null,
      lot: row.lotId ? { __typename: 'MaterialLot', id: row.lotId } : null,
      reason: what.reason,
      change: {
        action: what.from ? 'UPDATE' : 'CREATE',
        entity,
        old: what.from ? { status: what.from } : null,
        new: what.from ? { status: row.status } : facts,
        reason: what.reason,
      },
    },
  });
}

/** Changes a locked piece's status and says so; a status that leads there is for the caller to check. */
export async function changeSerial(
  actor: Actor,
  tx: Tx,
  serial: SerializedPartRow,
  status: SerialStatus,
  reason: string | null,
  at: Date,
): Promise<SerializedPartRow> {
  const completedAt = status === 'COMPLETED' && !serial.completedAt ? at : serial.completedAt;
  const row = await new SerializedPartStore(tx, actor.viewer).update(serial.id, { status, completedAt });
  const event = status === 'SCRAPPED' ? 'serial.scrapped' : 'serial.changed';
  await recordSerial(actor, tx, event, row, { from: serial.status, reason, at });
  return row;
}

/**
 * A locked piece is through its work. One that is in another piece already stays there and gets the time.
 * Answers the row as it is when it was completed before.
 */
export async function completePiece(
  actor: Actor,
  tx: Tx,
  serial: SerializedPartRow,
  reason: string | null,
  at: Date,
): Promise<SerializedPartRow> {
  if (serial.status === 'IN_PROCESS') return changeSerial(actor, tx, serial, 'COMPLETED', reason, at);
  if (serial.status !== 'ASSEMBLED' || serial.completedAt) return serial;
  const row = await new SerializedPartStore(tx, actor.viewer).update(serial.id, { completedAt: at });
  await recordSerial(actor, tx, 'serial.changed', row, { from: serial.status, reason, at });
  return row;
}
