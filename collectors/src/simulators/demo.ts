import { join } from 'node:path';
import type { AgentConfigInput } from '../config/schema.ts';
import type { EquipmentPath } from '../reading.ts';
import { Broker } from './broker.ts';
import { MachiningCell } from './machining-cell.ts';
import { MqttSensors } from './mqtt-sensors.ts';

/** A plant to show: machines behind a real OPC UA server, sensors at a real MQTT broker. */
export interface DemoOptions {
  /** For certificates: the server's and the collector's. */
  readonly folder: string;
  readonly opcUaPort: number;
  readonly mqttPort: number;
  /** The machines of the cell, and where each stands in the plant. */
  readonly machines: readonly { readonly name: string; readonly at: EquipmentPath }[];
  /** Cells with environment sensors: `env-<cell>` in this area, the cell as work centre. */
  readonly environment: { readonly area: string; readonly cells: readonly string[] };
  /** Sparkplug B edge nodes in this area. */
  readonly utilities: { readonly area: string; readonly nodes: readonly string[] };
  /** How many seconds of the machines' life pass in a second. */
  readonly timeScale?: number;
  readonly seed?: number;
}

export interface DemoPlant {
  /** What an edge agent's configuration has to list to collect all of it. */
  readonly sources: NonNullable<AgentConfigInput['sources']>;
  stop(): Promise<void>;
}

const RULES: NonNullable<NonNullable<AgentConfigInput['sources']>[number]['rules']> = [
  { tags: 'State*', kind: 'state' },
  { tags: 'Alarm.*', kind: 'alarm' },
  { tags: 'Spindle.Temperature', deadband: { type: 'absolute', value: 0.05 } },
  { tags: 'Coolant.Temperature', deadband: { type: 'absolute', value: 0.05 } },
];

/** Starts server, broker and sensors, all on 127.0.0.1. */
export async function startDemoPlant(options: DemoOptions): Promise<DemoPlant> {
  const { seed = 1, timeScale = 1 } = options;
  const broker = await Broker.start({ port: options.mqttPort });
  const cell = await MachiningCell.start({
    port: options.opcUaPort,
    pkiFolder: join(options.folder, 'opc-ua-server'),
    machines: options.machines.map(({ name }) => name),
    stepMs: 250,
    timeScale,
    seed,
  });
  const sensors = await MqttSensors.start({
    url: broker.url,
    cells: options.environment.cells,
    group: 'plant',
    nodes: options.utilities.nodes,
    seed,
  });
  return {
    sources: sourcesOf(options, cell, broker),
    stop: async () => {
      await sensors.stop();
      await broker.stop();
      await cell.stop();
    },
  };
}

function sourcesOf(options: DemoOptions, cell: MachiningCell, broker: Broker): DemoPlant['sources'] {
  const { environment, utilities } = options;
  return [
    ...options.machines.map(({ name, at }) => ({
      name: `opc-ua-${name}`,
      type: 'opc-ua' as const,
      endpoint: cell.endpointUrl,
      equipment: at,
      pkiFolder: join(options.folder, 'opc-ua-collector'),
      trust: 'first-use' as const,
      publishingIntervalMs: 500,
      samplingIntervalMs: 250,
      discover: { root: `nsu=${cell.namespaceUri};s=${name}` },
      rules: RULES,
    })),
    {
      name: 'environment',
      type: 'mqtt',
      url: broker.url,
      version: '3.1.1',
      subscriptions: [
        {
          topic: 'sensors/environment/{cell}/{parameter}',
          equipment: { area: environment.area, workCenter: '{cell}', equipment: 'env-{cell}' },
          tag: '{parameter}',
          payload: { type: 'json', value: 'value', time: 'timestamp' },
        },
      ],
    },
    {
      name: 'utilities',
      type: 'mqtt',
      url: broker.url,
      version: '3.1.1',
      subscriptions: [],
      sparkplug: {
        groups: ['plant'],
        hostId: 'machshop',
        equipment: { area: utilities.area, workCenter: '{node}', equipment: '{node}-{device}' },
      },
    },
  ];
}
