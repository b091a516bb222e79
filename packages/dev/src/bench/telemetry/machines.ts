import { PlantClient } from '../../client/plant-client.ts';
import { type BenchPlant, DEMO_PASSWORD } from '../plant.ts';

const ERRORS = 'errors { __typename code message path }';
const AT_ONCE = 8;

/** Makes the work center that the machines stand in, once. */
export async function makeWorkCenter({ plant, first }: BenchPlant): Promise<PlantClient> {
  const client = new PlantClient(plant.url, DEMO_PASSWORD);
  await client.mutate(
    'maintenance',
    `mutation ($input: CreateWorkCenterInput!) { createWorkCenter(input: $input) { ${ERRORS} } }`,
    { siteId: first.siteId, code: 'MILL', name: 'Milling', area: 'machining' },
    'the work center',
  );
  return client;
}

/** Makes a machine with sensors for these tags; gives the sensors' ids. */
export async function makeMachine(
  client: PlantClient,
  code: string,
  tags: readonly string[],
): Promise<readonly string[]> {
  const { equipment } = await client.mutate<{ equipment: { id: string } }>(
    'maintenance',
    `mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { equipment { id } ${ERRORS} } }`,
    { code, workCenterCode: 'MILL', name: code, equipmentClass: 'MACHINE' },
    code,
  );
  const ids: string[] = [];
  for (let from = 0; from < tags.length; from += AT_ONCE) {
    const some = tags.slice(from, from + AT_ONCE).map(async (tag) => {
      const { sensor } = await client.mutate<{ sensor: { id: string } }>(
        'maintenance',
        `mutation ($input: ConfigureSensorInput!) { configureSensor(input: $input) { sensor { id } ${ERRORS} } }`,
        { equipmentId: equipment.id, tag, parameter: 'benchmark' },
        `${code} ${tag}`,
      );
      return sensor.id;
    });
    ids.push(...(await Promise.all(some)));
  }
  return ids;
}
