import { type Context, grouped, UserFacingError } from '@machshop/server';
import { sensorsOfEquipment } from '../loaders.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { KnownExecutionRow } from '../replica/tables.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { type FoundReadings, findReadings, rangeBetween } from '../sensor-reading/find.ts';

const MAX_RUNS = 50;
const MAX_SENSORS = 50;
const MAX_TAGS = 50;

export interface FoundRun {
  readonly execution: KnownExecutionRow & { readonly equipmentId: string };
  readonly tags: readonly string[] | null;
  readonly maxPoints: number;
}

export interface FoundSensor {
  readonly sensor: SensorRow;
  readonly readings: FoundReadings;
}

const executionsOfOperation = (ctx: Context) =>
  ctx.loader<string, KnownExecutionRow[]>('executionsOfOperation', async (tx, ids) => {
    const rows = await new ReplicaStore(tx, ctx.viewer.tenantId).executionsOf(ids, MAX_RUNS * ids.length);
    return grouped(ids, rows, (row) => row.operationId);
  });

/** The runs of an operation on machines, of one serial number where it is given. */
export async function findRuns(
  ctx: Context,
  operationId: string,
  args: {
    serialNumber?: string | null | undefined;
    tags?: readonly string[] | null | undefined;
    maxPoints: number;
  },
): Promise<FoundRun[]> {
  const { serialNumber, maxPoints } = args;
  if (args.tags && args.tags.length > MAX_TAGS)
    throw new UserFacingError('BAD_USER_INPUT', `at most ${MAX_TAGS} tags may be asked for`);
  const runs = await executionsOfOperation(ctx).load(operationId);
  return runs
    .filter((run): run is FoundRun['execution'] => run.equipmentId !== null)
    .filter((run) => serialNumber == null || run.serialNumbers.includes(serialNumber))
    .slice(0, MAX_RUNS)
    .map((execution) => ({ execution, tags: args.tags ?? null, maxPoints }));
}

/** What the machine's sensors said during a run, from its start to its completion. */
export async function findSensorsOfRun(
  ctx: Context,
  { execution, tags, maxPoints }: FoundRun,
): Promise<FoundSensor[]> {
  const { startedAt } = execution;
  const end = execution.completedAt ?? ctx.now();
  const range = rangeBetween(startedAt, end > startedAt ? end : new Date(startedAt.getTime() + 1));
  const sensors = (await sensorsOfEquipment(ctx).load(execution.equipmentId))
    .filter(({ tag }) => tags === null || tags.includes(tag))
    .slice(0, MAX_SENSORS);
  const found: FoundSensor[] = [];
  // one after another: fifty charts at once would take every connection
  for (const sensor of sensors)
    found.push({ sensor, readings: await findReadings(ctx, sensor, range, maxPoints, 'LTTB') });
  return found;
}
