import type { RoleCode } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { PasswordChange } from './user.ts';

export const users = pgSchema('auth').table('users', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  username: text('username').notNull(),
  displayName: text('display_name').notNull(),
  email: text('email'),
  roles: text('roles').array().$type<RoleCode[]>().notNull(),
  siteIds: uuid('site_ids').array().notNull(),
  passwordHash: text('password_hash').notNull(),
  passwordChange: text('password_change').$type<PasswordChange>().notNull(),
  passwordChangedAt: timestampColumn('password_changed_at').notNull(),
  active: boolean('active').notNull(),
  lastLoginAt: timestampColumn('last_login_at'),
  recordedAt: columns.recordedAt(),
});
export type UserRow = typeof users.$inferSelect;
