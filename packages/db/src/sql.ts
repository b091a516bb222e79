import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * `column = any($1)`: one parameter and so one prepared statement, however many values there are.
 * Use it in place of `inArray`, which makes a new statement text for every length.
 */
export const anyOf = (column: AnyColumn, values: readonly string[]): SQL =>
  sql`${column} = any(${sql.param(values)}::${sql.raw(column.getSQLType())}[])`;
