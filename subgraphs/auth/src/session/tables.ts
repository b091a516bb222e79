import { columns, timestampColumn } from '@machshop/db';
import { customType, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('auth');
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export type SessionEndReason = 'LOGGED_OUT' | 'REUSE_DETECTED' | 'PASSWORD_CHANGED' | 'USER_DEACTIVATED';

export const sessions = schema.table('sessions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  userId: uuid('user_id').notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  lastUsedAt: timestampColumn('last_used_at').notNull(),
  expiresAt: timestampColumn('expires_at').notNull(),
  endedAt: timestampColumn('ended_at'),
  endReason: text('end_reason').$type<SessionEndReason>(),
  clientAddress: text('client_address'),
});
export type SessionRow = typeof sessions.$inferSelect;

export const refreshTokens = schema.table(
  'refresh_tokens',
  {
    sessionId: uuid('session_id').notNull(),
    generation: integer('generation').notNull(),
    tenantId: columns.tenantId(),
    secretHash: bytea('secret_hash').notNull(),
    issuedAt: timestampColumn('issued_at').notNull(),
    expiresAt: timestampColumn('expires_at').notNull(),
    usedAt: timestampColumn('used_at'),
    usedFrom: text('used_from'),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.generation] })],
);
export type RefreshTokenRow = typeof refreshTokens.$inferSelect;

const throttle = {
  failures: integer('failures').notNull(),
  lastFailedAt: timestampColumn('last_failed_at').notNull(),
  lockedUntil: timestampColumn('locked_until'),
};

export const loginThrottles = schema.table(
  'login_throttles',
  { tenantId: columns.tenantId(), usernameKey: text('username_key').notNull(), ...throttle },
  (table) => [primaryKey({ columns: [table.tenantId, table.usernameKey] })],
);
export type LoginThrottleRow = typeof loginThrottles.$inferSelect;

export const addressThrottles = schema.table('address_throttles', {
  address: text('address').primaryKey(),
  ...throttle,
});
