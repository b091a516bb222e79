import postgres from 'postgres';
import { percentile } from '../report.ts';

/** As many as a subgraph has. */
const CONNECTIONS = 10;

/** What the bare transactions took. */
export interface Baseline {
  readonly perSecond: number;
  readonly p50: number;
}

/**
 * The least that a start and a completion are in SQL, through the bare driver: tables of the same shape without
 * row-level security, the order's row locked, the run written, the operation and the serial's step updated, history
 * and event inserted, in one transaction with prepared statements.
 */
export async function measureBaseline(url: string, users: number, perUser: number): Promise<Baseline> {
  const sql = postgres(url, { max: CONNECTIONS, onnotice: () => {} });
  try {
    await prepare(sql, users);
    const times: number[] = [];
    const began = performance.now();
    await Promise.all(
      Array.from({ length: users }, async (_, user) => {
        for (let n = 0; n < perUser; n++) {
          const at = performance.now();
          await transaction(sql, user, n);
          times.push(performance.now() - at);
        }
      }),
    );
    return { perSecond: times.length / ((performance.now() - began) / 1_000), p50: percentile(times, 0.5) };
  } finally {
    await sql`drop schema if exists bench_orders cascade`.catch(() => {});
    await sql.end({ timeout: 5 });
  }
}

async function prepare(sql: postgres.Sql, users: number): Promise<void> {
  await sql.unsafe(`
    drop schema if exists bench_orders cascade;
    create schema bench_orders;
    create table bench_orders.orders (id int primary key, status text not null, good numeric not null default 0);
    create table bench_orders.operations (id int primary key, order_id int references bench_orders.orders,
      status text not null, good numeric not null default 0, open_run uuid);
    create table bench_orders.runs (id uuid primary key, operation_id int references bench_orders.operations,
      serials text[] not null, operator text not null, started_at timestamptz not null, completed_at timestamptz,
      recorded_at timestamptz not null);
    create index on bench_orders.runs (operation_id, started_at);
    create table bench_orders.steps (operation_id int, serial text, status text not null,
      primary key (operation_id, serial));
    create table bench_orders.history (id uuid primary key, order_id int not null, action text not null,
      old jsonb, new jsonb, actor text not null, at timestamptz not null);
    create index on bench_orders.history (order_id, at);
    create table bench_orders.outbox (sequence bigint generated always as identity primary key,
      message_id text not null, subject text not null, envelope text not null, at timestamptz not null default now());
    insert into bench_orders.orders (id, status) select n, 'RELEASED' from generate_series(0, ${users}) n;
    insert into bench_orders.operations (id, order_id, status) select n, n, 'READY' from generate_series(0, ${users}) n;
  `);
}

const ENVELOPE = JSON.stringify({ data: 'x'.repeat(1_200) });

/** Even ones start, odd ones complete what the one before started. */
async function transaction(sql: postgres.Sql, user: number, n: number): Promise<void> {
  const serial = `S-${user}-${n >> 1}`;
  const starts = n % 2 === 0;
  await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${String(user)}, true)`;
    await tx`select o.*, w.status as order_status from bench_orders.operations o
      join bench_orders.orders w on w.id = o.order_id where o.id = ${user} for update`;
    await tx`select * from bench_orders.steps where operation_id = ${user} and serial = ${serial}`;
    if (starts)
      await tx`with run as (
          insert into bench_orders.runs (id, operation_id, serials, operator, started_at, recorded_at)
          values (gen_random_uuid(), ${user}, ${[serial]}, 'bench', now(), now()) returning id
        ), step as (insert into bench_orders.steps values (${user}, ${serial}, 'RUNNING'))
        update bench_orders.operations set status = 'IN_PROGRESS', open_run = (select id from run) where id = ${user}`;
    else
      await tx`with run as (
          update bench_orders.runs set completed_at = now()
          where id = (select open_run from bench_orders.operations where id = ${user})
        ), step as (update bench_orders.steps set status = 'DONE' where operation_id = ${user} and serial = ${serial})
        update bench_orders.operations set good = good + 1, open_run = null where id = ${user}`;
    await tx`insert into bench_orders.history values (gen_random_uuid(), ${user}, 'CHANGED', null, ${'{"a":1}'}, 'bench', now())`;
    await tx`insert into bench_orders.outbox (message_id, subject, envelope) values (${serial}, 'mes.bench', ${ENVELOPE})`;
  });
}
