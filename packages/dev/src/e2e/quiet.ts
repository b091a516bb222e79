import { setTimeout as sleep } from 'node:timers/promises';
import { schemaName } from '@machshop/db';
import { type Bus, DEAD_LETTERS, EVENTS, TELEMETRY } from '@machshop/events';
import type postgres from 'postgres';

const LIMIT_MS = 60_000;
const POLL_MS = 25;
/** An effect may make events that others handle: so many looks in a row must find nothing. */
const LOOKS = 3;

/**
 * Resolves when no subgraph has anything left to publish or to handle, wherever it runs: outboxes are empty, and
 * consumers have answered all that is in the stream.
 */
export async function whenQuiet(bus: Bus, admin: postgres.Sql, subgraphs: readonly string[]): Promise<void> {
  const end = Date.now() + LIMIT_MS;
  for (let looks = 0; looks < LOOKS; ) {
    const waiting = [...(await unpublished(admin, subgraphs)), ...(await unhandled(bus))];
    looks = waiting.length === 0 ? looks + 1 : 0;
    if (Date.now() > end) throw new Error(`not quiet after ${LIMIT_MS / 1000} s: ${waiting.join(', ')}`);
    await sleep(POLL_MS);
  }
}

async function unpublished(admin: postgres.Sql, subgraphs: readonly string[]): Promise<string[]> {
  const counts = subgraphs.map(
    (name) => `select '${name}' as name, count(*)::int as rows from ${schemaName(name)}.outbox`,
  );
  const rows = await admin.unsafe<{ name: string; rows: number }[]>(counts.join(' union all '));
  return rows.filter((row) => row.rows > 0).map((row) => `${row.rows} events in the outbox of ${row.name}`);
}

async function unhandled(bus: Bus): Promise<string[]> {
  const waiting: string[] = [];
  for (const stream of [EVENTS, DEAD_LETTERS, TELEMETRY]) {
    for await (const { name, num_pending, num_ack_pending } of bus.manager.consumers.list(stream)) {
      const count = num_pending + num_ack_pending;
      if (count > 0) waiting.push(`${count} messages for ${name}`);
    }
  }
  return waiting;
}
