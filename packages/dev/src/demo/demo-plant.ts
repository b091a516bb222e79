import { PlantClient } from '../client/plant-client.ts';
import type { FirstStart } from '../plant/first-start.ts';
import type { Plant } from '../plant/plant.ts';
import { deterministicId } from '../replay/ids.ts';
import { seedDemoQuality } from './demo-quality.ts';
import { seedDemoSensors } from './demo-sensors.ts';

const ERRORS = 'errors { __typename code message path }';
const ORDER = 'WO-DEMO-001';
const LOT = 'LOT-2026-0451';
const MADE_AT = Date.UTC(2026, 0, 5, 6);
const SERIALS = ['BLADE-0001', 'BLADE-0002', 'BLADE-0003'];

/** The id of a demo object: the same at every start, so that a start that was cut short is simply done again. */
const id = (key: string) => deterministicId(MADE_AT, `demo plant ${key}`);

/**
 * Fills a new plant with something to look at: a turbine blade with its routing, a certified titanium lot, an
 * order at work. Through the public API, with the demo log-ins. A plant that has it already is left alone.
 */
export async function seedDemoPlant(
  plant: Pick<Plant, 'url'>,
  first: FirstStart,
  say: (line: string) => void,
): Promise<void> {
  const client = new PlantClient(plant.url, first.demoPassword);
  const { workOrderByNumber: order } = await client.query<{ workOrderByNumber: { status: string } | null }>(
    'supervisor',
    'query ($number: String!) { workOrderByNumber(number: $number) { status } }',
    { number: 'WO-DEMO-002' },
  );
  if (!order) {
    say('filling the demo plant: a turbine blade, its routing, a titanium lot, two orders');
    await machines(client, first.siteId);
    await masterData(client);
    await material(client);
    await ordersAtWork(client);
  }
  await seedDemoQuality(client, say);
  await seedDemoSensors(client, say);
}

async function machines(client: PlantClient, siteId: string): Promise<void> {
  const centers = [
    { code: 'MILL-5AX', name: '5-axis milling', area: 'machining' },
    { code: 'BENCH', name: 'Deburring and assembly', area: 'finishing' },
    { code: 'INSPECT', name: 'Inspection', area: 'quality' },
  ];
  for (const center of centers) {
    const input = { id: id(`work center ${center.code}`), siteId, ...center };
    await client.mutate(
      'maintenance',
      `mutation ($input: CreateWorkCenterInput!) { createWorkCenter(input: $input) { ${ERRORS} } }`,
      input,
      center.code,
    );
  }
  const equipment = [
    {
      code: 'DMU-01',
      workCenterCode: 'MILL-5AX',
      name: 'DMU 50 #1',
      equipmentClass: '5-AXIS-CNC',
      manufacturer: 'DMG Mori',
      model: 'DMU 50',
    },
    {
      code: 'DMU-02',
      workCenterCode: 'MILL-5AX',
      name: 'DMU 50 #2',
      equipmentClass: '5-AXIS-CNC',
      manufacturer: 'DMG Mori',
      model: 'DMU 50',
    },
    { code: 'BENCH-01', workCenterCode: 'BENCH', name: 'Bench 1', equipmentClass: 'BENCH' },
    {
      code: 'CMM-01',
      workCenterCode: 'INSPECT',
      name: 'Global S',
      equipmentClass: 'CMM',
      manufacturer: 'Hexagon',
      model: 'Global S',
    },
  ];
  for (const machine of equipment) {
    const input = { id: id(`equipment ${machine.code}`), ...machine };
    await client.mutate(
      'maintenance',
      `mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { ${ERRORS} } }`,
      input,
      machine.code,
    );
  }
  for (const [code, name, kind] of [
    ['RAW-STORE', 'Raw material store', 'STORE'],
    ['FLOOR', 'At the machines', 'FLOOR'],
  ]) {
    const input = { id: id(`location ${code}`), siteId, code, name, kind };
    await client.mutate(
      'material.handler',
      `mutation ($input: CreateInventoryLocationInput!) { createInventoryLocation(input: $input) { ${ERRORS} } }`,
      input,
      `${code}`,
    );
  }
}

async function masterData(client: PlantClient): Promise<void> {
  const effectiveFrom = new Date(MADE_AT).toISOString();
  const operation = (
    operationNumber: number,
    name: string,
    workCenterCode: string,
    equipmentClass: string,
    runSecondsPerUnit: string,
    more = {},
  ) => ({
    operationNumber,
    name,
    workCenterCode,
    equipmentClass,
    personnelClass: 'CNC-OPERATOR-LEVEL-3',
    setupSeconds: '1800',
    runSecondsPerUnit,
    ...more,
  });
  await client.mutate(
    'planner',
    `mutation ($input: ImportMasterDataInput!) { importMasterData(input: $input) { ${ERRORS} } }`,
    {
      reason: 'demo plant',
      materials: [{ code: 'TI-6AL-4V', name: 'Titanium alloy Ti-6Al-4V, bar', unit: 'KGM', critical: true }],
      customers: [{ code: 'TF39-PROGRAM', name: 'TF39 engine program' }],
      parts: [
        {
          number: 'BLADE-TF39-001',
          revision: 'C',
          name: 'Turbine blade',
          unit: 'EA',
          tracking: 'SERIAL',
          critical: true,
          effectiveFrom,
        },
      ],
      boms: [
        {
          partNumber: 'BLADE-TF39-001',
          revision: 'C',
          effectiveFrom,
          lines: [
            {
              position: 10,
              materialCode: 'TI-6AL-4V',
              quantity: { value: '2.55', unit: 'KGM' },
              operationNumber: 10,
            },
          ],
        },
      ],
      routings: [
        {
          number: 'ROUTING-BLADE-TF39-001-REV-C',
          partNumber: 'BLADE-TF39-001',
          revision: 'C',
          description: 'Turbine blade manufacturing process',
          operations: [
            operation(10, 'Rough machining', 'MILL-5AX', '5-AXIS-CNC', '9000'),
            operation(20, 'Finish machining', 'MILL-5AX', '5-AXIS-CNC', '5400', { qualityCritical: true }),
            operation(30, 'Deburring', 'BENCH', 'BENCH', '900'),
            operation(40, 'Final inspection', 'INSPECT', 'CMM', '1200', { qualityCritical: true }),
          ],
        },
      ],
    },
    'the master data of the demo plant',
  );
}

