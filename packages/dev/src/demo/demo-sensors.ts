import type { PlantClient } from '../client/plant-client.ts';
import { deterministicId } from '../replay/ids.ts';

const ERRORS = 'errors { __typename code message path }';
const MADE_AT = Date.UTC(2026, 0, 5, 6);
const id = (key: string) => deterministicId(MADE_AT, `demo plant ${key}`);

/** The machines that speak OPC UA, and the work center whose air is measured. */
export const DEMO_MACHINES = ['DMU-01', 'DMU-02'] as const;
export const DEMO_WORK_CENTER = 'MILL-5AX';
export const DEMO_AREA = 'machining';
/** What measures the air of a work center. */
export const DEMO_ENVIRONMENT = `ENV-${DEMO_WORK_CENTER}`;
/** What the machines offer beyond that, nobody wants. */
export const UNWANTED_TAGS = ['StateNumber'] as const;

interface DemoSensor {
  readonly tag: string;
  readonly name: string;
  readonly parameter: string;
  readonly unit?: string;
  readonly validMin?: string;
  readonly validMax?: string;
  readonly expectedIntervalSeconds?: number;
}

const MACHINE_SENSORS: readonly DemoSensor[] = [
  { tag: 'State', name: 'State', parameter: 'state' },
  { tag: 'Program', name: 'Program', parameter: 'program' },
  { tag: 'Tool', name: 'Tool in the spindle', parameter: 'tool' },
  { tag: 'PartCount', name: 'Parts made', parameter: 'count' },
  {
    tag: 'Spindle.Speed',
    name: 'Spindle speed',
    parameter: 'speed',
    unit: 'RPM',
    validMin: '0',
    validMax: '15000',
  },
  {
    tag: 'Spindle.Load',
    name: 'Spindle load',
    parameter: 'load',
    unit: 'P1',
    validMin: '0',
    validMax: '150',
  },
  {
    tag: 'Spindle.Temperature',
    name: 'Spindle temperature',
    parameter: 'temperature',
    unit: 'CEL',
    validMin: '0',
    validMax: '120',
  },
  {
    tag: 'Coolant.Temperature',
    name: 'Coolant temperature',
    parameter: 'temperature',
    unit: 'CEL',
    validMin: '0',
    validMax: '80',
  },
  { tag: 'Feed.Rate', name: 'Feed rate', parameter: 'feed', unit: 'H81', validMin: '0', validMax: '20000' },
  { tag: 'Alarm.Active', name: 'Alarm', parameter: 'alarm' },
  { tag: 'Alarm.Text', name: 'Alarm text', parameter: 'alarm' },
];

const EVERY_SECOND = { expectedIntervalSeconds: 5 };
const ENVIRONMENT_SENSORS: readonly DemoSensor[] = [
  { tag: 'temperature', name: 'Air temperature', parameter: 'temperature', unit: 'CEL', ...EVERY_SECOND },
  { tag: 'humidity', name: 'Relative humidity', parameter: 'humidity', unit: 'P1', ...EVERY_SECOND },
  { tag: 'pressure', name: 'Air pressure', parameter: 'pressure', unit: 'A97', ...EVERY_SECOND },
  { tag: 'particles', name: 'Particles in the air', parameter: 'particles', ...EVERY_SECOND },
];

/** Gives the demo plant's machines their sensors and two alert rules. What is there already is left alone. */
export async function seedDemoSensors(client: PlantClient, say: (line: string) => void): Promise<void> {
  const last = { code: DEMO_ENVIRONMENT, tag: 'particles' };
  if (await hasSensor(client, last)) return;
  say('filling the demo plant: sensors of the machines and of the air around them');
  await client.mutate(
    'maintenance',
    `mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { ${ERRORS} } }`,
    {
      id: id(`equipment ${DEMO_ENVIRONMENT}`),
      code: DEMO_ENVIRONMENT,
      workCenterCode: DEMO_WORK_CENTER,
      name: 'Environment sensors',
      equipmentClass: 'ENVIRONMENT',
    },
    DEMO_ENVIRONMENT,
  );
  for (const code of DEMO_MACHINES) {
    const ids = await sensorsOf(client, code, MACHINE_SENSORS);
    await alertRule(client, code, ids);
    await stateRule(client, code, ids);
  }
  await sensorsOf(client, DEMO_ENVIRONMENT, ENVIRONMENT_SENSORS);
}

async function hasSensor(
  client: PlantClient,
  { code, tag }: { code: string; tag: string },
): Promise<boolean> {
  const { equipmentByCode } = await client.query<{
    equipmentByCode: { sensors: readonly { tag: string }[] } | null;
  }>('supervisor', 'query ($code: String!) { equipmentByCode(code: $code) { sensors { tag } } }', { code });
  return equipmentByCode?.sensors.some((sensor) => sensor.tag === tag) ?? false;
}

/** Configures the sensors of a machine; gives their ids by tag. */
async function sensorsOf(
  client: PlantClient,
  code: string,
  sensors: readonly DemoSensor[],
): Promise<ReadonlyMap<string, string>> {
  const { equipmentByCode } = await client.query<{ equipmentByCode: { id: string } }>(
    'maintenance',
    'query ($code: String!) { equipmentByCode(code: $code) { id } }',
    { code },
  );
  const ids = new Map<string, string>();
  for (const sensor of sensors) {
    const input = { id: id(`sensor ${code} ${sensor.tag}`), equipmentId: equipmentByCode.id, ...sensor };
    await client.mutate(
      'maintenance',
      `mutation ($input: ConfigureSensorInput!) { configureSensor(input: $input) { ${ERRORS} } }`,
      input,
      `${code} ${sensor.tag}`,
    );
    ids.set(sensor.tag, input.id);
  }
  return ids;
}

/** What the machines' own states mean (PackML); HELD says nothing: a cycle is interrupted for seconds. */
const MEANINGS: Readonly<Record<string, string>> = {
  IDLE: 'AVAILABLE',
  COMPLETE: 'AVAILABLE',
  STOPPED: 'AVAILABLE',
  EXECUTE: 'IN_USE',
  ABORTED: 'DOWN',
};

async function stateRule(client: PlantClient, code: string, ids: ReadonlyMap<string, string>): Promise<void> {
  const { equipmentByCode } = await client.query<{ equipmentByCode: { id: string } }>(
    'maintenance',
    'query ($code: String!) { equipmentByCode(code: $code) { id } }',
    { code },
  );
  await client.mutate(
    'maintenance',
    `mutation ($input: ConfigureEquipmentStateInput!) { configureEquipmentState(input: $input) { ${ERRORS} } }`,
    {
      equipmentId: equipmentByCode.id,
      sensorId: ids.get('State'),
      meanings: Object.entries(MEANINGS).map(([state, status]) => ({ state, status })),
    },
    `states of ${code}`,
  );
}

async function alertRule(client: PlantClient, code: string, ids: ReadonlyMap<string, string>): Promise<void> {
  await client.mutate(
    'maintenance',
    `mutation ($input: ConfigureAlertRuleInput!) { configureAlertRule(input: $input) { ${ERRORS} } }`,
    {
      id: id(`rule ${code} spindle`),
      sensorId: ids.get('Spindle.Temperature'),
      name: 'Spindle is hot',
      condition: 'ABOVE',
      high: '60',
      hysteresis: '2',
      severity: 'WARNING',
    },
    `the alert rule of ${code}`,
  );
}
