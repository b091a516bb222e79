import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { boolean, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Discipline } from './eight-d.ts';

const schema = pgSchema('quality');

export const eightDMembers = schema.table(
  'eight_d_members',
  {
    nonConformanceId: uuid('non_conformance_id').notNull(),
    userId: uuid('user_id').notNull(),
    tenantId: columns.tenantId(),
    username: text('username').notNull(),
    leader: boolean('leader').notNull(),
  },
  (table) => [primaryKey({ columns: [table.nonConformanceId, table.userId] })],
);
export type EightDMemberRow = typeof eightDMembers.$inferSelect;

export const eightDSteps = schema.table(
  'eight_d_steps',
  {
    nonConformanceId: uuid('non_conformance_id').notNull(),
    discipline: text('discipline').$type<Discipline>().notNull(),
    tenantId: columns.tenantId(),
    content: text('content'),
    responsibleId: uuid('responsible_id'),
    responsibleName: text('responsible_name'),
    dueAt: timestampColumn('due_at'),
    completedAt: timestampColumn('completed_at'),
    completedById: uuid('completed_by_id'),
    completedByKind: text('completed_by_kind').$type<ActorKind>(),
    completedByName: text('completed_by_name'),
    recordedAt: columns.recordedAt(),
  },
  (table) => [primaryKey({ columns: [table.nonConformanceId, table.discipline] })],
);
export type EightDStepRow = typeof eightDSteps.$inferSelect;
