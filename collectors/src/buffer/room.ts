import type { BufferFile } from './file.ts';
import type { Reserve } from './reserve.ts';

/** Telemetry and events, in the order in which a full buffer drops them. */
export const LANES = { telemetry: 0, event: 1 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

/** A batch that a full buffer dropped. */
export interface Dropped {
  readonly source: string;
  readonly subject: string;
  readonly lane: Lane;
  readonly readings: number;
}

/** What goes in one step: so many sent batches, or so many that are not sent. */
const SENT_STEP = 64;
const UNSENT_STEP = 4;
/** Steps at once when the disk is full. */
const ROOM_STEPS = 16;

/** Makes room in the buffer: batches that are sent go first, then the oldest telemetry, then the oldest events. */
export class Room {
  readonly #file: BufferFile;
  readonly #reserve: Reserve;
  readonly #maxBytes: number;
  readonly #dropped: Dropped[] = [];

  constructor(file: BufferFile, reserve: Reserve, maxBytes: number) {
    this.#file = file;
    this.#reserve = reserve;
    this.#maxBytes = maxBytes;
  }

  /** What was dropped since the last call. */
  takeDropped(): Dropped[] {
    return this.#dropped.splice(0);
  }

  /** Drops until the file is within its bound. */
  keepBound(): void {
    while (this.#file.usedBytes() > this.#maxBytes && this.#dropOldest()) {
      // one step a turn
    }
  }

  /** The disk is full: gives up the reserve, so that the log can be written back, and drops the oldest. */
  make(): void {
    this.#reserve.release();
    this.#file.emptyLog();
    for (let turn = 0; turn < ROOM_STEPS && this.#dropOldest(); turn++) {
      // one step a turn
    }
    this.#file.emptyLog();
  }

  /** False when nothing is left. */
  #dropOldest(): boolean {
    const gone = this.#file.transaction(() => {
      const sent = this.#file.sql('select position from sent order by position limit ?').all(SENT_STEP);
      for (const { position } of sent as { position: number }[]) deleteSent(this.#file, position);
      return sent.length > 0 ? [] : this.#deleteUnsent();
    });
    this.#dropped.push(...(gone ?? []));
    return gone !== null;
  }

  #deleteUnsent(): Dropped[] | null {
    for (const lane of [LANES.telemetry, LANES.event]) {
      const oldest = this.#file
        .sql(
          `select b.position, b.source, b.subject, b.readings from unsent u join batches b on b.position = u.position
           where u.lane = ? order by u.position limit ?`,
        )
        .all(lane, UNSENT_STEP) as { position: number; source: string; subject: string; readings: number }[];
      for (const { position } of oldest) {
        this.#file.sql('delete from unsent where lane = ? and position = ?').run(lane, position);
        this.#file.sql('delete from batches where position = ?').run(position);
      }
      if (oldest.length > 0) return oldest.map(({ position: _, ...dropped }) => ({ ...dropped, lane }));
    }
    return null;
  }
}

/** Removes a batch that was sent. */
export function deleteSent(file: BufferFile, position: number): void {
  file.sql('delete from sent where position = ?').run(position);
  file.sql('delete from batches where position = ?').run(position);
}
