import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ActionKind, ActionStatus } from './corrective-action.ts';

export const correctiveActions = pgSchema('quality').table('corrective_actions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
  kind: text('kind').$type<ActionKind>().notNull(),
  description: text('description').notNull(),
  ownerId: uuid('owner_id').notNull(),
  ownerUsername: text('owner_username').notNull(),
  dueAt: timestampColumn('due_at').notNull(),
  status: text('status').$type<ActionStatus>().notNull(),
  evidence: text('evidence'),
  implementedAt: timestampColumn('implemented_at'),
  implementedById: uuid('implemented_by_id'),
  implementedByKind: text('implemented_by_kind').$type<ActorKind>(),
  implementedByName: text('implemented_by_name'),
  verification: text('verification'),
  verifiedAt: timestampColumn('verified_at'),
  verifiedById: uuid('verified_by_id'),
  verifiedByKind: text('verified_by_kind').$type<ActorKind>(),
  verifiedByName: text('verified_by_name'),
  recordedAt: columns.recordedAt(),
});
export type CorrectiveActionRow = typeof correctiveActions.$inferSelect;
