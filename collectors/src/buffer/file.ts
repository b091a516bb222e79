import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { v7 } from 'uuid';
import type { BufferConfig } from '../config/schema.ts';
import { BUFFER_TABLES, BUFFER_VERSION } from './tables.ts';

const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const BUSY_MS = 2000;

/** True when SQLite says that the disk takes nothing. */
export const isDiskFull = (error: unknown): boolean => {
  const code = (error as { errcode?: number }).errcode;
  return code !== undefined && [SQLITE_IOERR, SQLITE_FULL].includes(code & 0xff);
};

/** The buffer's SQLite file in WAL mode, locked by this process: statements by their text, and transactions. */
export class BufferFile {
  /** The life of this file: made with it. */
  readonly id: string;
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(config: Pick<BufferConfig, 'path' | 'synchronous'>) {
    mkdirSync(dirname(config.path), { recursive: true });
    this.#db = new DatabaseSync(config.path, { timeout: BUSY_MS });
    this.#db.exec(`
      pragma locking_mode = exclusive;
      pragma journal_mode = wal;
      pragma synchronous = ${config.synchronous};
      pragma journal_size_limit = 4194304;
      pragma temp_store = memory;
    `);
    const { user_version: version } = this.sql('pragma user_version').get() as { user_version: number };
    if (version !== 0 && version !== BUFFER_VERSION) {
      throw new Error(
        `${config.path} is a buffer of version ${version}; this agent reads version ${BUFFER_VERSION}`,
      );
    }
    if (version === 0) this.#create();
    this.id = (this.sql(`select value from meta where key = 'buffer'`).get() as { value: string }).value;
  }

  #create(): void {
    this.transaction(() => {
      this.#db.exec(`${BUFFER_TABLES}; pragma user_version = ${BUFFER_VERSION};`);
      this.sql(`insert into meta (key, value) values ('buffer', ?)`).run(v7());
    });
  }

  /** The statement of this text, prepared once. */
  sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  transaction<T>(work: () => T): T {
    this.#db.exec('begin immediate');
    try {
      const result = work();
      this.#db.exec('commit');
      return result;
    } catch (error) {
      // a full disk may have rolled back already
      if (this.#db.isTransaction) this.#db.exec('rollback');
      throw error;
    }
  }

  /** Writes the log back into the file and empties it. */
  emptyLog(): void {
    this.#db.exec('pragma wal_checkpoint(truncate)');
  }

  /** Bytes of the file in use. */
  usedBytes(): number {
    const pragma = (name: string) =>
      Object.values(this.sql(`pragma ${name}`).get() as Record<string, number>)[0] ?? 0;
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  }

  close(): void {
    this.#db.close();
  }
}
