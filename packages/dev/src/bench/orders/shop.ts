import { newId } from '@machshop/db';
import { PlantClient } from '../../client/plant-client.ts';
import { type BenchPlant, DEMO_PASSWORD } from '../plant.ts';

const ERRORS = 'errors { __typename code message path }';
const PART = 'BENCH-BRACKET';
const CENTER = 'BENCH-MILL';
/** Orders made at one time. */
const AT_ONCE = 16;

/** The work of one user: an order of its own with serials, on a machine of its own. */
export interface UserWork {
  readonly equipmentCode: string;
  readonly operationIds: readonly string[];
  readonly serialNumbers: readonly string[];
}

/** Makes a part with two operations, and an order and a machine for each user, through the API. */
export async function makeShop(
  { plant, first }: BenchPlant,
  users: number,
  serials: number,
): Promise<UserWork[]> {
  const client = new PlantClient(plant.url, DEMO_PASSWORD);
  const round = newId().slice(-8);
  await client.mutate(
    'maintenance',
    `mutation ($input: CreateWorkCenterInput!) { createWorkCenter(input: $input) { ${ERRORS} } }`,
    { siteId: first.siteId, code: `${CENTER}-${round}`, name: 'Mills of the benchmark', area: 'MACHINING' },
    'the work center',
  );
  const operation = (operationNumber: number) => ({
    operationNumber,
    name: `OP${operationNumber}`,
    workCenterCode: `${CENTER}-${round}`,
    equipmentClass: 'MILL',
    setupSeconds: '0',
    runSecondsPerUnit: '60',
  });
  const partNumber = `${PART}-${round}`;
  const part = { number: partNumber, revision: 'A', name: 'Bracket', unit: 'EA', tracking: 'SERIAL' };
  const effectiveFrom = new Date(Date.now() - 86_400_000).toISOString();
  await client.mutate(
    'planner',
    `mutation ($input: ImportMasterDataInput!) { importMasterData(input: $input) { ${ERRORS} } }`,
    {
      parts: [{ ...part, effectiveFrom }],
      routings: [
        {
          number: `ROUTING-${partNumber}`,
          partNumber,
          revision: 'A',
          operations: [operation(10), operation(20)],
        },
      ],
    },
    'the master data',
  );
  const work: UserWork[] = [];
  for (let from = 0; from < users; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, users - from) }, (_, i) => from + i);
    work.push(
      ...(await Promise.all(some.map((user) => makeWork(client, `${round}-${user}`, partNumber, serials)))),
    );
  }
  await plant.idle();
  return work;
}

async function makeWork(
  client: PlantClient,
  name: string,
  partNumber: string,
  serials: number,
): Promise<UserWork> {
  const equipmentCode = `BENCH-${name}`;
  await client.mutate(
    'maintenance',
    `mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { ${ERRORS} } }`,
    { workCenterCode: `${CENTER}-${name.split('-')[0]}`, code: equipmentCode, name, equipmentClass: 'MILL' },
    equipmentCode,
  );
  const id = newId();
  const { workOrder } = await client.mutate<{ workOrder: { operations: { id: string }[] } }>(
    'planner',
    `mutation ($input: CreateWorkOrderInput!) { createWorkOrder(input: $input) { workOrder { operations { id } } ${ERRORS} } }`,
    { id, number: `WO-BENCH-${name}`, partNumber, quantity: { value: String(serials), unit: 'EA' } },
    'an order',
  );
  const released = await client.mutate<{ workOrder: { operations: { id: string }[] } }>(
    'planner',
    `mutation ($input: ReleaseWorkOrderInput!) { releaseWorkOrder(input: $input) { workOrder { operations { id } } ${ERRORS} } }`,
    { id },
    'releasing an order',
  );
  const serialNumbers = Array.from({ length: serials }, (_, i) => `BENCH-${name}-${i}`);
  await client.mutate(
    'supervisor',
    `mutation ($input: CreateSerialsInput!) { createSerials(input: $input) { ${ERRORS} } }`,
    { workOrderNumber: `WO-BENCH-${name}`, serials: serialNumbers.map((serialNumber) => ({ serialNumber })) },
    'serials',
  );
  const operations =
    released.workOrder.operations.length > 0 ? released.workOrder.operations : workOrder.operations;
  return { equipmentCode, operationIds: operations.map((one) => one.id), serialNumbers };
}
