import { authEvents } from '@machshop/schema/events/auth.ts';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import {
  TELEMETRY_TYPE,
  type TelemetryReading,
  telemetrySubject,
} from '@machshop/schema/events/telemetry.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, TEST_SITE, TEST_TENANT, type TestPlant } from '@machshop/testing';

export const admin = persona('ADMINISTRATOR');
export const operator = persona('OPERATOR');
export const SITE_CODE = 'GAITHERSBURG';
/** The life of the collector's buffer. */
export const BUFFER = '01900000-0000-7000-8000-0000000000b1';

/** Ids that look like UUIDv7. */
export const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const noChange = (entity: { __typename: string; id: string }) => ({
  action: 'CREATE' as const,
  entity,
  old: null,
  new: null,
  reason: null,
});

/** Tells of a machine as the equipment subgraph would. */
export async function sayEquipment(
  plant: TestPlant,
  equipmentId: string,
  code: string,
  workCenterCode = 'VMX24',
): Promise<void> {
  const equipment = { __typename: 'Equipment' as const, id: equipmentId };
  await plant.say(equipmentEvents['equipment.created'], {
    id: equipmentId,
    siteId: TEST_SITE,
    data: {
      equipment,
      equipmentCode: code,
      name: code,
      siteId: TEST_SITE,
      workCenterCode,
      equipmentClass: null,
      status: 'AVAILABLE',
      change: noChange(equipment),
    },
  });
  const site = { __typename: 'Site' as const, id: TEST_SITE };
  await plant.say(authEvents['site.created'], {
    id: TEST_SITE,
    data: { site, code: SITE_CODE, change: noChange(site) },
  });
  await plant.idle();
}

/** Tells of a machine's status as the equipment subgraph would. */
export async function sayStatus(
  plant: TestPlant,
  equipmentId: string,
  code: string,
  status: readonly ['AVAILABLE' | 'MAINTENANCE', 'AVAILABLE' | 'MAINTENANCE'],
  at: Date,
): Promise<void> {
  const equipment = { __typename: 'Equipment' as const, id: equipmentId };
  await plant.say(equipmentEvents['equipment.status-changed'], {
    id: equipmentId,
    siteId: TEST_SITE,
    data: {
      equipment,
      equipmentCode: code,
      name: code,
      siteId: TEST_SITE,
      workCenterCode: 'VMX24',
      equipmentClass: null,
      status: status[1],
      from: status[0],
      to: status[1],
      reason: null,
      occurredAt: at.toISOString(),
      change: noChange(equipment),
    },
  });
  await plant.idle();
}

/** Tells of a run of an operation as the work-orders subgraph would. */
export async function sayExecution(
  plant: TestPlant,
  run: {
    execution: string;
    operation: string;
    equipment: string;
    serials: string[];
    startedAt: Date;
    completedAt: Date | null;
  },
): Promise<void> {
  const execution = { __typename: 'OperationExecution' as const, id: run.execution };
  const event = run.completedAt ? 'operation-execution.completed' : 'operation-execution.started';
  await plant.say(workOrderEvents[event], {
    id: run.execution,
    siteId: TEST_SITE,
    data: {
      execution,
      operation: { __typename: 'WorkOrderOperation', id: run.operation },
      operationNumber: 10,
      workOrder: { __typename: 'WorkOrder', id: id(9_001) },
      workOrderNumber: 'WO-1',
      siteId: TEST_SITE,
      part: { __typename: 'Part', id: id(9_002) },
      partNumber: 'BOX',
      workCenterCode: 'VMX24',
      qualityCritical: false,
      inspectionRequired: false,
      serials: run.serials.map((serialNumber) => ({ serialNumber, serializedPart: null })),
      equipment: { __typename: 'Equipment', id: run.equipment },
      equipmentCode: 'HURCO-02',
      operator: null,
      operatorName: 'test',
      startedAt: run.startedAt.toISOString(),
      completedAt: run.completedAt?.toISOString() ?? null,
      good: '1',
      scrap: '0',
      rework: '0',
      change: noChange(execution),
    },
  });
  await plant.idle();
}

export interface BatchInput {
  readonly equipment: string;
  readonly readings: readonly TelemetryReading[];
  readonly id?: string;
  readonly tenant?: string;
  readonly kind?: 'telemetry' | 'event';
  readonly subject?: string;
}

/** A batch as a collector writes it, and its subject. */
export function batch(input: BatchInput): { id: string; subject: string; text: string } {
  const at = {
    tenant: input.tenant ?? TEST_TENANT,
    site: SITE_CODE,
    area: 'milling',
    workCenter: 'VMX24',
    equipment: input.equipment,
  };
  const batchId = input.id ?? crypto.randomUUID();
  const text = JSON.stringify({
    specversion: '1.0',
    id: batchId,
    type: TELEMETRY_TYPE,
    source: '/collectors/edge-1',
    subject: `${at.site}/${at.area}/${at.workCenter}/${at.equipment}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    tenantid: at.tenant,
    data: {
      collector: 'edge-1',
      source: 'cell',
      buffer: BUFFER,
      site: at.site,
      area: at.area,
      workCenter: at.workCenter,
      equipment: at.equipment,
      kind: input.kind ?? 'telemetry',
      readings: input.readings,
    },
  });
  return { id: batchId, subject: input.subject ?? telemetrySubject(at), text };
}

/** Publishes a batch as a collector does. */
export async function sendBatch(plant: TestPlant, input: BatchInput): Promise<string> {
  const made = batch(input);
  await plant.bus.jetstream.publish(made.subject, made.text);
  return made.id;
}

/** One reading. */
export const reading = (
  tag: string,
  time: Date | string,
  value: TelemetryReading['value'],
  seq: number,
  quality: TelemetryReading['quality'] = 'GOOD',
): TelemetryReading => ({
  tag,
  sourceTime: typeof time === 'string' ? time : time.toISOString(),
  value,
  quality,
  seq,
});

/** Makes a sensor by mutation; returns its id. */
export async function makeSensor(
  plant: TestPlant,
  equipmentId: string,
  tag: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const { configureSensor } = await plant.run<{
    configureSensor: { sensor: { id: string } | null; errors: { code: string; message: string }[] };
  }>(
    'iot',
    admin,
    `mutation ($input: ConfigureSensorInput!) { configureSensor(input: $input) { sensor { id } errors { code message } } }`,
    { input: { equipmentId, tag, parameter: 'temperature', unit: 'CEL', ...more } },
  );
  if (!configureSensor.sensor) throw new Error(JSON.stringify(configureSensor.errors));
  return configureSensor.sensor.id;
}

/** Variables as they travel: times as text. */
export const plain = (variables: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(variables)) as Record<string, unknown>;
