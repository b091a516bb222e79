import { resolve } from 'node:path';
import { ServiceProblem, startServices } from '../services/index.ts';
import { stopOnSignal } from '../shutdown.ts';

// PostgreSQL and NATS alone, for subgraphs that are run as processes of their own.
const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const dataDir = process.env.MACHSHOP_DATA_DIR ?? resolve(REPOSITORY, '.machshop');

try {
  const services = await startServices({
    dataDir,
    env: process.env,
    log: (line) => console.error(line),
    onDeath: (sentence) => {
      console.error(sentence);
      process.exit(1);
    },
  });
  stopOnSignal(services.stop, console.error);
  // the sockets of the servers do not hold the process: this does, until a signal comes
  setInterval(() => {}, 60_000);
  console.log(`DATABASE_URL=${services.adminDatabaseUrl}\nNATS_URL=${services.natsUrl}`);
} catch (error) {
  console.error(error instanceof ServiceProblem ? error.message : error);
  process.exit(1);
}
