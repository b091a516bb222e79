import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createLogger } from '@machshop/telemetry';
import { readSettings, type StartSettings } from '../env.ts';
import { prepareTenant } from '../plant/first-start.ts';
import { logFile } from '../plant/log-file.ts';
import { startPlant } from '../plant/plant.ts';
import { plantRoutes } from '../plant/routes.ts';
import { renderReport } from '../replay/report.ts';
import { replay } from '../replay/run.ts';
import { loadSecrets, ServiceProblem } from '../services/index.ts';

// npm run replay -- <folder> [--url http://localhost:4000/graphql] [--units 3]
const USAGE = `usage: npm run replay -- <folder of a recorded plant> [--url <GraphQL address>] [--units <pieces of each part>]
Without --url it plays to the plant at PORT of this machine, and starts one for the time when none runs there.
The demo log-ins' password is taken from the data directory, or from MACHSHOP_DEMO_PASSWORD.`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { url: { type: 'string' }, units: { type: 'string' }, json: { type: 'boolean' } },
  });
  const [folder] = positionals;
  const units = values.units === undefined ? undefined : Number(values.units);
  if (!folder || (units !== undefined && !(Number.isInteger(units) && units > 0))) {
    console.error(USAGE);
    return 2;
  }
  if (!existsSync(folder)) {
    console.error(`There is no folder ${folder}.`);
    return 2;
  }
  const settings = readSettings();
  const plant = values.url ? null : await plantHere(settings);
  try {
    const report = await replay({
      folder,
      url: values.url ?? plant?.url ?? `http://${settings.HOST}:${settings.PORT}/graphql`,
      password:
        settings.MACHSHOP_DEMO_PASSWORD ?? loadSecrets(settings.dataDir).secret('demo-password').slice(0, 16),
      units,
      progress: progressBar(),
    });
    console.log(values.json ? JSON.stringify(report) : `\n${renderReport(report)}`);
    return report.ok ? 0 : 1;
  } finally {
    await plant?.close();
  }
}

/** The plant of this data directory: null when it runs already, else one that is started for the replay. */
async function plantHere(settings: StartSettings) {
  const running = await fetch(`http://${settings.HOST}:${settings.PORT}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
  if (running) return null;
  console.error('No plant runs here: one is started for the replay.');
  const log = createLogger('machshop', settings.LOG_LEVEL, logFile(settings.dataDir));
  const plant = await startPlant({
    dataDir: settings.dataDir,
    env: process.env,
    port: settings.PORT,
    host: settings.HOST,
    engine: settings.GATEWAY_ENGINE,
    log,
    progress: (line) => console.error(`  ${line}`),
    routes: plantRoutes,
  });
  await prepareTenant(plant, settings);
  return plant;
}

/** One line that moves in a terminal, a line each tenth elsewhere. */
function progressBar(): (share: number, doing: string) => void {
  let last = -1;
  return (share, doing) => {
    const percent = Math.floor(share * 100);
    if (process.stderr.isTTY)
      process.stderr.write(`\r\u001b[K${String(percent).padStart(3)} % ${doing.slice(0, 70)}`);
    else if (Math.floor(percent / 10) !== last) {
      last = Math.floor(percent / 10);
      process.stderr.write(`${String(percent).padStart(3)} % ${doing}\n`);
    }
  };
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof ServiceProblem ? error.message : error);
    process.exit(1);
  },
);
