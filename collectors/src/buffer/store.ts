import type { TelemetryEvent } from '@machshop/schema/events/telemetry.ts';
import type { BufferConfig } from '../config/schema.ts';
import { BufferFile, isDiskFull } from './file.ts';
import { Reserve } from './reserve.ts';
import { type Dropped, deleteSent, type Lane, Room } from './room.ts';

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

/**
 * The edge buffer: one SQLite file in WAL mode, locked by one process. All methods are synchronous; a method
 * that writes is one transaction.
 */
export class BufferStore {
  readonly #file: BufferFile;
  readonly #reserve: Reserve;
  readonly #room: Room;

  constructor(config: Pick<BufferConfig, 'path' | 'maxBytes' | 'synchronous' | 'reserveBytes'>) {
    this.#file = new BufferFile(config);
    this.#reserve = new Reserve(`${config.path}.reserve`, config.reserveBytes);
    this.#reserve.fill();
    this.#room = new Room(this.#file, this.#reserve, config.maxBytes);
  }

  /** The life of the file: made with it. */
  get id(): string {
    return this.#file.id;
  }

  /**
   * Writes all of it or nothing, then keeps the file within its bound by dropping what is oldest. Throws
   * {@link BufferFullError} when the disk takes nothing although room was made.
   */
  commit(commit: Commit): void {
    try {
      this.#write(commit);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      this.#writeIntoRoom(commit);
    }
    try {
      this.#room.keepBound();
    } catch (error) {
      // what was to be written is: the next commit tries again to keep the bound
      if (!isDiskFull(error)) throw error;
    }
  }

  #writeIntoRoom(commit: Commit): void {
    try {
      this.#room.make();
      this.#write(commit);
    } catch (error) {
      if (isDiskFull(error)) throw new BufferFullError((error as Error).message);
      throw error;
    }
  }

  /** What was dropped since the last call. */
  takeDropped(): Dropped[] {
    return this.#room.takeDropped();
  }

  #write({ batches, sequences, marks, sent, now }: Commit): void {
    const batch = this.#file.sql(
      'insert into batches (id, subject, source, lane, readings, created_at, payload) values (?, ?, ?, ?, ?, ?, ?)',
    );
    const unsent = this.#file.sql(
      'insert into unsent (lane, position, source, readings) values (?, ?, ?, ?)',
    );
    const sequence = this.#file.sql('insert or replace into sequences (subject, next) values (?, ?)');
    const mark = this.#file.sql('insert or replace into marks (source, key, value) values (?, ?, ?)');
    this.#file.transaction(() => {
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
    const gone = this.#file.sql('delete from unsent where position = ? and lane in (0, 1)').run(position);
    if (gone.changes > 0)
      this.#file.sql('insert or replace into sent (position, sent_at) values (?, ?)').run(position, now);
  }

  /** The oldest batches of a lane that are not sent, after this position up to and with another. */
  unsent(lane: Lane, after: number, upTo: number, limit: number): StoredBatch[] {
    const rows = this.#file
      .sql(
        `select b.position, b.id, b.subject, b.source, b.lane, b.readings, b.created_at as createdAt, b.payload
       from unsent u join batches b on b.position = u.position
       where u.lane = ? and u.position > ? and u.position <= ? order by u.position limit ?`,
      )
      .all(lane, after, Math.min(upTo, Number.MAX_SAFE_INTEGER), limit);
    return rows as unknown as StoredBatch[];
  }

  /** A batch that NATS will never take leaves the queue; it stays in the file and is counted. */
  refuse(position: number, reason: string, now: number): void {
    this.#file.transaction(() => {
      this.#file.sql('delete from unsent where position = ? and lane in (0, 1)').run(position);
      this.#file
        .sql('insert or replace into refused (position, reason, refused_at) values (?, ?, ?)')
        .run(position, reason, now);
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
    this.#file.transaction(() => {
      const { lastInsertRowid } = this.#file
        .sql('insert into rejected (source, received_at, origin, reason, payload) values (?, ?, ?, ?, ?)')
        .run(source, now, origin, reason, payload);
      this.#file.sql('delete from rejected where id <= ?').run(Number(lastInsertRowid) - keep);
    });
  }

  /** Removes batches that were sent before this time; at most `limit` of them. Returns how many. */
  deleteSentBefore(time: number, limit: number): number {
    return this.#file.transaction(() => {
      const rows = this.#file
        .sql('select position from sent where sent_at < ? order by sent_at limit ?')
        .all(time, limit);
      for (const { position } of rows as { position: number }[]) deleteSent(this.#file, position);
      return rows.length;
    });
  }

  /** Bytes of the file in use. */
  usedBytes(): number {
    return this.#file.usedBytes();
  }

  /** Takes the reserve again, where the disk has room for it. */
  refillReserve(): boolean {
    return this.#reserve.fill();
  }

  nextSequence(subject: string): number {
    const row = this.#file.sql('select next from sequences where subject = ?').get(subject) as
      | { next: number }
      | undefined;
    return row?.next ?? 1;
  }

  /** What a source kept, by key. */
  marks(source: string): Map<string, string> {
    const rows = this.#file.sql('select key, value from marks where source = ?').all(source);
    return new Map((rows as { key: string; value: string }[]).map(({ key, value }) => [key, value]));
  }

  /** The latest source time of each tag (`area/workCenter/equipment/tag`) in a source's newest batches. */
  recentTimes(source: string, batches: number): Map<string, string> {
    const newest = this.#file.sql(
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
    const row = this.#file.sql('select max(position) as position from batches').get() as {
      position: number | null;
    };
    return row.position ?? 0;
  }

  /** Readings waiting, by source. */
  depths(): Map<string, number> {
    const rows = this.#file.sql('select source, sum(readings) as readings from unsent group by source').all();
    return new Map((rows as { source: string; readings: number }[]).map((row) => [row.source, row.readings]));
  }

  /** When the oldest batch of a source that still waits was buffered. */
  oldestUnsentAt(source: string): number | null {
    const row = this.#file
      .sql(
        `select b.created_at as createdAt from unsent u join batches b on b.position = u.position
       where u.source = ? order by u.position limit 1`,
      )
      .get(source) as { createdAt: number } | undefined;
    return row?.createdAt ?? null;
  }

  counts(): { unsentBatches: number; refusedBatches: number; rejectedMessages: number } {
    const count = (table: string) =>
      (this.#file.sql(`select count(*) as n from ${table}`).get() as { n: number }).n;
    return {
      unsentBatches: count('unsent'),
      refusedBatches: count('refused'),
      rejectedMessages: count('rejected'),
    };
  }

  close(): void {
    this.#file.close();
  }
}
