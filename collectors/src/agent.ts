import type { Logger } from '@machshop/telemetry';
import { Registry } from 'prom-client';
import { Depths } from './buffer/depth.ts';
import { DropAlerts } from './buffer/drop-alerts.ts';
import { BufferStore } from './buffer/store.ts';
import { BufferWriter } from './buffer/writer.ts';
import { type Clock, sleep, systemClock } from './clock.ts';
import type { AgentConfig, NatsConfig, SourceConfig } from './config/schema.ts';
import { Forwarder } from './forward/forwarder.ts';
import { natsSink } from './forward/nats-sink.ts';
import type { OpenSink } from './forward/sink.ts';
import { type AgentHealth, type BufferHealth, healthOf } from './observe/health.ts';
import { type AgentMetrics, agentMetrics } from './observe/metrics.ts';
import { SourceSlot } from './source-slot.ts';
import { createSource } from './sources/index.ts';

/** What the agent takes from the process that runs it. */
export interface AgentDeps {
  readonly log: Logger;
  /** Where the agent's metrics go; without one it has a registry of its own. */
  readonly registry?: Registry;
  readonly clock?: Clock;
  /** How to reach the stream, where that is not NATS by the configuration. */
  readonly openSink?: (config: NatsConfig) => OpenSink;
}

/** What a new configuration changed. */
export interface ReloadResult {
  readonly started: readonly string[];
  readonly stopped: readonly string[];
  readonly kept: readonly string[];
  /** Parts that differ but only count after a restart. */
  readonly needsRestart: readonly string[];
}

const TICK_MS = 250;
const HOUSEKEEPING_MS = 60_000;
const DROP_ALERT_MS = 10_000;
const DAY_MS = 86_400_000;
const DRAIN_MS = 2000;
const DRAIN_STEP_MS = 10;
/** Sent batches are removed in steps, each one transaction. */
const RETENTION_STEP = 500;
const RETENTION_STEPS = 40;

/** An edge agent: sources → buffer → stream. */
export class EdgeAgent {
  readonly registry: Registry;
  #config: AgentConfig;
  readonly #deps: AgentDeps;
  readonly #clock: Clock;
  readonly #store: BufferStore;
  readonly #writer: BufferWriter;
  readonly #metrics: AgentMetrics;
  readonly #depths: Depths;
  readonly #alerts = new DropAlerts(DROP_ALERT_MS);
  readonly #slots = new Map<string, SourceSlot>();
  #forwarder: Forwarder;
  #nats = { connected: false, detail: 'starting' };
  #timers: NodeJS.Timeout[] = [];
  #stopped = false;
  #reloading: Promise<unknown> = Promise.resolve();

