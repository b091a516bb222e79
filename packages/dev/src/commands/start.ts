import { createLogger, tracingFromEnv } from '@machshop/telemetry';
import { seedDemoPlant } from '../demo/demo-plant.ts';
import { type DemoMachines, startDemoMachines } from '../demo/machines.ts';
import { readSettings, SettingsProblem, type StartSettings } from '../env.ts';
import { demandPort } from '../plant/demand-port.ts';
import { prepareTenant, SITE } from '../plant/first-start.ts';
import { logFile } from '../plant/log-file.ts';
import { startPlant } from '../plant/plant.ts';
import { plantRoutes } from '../plant/routes.ts';
import { welcomeLines } from '../plant/welcome.ts';
import { ServiceProblem } from '../services/index.ts';
import { stopOnSignal } from '../shutdown.ts';

// npm start: the whole plant, with what it needs
const began = performance.now();
const say = (line: string) => console.log(`  ${line}`);

async function main(): Promise<void> {
  const settings = readSettings();
  console.log('MachShop MES');
  await demandPort(settings.PORT, settings.HOST);
  const log = createLogger('machshop', settings.LOG_LEVEL, logFile(settings.dataDir));
  const traces = await tracingFromEnv('machshop');
  const plant = await startPlant({
    dataDir: settings.dataDir,
    env: process.env,
    port: settings.PORT,
    host: settings.HOST,
    engine: settings.GATEWAY_ENGINE,
    rateLimits: rateLimits(settings),
    log,
    progress: say,
    routes: plantRoutes,
    onDeath: (sentence) => {
      console.error(sentence);
      process.exit(1);
    },
  });
  let machines: DemoMachines | undefined;
  stopOnSignal(
    async () => {
      console.log('\nstopping …');
      await machines?.stop();
      await plant.close();
      await traces?.close();
      console.log('stopped; the data is kept, npm start goes on with it');
    },
    (error) => console.error(error),
  );
  const first = await prepareTenant(plant, settings);
  if (settings.MACHSHOP_DEMO === '1') {
    await seedDemoPlant(plant, first, say);
    const { dataDir, LOG_LEVEL: logLevel } = settings;
    const { natsUrl } = plant;
    machines = await startDemoMachines({
      ...{ dataDir, natsUrl, logLevel, log },
      ...{ tenantId: first.tenantId, siteCode: SITE.code },
    });
    say(`machines at ${machines.opcUaUrl} (OPC UA), sensors at ${machines.mqttUrl} (MQTT)`);
  }
  const startedAfterMs = performance.now() - began;
  const isDemo = settings.MACHSHOP_DEMO === '1';
  const lines = welcomeLines({ url: plant.url, startedAfterMs, isDemo, first });
  console.log(['', ...lines, '', 'Ctrl-C stops it.'].join('\n'));
}

/** The demo is there to be replayed into: weeks of a plant in seconds, as one user. */
const DEMO_RATE = 60_000;

function rateLimits({ RATE_LIMIT_USER, RATE_LIMIT_ANONYMOUS, MACHSHOP_DEMO }: StartSettings) {
  const user = RATE_LIMIT_USER ?? (MACHSHOP_DEMO === '1' ? DEMO_RATE : undefined);
  return {
    ...(user === undefined ? {} : { user }),
    ...(RATE_LIMIT_ANONYMOUS === undefined ? {} : { anonymous: RATE_LIMIT_ANONYMOUS }),
  };
}

main().catch((error: unknown) => {
  console.error(error instanceof ServiceProblem || error instanceof SettingsProblem ? error.message : error);
  process.exit(1);
});
