import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { CostRateKind } from './cost.ts';

const schema = pgSchema('work_orders');

export const costRates = schema.table('cost_rates', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  kind: text('kind').$type<CostRateKind>().notNull(),
  code: text('code').notNull(),
  ratePerHour: decimalColumn('rate_per_hour').notNull(),
  effectiveFrom: timestampColumn('effective_from').notNull(),
  actorId: uuid('actor_id').notNull(),
  actorKind: text('actor_kind').$type<ActorKind>().notNull(),
  recordedAt: columns.recordedAt(),
});
export type CostRateRow = typeof costRates.$inferSelect;

export const costSettings = schema.table('cost_settings', {
  tenantId: uuid('tenant_id').primaryKey(),
  currency: text('currency').notNull(),
  recordedAt: columns.recordedAt(),
});
