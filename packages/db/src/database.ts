import { PgDialect } from 'drizzle-orm/pg-core';
import { drizzle, PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import { PostgresJsSession } from 'drizzle-orm/postgres-js/session';
import postgres from 'postgres';
import { isRetryable } from './errors.ts';

/** A transaction, fenced to one tenant. Passed along, never ambient. */
export type Tx =
  | PostgresJsDatabase<Record<string, never>>
  | PostgresJsTransaction<Record<string, never>, never>;

type Work<T> = (tx: Tx) => Promise<T>;

/** The tables of one subgraph. */
export interface Database {
  /** A read-only transaction that sees the rows of this tenant alone. */
  read<T>(tenantId: string, work: Work<T>): Promise<T>;
  /**
   * A transaction that sees and writes the rows of this tenant alone. The work runs again, at most three
   * times, when Postgres asks for it (deadlock, serialization failure): it must have no other effects.
   */
  write<T>(tenantId: string, work: Work<T>): Promise<T>;
  /** As `read`, with another setting than the tenant: sign-in looks a tenant up by its code. */
  readAs<T>(settings: Readonly<Record<string, string>>, work: Work<T>): Promise<T>;
  /** As `write`, with other settings. */
  writeAs<T>(settings: Readonly<Record<string, string>>, work: Work<T>): Promise<T>;
  /** Whether it answers. */
  ping(): Promise<void>;
  /** How many statements were sent, transaction control included. */
  readonly statements: number;
  /** The bare client: for the relay, for COPY, for LISTEN. Not fenced: a role of its own limits it. */
  readonly sql: postgres.Sql;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** At most this many connections. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name: string;
  /** A statement that runs longer is cancelled. */
  statementTimeoutMs?: number;
}

const WRITE_TRIES = 3;
const IDLE_IN_TRANSACTION_MS = 60_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Opens a pool to the tables of one subgraph. */
export function openDatabase(options: DatabaseOptions): Database {
  const sql = postgres(options.url, {
    max: options.max ?? 10,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: options.name,
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  // sets the client's parsers once, so that dates reach Drizzle as text
  drizzle(sql);
  return new PostgresDatabase(sql);
}

class PostgresDatabase implements Database {
  statements = 0;
  readonly sql: postgres.Sql;
  readonly #dialect = new PgDialect();

  constructor(sql: postgres.Sql) {
    this.sql = sql;
  }

  async read<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.readAs({ 'app.tenant_id': checkedTenant(tenantId) }, work);
  }

  async write<T>(tenantId: string, work: Work<T>): Promise<T> {
    return this.writeAs({ 'app.tenant_id': checkedTenant(tenantId) }, work);
  }

  readAs<T>(settings: Readonly<Record<string, string>>, work: Work<T>): Promise<T> {
    return this.#transaction('begin read only', settings, work);
  }

  async writeAs<T>(settings: Readonly<Record<string, string>>, work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#transaction('begin', settings, work);
      } catch (error) {
        if (attempt >= WRITE_TRIES || !isRetryable(error)) throw error;
      }
    }
  }

  async ping(): Promise<void> {
    await this.sql`select 1`;
  }

  close(): Promise<void> {
    return this.sql.end({ timeout: 5 });
  }

  async #transaction<T>(
    begin: string,
    settings: Readonly<Record<string, string>>,
    work: Work<T>,
  ): Promise<T> {
    const connection = await this.sql.reserve();
    try {
      // one round trip for both: the simple protocol takes several statements
      const set = Object.entries(settings).map(
        ([key, value]) => `set_config(${quote(key)}, ${quote(value)}, true)`,
      );
      this.statements += 2;
      await connection.unsafe(`${begin}; select ${set.join(', ')}`).simple();
      const result = await work(this.#fenced(connection));
      this.statements += 1;
      await connection.unsafe('commit').simple();
      return result;
    } catch (error) {
      this.statements += 1;
      await connection
        .unsafe('rollback')
        .simple()
        .catch(() => {});
      throw error;
    } finally {
      connection.release();
    }
  }

  /** Drizzle over the reserved connection; statements are prepared, three to four times faster. */
  #fenced(connection: postgres.ReservedSql): Tx {
    const unsafe = (text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) => {
      this.statements += 1;
      return connection.unsafe(text, parameters, { prepare: true, ...options });
    };
    const client = {
      unsafe,
      options: this.sql.options,
      savepoint: () => Promise.reject(new Error('no nested transactions: pass the transaction along')),
    } as unknown as postgres.Sql;
    const session = new PostgresJsSession(client, this.#dialect, undefined, {});
    return new PostgresJsDatabase(this.#dialect, session as never, undefined) as Tx;
  }
}

function checkedTenant(tenantId: string): string {
  if (!UUID.test(tenantId)) throw new Error('tenant id is not a UUID');
  return tenantId;
}

const quote = (text: string): string => {
  if (text.includes('\0')) throw new Error('a setting holds a zero byte');
  // doubled quotes suffice: standard_conforming_strings is on
  return `'${text.replaceAll("'", "''")}'`;
};
