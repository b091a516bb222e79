import { schemaName } from '@machshop/db';
import { counter, gauge, type Logger } from '@machshop/telemetry';
import { headers } from 'nats';
import postgres from 'postgres';
import type { Bus } from './bus.ts';

const BATCH = 500;
const POLL_MS = 1_000;
const MAX_BACKOFF_MS = 10_000;
const PUBLISH_TIMEOUT_MS = 5_000;

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
  const sql = postgres(databaseUrl, {
    max: 1,
    onnotice: () => {},
    idle_timeout: 0,
    connection: { application_name: `relay ${subgraph}` },
  });
  const listener = postgres(databaseUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: `relay ${subgraph} listen` },
  });
  let closed = false;
  let wake: () => void = () => {};
  let backoff = 0;
  const listening = listener.listen('machshop_outbox', (payload) => {
    if (payload === schema) wake();
  });

  /** Publishes one batch; returns how many rows it held, or -1 when another process holds the lock. */
  const publishBatch = async (): Promise<number> => {
    if (!bus.healthy()) throw new Error('not connected to NATS');
    const [lock] = await sql`select pg_try_advisory_lock(hashtext(${`outbox ${schema}`})) as held`;
    if (!lock?.held) return -1;
    try {
      const rows = await sql<
        Row[]
      >`select sequence, message_id, subject, envelope from ${sql(schema)}.outbox order by sequence limit ${BATCH}`;
      if (rows.length === 0) return 0;
      await Promise.all(rows.map((row) => publish(bus, row)));
      await sql`delete from ${sql(schema)}.outbox where sequence = any(${rows.map((row) => row.sequence)}::bigint[])`;
      published.inc({ subgraph }, rows.length);
      return rows.length;
    } finally {
      // session locks count: one unlock for each successful lock
      await sql`select pg_advisory_unlock(hashtext(${`outbox ${schema}`}))`.catch(() => {});
    }
  };

  const loop = (async () => {
    while (!closed) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      try {
        const count = await publishBatch();
        backoff = 0;
        if (count === BATCH) continue;
        const [oldest] =
          await sql`select extract(epoch from now() - min(recorded_at)) as age from ${sql(schema)}.outbox`;
        lag.set({ subgraph }, Number(oldest?.age ?? 0));
        if (count > 0) continue;
      } catch (error) {
        if (closed) break;
        failures.inc({ subgraph });
        backoff = Math.min(MAX_BACKOFF_MS, (backoff || 100) * 2) * (0.75 + Math.random() / 2);
        log.warn({ err: error, retryInMs: Math.round(backoff) }, 'outbox not published');
      }
      await Promise.race([woken, sleep(backoff || POLL_MS)]);
    }
  })();

  return {
    async flush() {
      for (;;) {
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
      await (await listening.catch(() => null))?.unlisten().catch(() => {});
      await Promise.all([sql.end({ timeout: 5 }), listener.end({ timeout: 5 })]);
    },
  };
}

async function publish(bus: Bus, row: Row): Promise<void> {
  const head = headers();
  const traceparent = /"traceparent":"([0-9a-f-]{55})"/.exec(row.envelope)?.[1];
  if (traceparent) head.set('traceparent', traceparent);
  await bus.jetstream.publish(row.subject, row.envelope, {
    msgID: row.message_id,
    headers: head,
    timeout: PUBLISH_TIMEOUT_MS,
  });
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