  constructor(config: AgentConfig, deps: AgentDeps) {
    this.#config = config;
    this.#deps = deps;
    this.#clock = deps.clock ?? systemClock;
    this.registry = deps.registry ?? new Registry();
    this.#store = new BufferStore(config.buffer);
    this.#depths = new Depths(this.#store);
    this.#writer = this.#createWriter();
    this.#metrics = agentMetrics(this.registry, {
      unsentBySource: () => this.#depths.bySource(),
      lagSeconds: (source) => this.#lagSeconds(source),
      bufferBytes: () => this.#store.usedBytes(),
      pendingReadings: () => this.#writer.pendingReadings,
    });
    this.#forwarder = this.#createForwarder(config.nats);
  }

  /** Starts every source and the way to the stream; what cannot be reached is tried until it can. */
  start(): void {
    this.#forwarder.start();
    for (const source of this.#config.sources) this.#startSource(source);
    this.#timers = [
      setInterval(() => this.#tick(), TICK_MS),
      setInterval(() => this.housekeeping(), HOUSEKEEPING_MS),
    ];
    this.housekeeping();
  }

  /**
   * Stops the sources, buffers what they have and sends what can be sent in two seconds; the rest stays in the
   * buffer for the next start.
   */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    await this.#reloading;
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all([...this.#slots.values()].map((slot) => slot.stop()));
    this.#slots.clear();
    this.#writer.flush();
    await this.#drained();
    await this.#forwarder.stop();
    this.#writer.close();
    this.#stopped = true;
    this.#nats = { connected: false, detail: 'stopped' };
    this.#store.close();
  }

  async #drained(): Promise<void> {
    const end = performance.now() + DRAIN_MS;
    while (this.#nats.connected && this.#depths.total() > 0 && performance.now() < end)
      await sleep(DRAIN_STEP_MS);
  }

  /** Takes a new configuration: sources that did not change keep running. */
  reload(config: AgentConfig): Promise<ReloadResult> {
    const result = this.#reloading.then(() => this.#apply(config));
    this.#reloading = result.catch(() => undefined);
    return result;
  }

  async #apply(config: AgentConfig): Promise<ReloadResult> {
    const before = this.#config;
    const wanted = new Map(
      config.sources.filter(({ enabled }) => enabled).map((source) => [source.name, source]),
    );
    const same = (slot: SourceSlot) => isSame(slot.config, wanted.get(slot.config.name));
    const leaving = [...this.#slots.values()].filter((slot) => !same(slot));
    await Promise.all(leaving.map((slot) => slot.stop()));
    for (const { config: gone } of leaving) this.#slots.delete(gone.name);
    const kept = [...this.#slots.keys()];
    const coming = [...wanted.values()].filter(({ name }) => !this.#slots.has(name));
    for (const source of coming) this.#startSource(source);
    const fixed = (['collector', 'buffer', 'http'] as const).filter(
      (part) => !isSame(before[part], config[part]),
    );
    this.#config = { ...config, collector: before.collector, buffer: before.buffer };
    if (!isSame(before.nats, config.nats)) {
      await this.#forwarder.stop();
      this.#writer.flush();
      this.#forwarder = this.#createForwarder(config.nats);
      this.#forwarder.start();
    }
    return {
      started: coming.map(({ name }) => name),
      stopped: leaving.map((slot) => slot.config.name),
      kept,
      needsRestart: fixed,
    };
  }

  #startSource(config: SourceConfig): void {
    if (!config.enabled) return;
    const { log } = this.#deps;
    const services = {
      store: this.#store,
      writer: this.#writer,
      metrics: this.#metrics,
      clock: this.#clock,
      log,
    };
    const slot = new SourceSlot(config, createSource(config, this.#config.collector.id), services);
    this.#slots.set(config.name, slot);
    slot.start();
  }

  #createWriter(): BufferWriter {
    const { collector, buffer } = this.#config;
    const { log } = this.#deps;
    return new BufferWriter(this.#store, { collector: collector.id, ...collector, ...buffer }, this.#clock, {
      committed: (batches, seconds) => {
        for (const { source, readings } of batches) this.#depths.change(source, readings);
        this.#metrics.commit.observe(seconds);
        if (batches.length > 0) this.#forwarder.wake();
      },
      dropped: (dropped, reason) => {
        this.#alerts.note(dropped);
        this.#depths.doubt();
        for (const { source, lane, readings } of dropped) {
          if (reason === 'buffer-full') this.#depths.change(source, -readings);
          this.#metrics.dropped.inc({ source, lane: lane === 0 ? 'telemetry' : 'event', reason }, readings);
        }
      },
      full: (full, reason) => {
        this.#metrics.full.set(full ? 1 : 0);
        if (full) log.error({ reason }, 'the disk takes nothing: readings are held in memory');
        else log.info('the disk takes readings again');
      },
      failed: (error) => log.error({ err: error }, 'the buffer could not be written'),
    });
  }

  #createForwarder(nats: NatsConfig): Forwarder {
    const { log, openSink } = this.#deps;
    const open = openSink ? openSink(nats) : natsSink(nats, `collector ${this.#config.collector.id}`);
    return new Forwarder(
      this.#store,
      open,
      { window: nats.window },
      {
        sent: (batch) => {
          this.#writer.markSent(batch.position);
          this.#depths.change(batch.source, -batch.readings);
          this.#metrics.sentBatches.inc();
          this.#metrics.sentReadings.inc({ source: batch.source }, batch.readings);
        },
        refused: (batch, reason) => {
          this.#store.refuse(batch.position, reason, this.#clock.now());
          this.#depths.change(batch.source, -batch.readings);
          this.#metrics.refusedBatches.inc();
          log.error(
            { batch: batch.id, subject: batch.subject, reason },
            'the stream refuses a batch for good; it stays in the buffer',
          );
        },
        connected: (connected, detail) => {
          if (connected !== this.#nats.connected)
            log.info({ connected, detail }, connected ? 'stream connected' : 'stream lost');
          this.#nats = { connected, detail };
          this.#metrics.natsConnected.set(connected ? 1 : 0);
        },
      },
      log,
    );
  }

  #tick(): void {
    const now = this.#clock.now();
    for (const slot of this.#slots.values()) slot.tick(now);
    const alerts = this.#alerts.due(performance.now(), now);
    if (alerts.length === 0) return;
    this.#deps.log.error({ droppedReadings: this.#alerts.total }, 'a full buffer dropped readings');
    void this.#writer.add(alerts);
  }

  /** Removes batches that were sent long enough ago; runs every minute by itself. */
  housekeeping(): void {
    const before = this.#clock.now() - this.#config.buffer.keepSentDays * DAY_MS;
    try {
      for (let step = 0; step < RETENTION_STEPS; step++) {
        if (this.#store.deleteSentBefore(before, RETENTION_STEP) < RETENTION_STEP) break;
      }
      if (!this.#writer.full) this.#store.refillReserve();
      this.#depths.recount();
    } catch (error) {
      this.#deps.log.error({ err: error }, 'housekeeping of the buffer failed');
    }
  }

  #lagSeconds(source: string): number {
    const oldest = this.#stopped ? null : this.#store.oldestUnsentAt(source);
    return oldest === null ? 0 : Math.max(0, (this.#clock.now() - oldest) / 1000);
  }

  /** How the agent is doing; of a stopped one only that it is. */
  health(): AgentHealth {
    const depths = this.#depths.bySource();
    const sources = [...this.#slots.values()].map((slot) => {
      const own = slot.health();
      return { ...own, unsentReadings: depths.get(own.name) ?? 0, lagSeconds: this.#lagSeconds(own.name) };
    });
    return healthOf(this.#nats, this.#bufferHealth(), sources, this.#stopped);
  }

  #bufferHealth(): BufferHealth {
    const counts = this.#stopped ? { refusedBatches: 0, rejectedMessages: 0 } : this.#store.counts();
    return {
      id: this.#store.id,
      unsentReadings: this.#depths.total(),
      pendingReadings: this.#writer.pendingReadings,
      usedBytes: this.#stopped ? 0 : this.#store.usedBytes(),
      maxBytes: this.#config.buffer.maxBytes,
      diskFull: this.#writer.full,
      droppedReadings: this.#alerts.total,
      refusedBatches: counts.refusedBatches,
      rejectedMessages: counts.rejectedMessages,
    };
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An agent for this configuration, not yet started. Opens the buffer (and locks it to this process). */
export const createEdgeAgent = (config: AgentConfig, deps: AgentDeps): EdgeAgent =>
  new EdgeAgent(config, deps);
