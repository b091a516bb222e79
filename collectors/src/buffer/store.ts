import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { TelemetryEvent } from '@machshop/schema/events/telemetry.ts';
import { v7 } from 'uuid';
import type { BufferConfig } from '../config/schema.ts';
import { Reserve } from './reserve.ts';
import { BUFFER_TABLES, BUFFER_VERSION } from './tables.ts';

/** Telemetry and events, in the order in which a full buffer drops them. */
export const LANES = { telemetry: 0, event: 1 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/** A batch to be written. */
export interface NewBatch {
  readonly id: string;
  readonly subject: string;
  readonly source: string;
  readonly lane: Lane;
  readonly readings: number;
  readonly createdAt: number;
  readonly payload: string;
}

/** A batch of the buffer; `position` counts batches in the order in which they were written. */
export interface StoredBatch extends NewBatch {
  readonly position: number;
}

/** What a full buffer dropped, by source and subject. */
export interface Dropped {
  readonly source: string;
  readonly subject: string;
  readonly lane: Lane;
  readonly readings: number;
}

/** What a source keeps with its readings: how far it is, what it has seen. A key's last value counts. */
export interface Mark {
  readonly source: string;
  readonly key: string;
  readonly value: string;
}

/** What the next commit writes. */
export interface Commit {
  readonly batches: readonly NewBatch[];
  /** The next sequence number of each subject of the batches. */
  readonly sequences: ReadonlyMap<string, number>;
  readonly marks: readonly Mark[];
  readonly sent: readonly number[];
  readonly now: number;
}

/** The file cannot take the commit: the disk is full or failing. Nothing of the commit was written. */
export class BufferFullError extends Error {
  override readonly name = 'BufferFullError';
}

const SQLITE_IOERR = 10;
const SQLITE_FULL = 13;
const DELETE_CHUNK = 64;
/** How much goes at once when the disk is full: up to this many times {@link DELETE_CHUNK} sent or four unsent batches. */
const ROOM_STEPS = 16;

const isFull = (error: unknown): boolean => {
  const code = (error as { errcode?: number }).errcode;
  return code !== undefined && [SQLITE_IOERR, SQLITE_FULL].includes(code & 0xff);
};

/**
 * The edge buffer: one SQLite file in WAL mode, locked by one process. All methods are synchronous; a method
 * that writes is one transaction.
 */
export class BufferStore {
  /** The life of this file: made with it. */
  readonly id: string;
  readonly #db: DatabaseSync;
  readonly #maxBytes: number;
  readonly #reserve: Reserve;
  readonly #statements = new Map<string, StatementSync>();
  readonly #dropped: Dropped[] = [];

  constructor(config: Pick<BufferConfig, 'path' | 'maxBytes' | 'synchronous' | 'reserveBytes'>) {
    mkdirSync(dirname(config.path), { recursive: true });
    this.#db = new DatabaseSync(config.path, { timeout: 2000 });
    this.#maxBytes = config.maxBytes;
    this.#db.exec(`
      pragma locking_mode = exclusive;
      pragma journal_mode = wal;
      pragma synchronous = ${config.synchronous};
      pragma journal_size_limit = 4194304;
      pragma temp_store = memory;
    `);
    const { user_version: version } = this.#sql('pragma user_version').get() as { user_version: number };
    if (version !== 0 && version !== BUFFER_VERSION) {
      throw new Error(
        `${config.path} is a buffer of version ${version}; this agent reads version ${BUFFER_VERSION}`,
      );
    }
    if (version === 0) this.#create();
    this.id = (this.#sql(`select value from meta where key = 'buffer'`).get() as { value: string }).value;
    this.#reserve = new Reserve(`${config.path}.reserve`, config.reserveBytes);
    this.#reserve.fill();
  }

  #create(): void {
    this.#transaction(() => {
      this.#db.exec(`${BUFFER_TABLES}; pragma user_version = ${BUFFER_VERSION};`);
      this.#sql(`insert into meta (key, value) values ('buffer', ?)`).run(v7());
    });
  }

  #sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  #transaction<T>(work: () => T): T {
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

  /**
   * Writes all of it or nothing, then keeps the file within its bound by dropping what is oldest. Throws
   * {@link BufferFullError} when the disk takes nothing although room was made.
   */
  commit(commit: Commit): void {
    try {
      try {
        this.#write(commit);
      } catch (error) {
        if (!isFull(error)) throw error;
        this.#makeRoom();
        this.#write(commit);
      }
      this.#keepWithinBound();
    } catch (error) {
      if (isFull(error)) throw new BufferFullError((error as Error).message);
      throw error;
    }
  }

  /** What was dropped since the last call. */
  takeDropped(): Dropped[] {
    return this.#dropped.splice(0);
  }

  #write({ batches, sequences, marks, sent, now }: Commit): void {
    const batch = this.#sql(
      'insert into batches (id, subject, source, lane, readings, created_at, payload) values (?, ?, ?, ?, ?, ?, ?)',
    );
    const unsent = this.#sql('insert into unsent (lane, position, source, readings) values (?, ?, ?, ?)');
    const sequence = this.#sql('insert or replace into sequences (subject, next) values (?, ?)');
    const mark = this.#sql('insert or replace into marks (source, key, value) values (?, ?, ?)');
    this.#transaction(() => {
      for (const one of batches) {
        const { lastInsertRowid } = batch.run(
          one.id,
          one.subject,
          one.source,
          one.lane,
          one.readings,
          one.createdAt,
          one.payload,
        );
        unsent.run(one.lane, lastInsertRowid, one.source, one.readings);
      }
      for (const [subject, next] of sequences) sequence.run(subject, next);
      for (const { source, key, value } of marks) mark.run(source, key, value);
      for (const position of sent) this.#moveToSent(position, now);
    });
  }

  #moveToSent(position: number, now: number): void {
    const gone = this.#sql('delete from unsent where position = ? and lane in (0, 1)').run(position);
    if (gone.changes > 0)
      this.#sql('insert or replace into sent (position, sent_at) values (?, ?)').run(position, now);
  }

  /** The oldest batches of a lane that are not sent, after this position up to and with another. */
  unsent(lane: Lane, after: number, upTo: number, limit: number): StoredBatch[] {
    const rows = this.#sql(
      `select b.position, b.id, b.subject, b.source, b.lane, b.readings, b.created_at as createdAt, b.payload
       from unsent u join batches b on b.position = u.position
       where u.lane = ? and u.position > ? and u.position <= ? order by u.position limit ?`,
    ).all(lane, after, Math.min(upTo, Number.MAX_SAFE_INTEGER), limit);
    return rows as unknown as StoredBatch[];
  }

  /** A batch that NATS will never take leaves the queue; it stays in the file and is counted. */
  refuse(position: number, reason: string, now: number): void {
    this.#transaction(() => {
      this.#sql('delete from unsent where position = ? and lane in (0, 1)').run(position);
      this.#sql('insert or replace into refused (position, reason, refused_at) values (?, ?, ?)').run(
        position,
        reason,
        now,
      );
    });
  }

  /** Keeps a message that could not be decoded, the newest `keep` of them. */
  reject(
    source: string,
    origin: string,
    reason: string,
    payload: Uint8Array,
    now: number,
    keep: number,
  ): void {
    this.#transaction(() => {
      const { lastInsertRowid } = this.#sql(
        'insert into rejected (source, received_at, origin, reason, payload) values (?, ?, ?, ?, ?)',
      ).run(source, now, origin, reason, payload);
      this.#sql('delete from rejected where id <= ?').run(Number(lastInsertRowid) - keep);
    });
  }

  /** Removes batches that were sent before this time; at most `limit` of them. Returns how many. */
  deleteSentBefore(time: number, limit: number): number {
    return this.#transaction(() => {
      const rows = this.#sql('select position from sent where sent_at < ? order by sent_at limit ?').all(
        time,
        limit,
      );
      for (const { position } of rows as { position: number }[]) this.#deleteSent(position);
      return rows.length;
    });
  }

  #deleteSent(position: number): void {
    this.#sql('delete from sent where position = ?').run(position);
    this.#sql('delete from batches where position = ?').run(position);
  }

  /** Bytes of the file in use. */
  usedBytes(): number {
    const pragma = (name: string) =>
      Object.values(this.#sql(`pragma ${name}`).get() as Record<string, number>)[0] ?? 0;
    return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  }

  #keepWithinBound(): void {
    while (this.usedBytes() > this.#maxBytes && this.#dropOldest()) {
      // one step a turn
    }
  }

  /** Sent batches first, then the oldest telemetry, then the oldest events. False when nothing is left. */
  #dropOldest(): boolean {
    const gone = this.#transaction(() => {
      const sent = this.#sql('select position from sent order by position limit ?').all(DELETE_CHUNK);
      for (const { position } of sent as { position: number }[]) this.#deleteSent(position);
      return sent.length > 0 ? [] : this.#deleteOldestUnsent();
    });
    this.#dropped.push(...(gone ?? []));
    return gone !== null;
  }

  #deleteOldestUnsent(): Dropped[] | null {
    for (const lane of [LANES.telemetry, LANES.event]) {
      const oldest = this.unsent(lane, 0, Number.MAX_SAFE_INTEGER, 4);
      for (const { position } of oldest) {
        this.#sql('delete from unsent where lane = ? and position = ?').run(lane, position);
        this.#sql('delete from batches where position = ?').run(position);
      }
      if (oldest.length > 0)
        return oldest.map(({ source, subject, readings }) => ({ source, subject, lane, readings }));
    }
    return null;
  }

  /** The disk is full: give up the reserve, so that the log can be written back, and drop the oldest. */
  #makeRoom(): void {
    this.#reserve.release();
    this.#db.exec('pragma wal_checkpoint(truncate)');
    for (let turn = 0; turn < ROOM_STEPS && this.#dropOldest(); turn++) {
      // one step a turn
    }
    this.#db.exec('pragma wal_checkpoint(truncate)');
  }

  /** Takes the reserve again, where the disk has room for it. */
  refillReserve(): boolean {
    return this.#reserve.fill();
  }

  nextSequence(subject: string): number {
    const row = this.#sql('select next from sequences where subject = ?').get(subject) as
      | { next: number }
      | undefined;
    return row?.next ?? 1;
  }

  /** What a source kept, by key. */
  marks(source: string): Map<string, string> {
    const rows = this.#sql('select key, value from marks where source = ?').all(source);
    return new Map((rows as { key: string; value: string }[]).map(({ key, value }) => [key, value]));
  }

  /** The latest source time of each tag (`area/workCenter/equipment/tag`) in a source's newest batches. */
  recentTimes(source: string, batches: number): Map<string, string> {
    const newest = this.#sql(
      'select payload from batches where position > ? and source = ? order by position',
    );
    const times = new Map<string, string>();
    for (const row of newest.iterate(this.lastPosition() - batches, source)) {
      const { data } = JSON.parse((row as { payload: string }).payload) as TelemetryEvent;
      for (const { tag, sourceTime } of data.readings) {
        times.set(`${data.area}/${data.workCenter}/${data.equipment}/${tag}`, sourceTime);
      }
    }
    return times;
  }

  /** The position of the newest batch of the file; 0 when it has none. */
  lastPosition(): number {
    const row = this.#sql('select max(position) as position from batches').get() as {
      position: number | null;
    };
    return row.position ?? 0;
  }

  /** Readings waiting, by source. */
  depths(): Map<string, number> {
    const rows = this.#sql('select source, sum(readings) as readings from unsent group by source').all();
    return new Map((rows as { source: string; readings: number }[]).map((row) => [row.source, row.readings]));
  }

  /** When the oldest batch of a source that still waits was buffered. */
  oldestUnsentAt(source: string): number | null {
    const row = this.#sql(
      `select b.created_at as createdAt from unsent u join batches b on b.position = u.position
       where u.source = ? order by u.position limit 1`,
    ).get(source) as { createdAt: number } | undefined;
    return row?.createdAt ?? null;
  }

  counts(): { unsentBatches: number; refusedBatches: number; rejectedMessages: number } {
    const count = (table: string) =>
      (this.#sql(`select count(*) as n from ${table}`).get() as { n: number }).n;
    return {
      unsentBatches: count('unsent'),
      refusedBatches: count('refused'),
      rejectedMessages: count('rejected'),
    };
  }

  close(): void {
    this.#db.close();
  }
}
