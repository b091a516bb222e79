import { readdirSync, readFileSync } from 'node:fs';
import { ensureTestServices, stopTestServices } from '@machshop/dev/services/index.ts';
import { startTestPlant, type TestPlant } from '@machshop/testing';
import { subgraph } from '../subgraph.ts';

/** A plant of this subgraph alone, on PostgreSQL and NATS of its own. */
export async function startBenchPlant(): Promise<TestPlant> {
  const { adminDatabaseUrl, natsUrl } = await ensureTestServices();
  process.env.MACHSHOP_TEST_ADMIN_DATABASE_URL = adminDatabaseUrl;
  process.env.MACHSHOP_TEST_NATS_URL = natsUrl;
  return startTestPlant({ subgraphs: [subgraph], logLevel: 'warn' });
}

export async function stopBenchPlant(plant: TestPlant): Promise<void> {
  await plant.close();
  await stopTestServices();
}

/** Waits until the stream is taken in; returns how long it took, in milliseconds. */
export async function untilTakenIn(plant: TestPlant): Promise<number> {
  const start = performance.now();
  for (;;) {
    const info = await plant.bus.manager.consumers.info('MES_TELEMETRY', 'iot-telemetry');
    if (info.num_pending === 0 && info.num_ack_pending === 0) return performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What tables take on disk, in MB. */
export async function diskMegabytes(
  plant: TestPlant,
  parent: string,
): Promise<{ table: number; indexes: number }> {
  const [row] = await plant.admin<{ tables: string; indexes: string }[]>`
    select coalesce(sum(pg_table_size(inhrelid)), 0) as tables, coalesce(sum(pg_indexes_size(inhrelid)), 0) as indexes
    from pg_inherits where inhparent = ${`iot.${parent}`}::regclass`;
  const mega = (bytes: string | undefined) => Math.round(Number(bytes ?? 0) / 1e5) / 10;
  return { table: mega(row?.tables), indexes: mega(row?.indexes) };
}

/** CPU milliseconds that the PostgreSQL server has used so far, its backends that are gone included. */
export async function postgresCpuMs(plant: TestPlant): Promise<number> {
  const [row] = await plant.admin<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const parent = Number(statOf(row?.pid ?? 0)[1]);
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = statOf(Number(name));
    if (Number(name) === parent) ticks += sum(stat, 11, 15);
    else if (Number(stat[1]) === parent) ticks += sum(stat, 11, 13);
  }
  // a tick is 10 ms on Linux
  return ticks * 10;
}

/** Fields of /proc/<pid>/stat behind the name: 0 state, 1 parent, 11 to 14 user and system time, own and of dead children. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

const sum = (stat: readonly string[], from: number, to: number): number =>
  stat.slice(from, to).reduce((total, field) => total + Number(field), 0);
