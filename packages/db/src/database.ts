import { PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsDatabase, type PostgresJsTransaction } from 'drizzle-orm/postgres-js';
import { PostgresJsSession } from 'drizzle-orm/postgres-js/session';
import type postgres from 'postgres';
import { type Connection, type ConnectionOptions, Connections, openClient } from './connections.ts';
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
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Opens a pool to the tables of one subgraph. */
export function openDatabase(options: DatabaseOptions): Database {
  return new PostgresDatabase({
    url: options.url,
    name: options.name,
    max: options.max ?? 10,
    statementTimeoutMs: options.statementTimeoutMs ?? 30_000,
  });
}

class PostgresDatabase implements Database {
  statements = 0;
  readonly #options: ConnectionOptions;
  readonly #connections: Connections;
  readonly #dialect = new PgDialect();
  #sql: postgres.Sql | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#connections = new Connections(options);
  }

  get sql(): postgres.Sql {
    this.#sql ??= openClient(this.#options);
    return this.#sql;
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

  ping(): Promise<void> {
    return this.#connections.use(async (connection) => {
      await connection.send('select 1');
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#connections.close(), this.#sql?.end({ timeout: 5 })]);
  }

  #transaction<T>(begin: string, settings: Readonly<Record<string, string>>, work: Work<T>): Promise<T> {
    // one round trip for both: the simple protocol takes several statements
    const set = Object.entries(settings).map(
      ([key, value]) => `set_config(${quote(key)}, ${quote(value)}, true)`,
    );
    return this.#connections.use(async (connection) => {
      this.statements += 2;
      // not waited for: the first statement goes with it, and fails with it
      const begun = beginning(connection, `${begin}; select ${set.join(', ')}`);
      try {
        const result = await work(this.#fenced(connection));
        const failure = await begun;
        if (failure) throw failure;
        this.statements += 1;
        await connection.send('commit').simple();
        return result;
      } catch (error) {
        this.statements += 1;
        await rollback(connection);
        throw (await begun) ?? error;
      }
    });
  }

  /** Drizzle over the transaction's connection; statements are prepared, three to four times faster. */
  #fenced(connection: Connection): Tx {
    const unsafe = (text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) => {
      this.statements += 1;
      // Drizzle asks for none to be prepared
      return connection.send(text, parameters, { ...options, prepare: connection.prepares(text) });
    };
    const client = {
      unsafe,
      options: connection.options,
      savepoint: () => Promise.reject(new Error('no nested transactions: pass the transaction along')),
    } as unknown as postgres.Sql;
    const session = new PostgresJsSession(client, this.#dialect, undefined, {});
    return new PostgresJsDatabase(this.#dialect, session as never, undefined) as Tx;
  }
}

/** Begins a transaction; resolves to what went wrong, if anything. */
async function beginning(connection: Connection, statement: string): Promise<unknown> {
  try {
    await connection.send(statement).simple();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A connection that cannot say so is ended: the server rolls back what it held. */
async function rollback(connection: Connection): Promise<void> {
  try {
    await connection.send('rollback').simple();
  } catch {
    await connection.end();
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
