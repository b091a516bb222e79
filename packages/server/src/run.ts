import { type Database, openDatabase } from '@machshop/db';
import {
  type Bus,
  byEntity,
  type Relay,
  type RunningConsumer,
  runConsumer,
  startRelay,
} from '@machshop/events';
import type { Logger } from '@machshop/telemetry';
import type { ExecutionResult } from 'graphql';
import type { ExecuteRequest, Subgraph } from './subgraph.ts';

export interface RunOptions {
  /** Signs in as the subgraph's role. */
  databaseUrl: string;
  /** Signs in as the relay's role. */
  relayUrl: string;
  bus: Bus;
  log: Logger;
  now?: () => Date;
  secret: (name: string) => string;
  /** Connections to the database, at most. */
  maxConnections?: number;
}

/** A subgraph with its tables, its relay and its consumers at work. */
export interface RunningSubgraph {
  readonly name: string;
  readonly subgraph: Subgraph;
  readonly db: Database;
  readonly services: Readonly<Record<string, unknown>>;
  execute(request: ExecuteRequest): Promise<ExecutionResult>;
  /** Whether the database and NATS answer; says which does not. */
  ready(): Promise<Record<'database' | 'nats', boolean>>;
  /** Resolves when its outbox is published and its consumers have handled what is in the stream. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const READY_TIMEOUT_MS = 2_000;

/** Starts a subgraph in this process. */
export async function runSubgraph(subgraph: Subgraph, options: RunOptions): Promise<RunningSubgraph> {
  const { bus, relayUrl, secret } = options;
  const now = options.now ?? (() => new Date());
  const log = options.log.child({ service: subgraph.name });
  const db = openDatabase({
    url: options.databaseUrl,
    name: subgraph.name,
    max: options.maxConnections ?? 10,
  });
  const services = (await subgraph.definition.start?.({ db, log, now, secret })) ?? {};
  const relay: Relay = await startRelay({ databaseUrl: relayUrl, subgraph: subgraph.name, bus, log });
  const consumers: RunningConsumer[] = await Promise.all(
    byEntity(subgraph.definition.consumers ?? []).map((consumer) =>
      runConsumer({ subgraph: subgraph.name, consumer, bus, db, now, log }),
    ),
  );
  const workers = (await subgraph.definition.workers?.({ db, bus, log, now, secret, services })) ?? [];
  return {
    name: subgraph.name,
    subgraph,
    db,
    services,
    execute: subgraph.attach({ db, now, log, services }),
    async ready() {
      const timeout = new Promise<never>((_, reject) => setTimeout(reject, READY_TIMEOUT_MS).unref());
      const database = await Promise.race([db.ping(), timeout]).then(
        () => true,
        () => false,
      );
      return { database, nats: bus.healthy() };
    },
    async idle() {
      await relay.flush();
      await Promise.all([...consumers, ...workers].map((part) => part.idle()));
    },
    async close() {
      await Promise.all([...consumers, ...workers].map((part) => part.close()));
      await relay.close();
      await db.close();
    },
  };
}
