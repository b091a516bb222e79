import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EngineName } from '@machshop/gateway';
import { createLogger } from '@machshop/telemetry';
import postgres from 'postgres';
import { type FirstStart, prepareTenant } from '../plant/first-start.ts';
import { type Plant, startPlant } from '../plant/plant.ts';
import { ensureTestServices, stopTestServices } from '../services/index.ts';

/** Of the log-ins of each role. */
export const DEMO_PASSWORD = 'bench plant password';

/** A plant of its own, thrown away afterwards, with log-ins for each role. */
export interface BenchPlant {
  readonly plant: Plant;
  readonly first: FirstStart;
  /** The administrator of the database. */
  readonly admin: postgres.Sql;
  tokenOf(username: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a plant for a benchmark; PostgreSQL syncs nothing to disk, so that the machine's disk is not measured. */
export async function startBenchPlant(engine: EngineName = 'machshop'): Promise<BenchPlant> {
  const services = await ensureTestServices();
  const dataDir = mkdtempSync(join(tmpdir(), 'machshop-bench-'));
  // the servers' user must be able to enter it
  chmodSync(dataDir, 0o755);
  const plant = await startPlant({
    dataDir,
    env: { ...process.env, DATABASE_URL: services.adminDatabaseUrl, NATS_URL: services.natsUrl },
    port: 0,
    host: '127.0.0.1',
    engine,
    log: createLogger('bench', 'error'),
    progress: (line) => process.stderr.write(`  ${line}\n`),
  });
  const first = await prepareTenant(plant, {
    MACHSHOP_TENANT: 'bench',
    MACHSHOP_DEMO: '1',
    MACHSHOP_DEMO_PASSWORD: DEMO_PASSWORD,
  });
  const admin = postgres(services.adminDatabaseUrl, { max: 2, onnotice: () => {} });
  return {
    plant,
    first,
    admin,
    async tokenOf(username) {
      const answer = await fetch(plant.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: 'mutation ($input: LoginInput!) { login(input: $input) { accessToken errors { message } } }',
          variables: { input: { username, password: DEMO_PASSWORD } },
        }),
      });
      const { data } = (await answer.json()) as { data: { login: { accessToken: string | null } } };
      if (!data.login.accessToken) throw new Error(`${username} could not sign in`);
      return data.login.accessToken;
    },
    async close() {
      await admin.end();
      await plant.close();
      await stopTestServices();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
