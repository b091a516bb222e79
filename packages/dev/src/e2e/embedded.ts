import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineName } from '@machshop/gateway';
import { createLogger } from '@machshop/telemetry';
import { type Plant, startPlant } from '../plant/plant.ts';
import { plantRoutes } from '../plant/routes.ts';
import { freePort } from '../services/ports.ts';
import type { E2ePlant } from './e2e-plant.ts';
import { type Grounds, prepareGrounds, ROLE_PASSWORD } from './grounds.ts';

/** The plant in this process, which lets look at its subgraphs. */
export interface EmbeddedPlant extends E2ePlant {
  readonly running: Plant['running'];
}

/** Starts the whole plant in this process, as `npm start` does. */
export async function startEmbedded(
  adminDatabaseUrl: string,
  tenant: string,
  engine: EngineName = 'machshop',
): Promise<EmbeddedPlant> {
  const grounds = await prepareGrounds(adminDatabaseUrl);
  try {
    const plant = await startPlantOn(grounds, engine);
    return {
      running: plant.running,
      ...grounds,
      origin: new URL(plant.url).origin,
      schema: plant.gateway.supergraph.apiSchema,
      subgraphs: [...plant.running.keys()],
      tenant: await grounds.makeTenant(tenant),
      async close() {
        await plant.close();
        await grounds.close();
      },
    };
  } catch (error) {
    await grounds.close();
    throw error;
  }
}

/** The data directory of a plant on grounds. */
export const dataDirOf = ({ folder }: Pick<Grounds, 'folder'>): string => join(folder, 'plant');

/** Starts the plant on grounds that were prepared. */
export async function startPlantOn(grounds: Grounds, engine: EngineName = 'machshop'): Promise<Plant> {
  const dataDir = dataDirOf(grounds);
  const passwords = [...grounds.definitions.map(({ name }) => name), 'relay'].map(
    (name) => [`${name}-db`, ROLE_PASSWORD] as const,
  );
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(Object.fromEntries(passwords)), {
    mode: 0o600,
  });
  return startPlant({
    dataDir,
    env: { ...process.env, DATABASE_URL: grounds.databaseUrl, NATS_URL: grounds.natsUrl },
    port: await freePort(),
    host: '127.0.0.1',
    engine,
    log: createLogger('e2e', process.env.LOG_LEVEL ?? 'fatal'),
    progress: () => {},
    routes: plantRoutes,
  });
}
