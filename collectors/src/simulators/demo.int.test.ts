import { expect, it } from 'vitest';
import { Harness } from '../testing/harness.ts';
import { freePort } from '../testing/nats-server.ts';
import { readStream, until } from '../testing/stream-reader.ts';
import { startDemoPlant } from './demo.ts';

it('the demo plant shows machines, sensors and utilities through real protocols', {
  timeout: 60_000,
}, async () => {
  const harness = await Harness.start();
  try {
    const plant = await startDemoPlant({
      folder: harness.path('demo'),
      opcUaPort: await freePort(),
      mqttPort: await freePort(),
      machines: ['MILL-01', 'LATHE-01'].map((name) => ({
        name,
        at: { area: 'machining', workCenter: 'cell-1', equipment: name },
      })),
      environment: { area: 'environment', cells: ['cell-1'] },
      utilities: { area: 'utilities', nodes: ['compressor-room'] },
      timeScale: 20,
    });
    harness.later(() => plant.stop());
    const agent = harness.startAgent(harness.config(plant.sources));
    await until(
      () => agent.health().sources.every(({ readings }) => readings > 10),
      20_000,
      'every source brings readings',
    );
    await harness.stopAgent();
    const connection = await harness.nats.connect();
    harness.later(() => connection.close());
    const events = await readStream(connection);
    expect(new Set(events.map(({ data }) => data.equipment))).toEqual(
      new Set([
        'MILL-01',
        'LATHE-01',
        'env-cell-1',
        'compressor-room-compressor',
        'compressor-room-compressor-room',
      ]),
    );
    expect(new Set(events.map(({ data }) => data.kind))).toEqual(new Set(['telemetry', 'event']));
  } finally {
    await harness.end();
  }
});
