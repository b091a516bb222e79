import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ApprovalDecision, ApprovalRole, DispositionKind, DispositionStatus } from './disposition.ts';

const schema = pgSchema('quality');

export const dispositions = schema.table('dispositions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
  itemId: uuid('item_id').notNull(),
  kind: text('kind').$type<DispositionKind>().notNull(),
  quantity: decimalColumn('quantity').notNull(),
  justification: text('justification').notNull(),
  instructions: text('instructions'),
  customerApproval: boolean('customer_approval').notNull(),
  status: text('status').$type<DispositionStatus>().notNull(),
  proposedById: uuid('proposed_by_id').notNull(),
  proposedByKind: text('proposed_by_kind').$type<ActorKind>().notNull(),
  proposedByName: text('proposed_by_name').notNull(),
  proposedAt: timestampColumn('proposed_at').notNull(),
  decidedAt: timestampColumn('decided_at'),
  carriedOutAt: timestampColumn('carried_out_at'),
  carriedOutById: uuid('carried_out_by_id'),
  carriedOutByKind: text('carried_out_by_kind').$type<ActorKind>(),
  carriedOutByName: text('carried_out_by_name'),
  result: text('result'),
  recordedAt: columns.recordedAt(),
});
export type DispositionRow = typeof dispositions.$inferSelect;

export const dispositionApprovals = schema.table('disposition_approvals', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  dispositionId: uuid('disposition_id').notNull(),
  role: text('role').$type<ApprovalRole>().notNull(),
  decision: text('decision').$type<ApprovalDecision>().notNull(),
  reference: text('reference'),
  comment: text('comment'),
  decidedById: uuid('decided_by_id').notNull(),
  decidedByName: text('decided_by_name').notNull(),
  decidedAt: timestampColumn('decided_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type DispositionApprovalRow = typeof dispositionApprovals.$inferSelect;
