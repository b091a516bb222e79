import type { RoleCode } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { boolean, customType, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const apiClients = pgSchema('auth').table('api_clients', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  name: text('name').notNull(),
  roles: text('roles').array().$type<RoleCode[]>().notNull(),
  siteIds: uuid('site_ids').array().notNull(),
  secretHash: bytea('secret_hash').notNull(),
  secretExpiresAt: timestampColumn('secret_expires_at').notNull(),
  active: boolean('active').notNull(),
  lastLoginAt: timestampColumn('last_login_at'),
  recordedAt: columns.recordedAt(),
});
export type ApiClientRow = typeof apiClients.$inferSelect;
