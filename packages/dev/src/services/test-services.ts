import { chmodSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Services, startServices } from './services.ts';

/** What tests need to reach the services. */
export type TestServices = { readonly adminDatabaseUrl: string; readonly natsUrl: string };

const REPOSITORY = resolve(import.meta.dirname, '../../../..');

// vitest loads a global set-up once a project, each time as a new module: the services are the process's
const shared = globalThis as { machshopTestServices?: Promise<Services> | undefined };

async function start(): Promise<Services> {
  // the servers' user must be able to enter it, and mkdtemp closes it to all others
  const dataDir = realpathSync(mkdtempSync(join(tmpdir(), 'machshop-test-')));
  chmodSync(dataDir, 0o755);
  return startServices({
    dataDir,
    env: { ...process.env, DATABASE_URL: process.env.TEST_DATABASE_URL, NATS_URL: process.env.TEST_NATS_URL },
    log: () => {},
    durable: false,
    scratch: true,
    binDir: join(process.env.MACHSHOP_DATA_DIR ?? join(REPOSITORY, '.machshop'), 'bin'),
  });
}

/**
 * One private PostgreSQL (fsync off) and one nats-server for this process, with their data in a scratch folder
 * that goes with them. The first call starts them; TEST_DATABASE_URL and TEST_NATS_URL name others instead.
 */
export async function ensureTestServices(): Promise<TestServices> {
  shared.machshopTestServices ??= start();
  const { adminDatabaseUrl, natsUrl } = await shared.machshopTestServices;
  return { adminDatabaseUrl, natsUrl };
}

/** Stops what {@link ensureTestServices} started; nothing where it started nothing. */
export async function stopTestServices(): Promise<void> {
  const started = shared.machshopTestServices;
  shared.machshopTestServices = undefined;
  await (await started)?.stop();
}
