import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { startDemoPlant } from './demo.ts';

/** The simulated plant as a process of its own: prints the sources of an edge agent's configuration and runs. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      folder: { type: 'string', default: '.machshop/simulators' },
      'opc-ua-port': { type: 'string', default: '24840' },
      'mqtt-port': { type: 'string', default: '21883' },
      machines: { type: 'string', default: 'MILL-01,MILL-02' },
    },
  });
  const plant = await startDemoPlant({
    folder: values.folder,
    opcUaPort: Number(values['opc-ua-port']),
    mqttPort: Number(values['mqtt-port']),
    machines: values.machines
      .split(',')
      .map((name) => ({ name, at: { area: 'machining', workCenter: 'milling', equipment: name } })),
    environment: { area: 'environment', cells: ['cell-1', 'cell-2'] },
    utilities: { area: 'utilities', nodes: ['compressor-room'] },
  });
  process.stdout.write(stringify({ sources: plant.sources }));
  process.on('SIGINT', () => void plant.stop().then(() => process.exit(0)));
  process.on('SIGTERM', () => void plant.stop().then(() => process.exit(0)));
}

await main();
