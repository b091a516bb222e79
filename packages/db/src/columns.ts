import { numeric, timestamp, uuid } from 'drizzle-orm/pg-core';

/** `numeric`, as a string in TypeScript. */
export const decimalColumn = (name: string) => numeric(name);

/** `timestamptz`, as a Date in TypeScript. */
export const timestampColumn = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** The columns that every table of an aggregate has. */
export const columns = {
  /** UUIDv7, made by the application. */
  id: () => uuid('id').primaryKey(),
  /** Fenced by row-level security: see `machshop.fence`. */
  tenantId: () => uuid('tenant_id').notNull(),
  /** When the server recorded the row. */
  recordedAt: () => timestampColumn('recorded_at').notNull(),
};
