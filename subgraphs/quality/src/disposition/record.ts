import type { Tx } from '@machshop/db';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import type { Actor } from '../actor.ts';
import { addHistory, type Change, changeOf, ncrFacts } from '../non-conformance/record.ts';
import type { AffectedItemRow, NonConformanceRow } from '../non-conformance/tables.ts';
import type { ApprovalDecision, ApprovalRole } from './disposition.ts';
import type { DispositionRow } from './tables.ts';

/** Whose disposition it is, after the change. */
export interface Of {
  readonly row: NonConformanceRow;
  readonly items: readonly AffectedItemRow[];
}

const facts = ({ row, items }: Of, disposition: DispositionRow, change: Change) => ({
  ...ncrFacts(row, items),
  dispositionId: disposition.id,
  itemId: disposition.itemId,
  kind: disposition.kind,
  dispositionQuantity: disposition.quantity,
  dispositionStatus: disposition.status,
  change: changeOf(row, change),
});

/** Records that a disposition was proposed or carried out. */
export async function recordDisposition(
  actor: Actor,
  tx: Tx,
  event: 'ncr.disposition-proposed' | 'ncr.disposition-carried-out',
  of: Of,
  disposition: DispositionRow,
  change: Change,
): Promise<void> {
  await addHistory(actor, tx, event, of.row, change);
  await actor.record(tx, qualityEvents[event], {
    id: of.row.id,
    siteId: of.row.siteId,
    data: facts(of, disposition, change),
  });
}

/** Records what somebody who must approve decided. */
export async function recordDecision(
  actor: Actor,
  tx: Tx,
  of: Of,
  disposition: DispositionRow,
  made: { readonly role: ApprovalRole; readonly decision: ApprovalDecision },
  change: Change,
): Promise<void> {
  await addHistory(actor, tx, 'ncr.disposition-decided', of.row, change);
  await actor.record(tx, qualityEvents['ncr.disposition-decided'], {
    id: of.row.id,
    siteId: of.row.siteId,
    data: { ...facts(of, disposition, change), role: made.role, decision: made.decision },
  });
}
