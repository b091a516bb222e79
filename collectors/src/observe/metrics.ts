import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** The agent's metrics. One agent a registry. */
export interface AgentMetrics {
  readonly readings: Counter<'source'>;
  readonly faults: Counter<'source' | 'kind'>;
  readonly rejected: Counter<'source'>;
  readonly connected: Gauge<'source'>;
  readonly unsent: Gauge<'source'>;
  readonly lag: Gauge<'source'>;
  readonly dropped: Counter<'source' | 'lane' | 'reason'>;
  readonly sentReadings: Counter<'source'>;
  readonly sentBatches: Counter<string>;
  readonly refusedBatches: Counter<string>;
  readonly bufferBytes: Gauge<string>;
  readonly pending: Gauge<string>;
  readonly full: Gauge<string>;
  readonly natsConnected: Gauge<string>;
  readonly commit: Histogram<string>;
}

/** What is read when somebody asks, and not kept. */
export interface Sampled {
  unsentBySource(): ReadonlyMap<string, number>;
  lagSeconds(source: string): number;
  bufferBytes(): number;
  pendingReadings(): number;
}

const COMMIT_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Registers the agent's metrics. Gauges that cost a query are read when the registry is. */
export function agentMetrics(registry: Registry, sampled: Sampled): AgentMetrics {
  const registers = [registry];
  const name = (text: string) => `machshop_collector_${text}`;
  const counter = <L extends string>(what: string, help: string, labelNames: L[] = []) =>
    new Counter({ name: name(what), help, labelNames, registers });
  const gauge = <L extends string>(what: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: name(what), help, labelNames, registers });
  const unsent = new Gauge({
    name: name('unsent_readings'),
    help: 'Readings in the buffer that the stream does not have',
    labelNames: ['source'],
    registers,
    collect() {
      for (const [source, readings] of sampled.unsentBySource()) this.set({ source }, readings);
    },
  });
  return {
    readings: counter('readings_total', 'Readings handed to the buffer', ['source']),
    faults: counter('faults_total', 'Faults that a source survived', ['source', 'kind']),
    rejected: counter('rejected_messages_total', 'Messages that could not be understood', ['source']),
    connected: gauge('source_connected', '1 while the source is connected', ['source']),
    unsent,
    lag: new Gauge({
      name: name('lag_seconds'),
      help: 'Age of the oldest batch that the stream does not have',
      labelNames: ['source'],
      registers,
      collect() {
        for (const source of sampled.unsentBySource().keys())
          this.set({ source }, sampled.lagSeconds(source));
      },
    }),
    dropped: counter('dropped_readings_total', 'Readings that a full buffer dropped', [
      'source',
      'lane',
      'reason',
    ]),
    sentReadings: counter('sent_readings_total', 'Readings that the stream acknowledged', ['source']),
    sentBatches: counter('sent_batches_total', 'Batches that the stream acknowledged'),
    refusedBatches: counter('refused_batches_total', 'Batches that the stream will never take'),
    bufferBytes: new Gauge({
      name: name('buffer_bytes'),
      help: 'Bytes of the buffer file in use',
      registers,
      collect() {
        this.set(sampled.bufferBytes());
      },
    }),
    pending: new Gauge({
      name: name('pending_readings'),
      help: 'Readings in memory that are not on disk yet',
      registers,
      collect() {
        this.set(sampled.pendingReadings());
      },
    }),
    full: gauge('disk_full', '1 while the disk takes nothing'),
    natsConnected: gauge('nats_connected', '1 while the stream is connected'),
    commit: new Histogram({
      name: name('commit_seconds'),
      help: 'Time of a commit',
      buckets: COMMIT_BUCKETS,
      registers,
    }),
  };
}
