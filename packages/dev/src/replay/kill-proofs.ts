import { setTimeout as sleep } from 'node:timers/promises';
import { type Bus, type CloudEvent, connectBus, DEAD_LETTERS, EVENTS } from '@machshop/events';
import { createLogger } from '@machshop/telemetry';
import postgres from 'postgres';
import { serversOf } from './kill-plant.ts';
import type { ReplayPlan } from './plan-types.ts';

const QUIET_LIMIT_MS = 60_000;
const POLL_MS = 100;

/** An event as the stream holds it. */
export interface StreamedEvent {
  readonly id: string;
  readonly messageId: string;
  readonly type: string;
  /** Of whom it tells: the part of the plant, and its id there. */
  readonly entity: string;
}

/** What a plant holds, read behind its API. */
export interface PlantFacts {
  /** Rows by `schema.table`. */
  readonly rows: Readonly<Record<string, number>>;
  /** In the order of the stream. */
  readonly events: readonly StreamedEvent[];
  /** The event ids of the audit trail, in its order. */
  readonly audited: readonly string[];
  /** The ledger by lot and kind. */
  readonly ledger: readonly string[];
  readonly deadLetters: number;
  readonly busyMachines: readonly string[];
}

/** Waits until everything said is heard, and reads what the plant holds. */
export async function readFacts(dataDir: string): Promise<PlantFacts> {
  const { adminDatabaseUrl, natsUrl } = serversOf(dataDir);
  const sql = postgres(adminDatabaseUrl, { max: 1, onnotice: () => {} });
  const bus = await connectBus({ url: natsUrl, name: 'proofs', log: createLogger('proofs', 'error') });
  try {
    await quiet(sql, bus);
    const audited = await sql<{ id: string }[]>`
      select event_id as id from traceability.audit_entries order by sequence`;
    const ledger = await sql<{ line: string }[]>`
      select concat_ws(' ', l.number, t.kind, count(*), sum(t.quantity), t.unit) as line
      from materials.material_transactions t join materials.material_lots l on l.id = t.lot_id
      group by l.number, t.kind, t.unit order by 1`;
    const busy = await sql<{ code: string }[]>`select code from equipment.equipment where status = 'IN_USE'`;
    return {
      rows: await countRows(sql),
      events: await readStream(bus),
      audited: audited.map(({ id }) => id),
      ledger: ledger.map(({ line }) => line),
      deadLetters: (await bus.manager.streams.info(DEAD_LETTERS)).state.messages,
      busyMachines: busy.map(({ code }) => code),
    };
  } finally {
    await Promise.all([sql.end({ timeout: 5 }), bus.close()]);
  }
}

/** No outbox holds anything, and no consumer has anything before it: twice, for an effect may make events. */
async function quiet(sql: postgres.Sql, bus: Bus): Promise<void> {
  let times = 0;
  for (let waited = 0; times < 2; waited += POLL_MS) {
    const left = await waiting(sql, bus);
    times = left.length === 0 ? times + 1 : 0;
    if (waited > QUIET_LIMIT_MS) throw new Error(`the plant does not come to rest: ${left.join(', ')}`);
    await sleep(POLL_MS);
  }
}

async function waiting(sql: postgres.Sql, bus: Bus): Promise<string[]> {
  const left: string[] = [];
  for (const { schema, name } of await tables(sql)) {
    if (name !== 'outbox') continue;
    const [row] = await sql`select count(*)::int as count from ${sql(schema)}.outbox`;
    if (row?.count > 0) left.push(`${row?.count} in the outbox of ${schema}`);
  }
  for await (const { name, num_pending, num_ack_pending, num_waiting } of bus.manager.consumers.list(EVENTS))
    if (num_pending + num_ack_pending > 0)
      left.push(`${num_pending} before ${name} (${num_waiting} pulls), ${num_ack_pending} without an answer`);
  return left;
}

const tables = (sql: postgres.Sql) => sql<{ schema: string; name: string }[]>`
  select table_schema as schema, table_name as name from information_schema.tables
  where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`;

async function countRows(sql: postgres.Sql): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const { schema, name } of await tables(sql)) {
    const [row] = await sql`select count(*)::int as count from ${sql(schema)}.${sql(name)}`;
    rows[`${schema}.${name}`] = row?.count as number;
  }
  return rows;
}

