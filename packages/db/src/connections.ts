import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { arrayTypes } from './array-types.ts';

/** How one connection is opened. */
export interface ClientOptions {
  readonly url: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** A statement that runs longer is cancelled. */
  readonly statementTimeoutMs: number;
}

/** How connections are opened. */
export interface ConnectionOptions extends ClientOptions {
  /** At most this many. */
  readonly max: number;
}

const IDLE_IN_TRANSACTION_MS = 60_000;
/** An idle connection is ended after so long, and one in use when it is given back after so long. */
const IDLE_MS = 60_000;
const LIFETIME_MS = 30 * 60_000;
const CONNECT_TIMEOUT_S = 10;
/** So many wait for a connection, at most. */
const MAX_WAITING = 10_000;
const END_TIMEOUT_S = 5;
/** Before a lost connection is opened again, for the statements that still wait: they belong to its transaction. */
const NEVER_S = 2_000_000;
const MOST_PREPARED = 500;
/** In characters: a statement of many rows is hardly ever sent again with as many. */
const LONGEST_PREPARED = 8_000;

/**
 * The driver with one connection, which can be thrown away with whatever it holds: one that is lost at a bad moment
 * never serves again. One that `reopens: false` keeps statements which still wait at its loss from another connection.
 */
export function openClient(
  options: ClientOptions,
  loss: { onLost?(): void; reopens?: boolean } = {},
): postgres.Sql {
  const sql = postgres(options.url, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: CONNECT_TIMEOUT_S,
    onnotice: () => {},
    fetch_types: false,
    types: arrayTypes,
    ...(loss.onLost ? { onclose: loss.onLost } : {}),
    ...(loss.reopens === false ? { backoff: () => NEVER_S } : {}),
    connection: {
      application_name: options.name,
      statement_timeout: options.statementTimeoutMs,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    },
  });
  // sets the client's parsers, so that dates reach Drizzle as text
  drizzle(sql);
  return sql;
}

/** One connection. It is never opened anew: what is sent after its loss would run outside of its transaction. */
export class Connection {
  readonly #sql: postgres.Sql;
  readonly #openedAt = performance.now();
  readonly #prepared = new Set<string>();
  #lost: Error | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(options: ConnectionOptions, onEnd: (connection: Connection) => void) {
    const onLost = () => {
      this.#lost ??= connectionError('CONNECTION_CLOSED', 'the connection to the database was lost');
      onEnd(this);
    };
    this.#sql = openClient(options, { onLost, reopens: false });
  }

  get options(): postgres.Sql['options'] {
    return this.#sql.options;
  }

  get usable(): boolean {
    return this.#lost === undefined && performance.now() - this.#openedAt < LIFETIME_MS;
  }

  /** Whether a statement is prepared, which the server keeps for as long as the connection: so many, and no giants. */
  prepares(text: string): boolean {
    if (this.#prepared.has(text)) return true;
    if (text.length > LONGEST_PREPARED || this.#prepared.size >= MOST_PREPARED) return false;
    this.#prepared.add(text);
    return true;
  }

  /**
   * Sends a statement.
   * @throws Error with code CONNECTION_CLOSED when the connection was lost before: the driver would open another
   */
  send(text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) {
    if (this.#lost) throw this.#lost;
    return this.#sql.unsafe(text, parameters, options);
  }

  /** Nothing is under way: it ends itself when nobody takes it for long. */
  rest(): void {
    this.#idle = setTimeout(() => this.end(), IDLE_MS);
    this.#idle.unref();
  }

  wake(): void {
    clearTimeout(this.#idle);
  }

  end(): Promise<void> {
    clearTimeout(this.#idle);
    const lost = this.#lost !== undefined;
    this.#lost ??= connectionError('CONNECTION_ENDED', 'the connection to the database was ended');
    return this.#sql.end({ timeout: lost ? 0 : END_TIMEOUT_S }).catch(() => {});
  }
}

type Waiting = { resolve(connection: Connection): void; reject(error: Error): void };

/**
 * Connections for one transaction each, at most so many at a time. The driver's own pool is not used: a
 * connection that it loses with a statement still to be written stays in it, and never answers again; and a
 * statement to a reserved connection that was lost ends the process.
 */
export class Connections {
  readonly #options: ConnectionOptions;
  readonly #idle: Connection[] = [];
  readonly #waiting: Waiting[] = [];
  readonly #all = new Set<Connection>();
  #inUse = 0;
  #closed: (() => void) | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  /** Runs the work with a connection of its own. */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await work(connection);
    } finally {
      this.#give(connection);
    }
  }

  /** Takes no more work, waits a moment for what is at work, and ends all. */
  async close(): Promise<void> {
    const done = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    for (const { reject } of this.#waiting.splice(0)) reject(ended());
    if (this.#inUse > 0) await Promise.race([done, sleep(END_TIMEOUT_S * 1_000)]);
    await Promise.all([...this.#all].map((connection) => connection.end()));
  }

  #take(): Promise<Connection> | Connection {
    if (this.#closed) throw ended();
    const idle = this.#idle.pop();
    if (idle) {
      idle.wake();
      this.#inUse += 1;
      return idle;
    }
    if (this.#inUse < this.#options.max) {
      this.#inUse += 1;
      return this.#open();
    }
    if (this.#waiting.length >= MAX_WAITING)
      throw connectionError('53300', `${MAX_WAITING} transactions wait for a connection already`);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  #give(connection: Connection): void {
    const next = connection.usable ? connection : undefined;
    if (!next) void connection.end();
    const waiting = this.#waiting.shift();
    if (waiting) {
      waiting.resolve(next ?? this.#open());
      return;
    }
    this.#inUse -= 1;
    if (next && !this.#closed) {
      this.#idle.push(next);
      next.rest();
    }
    if (this.#inUse === 0) this.#closed?.();
  }

  #open(): Connection {
    const connection = new Connection(this.#options, (gone) => {
      this.#all.delete(gone);
      const at = this.#idle.indexOf(gone);
      if (at >= 0) this.#idle.splice(at, 1);
      // the driver's pool of one would open another for what it still holds
      void gone.end();
    });
    this.#all.add(connection);
    return connection;
  }
}

/** An error as the driver makes them for connections: its code says that the database was not there. */
function connectionError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

const ended = () => connectionError('CONNECTION_ENDED', 'the database was closed');

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
