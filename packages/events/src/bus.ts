import { streamBound } from '@machshop/schema/events/stream-bound.ts';
import { TELEMETRY_STREAM, TELEMETRY_SUBJECTS } from '@machshop/schema/events/telemetry.ts';
import type { Logger } from '@machshop/telemetry';
import {
  connect,
  DiscardPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type NatsConnection,
  nanos,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from 'nats';

/** The stream of everything that happened. */
export const EVENTS = 'MES_EVENTS';
/** The stream of what consumers gave up on. */
export const DEAD_LETTERS = 'MES_DEAD_LETTERS';
/** The stream of what sensors say: short, for it is stored as soon as it comes. */
export const TELEMETRY = TELEMETRY_STREAM;

const DAY_MS = 24 * 60 * 60 * 1000;
const DEDUPLICATION_MS = 10 * 60 * 1000;
const GIB = 1024 ** 3;

/** A connection to NATS with JetStream. */
export interface Bus {
  readonly connection: NatsConnection;
  readonly jetstream: JetStreamClient;
  readonly manager: JetStreamManager;
  /** Whether it is connected now. */
  healthy(): boolean;
  /** Calls back after each reconnection, until what is returned is called. */
  onReconnect(listener: () => void): () => void;
  close(): Promise<void>;
}

export interface BusOptions {
  /** `nats://user:password@host:port`, several with commas. */
  url: string;
  name: string;
  log: Logger;
}

/** Connects, and keeps reconnecting for as long as the process lives. */
export async function connectBus({ url, name, log }: BusOptions): Promise<Bus> {
  const first = new URL(url.split(',')[0] as string);
  const connection = await connect({
    servers: url.split(',').map((server) => new URL(server).host),
    ...(first.username
      ? { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) }
      : {}),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    timeout: 10_000,
    pingInterval: 10_000,
  });
  let connected = true;
  const reconnected = new Set<() => void>();
  void (async () => {
    for await (const status of connection.status()) {
      if (status.type === 'disconnect') connected = false;
      if (status.type === 'reconnect') {
        connected = true;
        for (const listener of reconnected) listener();
      }
      if (status.type === 'disconnect' || status.type === 'reconnect')
        log.warn({ server: status.data }, `nats ${status.type}`);
    }
  })();
  return {
    connection,
    jetstream: connection.jetstream(),
    manager: await connection.jetstreamManager(),
    healthy: () => connected && !connection.isClosed(),
    onReconnect(listener) {
      reconnected.add(listener);
      return () => void reconnected.delete(listener);
    },
    close: () => connection.drain(),
  };
}

/**
 * Creates the streams, or brings them up to date. A full stream refuses new messages, which then wait in
 * their outbox, instead of dropping old ones.
 *
 * @param maxBytes most bytes of the events, and of the telemetry; a quarter of it is for dead letters
 */
export async function ensureStreams(bus: Bus, maxBytes = 4 * GIB): Promise<void> {
  const bound = (bytes: number) => streamBound(bus.connection.info?.version ?? '', bytes);
  const common: Partial<StreamConfig> = {
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard: DiscardPolicy.New,
    duplicate_window: nanos(DEDUPLICATION_MS),
    max_bytes: bound(maxBytes),
  };
  const streams: (Partial<StreamConfig> & { name: string })[] = [
    { ...common, name: EVENTS, subjects: ['mes.>'], max_age: nanos(7 * DAY_MS) },
    {
      ...common,
      name: DEAD_LETTERS,
      subjects: ['dlq.>'],
      max_age: nanos(30 * DAY_MS),
      max_bytes: bound(maxBytes / 4),
    },
    // full, it refuses what is new, which then waits in the buffers at the edge
    { ...common, name: TELEMETRY, subjects: [TELEMETRY_SUBJECTS], max_age: nanos(DAY_MS) },
  ];
  for (const stream of streams) {
    const known = await bus.manager.streams.info(stream.name).catch(() => null);
    if (known) await bus.manager.streams.update(stream.name, stream);
    else await bus.manager.streams.add(stream);
  }
}