async function readStream(bus: Bus): Promise<StreamedEvent[]> {
  const { first_seq, last_seq } = (await bus.manager.streams.info(EVENTS)).state;
  const events: StreamedEvent[] = [];
  for (let seq = first_seq; seq <= last_seq; seq++) {
    const message = await bus.manager.streams.getMessage(EVENTS, { seq });
    const { id, type, source, subject } = message.json<CloudEvent>();
    events.push({ id, type, entity: `${source} ${subject}`, messageId: message.header.get('Nats-Msg-Id') });
  }
  return events;
}

/**
 * What of the plant's facts is not what the plan, played once, makes: nothing where each effect came once.
 * @param before what the plant held before, such as the demo plant
 */
export function effectFaults(plan: ReplayPlan, before: PlantFacts, facts: PlantFacts): string[] {
  const faults: string[] = [];
  const same = (what: string, seen: unknown, expected: unknown) => {
    if (JSON.stringify(seen) !== JSON.stringify(expected))
      faults.push(`${what}: ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`);
  };
  const { events, audited } = facts;
  const added = (table: string) => (facts.rows[table] ?? 0) - (before.rows[table] ?? 0);
  same('events that the stream holds twice', doubled(events.map(({ id }) => id)), []);
  same('messages that the stream holds twice', doubled(events.map(({ messageId }) => messageId)), []);
  same('events that were audited twice', doubled(audited), []);
  same(
    'events that were not audited',
    without(
      events.map(({ id }) => id),
      audited,
    ),
    [],
  );
  same(
    'audited events that the stream does not hold',
    without(
      audited,
      events.map(({ id }) => id),
    ),
    [],
  );
  same('entities whose events changed places', disordered(events), []);
  same('dead letters', facts.deadLetters, 0);
  same('machines in use', without(facts.busyMachines, before.busyMachines), []);
  same('the ledger', without(facts.ledger, before.ledger), plannedLedger(plan));
  same('what was in the ledger before', without(before.ledger, facts.ledger), []);
  const { expected } = plan;
  same('executions', added('work_orders.operation_executions'), expected.executions);
  same('genealogy edges', added('traceability.genealogy_edges'), expected.genealogyEdges);
  same('serial numbers', added('materials.serialized_parts'), expected.serials);
  same('serial numbers of orders', added('work_orders.work_order_serials'), expected.serials);
  same('orders', added('work_orders.work_orders'), expected.orders);
  same('process steps', added('traceability.process_steps'), expected.executions);
  return faults;
}

function doubled(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function without(values: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return values.filter((value) => !known.has(value));
}

/** Ids of events are made in order of time: within an entity, the stream must have them in that order. */
function disordered(events: readonly StreamedEvent[]): string[] {
  const last = new Map<string, string>();
  return events.flatMap(({ id, type, entity }) => {
    const before = last.get(entity);
    last.set(entity, id);
    return before !== undefined && before > id ? [`${type} of ${entity}`] : [];
  });
}

function plannedLedger(plan: ReplayPlan): string[] {
  const consumed = plan.steps.filter((step) => step.kind === 'consume-material');
  return plan.lots
    .flatMap(({ number, received, used, unit }) => {
      const times = consumed.filter(({ lotNumber }) => lotNumber === number).length;
      return [
        `${number} RECEIPT 1 ${received} ${unit}`,
        ...(times > 0 ? [`${number} CONSUMPTION ${times} -${used} ${unit}`] : []),
      ];
    })
    .sort();
}

/** Sessions differ with each run, and readings with the time; what was handled counts by the events. */
const OF_RUNNING = /^(auth|iot)\b|\.(inbox|audit_entries)$/;
const SAID_BY_RUNNING = /^\/machshop\/(auth|iot) /;

/** Where two plants in which the same was played differ, in rows and in events. */
export function differences(one: PlantFacts, other: PlantFacts): string[] {
  const both = { ...compared(one), ...compared(other) };
  const [left, right] = [compared(one), compared(other)];
  return Object.keys(both)
    .filter((key) => (left[key] ?? 0) !== (right[key] ?? 0))
    .map((key) => `${key}: ${left[key] ?? 0}, and ${right[key] ?? 0}`);
}

function compared({ rows, events }: PlantFacts): Record<string, number> {
  const counts = Object.fromEntries(Object.entries(rows).filter(([table]) => !OF_RUNNING.test(table)));
  for (const { type, entity } of events)
    if (!SAID_BY_RUNNING.test(entity)) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
