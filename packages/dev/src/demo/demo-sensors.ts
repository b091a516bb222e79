import { Refused } from '@machshop/sdk';
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

/** What the machines' own states mean (PackML); HELD says nothing: a cycle is interrupted for seconds. */
const MEANINGS: Readonly<Record<string, string>> = {
  IDLE: 'AVAILABLE',
  COMPLETE: 'AVAILABLE',
  STOPPED: 'AVAILABLE',
  EXECUTE: 'IN_USE',
  ABORTED: 'DOWN',
};

interface Known {
  readonly id: string;
  readonly stateRule: { readonly id: string } | null;
  readonly sensors: readonly {
    readonly id: string;
    readonly tag: string;
    readonly alertRules: readonly { readonly id: string }[];
  }[];
}

/**
 * Gives the demo plant's machines the sensors, rules of state and alert rules that they do not have, whatever version
 * made the rest. What is there stays as somebody changed it, and an alert rule that was removed stays removed.
 */
export async function seedDemoSensors(client: PlantClient, say: (line: string) => void): Promise<void> {
  const seeding = new Seeding(client, say);
  await seeding.environment();
  for (const code of DEMO_MACHINES) {
    const machine = await seeding.sensors(code, MACHINE_SENSORS);
    if (!machine) continue;
    await seeding.alertRule(code, machine);
    await seeding.stateRule(code, machine);
  }
  await seeding.sensors(DEMO_ENVIRONMENT, ENVIRONMENT_SENSORS);
}

const sensorOf = (known: Known, tag: string) => known.sensors.find((sensor) => sensor.tag === tag);

class Seeding {
  readonly #client: PlantClient;
  readonly #say: (line: string) => void;
  #said = false;

  constructor(client: PlantClient, say: (line: string) => void) {
    this.#client = client;
    this.#say = say;
  }

  /** @throws Refused */
  async #add(mutation: string, input: Record<string, unknown>, doing: string): Promise<void> {
    const field = `${mutation[0]?.toLowerCase()}${mutation.slice(1)}`;
    const document = `mutation ($input: ${mutation}Input!) { ${field}(input: $input) { ${ERRORS} } }`;
    await this.#client.mutate('maintenance', document, input, doing);
    if (!this.#said) this.#say('filling the demo plant: sensors of the machines and of the air around them');
    this.#said = true;
  }

  async #look(code: string): Promise<Known | null> {
    const { equipmentByCode } = await this.#client.query<{ equipmentByCode: Known | null }>(
      'maintenance',
      `query ($code: String!) {
        equipmentByCode(code: $code) { id stateRule { id } sensors { id tag alertRules { id } } } }`,
      { code },
    );
    return equipmentByCode;
  }

  async environment(): Promise<void> {
    if (await this.#look(DEMO_ENVIRONMENT)) return;
    const environment = {
      id: id(`equipment ${DEMO_ENVIRONMENT}`),
      code: DEMO_ENVIRONMENT,
      workCenterCode: DEMO_WORK_CENTER,
      name: 'Environment sensors',
      equipmentClass: 'ENVIRONMENT',
    };
    await this.#add('CreateEquipment', environment, DEMO_ENVIRONMENT);
  }

  /** Configures the sensors that are missing; null where there is no such machine. */
  async sensors(code: string, sensors: readonly DemoSensor[]): Promise<Known | null> {
    const known = await this.#look(code);
    if (!known) return null;
    const missing = sensors.filter(({ tag }) => !sensorOf(known, tag));
    for (const sensor of missing) {
      const input = { id: id(`sensor ${code} ${sensor.tag}`), equipmentId: known.id, ...sensor };
      await this.#add('ConfigureSensor', input, `${code} ${sensor.tag}`);
    }
    return missing.length > 0 ? this.#look(code) : known;
  }

  async stateRule(code: string, machine: Known): Promise<void> {
    if (machine.stateRule) return;
    const rule = {
      equipmentId: machine.id,
      sensorId: sensorOf(machine, 'State')?.id,
      meanings: Object.entries(MEANINGS).map(([state, status]) => ({ state, status })),
    };
    await this.#add('ConfigureEquipmentState', rule, `states of ${code}`);
  }

  async alertRule(code: string, machine: Known): Promise<void> {
    const sensor = sensorOf(machine, 'Spindle.Temperature');
    const ruleId = id(`rule ${code} spindle`);
    if (sensor?.alertRules.some((rule) => rule.id === ruleId)) return;
    const rule = {
      id: ruleId,
      sensorId: sensor?.id,
      name: 'Spindle is hot',
      condition: 'ABOVE',
      high: '60',
      hysteresis: '2',
      severity: 'WARNING',
    };
    try {
      await this.#add('ConfigureAlertRule', rule, `the alert rule of ${code}`);
    } catch (error) {
      // it was removed
      if (!(error instanceof Refused && error.code === 'ID_TAKEN')) throw error;
    }
  }
}
