import type { Viewer } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { EquipmentStore } from './store.ts';
import type { EquipmentRow } from './tables.ts';

/** What a command and a consumer have in common. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** What every equipment event says of the machine. */
export const equipmentFacts = (row: EquipmentRow, workCenterCode: string) => ({
  equipment: { __typename: 'Equipment', id: row.id } as const,
  equipmentCode: row.code,
  name: row.name,
  siteId: row.siteId,
  workCenterCode,
  equipmentClass: row.equipmentClass,
  status: row.status,
  source: row.statusSource,
});

interface StatusEntry {
  before: EquipmentRow;
  reason: string | null;
  occurredAt: Date;
  operationId: string | null;
}

/** Logs a change of state that was saved, and says so; where it went down, or is no longer down, downtime is told too. */
export async function recordStatusChange(
  { viewer, record, now }: Actor,
  tx: Tx,
  row: EquipmentRow,
  workCenterCode: string,
  entry: StatusEntry,
): Promise<void> {
  const { before, reason, occurredAt } = entry;
  const from = before.status;
  await new EquipmentStore(tx, viewer.tenantId).addLogEntry({
    id: newId(),
    equipmentId: row.id,
    kind: 'STATUS_CHANGE',
    statusFrom: from,
    statusTo: row.status,
    description: reason,
    workOrderOperationId: entry.operationId,
    actorId: viewer.userId,
    actorKind: viewer.kind,
    actorName: viewer.username,
    source: row.statusSource,
    occurredAt,
    recordedAt: now(),
  });
  const facts = equipmentFacts(row, workCenterCode);
  const change = {
    action: 'UPDATE' as const,
    entity: facts.equipment,
    old: { status: from },
    new: { status: row.status },
    reason,
  };
  const input = { id: row.id, siteId: row.siteId, occurredAt };
  const at = occurredAt.toISOString();
  await record(tx, equipmentEvents['equipment.status-changed'], {
    ...input,
    data: { ...facts, from, to: row.status, reason, occurredAt: at, change },
  });
  if (row.status === from) return;
  if (row.status === 'DOWN') {
    await record(tx, equipmentEvents['equipment.downtime'], {
      ...input,
      data: { ...facts, reason, occurredAt: at, change },
    });
  }
  if (from === 'DOWN') {
    const seconds = Math.max(0, (occurredAt.getTime() - before.statusSince.getTime()) / 1_000);
    await record(tx, equipmentEvents['equipment.downtime-ended'], {
      ...input,
      data: {
        ...facts,
        reason: before.statusReason,
        startedAt: before.statusSince.toISOString(),
        endedAt: at,
        durationSeconds: seconds,
        change,
      },
    });
  }
}
