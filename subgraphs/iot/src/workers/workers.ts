import { systemViewer } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { recorder, runConsumer } from '@machshop/events';
import type { Worker, WorkerSetup } from '@machshop/server';
import { newTrace } from '@machshop/telemetry';
import type { Actor } from '../actor.ts';
import { AlertRuleStore } from '../alert-rule/store.ts';
import { moveHeld } from '../discovered-tag/move.ts';
import { DiscoveredTagStore } from '../discovered-tag/store.ts';
import { settleSilent } from '../equipment-state/derive.ts';
import { EquipmentStateStore } from '../equipment-state/store.ts';
import { telemetryConsumer } from '../ingest/ingest.ts';
import { RegistryCache } from '../ingest/registry.ts';
import { tellingLive } from '../live/tell.ts';
import { SensorStore } from '../sensor/store.ts';
import { escalateRow } from '../sensor-alert/commands.ts';
import { raiseSilent } from '../sensor-alert/judge.ts';
import { SensorAlertStore } from '../sensor-alert/store.ts';
import type { IotServices } from '../services.ts';
import type { TimeSeries } from '../time-series/time-series.ts';
import { startPeriodic } from './periodic.ts';
import { tenantsWithWork } from './store.ts';

const SUBGRAPH = 'iot';
const CLOCK_MS = 1_000;
/** A store that was away at the start is looked for this often, less often the longer it stays away. */
const PREPARATION_MS = 1_000;
const MAX_PREPARATION_MS = 15_000;
const HOUSEKEEPING_MS = 15 * 60_000;
/** The server's clock goes on with a condition only when its next readings might long be here. */
const SILENCE_MS = 10_000;
const BATCH = 500;

/** Starts what takes readings in, and what happens by the clock. */
export async function startWorkers(setup: WorkerSetup): Promise<Worker[]> {
  const { db, bus, now, log } = setup;
  const { timeSeries, preparation } = setup.services as IotServices;
  const registries = new RegistryCache();
  const consumer = tellingLive(telemetryConsumer(timeSeries, registries), registries, bus.connection);
  return [
    await runConsumer({ subgraph: SUBGRAPH, consumer, bus, db, now, log }),
    startPeriodic({
      name: 'clock',
      everyMs: CLOCK_MS,
      log,
      async run() {
        let done = 0;
        for (const tenantId of await tenantsWithWork(db))
          done += await tick(setup, timeSeries, registries, tenantId);
        return done;
      },
    }),
    startPeriodic({
      name: 'preparation',
      everyMs: PREPARATION_MS,
      maxBackoffMs: MAX_PREPARATION_MS,
      log,
      async run() {
        await preparation.goOn();
        return 0;
      },
    }),
    startPeriodic({
      name: 'housekeeping',
      everyMs: HOUSEKEEPING_MS,
      log,
      async run() {
        await preparation.again();
        await timeSeries.retain(now());
        return 0;
      },
    }),
  ];
}

async function tick(
  setup: WorkerSetup,
  timeSeries: TimeSeries,
  registries: RegistryCache,
  tenantId: string,
): Promise<number> {
  const { db, now } = setup;
  const viewer = systemViewer(tenantId, SUBGRAPH);
  const write = <T>(work: (tx: Tx) => Promise<T>) => db.write(tenantId, work);
  const record = recorder(SUBGRAPH, viewer, now, newTrace());
  await write((tx) => onTime({ tx, viewer, record, now }, registries));
  await write((tx) => escalateOverdue({ tx, viewer, record, now }));
  let done = await write((tx) => timeSeries.rollUp({ tx, tenantId }, now()));
  for (const tag of await write((tx) => new DiscoveredTagStore(tx, tenantId).leftovers(BATCH))) {
    const [sensor] = await write((tx) => new SensorStore(tx, tenantId).byIds([tag.sensorId ?? '']));
    if (sensor) done += await moveHeld({ viewer, now, write }, timeSeries, tag, sensor);
  }
  return done;
}

/** Conditions that have lasted, of sensors that say nothing more. */
async function onTime(actor: Actor, registries: RegistryCache): Promise<void> {
  const { tx, viewer, now } = actor;
  const until = new Date(now().getTime() - SILENCE_MS);
  const pending = await new AlertRuleStore(tx, viewer.tenantId).pending(until, BATCH);
  const unsettled = await new EquipmentStateStore(tx, viewer.tenantId).unsettled(until, BATCH);
  if (pending.length + unsettled.length === 0) return;
  const registry = await registries.current(tx, viewer.tenantId);
  const ids = (rows: readonly { ruleId: string }[]) => rows.map(({ ruleId }) => ruleId);
  await raiseSilent(actor, registry, ids(pending), until);
  await settleSilent(actor, registry, ids(unsettled));
}

async function escalateOverdue(actor: Actor): Promise<void> {
  const overdue = await new SensorAlertStore(actor.tx, actor.viewer.tenantId).overdue(actor.now(), BATCH);
  for (const row of overdue) await escalateRow(actor, row, 'nobody acknowledged it in time');
}
