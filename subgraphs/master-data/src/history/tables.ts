import type { ActorKind } from '@machshop/auth';
import { columns } from '@machshop/db';
import { jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

/** What was done to a thing of the master data. */
export type HistoryAction = 'CREATE' | 'CHANGE' | 'PUBLISH' | 'SUPERSEDE' | 'RETIRE';

export const historyEntries = pgSchema('master_data').table('history_entries', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  entityType: text('entity_type').notNull(),
  entityId: uuid('entity_id').notNull(),
  action: text('action').$type<HistoryAction>().notNull(),
  old: jsonb('old').$type<Record<string, unknown>>(),
  new: jsonb('new').$type<Record<string, unknown>>(),
  reason: text('reason'),
  actorId: uuid('actor_id').notNull(),
  actorKind: text('actor_kind').$type<ActorKind>().notNull(),
  actorName: text('actor_name').notNull(),
  recordedAt: columns.recordedAt(),
});
export type HistoryEntryRow = typeof historyEntries.$inferSelect;
