import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './database.ts';

/** A table of what another domain said: `asOf` is the time of the event that a row comes from. */
export type ReplicaTable = PgTable & { readonly id: PgColumn; readonly asOf: PgColumn };

/**
 * That a row that is put is from no older event than the one that is there. Events of one thing come in order, but
 * those of different kinds may overtake each other, and so may one that is tried again.
 */
export const newer = (table: { readonly asOf: PgColumn }): SQL => sql`excluded.as_of >= ${table.asOf}`;

/**
 * Puts a row into a replica, unless what is known of the same id is from a later event.
 * @param changes what of a row that is there already is replaced, where that is not all of it
 * @returns whether it was put
 */
export async function putNewer<T extends ReplicaTable>(
  tx: Tx,
  table: T,
  row: T['$inferInsert'],
  changes: Partial<T['$inferInsert']> = row,
): Promise<boolean> {
  const replica: ReplicaTable = table;
  const put = await tx
    .insert(replica)
    .values(row)
    .onConflictDoUpdate({ target: replica.id, set: changes, setWhere: newer(replica) })
    .returning({ id: replica.id });
  return put.length > 0;
}
