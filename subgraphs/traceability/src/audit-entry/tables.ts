import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { bigint, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('traceability');
const sequence = () => bigint('sequence', { mode: 'bigint' }).notNull();

export const auditHeads = schema.table('audit_heads', {
  tenantId: uuid('tenant_id').primaryKey(),
  sequence: sequence(),
  hash: text('hash').notNull(),
});

export const auditEntries = schema.table(
  'audit_entries',
  {
    tenantId: columns.tenantId(),
    sequence: sequence(),
    eventId: uuid('event_id').notNull(),
    eventType: text('event_type').notNull(),
    action: text('action').$type<'CREATE' | 'UPDATE' | 'DELETE' | 'ACCESS' | 'EVENT'>().notNull(),
    entityType: text('entity_type').notNull(),
    entityId: text('entity_id').notNull(),
    siteId: uuid('site_id'),
    actorId: uuid('actor_id').notNull(),
    actorKind: text('actor_kind').$type<ActorKind>().notNull(),
    actorName: text('actor_name').notNull(),
    clientIp: text('client_ip'),
    traceId: text('trace_id'),
    reason: text('reason'),
    occurredAt: timestampColumn('occurred_at').notNull(),
    recordedAt: columns.recordedAt(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
    canonical: text('canonical').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.sequence] })],
);
export type AuditEntryRow = typeof auditEntries.$inferSelect;
