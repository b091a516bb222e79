import { setPriority } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@machshop/telemetry';
import { checkConfig, createEdgeAgent } from '../../../../collectors/src/index.ts';
import { type DemoPlant, startDemoPlant } from '../../../../collectors/src/simulators/index.ts';
import {
  DEMO_AREA,
  DEMO_ENVIRONMENT,
  DEMO_MACHINES,
  DEMO_WORK_CENTER,
  UNWANTED_TAGS,
} from './demo-sensors.ts';
import type { DemoMachinesSettings } from './machines.ts';

// the demo plant's machines as a process of their own: an OPC UA server, an MQTT broker with its sensors, and the
// edge agent that collects from both
const settings = JSON.parse(process.env.MACHSHOP_DEMO_MACHINES ?? '') as DemoMachinesSettings;
/** A demo is looked at by people: once a second is live enough, and costs little. */
const EVERY_MS = 1_000;
const BUFFER_BYTES = 64 * 2 ** 20;

type Sources = DemoPlant['sources'];

function slowly(sources: Sources): Sources {
  return sources.flatMap((source): Sources => {
    if (source.type === 'opc-ua' && source.discover) {
      const discover = { ...source.discover, exclude: [...UNWANTED_TAGS] };
      return [{ ...source, discover, samplingIntervalMs: EVERY_MS, publishingIntervalMs: EVERY_MS }];
    }
    if (source.type !== 'mqtt' || source.name !== 'environment') return [];
    const equipment = { area: DEMO_AREA, workCenter: '{cell}', equipment: 'ENV-{cell}' };
    return [{ ...source, subscriptions: source.subscriptions?.map((one) => ({ ...one, equipment })) }];
  });
}

async function main(): Promise<void> {
  // the plant goes first
  setPriority(10);
  const { folder, nats, tenantId, siteCode, opcUaPort, mqttPort, logLevel } = settings;
  const simulated = await startDemoPlant({
    folder,
    opcUaPort,
    mqttPort,
    machines: DEMO_MACHINES.map((name) => ({
      name,
      at: { area: DEMO_AREA, workCenter: DEMO_WORK_CENTER, equipment: name },
    })),
    environment: { area: DEMO_AREA, cells: [DEMO_WORK_CENTER] },
    utilities: { area: DEMO_AREA, nodes: [] },
  });
  const config = checkConfig({
    collector: { id: 'demo', tenant: tenantId, site: siteCode },
    nats,
    buffer: {
      path: join(folder, 'buffer.sqlite'),
      maxBytes: BUFFER_BYTES,
      synchronous: 'normal',
      commitIntervalMs: 250,
      keepSentDays: 0,
    },
    sources: slowly(simulated.sources),
  });
  const agent = createEdgeAgent(config, { log: createLogger('demo machines', logLevel) });
  agent.start();
  process.stdout.write(`${DEMO_MACHINES.join(', ')} and ${DEMO_ENVIRONMENT} are at work\n`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    agent
      .stop()
      .then(() => simulated.stop())
      .finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

await main();
