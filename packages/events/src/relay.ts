import { openClient, schemaName } from '@machshop/db';
import { counter, gauge, inSpan, type Logger, parseTraceparent, traceparent } from '@machshop/telemetry';
import { headers } from 'nats';
import type postgres from 'postgres';
import type { Bus } from './bus.ts';

const BATCH = 500;
const POLL_MS = 1_000;
const MAX_BACKOFF_MS = 10_000;
const PUBLISH_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** Publishes a subgraph's outbox. */
export interface Relay {
  /** Resolves when everything recorded so far is in the stream. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

interface RelayOptions {
  /** Signs in as the relay's role. */
  databaseUrl: string;
  subgraph: string;
  bus: Bus;
  log: Logger;
}

interface Row {
  sequence: string;
  message_id: string;
  subject: string;
  envelope: string;
  age: number;
}

const published = counter('outbox_published_total', 'Events published to JetStream', ['subgraph']);
const failures = counter('outbox_publish_failures_total', 'Failed attempts to publish a batch of events', [
  'subgraph',
]);
const lag = gauge('outbox_lag_seconds', 'Age of the oldest event not published yet', ['subgraph']);

/**
 * Starts publishing. Rows go out in the order of their sequence and are deleted when JetStream has them: a
 * crash in between sends them again, with the same Nats-Msg-Id. A row's sequence is drawn while the entity's
 * row is locked, so events of one entity keep their order; clocks play no part. One process publishes an
 * outbox at a time (advisory lock); others wait to take over.
 */
export async function startRelay({ databaseUrl, subgraph, bus, log }: RelayOptions): Promise<Relay> {
  const schema = schemaName(subgraph);
  let closed = false;
  let wake: () => void = () => {};
  let backoff = 0;
  const connect = () =>
    open(databaseUrl, subgraph, (payload) => {
      if (payload === schema) wake();
    });
  let connections = connect();

  /** Publishes one batch; returns how many rows it held, or -1 when another process holds the lock. */
  const publishBatch = async (): Promise<number> => {
    if (!bus.healthy()) throw new Error('not connected to NATS');
    const { sql } = connections;
    connections.locked ||= await tryLock(sql, schema);
    if (!connections.locked) return -1;
    const rows = await sql<Row[]>`
      select sequence, message_id, subject, envelope, extract(epoch from now() - recorded_at)::float8 as age
      from ${sql(schema)}.outbox order by sequence limit ${BATCH}`;
    lag.set({ subgraph }, rows[0]?.age ?? 0);
    if (rows.length === 0) return 0;
    await Promise.all(rows.map((row) => publish(bus, subgraph, row)));
    await sql`delete from ${sql(schema)}.outbox where sequence = any(${rows.map((row) => row.sequence)}::bigint[])`;
    published.inc({ subgraph }, rows.length);
    return rows.length;
  };

  const loop = (async () => {
    while (!closed) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      try {
        const count = await publishBatch();
        backoff = 0;
        // what came since then has woken us already
        if (count === BATCH) continue;
      } catch (error) {
        if (closed) break;
        failures.inc({ subgraph });
        backoff = Math.min(MAX_BACKOFF_MS, (backoff || 100) * 2) * (0.75 + Math.random() / 2);
        log.warn({ err: error, retryInMs: Math.round(backoff) }, 'outbox not published');
        // a connection that was lost may never serve again; and another process may do better
        void connections.end();
        connections = connect();
      }
      await Promise.race([woken, sleep(backoff || POLL_MS)]);
    }
  })();

  return {
    async flush() {
      for (;;) {
        const { sql } = connections;
        const [row] = await sql`select count(*)::int as left from ${sql(schema)}.outbox`;
        if (row?.left === 0) return;
        wake();
        await sleep(10);
      }
    },
    async close() {
      closed = true;
      wake();
      await loop;
      await connections.end();
    },
  };
}

interface Connections {
  readonly sql: postgres.Sql;
  /** Whether it holds the outbox's lock, which ends with it. */
  locked: boolean;
  end(): Promise<void>;
}

/** One connection to publish with, and one that is told of what there is to publish. */
function open(url: string, subgraph: string, heard: (payload: string) => void): Connections {
  const sql = openClient(
    { url, name: `relay ${subgraph}`, statementTimeoutMs: STATEMENT_TIMEOUT_MS },
    {
      onLost: () => {
        connections.locked = false;
      },
    },
  );
  const listener = openClient({ url, name: `relay ${subgraph} listen`, statementTimeoutMs: 0 });
  // where it does not listen, the next look is a second away at most
  listener.listen('machshop_outbox', heard).catch(() => {});
  const connections: Connections = {
    sql,
    locked: false,
    async end() {
      await Promise.all([sql, listener].map((one) => one.end({ timeout: 1 }).catch(() => {})));
    },
  };
  return connections;
}

async function tryLock(sql: postgres.Sql, schema: string): Promise<boolean> {
  const [lock] = await sql`select pg_try_advisory_lock(hashtext(${`outbox ${schema}`})) as held`;
  return lock?.held === true;
}

async function publish(bus: Bus, subgraph: string, row: Row): Promise<void> {
  const cause = parseTraceparent(/"traceparent":"([0-9a-f-]{55})"/.exec(row.envelope)?.[1]);
  // what no request caused begins no trace of its own
  if (!cause) return send(bus, row);
  await inSpan(`${subgraph} publish`, cause, ({ trace }) => send(bus, row, traceparent(trace)), {
    kind: 'producer',
    attributes: { 'messaging.system': 'nats', 'messaging.destination.name': row.subject },
  });
}

async function send(bus: Bus, row: Row, trace?: string): Promise<void> {
  const head = headers();
  if (trace) head.set('traceparent', trace);
  await bus.jetstream.publish(row.subject, row.envelope, {
    msgID: row.message_id,
    headers: head,
    timeout: PUBLISH_TIMEOUT_MS,
  });
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
