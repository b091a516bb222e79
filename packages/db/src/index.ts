export { columns, decimalColumn, timestampColumn } from './columns.ts';
export { type ClientOptions, openClient } from './connections.ts';
export { type Database, openDatabase, type Tx } from './database.ts';
export { compareDecimals, Decimal, isDecimal, sumDecimals } from './decimal.ts';
export { constraintOf, isRetryable } from './errors.ts';
export { newId } from './ids.ts';
export { insertMany } from './insert-many.ts';
export {
  type Connection,
  type Cursor,
  decodeCursor,
  encodeCursor,
  keyset,
  MAX_PAGE,
  type PageArgs,
  type PageRequest,
  pageOf,
  readPage,
} from './keyset.ts';
export { type MigrationTarget, migrate, prepareCluster, RELAY_ROLE, roleUrl, schemaName } from './migrate.ts';
export { newer, putNewer, type ReplicaTable } from './replica.ts';
export { anyOf } from './sql.ts';
