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
/** How much goes at once when the disk is full. */
const FULL_SHARE = 0.25;

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
    this.#dropDownTo(this.#maxBytes, [LANES.telemetry, LANES.event]);
  }

  /**
   * The disk is full: gives up the reserve, so that the log can be written back, and drops a quarter of what the
   * file holds. Events go only when nothing else is left.
   */
  make(): void {
    this.#reserve.release();
    this.#file.emptyLog();
    const used = this.#file.usedBytes();
    const target = used * (1 - FULL_SHARE);
    if (!this.#dropDownTo(target, [LANES.telemetry])) this.#dropDownTo(target, [LANES.event]);
    this.#file.emptyLog();
  }

  /** Drops the oldest, lane by lane, until so much is in use. False when there was nothing to drop. */
  #dropDownTo(bytes: number, lanes: readonly Lane[]): boolean {
    let steps = 0;
    while (this.#file.usedBytes() > bytes && this.#dropStep(lanes)) steps++;
    return steps > 0;
  }

  #dropStep(lanes: readonly Lane[]): boolean {
    const gone = this.#file.transaction(() => {
      const sent = this.#file.sql('select position from sent order by position limit ?').all(SENT_STEP);
      for (const { position } of sent as { position: number }[]) deleteSent(this.#file, position);
      return sent.length > 0 ? [] : this.#deleteUnsent(lanes);
    });
    this.#dropped.push(...(gone ?? []));
    return gone !== null;
  }

  #deleteUnsent(lanes: readonly Lane[]): Dropped[] | null {
    for (const lane of lanes) {
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
