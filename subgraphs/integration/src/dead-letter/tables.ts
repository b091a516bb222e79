import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { bytesColumn } from '../integration-message/tables.ts';
import type { DeadLetterState } from './dead-letter.ts';

export const deadLetters = pgSchema('integration').table('dead_letters', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  consumer: text('consumer').notNull(),
  subject: text('subject').notNull(),
  envelope: bytesColumn('envelope').notNull(),
  eventId: text('event_id'),
  eventType: text('event_type'),
  eventAt: timestampColumn('event_at'),
  tries: integer('tries').notNull(),
  error: text('error').notNull(),
  failedAt: timestampColumn('failed_at').notNull(),
  state: text('state').$type<DeadLetterState>().notNull(),
  resolvedAt: timestampColumn('resolved_at'),
  resolvedBy: uuid('resolved_by'),
  resolvedByKind: text('resolved_by_kind').$type<ActorKind>(),
  resolvedByName: text('resolved_by_name'),
  reason: text('reason'),
  recordedAt: columns.recordedAt(),
});
export type DeadLetterRow = typeof deadLetters.$inferSelect;
