import type { Caller } from './caller.ts';
import type { E2ePlant } from './e2e-plant.ts';
import { OWN_PASSWORD, signIn, signInAdministrator } from './scenario/people.ts';

const FIRST_PASSWORD = 'given by the administrator';

/** A site where things happen, and who does and sees all of it there. */
export interface Place {
  /** Codes and numbers of the place begin with it. */
  readonly prefix: string;
  readonly siteId: string;
  readonly boss: Caller;
  readonly workCenterId: string;
  readonly equipmentId: string;
  readonly orderId: string;
}

/** Two sites of one tenant, the second with people of its own, and the site of another tenant. */
export interface Places {
  readonly home: Place;
  readonly branch: Place;
  readonly rival: Place;
  /** Of the first tenant; may see no pieces. */
  readonly maintenance: Caller;
  /** Of the first tenant; has not chosen a password, and may do and see nothing before. */
  readonly newcomer: Caller;
}

/** Sets them up over the public API. */
export async function findPlaces(plant: E2ePlant): Promise<Places> {
  const administrator = await signInAdministrator(plant, plant.tenant);
  const { site } = await administrator.act<{ site: { id: string } }>(
    'createSite',
    { code: 'BRANCH', name: 'Branch', timeZone: 'UTC' },
    'site { id }',
  );
  const arrive = async (username: string, role: string, siteIds: readonly string[] = []) => {
    const user = { username, displayName: username, roles: [role], siteIds, password: FIRST_PASSWORD };
    await administrator.act('createUser', user);
    return (await signIn(plant, plant.tenant, username, FIRST_PASSWORD)).caller;
  };
  const hired = async (username: string, role: string, siteIds?: readonly string[]) => {
    const caller = await arrive(username, role, siteIds);
    await caller.act('changeOwnPassword', { oldPassword: FIRST_PASSWORD, newPassword: OWN_PASSWORD });
    return (await signIn(plant, plant.tenant, username, OWN_PASSWORD)).caller;
  };
  const other = await plant.makeTenant('rival');
  await plant.quiet();
  const { siteId } = plant.tenant;
  return {
    home: await settle(plant, { prefix: 'HOME', siteId, boss: administrator }),
    branch: await settle(plant, {
      prefix: 'BRANCH',
      siteId: site.id,
      boss: await hired('branch', 'ADMINISTRATOR', [site.id]),
    }),
    rival: await settle(plant, {
      prefix: 'RIVAL',
      siteId: other.siteId,
      boss: await signInAdministrator(plant, other),
    }),
    maintenance: await hired('maintenance', 'MAINTENANCE_TECHNICIAN'),
    newcomer: await arrive('newcomer', 'ADMINISTRATOR'),
  };
}

/** A bench, a store, parts and an order on the floor. */
async function settle(plant: E2ePlant, place: Pick<Place, 'prefix' | 'siteId' | 'boss'>): Promise<Place> {
  const { prefix, siteId, boss } = place;
  const bench = `${prefix}-BENCH`;
  const { workCenter } = await boss.act<{ workCenter: { id: string } }>(
    'createWorkCenter',
    { siteId, code: bench, name: 'Bench', area: 'SHOP' },
    'workCenter { id }',
  );
  const { equipment } = await boss.act<{ equipment: { id: string } }>(
    'createEquipment',
    { workCenterCode: bench, code: `${bench}-1`, name: 'Bench 1' },
    'equipment { id }',
  );
  const store = { siteId, code: `${prefix}-STORE`, name: 'Store', kind: 'STORE' };
  await boss.act('createInventoryLocation', store);
  await boss.act('importMasterData', masterData(prefix, bench));
  await plant.quiet();
  const order = { number: `${prefix}-WO`, partNumber: `${prefix}-ROTOR`, quantity: ea('10'), siteId };
  const { workOrder } = await boss.act<{ workOrder: { id: string } }>(
    'createWorkOrder',
    order,
    'workOrder { id }',
  );
  await boss.act('releaseWorkOrder', { id: workOrder.id });
  const bolts = { number: `${prefix}-BOLTS`, partNumber: `${prefix}-BOLT`, quantity: ea('100') };
  await boss.act('receiveMaterial', { ...bolts, locationCode: store.code });
  await plant.quiet();
  return { ...place, workCenterId: workCenter.id, equipmentId: equipment.id, orderId: workOrder.id };
}

/** So many pieces. */
export const ea = (value: string) => ({ value, unit: 'EA' });

const masterData = (prefix: string, workCenterCode: string) => ({
  reason: 'first import',
  parts: [
    { number: `${prefix}-ROTOR`, revision: 'A', name: 'Rotor', unit: 'EA', tracking: 'SERIAL' },
    { number: `${prefix}-BOLT`, revision: 'A', name: 'Bolt', unit: 'EA', tracking: 'LOT' },
  ],
  routings: [
    {
      number: `RT-${prefix}`,
      partNumber: `${prefix}-ROTOR`,
      operations: [
        {
          operationNumber: 10,
          name: 'Assemble',
          workCenterCode,
          personnelClass: 'MACHINIST',
          setupSeconds: '60',
          runSecondsPerUnit: '60',
        },
      ],
    },
  ],
});

/** The serial numbers of a place. */
export const serialNumbers = (place: Place, ...names: string[]) =>
  names.map((name) => `${place.prefix}-${name}`);

/** Pieces of the order of a place; gives their ids. */
export async function makeSerials(place: Place, ...names: string[]): Promise<string[]> {
  const serials = serialNumbers(place, ...names).map((serialNumber) => ({ serialNumber }));
  const { serializedParts } = await place.boss.act<{ serializedParts: { id: string }[] }>(
    'createSerials',
    { workOrderNumber: `${place.prefix}-WO`, serials },
    'serializedParts { id }',
  );
  return serializedParts.map(({ id }) => id);
}

/** A sensor of the machine of a place; gives its id. */
export const configureSensor = async (place: Place, tag: string): Promise<string> => {
  const described = { equipmentId: place.equipmentId, tag, parameter: 'torque', unit: 'NU' };
  const { sensor } = await place.boss.act<{ sensor: { id: string } }>(
    'configureSensor',
    described,
    'sensor { id }',
  );
  return sensor.id;
};
