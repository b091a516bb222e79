import type { Logger } from '@machshop/telemetry';
import type { BufferStore } from './buffer/store.ts';
import type { BufferWriter, WriteRequest } from './buffer/writer.ts';
import type { Clock } from './clock.ts';
import type { SourceConfig } from './config/schema.ts';
import type { AgentMetrics } from './observe/metrics.ts';
import { type KeptReading, Preprocessor } from './preprocess/preprocess.ts';
import { type LocatedReading, unfitness, withoutNonFinite } from './reading.ts';
import { SourceRunner } from './sources/runner.ts';
import type { EmitOptions, Source } from './sources/source.ts';

/** What of the agent a source's slot uses. */
export interface SlotServices {
  readonly store: BufferStore;
  readonly writer: BufferWriter;
  readonly metrics: AgentMetrics;
  readonly clock: Clock;
  readonly log: Logger;
}

/** How a source is doing. */
export interface SourceHealth {
  readonly name: string;
  readonly type: SourceConfig['type'];
  readonly connected: boolean;
  /** Why it is not connected, or what it is doing. */
  readonly detail: string;
  readonly readings: number;
  readonly faults: number;
  readonly lastFault: string | null;
  readonly lastReadingAt: string | null;
}

/** How much of a message that could not be understood is kept, and how many of them. */
const REJECTED_BYTES = 4096;
const REJECTED_KEPT = 1000;
const ORIGIN_LENGTH = 256;
/** How far back the buffer is read for the latest times of a source's tags. */
const RECENT_BATCHES = 2000;
/** One fault of a kind is logged in this time, with the number of those between. */
const LOG_EVERY_MS = 10_000;

/** One configured source: runs it, pre-processes what it collects, hands that to the buffer, keeps its figures. */
export class SourceSlot {
  readonly config: SourceConfig;
  readonly #services: SlotServices;
  readonly #runner: SourceRunner;
  readonly #log: Logger;
  #preprocessor: Preprocessor;
  #connected = false;
  #detail = 'starting';
  #readings = 0;
  #faults = 0;
  #lastFault: string | null = null;
  #lastReadingAt: number | null = null;
  readonly #logged = new Map<string, { at: number; since: number }>();

  constructor(config: SourceConfig, source: Source, services: SlotServices) {
    this.config = config;
    this.#services = services;
    this.#log = services.log.child({ source: config.name });
    this.#preprocessor = new Preprocessor(config.rules);
    services.metrics.readings.inc({ source: config.name }, 0);
    services.metrics.connected.set({ source: config.name }, 0);
    this.#runner = new SourceRunner(
      source,
      {
        log: this.#log,
        clock: services.clock,
        emit: (readings, options) => this.#emit(readings, options),
        present: (readings) => this.#present(readings),
        anyLost: () => this.#preprocessor.anyLost,
        marks: () => services.store.marks(config.name),
        recentTimes: () => services.store.recentTimes(config.name, RECENT_BATCHES),
        reject: (origin, reason, payload) => this.#reject(origin, reason, payload),
        fault: (kind, error) => this.#fault(kind, error),
        state: (connected, detail) => this.#state(connected, detail),
        ended: (detail) => this.#show(false, detail),
      },
      config.backoff,
    );
  }

  start(): void {
    this.#runner.start();
  }

  /** Stops the source and hands over what its rules hold back. */
  async stop(): Promise<void> {
    await this.#runner.stop();
    this.#write(this.#preprocessor.flush(), {});
    this.#services.metrics.connected.set({ source: this.config.name }, 0);
  }

  /** Time passes: what the rules held back may be due. */
  tick(now: number): void {
    const due = this.#preprocessor.tick(now);
    if (due.length > 0) void this.#write(due, {});
  }

  health(): SourceHealth {
    const last = this.#lastReadingAt;
    return {
      name: this.config.name,
      type: this.config.type,
      connected: this.#connected,
      detail: this.#detail,
      readings: this.#readings,
      faults: this.#faults,
      lastFault: this.#lastFault,
      lastReadingAt: last === null ? null : new Date(last).toISOString(),
    };
  }

  #emit(readings: readonly LocatedReading[], options: EmitOptions = {}): Promise<void> {
    const now = this.#services.clock.now();
    this.#readings += readings.length;
    if (readings.length > 0) this.#lastReadingAt = now;
    this.#services.metrics.readings.inc({ source: this.config.name }, readings.length);
    const kept: KeptReading[] = [];
    for (const reading of readings)
      if (this.#isFit(reading)) kept.push(...this.#preprocessor.take(withoutNonFinite(reading), now));
    return this.#write(kept, options);
  }

  #isFit(reading: LocatedReading): boolean {
    const problem = unfitness(reading);
    if (problem !== null)
      this.#reject(reading.tag.slice(0, ORIGIN_LENGTH), problem, Buffer.from(String(reading.value)));
    return problem === null;
  }

  #present(readings: readonly LocatedReading[]): Promise<void> {
    const now = this.#services.clock.now();
    const kept: KeptReading[] = [];
    for (const reading of readings)
      if (unfitness(reading) === null)
        kept.push(...this.#preprocessor.takePresent(withoutNonFinite(reading), now));
    return kept.length > 0 ? this.#write(kept, {}) : Promise.resolve();
  }

  #write(kept: readonly KeptReading[], options: EmitOptions): Promise<void> {
    const source = this.config.name;
    const requests: WriteRequest[] = kept.map(({ kind, reading }) => ({
      source,
      at: reading.at,
      kind,
      reading,
    }));
    const marks = options.marks?.map(([key, value]) => ({ source, key, value })) ?? [];
    return this.#services.writer.add(requests, { marks, urgent: options.urgent ?? false });
  }

  #reject(origin: string, reason: string, payload: Uint8Array): void {
    const { store, metrics, clock } = this.#services;
    metrics.rejected.inc({ source: this.config.name });
    this.#fault('rejected', new Error(`${origin}: ${reason}`));
    try {
      store.reject(
        this.config.name,
        origin,
        reason,
        payload.subarray(0, REJECTED_BYTES),
        clock.now(),
        REJECTED_KEPT,
      );
    } catch (error) {
      this.#log.error({ err: error }, 'a rejected message could not be kept');
    }
  }

  #fault(kind: string, error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    this.#faults++;
    this.#lastFault = `${kind}: ${text}`;
    this.#services.metrics.faults.inc({ source: this.config.name, kind });
    const now = performance.now();
    const logged = this.#logged.get(kind) ?? { at: Number.NEGATIVE_INFINITY, since: 0 };
    logged.since++;
    if (now - logged.at >= LOG_EVERY_MS) {
      this.#log.warn({ kind, reason: text, count: logged.since }, 'the source reports a fault');
      logged.at = now;
      logged.since = 0;
    }
    this.#logged.set(kind, logged);
  }

  /** Once a loss: tries to connect again that fail are none. */
  #state(connected: boolean, detail: string): void {
    const isLost = this.#connected && !connected;
    this.#show(connected, detail);
    if (!isLost || !this.config.markBadOnLoss) return;
    const marks = this.#preprocessor.lose(this.#services.clock.now());
    if (marks.length === 0) return;
    void this.#write(marks, {});
    this.#log.warn({ tags: marks.length }, 'the connection is lost; its tags are BAD');
  }

  #show(connected: boolean, detail: string): void {
    if (connected !== this.#connected)
      this.#log.info({ connected, detail }, connected ? 'connected' : 'not connected');
    this.#connected = connected;
    this.#detail = detail;
    this.#services.metrics.connected.set({ source: this.config.name }, connected ? 1 : 0);
  }
}