async function material(client: PlantClient): Promise<void> {
  await client.mutate(
    'material.handler',
    `mutation ($input: ReceiveMaterialInput!) { receiveMaterial(input: $input) { ${ERRORS} } }`,
    {
      id: id(`lot ${LOT}`),
      number: LOT,
      materialCode: 'TI-6AL-4V',
      quantity: { value: '25.5', unit: 'KGM' },
      locationCode: 'RAW-STORE',
      supplier: 'Example Titanium',
      supplierLotNumber: 'HT-88123',
      heatNumber: '88123',
      unitCost: '142.50',
    },
    LOT,
  );
  await client.mutate(
    'inspector',
    `mutation ($input: RecordMaterialCertificateInput!) { recordMaterialCertificate(input: $input) { ${ERRORS} } }`,
    {
      id: id('certificate'),
      lotNumber: LOT,
      number: 'MTR-88123',
      kind: 'MILL_TEST_REPORT',
      issuedBy: 'Example Titanium',
      issuedAt: '2026-01-02',
    },
    'the certificate',
  );
}

async function ordersAtWork(client: PlantClient): Promise<void> {
  const create = `mutation ($input: CreateWorkOrderInput!) { createWorkOrder(input: $input) { ${ERRORS} } }`;
  const order = { partNumber: 'BLADE-TF39-001', quantity: { value: '3', unit: 'EA' } };
  await client.mutate(
    'planner',
    create,
    { id: id(ORDER), number: ORDER, description: 'Turbine blade manufacturing', priority: 25, ...order },
    ORDER,
  );
  await client
    .mutate(
      'planner',
      `mutation ($input: ReleaseWorkOrderInput!) { releaseWorkOrder(input: $input) { ${ERRORS} } }`,
      { id: id(ORDER) },
      `releasing ${ORDER}`,
    )
    .catch(alreadyDone);
  const { workOrder } = await client.query<{ workOrder: { operations: { id: string }[] } }>(
    'operator',
    'query ($id: ID!) { workOrder(id: $id) { operations { id } } }',
    { id: id(ORDER) },
  );
  const operationId = workOrder.operations[0]?.id;
  const serials = SERIALS.map((serialNumber) => ({ id: id(`serial ${serialNumber}`), serialNumber }));
  await client.mutate(
    'operator',
    `mutation ($input: CreateSerialsInput!) { createSerials(input: $input) { ${ERRORS} } }`,
    { workOrderNumber: ORDER, serials },
    'the serials',
  );
  for (const [index, serialNumber] of SERIALS.slice(0, 2).entries()) {
    await client.mutate(
      'operator',
      `mutation ($input: ConsumeMaterialInput!) { consumeMaterial(input: $input) { ${ERRORS} } }`,
      {
        id: id(`consumption ${serialNumber}`),
        lotNumber: LOT,
        locationCode: 'RAW-STORE',
        quantity: { value: '2.55', unit: 'KGM' },
        workOrderNumber: ORDER,
        operationId,
        serialNumber,
        bomPosition: 10,
      },
      `titanium for ${serialNumber}`,
    );
    const executionId = id(`execution ${serialNumber}`);
    await client.mutate(
      'operator',
      `mutation ($input: StartOperationInput!) { startOperation(input: $input) { ${ERRORS} } }`,
      { id: executionId, operationId, equipmentCode: `DMU-0${index + 1}`, serialNumbers: [serialNumber] },
      `starting ${serialNumber}`,
    );
    // the second one stays at work: a plant where nothing runs is dull to look at
    if (index === 0)
      await client.mutate(
        'operator',
        `mutation ($input: CompleteOperationInput!) { completeOperation(input: $input) { ${ERRORS} } }`,
        { executionId },
        `completing ${serialNumber}`,
      );
  }
  await client.mutate(
    'planner',
    create,
    { id: id('WO-DEMO-002'), number: 'WO-DEMO-002', description: 'Turbine blade manufacturing', ...order },
    'WO-DEMO-002',
  );
}

/** A start that was cut short had come this far. */
function alreadyDone(error: Error & { refusals?: readonly { code: string }[] }): void {
  if (!error.refusals?.every(({ code }) => code === 'ILLEGAL_TRANSITION')) throw error;
}
