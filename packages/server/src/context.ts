import type { Viewer } from '@machshop/auth';
import type { Database, Tx } from '@machshop/db';
import { type Recorder, recorder } from '@machshop/events';
import { inSpan, type Logger, newTrace, type Trace } from '@machshop/telemetry';
import DataLoader from 'dataloader';

/** What every resolver and command gets: who asks, when, and the tables, fenced to the viewer's tenant. */
export interface Context {
  readonly viewer: Viewer;
  /** The server's time, UTC. */
  readonly now: () => Date;
  readonly log: Logger;
  readonly trace: Trace;
  /** The subgraph's database itself: only sign-in, which knows no tenant yet, needs it. */
  readonly db: Database;
  /** A read-only transaction in the viewer's tenant. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction in the viewer's tenant; may run again on a deadlock. */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Records an event in a transaction of `write`. */
  readonly record: Recorder;
  /**
   * This request's loader of the name: keys asked for in one turn are read by one statement.
   * @param batch gets distinct keys, at most 5,000, and answers in their order
   */
  loader<K extends string, V>(
    name: string,
    batch: (tx: Tx, keys: readonly K[]) => Promise<readonly V[]>,
  ): DataLoader<K, V>;
  /** Where a subgraph keeps what it made at its start: keys, password hasher. */
  readonly services: Readonly<Record<string, unknown>>;
}

export interface ContextInput {
  subgraph: string;
  viewer: Viewer;
  db: Database;
  now: () => Date;
  log: Logger;
  trace?: Trace | null | undefined;
  services?: Readonly<Record<string, unknown>> | undefined;
}

const MAX_BATCH = 5_000;
const DATABASE = { kind: 'client', attributes: { 'db.system': 'postgresql' } } as const;

export function createContext({
  subgraph,
  viewer,
  db,
  now,
  log,
  trace: given,
  services,
}: ContextInput): Context {
  const trace = given ?? newTrace();
  const loaders = new Map<string, DataLoader<string, unknown>>();
  const read = <T>(work: (tx: Tx) => Promise<T>) =>
    inSpan(`${subgraph} read`, trace, () => db.read(viewer.tenantId, work), DATABASE);
  return {
    viewer,
    now,
    trace,
    db,
    log: log.child({ trace_id: trace.traceId, tenant_id: viewer.tenantId, user_id: viewer.userId }),
    read,
    write: (work) => inSpan(`${subgraph} write`, trace, () => db.write(viewer.tenantId, work), DATABASE),
    record: recorder(subgraph, viewer, now, trace),
    services: services ?? {},
    loader(name, batch) {
      let loader = loaders.get(name);
      if (!loader) {
        loader = new DataLoader<string, unknown>((keys) => read((tx) => batch(tx, keys as never)), {
          maxBatchSize: MAX_BATCH,
        });
        loaders.set(name, loader);
      }
      return loader as never;
    },
  };
}
