import type { EquipmentAddress } from '@machshop/schema/events/telemetry.ts';
import { v7 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { EquipmentPath, Reading, ReadingKind } from '../reading.ts';
import { type BatchHeader, batchSubject, encodeBatch, encodeReading } from './encode.ts';
import { type Dropped, LANES } from './room.ts';
import { BufferFullError, type BufferStore, type Mark, type NewBatch } from './store.ts';

/** How the writer groups readings. */
export interface WriterOptions {
  readonly collector: string;
  readonly tenant: string;
  readonly site: string;
  readonly commitIntervalMs: number;
  readonly maxBatchReadings: number;
  readonly maxPendingReadings: number;
}

/** What the writer tells of its work. */
export interface WriterEvents {
  committed?(batches: readonly NewBatch[], seconds: number): void;
  dropped?(dropped: readonly Dropped[], reason: 'buffer-full' | 'memory-full'): void;
  /** True when the disk takes nothing, false when it does again. */
  full?(full: boolean, reason: string): void;
  failed?(error: unknown): void;
}

/** Readings of one source, equipment and kind. */
export interface WriteRequest {
  readonly source: string;
  readonly at: EquipmentPath;
  readonly kind: ReadingKind;
  readonly reading: Reading;
}

interface Chunk {
  readonly source: string;
  readonly at: EquipmentAddress;
  readonly subject: string;
  readonly kind: ReadingKind;
  readonly encoded: string[];
  bytes: number;
}

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A message stays well below the megabyte that NATS takes by default. */
const MAX_BATCH_BYTES = 256 * 1024;
/** How long a caller that asked for haste waits for others to join its commit. */
const URGENT_MS = 4;
const RETRY_MS = 1000;

/**
 * Collects readings and writes them together: one transaction (and one fsync) for all that came within the
 * commit interval. A batch gets its id here, in the same transaction as its readings.
 */
export class BufferWriter {
  readonly #store: BufferStore;
  readonly #options: WriterOptions;
  readonly #clock: Clock;
  readonly #events: WriterEvents;
  readonly #chunks: Chunk[] = [];
  readonly #open = new Map<string, Chunk>();
  #marks: Mark[] = [];
  readonly #sequences = new Map<string, number>();
  #sent: number[] = [];
  #waiters: Waiter[] = [];
  #pending = 0;
  #timer: NodeJS.Timeout | null = null;
  #timerAt = Number.POSITIVE_INFINITY;
  #full = false;
  #closed = false;

  constructor(store: BufferStore, options: WriterOptions, clock: Clock, events: WriterEvents = {}) {
    this.#store = store;
    this.#options = options;
    this.#clock = clock;
    this.#events = events;
  }

  /** Readings in memory that the disk does not have yet. */
  get pendingReadings(): number {
    return this.#pending;
  }

  get full(): boolean {
    return this.#full;
  }

  /**
   * Takes readings; resolves when they, and the marks that come with them, are on disk. `urgent` commits within a
   * few milliseconds, for a sender that waits for its acknowledgement. Rejects once the writer is closed; nobody has to
   * listen to that.
   */
  add(
    requests: readonly WriteRequest[],
    more: { marks?: readonly Mark[]; urgent?: boolean } = {},
  ): Promise<void> {
    if (this.#closed) return unheard(Promise.reject(new Error('the buffer is closed')));
    for (const request of requests) this.#append(request);
    if (more.marks) this.#marks.push(...more.marks);
    this.#keepMemoryBound();
    const written = unheard(new Promise<void>((resolve, reject) => this.#waiters.push({ resolve, reject })));
    this.#schedule(
      more.urgent ? Math.min(URGENT_MS, this.#options.commitIntervalMs) : this.#options.commitIntervalMs,
    );
    return written;
  }

  /** Notes that a batch is in the stream; written with the next commit. */
  markSent(position: number): void {
    this.#sent.push(position);
    this.#schedule(this.#options.commitIntervalMs);
  }

  #append({ source, at, kind, reading }: WriteRequest): void {
    const address = { tenant: this.#options.tenant, site: this.#options.site, ...at };
    const subject = batchSubject(address);
    const key = `${kind}|${source}|${subject}`;
    const encoded = encodeReading(reading);
    let chunk = this.#open.get(key);
    if (
      !chunk ||
      chunk.encoded.length >= this.#options.maxBatchReadings ||
      chunk.bytes + encoded.length > MAX_BATCH_BYTES
    ) {
      chunk = { source, at: address, subject, kind, encoded: [], bytes: 0 };
      this.#open.set(key, chunk);
      this.#chunks.push(chunk);
    }
    chunk.encoded.push(encoded);
    chunk.bytes += encoded.length;
    this.#pending++;
  }

  #keepMemoryBound(): void {
    while (this.#pending > this.#options.maxPendingReadings && this.#chunks.length > 1) {
      const telemetry = this.#chunks.findIndex((chunk) => chunk.kind === 'telemetry');
      const [chunk] = this.#chunks.splice(Math.max(telemetry, 0), 1) as [Chunk];
      if (this.#open.get(`${chunk.kind}|${chunk.source}|${chunk.subject}`) === chunk) {
        this.#open.delete(`${chunk.kind}|${chunk.source}|${chunk.subject}`);
      }
      this.#pending -= chunk.encoded.length;
      const dropped = { source: chunk.source, subject: chunk.subject, readings: chunk.encoded.length };
      this.#events.dropped?.([{ ...dropped, lane: LANES[chunk.kind] }], 'memory-full');
    }
  }

  #schedule(delayMs: number): void {
    const delay = this.#full ? Math.max(delayMs, RETRY_MS) : delayMs;
    const at = performance.now() + delay;
    if (this.#timer !== null && this.#timerAt <= at) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timerAt = at;
    this.#timer = setTimeout(() => this.flush(), delay);
  }

  /** Writes what is waiting, now. */
  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#timerAt = Number.POSITIVE_INFINITY;
    if (this.#chunks.length === 0 && this.#sent.length === 0 && this.#marks.length === 0) {
      this.#settle(null);
      return;
    }
    const started = performance.now();
    const now = this.#clock.now();
    const sequences = new Map<string, number>();
    const batches = this.#chunks.map((chunk) => this.#form(chunk, sequences, now));
    try {
      this.#store.commit({ batches, sequences, marks: this.#marks, sent: this.#sent, now });
    } catch (error) {
      this.#reportDropped();
      this.#failed(error);
      return;
    }
    for (const [subject, next] of sequences) this.#sequences.set(subject, next);
    this.#chunks.length = 0;
    this.#open.clear();
    this.#marks = [];
    this.#sent = [];
    this.#pending = 0;
    if (this.#full) {
      this.#full = false;
      this.#events.full?.(false, '');
      this.#store.refillReserve();
    }
    // what was dropped may be of what was written just now
    this.#events.committed?.(batches, (performance.now() - started) / 1000);
    this.#reportDropped();
    this.#settle(null);
  }

  #form(chunk: Chunk, sequences: Map<string, number>, now: number): NewBatch {
    const { subject, source, kind, encoded } = chunk;
    const first = sequences.get(subject) ?? this.#sequences.get(subject) ?? this.#store.nextSequence(subject);
    sequences.set(subject, first + encoded.length);
    const header: BatchHeader = {
      id: v7(),
      collector: this.#options.collector,
      source,
      buffer: this.#store.id,
      at: chunk.at,
      kind,
      createdAt: now,
    };
    const payload = encodeBatch(header, encoded, first);
    return {
      id: header.id,
      subject,
      source,
      lane: LANES[kind],
      readings: encoded.length,
      createdAt: now,
      payload,
    };
  }

  #reportDropped(): void {
    const dropped = this.#store.takeDropped();
    if (dropped.length > 0) this.#events.dropped?.(dropped, 'buffer-full');
  }

  /**
   * A fault is waited for, with everything kept, and so do those who wait for the disk: told that it failed, they would
   * have it sent again, and it would be stored twice.
   */
  #failed(error: unknown): void {
    if (error instanceof BufferFullError) {
      if (!this.#full) this.#events.full?.(true, error.message);
      this.#full = true;
      this.#schedule(RETRY_MS);
      return;
    }
    this.#events.failed?.(error);
    this.#schedule(RETRY_MS);
  }

  #settle(error: unknown): void {
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const { resolve, reject } of waiters) error === null ? resolve() : reject(error);
  }

  /** Writes the rest and takes no more. */
  close(): void {
    this.flush();
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#waiters.length > 0)
      this.#settle(new BufferFullError('the agent stopped while the disk took nothing'));
  }
}

/** A source that does not wait must not bring the process down; failures are reported by the events. */
function unheard(promise: Promise<void>): Promise<void> {
  promise.catch(() => undefined);
  return promise;
}
