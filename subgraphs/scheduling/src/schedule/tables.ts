import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { Outcome } from '../planning/outcome-of.ts';
import type { PlanningOptions } from '../planning/problem-of.ts';
import type { ScheduleStatus } from './schedule.ts';

export const schedules = pgSchema('scheduling').table('schedules', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  version: integer('version').notNull(),
  name: text('name').notNull(),
  status: text('status').$type<ScheduleStatus>().notNull(),
  revision: integer('revision').notNull(),
  horizonStart: timestampColumn('horizon_start').notNull(),
  horizonEnd: timestampColumn('horizon_end').notNull(),
  options: jsonb('options').$type<PlanningOptions>().notNull(),
  outcome: jsonb('outcome').$type<Outcome>(),
  failure: text('failure'),
  requestHash: text('request_hash').notNull(),
  planBy: timestampColumn('plan_by').notNull(),
  plannedAt: timestampColumn('planned_at'),
  plannedById: uuid('planned_by_id').notNull(),
  plannedByKind: text('planned_by_kind').$type<ActorKind>().notNull(),
  plannedByName: text('planned_by_name').notNull(),
  publishedAt: timestampColumn('published_at'),
  publishedById: uuid('published_by_id'),
  publishedByKind: text('published_by_kind').$type<ActorKind>(),
  publishedByName: text('published_by_name'),
  supersededAt: timestampColumn('superseded_at'),
  recordedAt: columns.recordedAt(),
});
export type ScheduleRow = typeof schedules.$inferSelect;
