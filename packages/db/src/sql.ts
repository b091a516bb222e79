import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * `column = any($1)`: one parameter and so one prepared statement, however many values there are.
 * Use it in place of `inArray`, which makes a new statement text for every length. What is no UUID is in no
 * `uuid` column: such ids, which clients send now and then, find nothing.
 */
export function anyOf(column: AnyColumn, values: readonly string[]): SQL {
  const type = column.getSQLType();
  const found = type === 'uuid' ? values.filter((value) => UUID.test(value)) : values;
  return sql`${column} = any(${sql.param(found)}::${sql.raw(type)}[])`;
}
