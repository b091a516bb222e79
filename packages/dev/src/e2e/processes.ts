import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printSupergraph, type Supergraph } from '@machshop/gateway';
import { composePlant } from '../plant/schema.ts';
import { freePort } from '../services/ports.ts';
import type { E2ePlant, E2eTenant } from './e2e-plant.ts';
import { type Grounds, prepareGrounds, siteOf } from './grounds.ts';
import { type Ended, type PartCommand, PartProcess } from './part-process.ts';
import { type SpanCollector, startSpanCollector } from './span-collector.ts';

/** The plant as processes of their own over HTTP. */
export interface ProcessPlant extends E2ePlant {
  /** Each subgraph and the gateway, by name. */
  part(name: string): PartProcess;
  /** The environment of a part. */
  settingsOf(name: string): Readonly<Record<string, string>>;
  /** Asks every part to end in good order, as a supervisor does; says how each ended. */
  stopParts(): Promise<ReadonlyMap<string, Ended>>;
  /** Stands in the environment of every part and of nothing else. */
  readonly mark: string;
  /** Where every part sends its spans. */
  readonly collector: SpanCollector;
}

/** A test asks more in a minute than anybody would. */
const NO_RATE_LIMITS = { RATE_LIMIT_USER: '0', RATE_LIMIT_ANONYMOUS: '0' };
const KEY_ENCRYPTION = 'a secret of the test that seals its signing keys';

/** Starts each subgraph and the gateway as a process of its own, as `compose.yaml` describes. */
export async function startProcesses(adminDatabaseUrl: string, tenant: string): Promise<ProcessPlant> {
  const grounds = await prepareGrounds(adminDatabaseUrl);
  const collector = await startSpanCollector();
  const parts = new Map<string, PartProcess>();
  const stopParts = async () =>
    new Map(await Promise.all([...parts].map(async ([name, part]) => [name, await part.stop()] as const)));
  try {
    const addresses = await chooseAddresses([...grounds.definitions.map(({ name }) => name), 'gateway']);
    const supergraph = composePlant(grounds.definitions, addresses);
    for (const command of commands(grounds, addresses, supergraph, tenant, collector))
      parts.set(command.name, new PartProcess(command));
    const part = (name: string) => {
      const found = parts.get(name);
      if (!found) throw new Error(`there is no part ${name}`);
      return found;
    };
    // all at once: none may need another to start
    await Promise.all([...parts.values()].map((one) => one.start()));
    return {
      ...grounds,
      mark: grounds.natsUrl,
      collector,
      origin: part('gateway').origin,
      schema: supergraph.apiSchema,
      subgraphs: grounds.definitions.map(({ name }) => name),
      tenant: await firstTenant(grounds, tenant, part('auth').output),
      part,
      settingsOf: (name) => part(name).env,
      stopParts,
      async close() {
        await stopParts();
        await collector.close();
        await grounds.close();
      },
    };
  } catch (error) {
    await stopParts();
    await collector.close();
    await grounds.close();
    throw error;
  }
}

type AddressOf = (part: string) => string;

async function chooseAddresses(names: readonly string[]): Promise<AddressOf> {
  const addresses = new Map<string, string>();
  const taken = new Set<number>();
  for (const name of names) {
    const port = await freePort(undefined, taken);
    taken.add(port);
    addresses.set(name, `http://127.0.0.1:${port}`);
  }
  return (part) => addresses.get(part) ?? '';
}

function commands(
  grounds: Grounds,
  originOf: AddressOf,
  composed: Supergraph,
  tenant: string,
  { endpoint }: SpanCollector,
): PartCommand[] {
  const supergraph = join(grounds.folder, 'supergraph.graphql');
  writeFileSync(supergraph, printSupergraph(composed));
  const jwks = `${originOf('auth')}/.well-known/jwks.json`;
  const gateway: PartCommand = {
    name: 'gateway',
    origin: originOf('gateway'),
    args: [
      'gateway/src/main.ts',
      ...['--supergraph', supergraph],
      ...['--trusted', 'schema/persisted-operations.json'],
      ...['--routes', 'subgraphs/integration/src/http.ts'],
    ],
    env: {
      ...listensAt(originOf('gateway')),
      AUTH_JWKS_URL: jwks,
      ...NO_RATE_LIMITS,
      NATS_URL: grounds.natsUrl,
      OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    },
  };
  const subgraphs = grounds.definitions.map(
    ({ name }): PartCommand => ({
      name,
      origin: originOf(name),
      args: [`subgraphs/${name}/src/main.ts`],
      env: {
        ...listensAt(originOf(name)),
        DATABASE_URL: grounds.roleUrl(name),
        RELAY_DATABASE_URL: grounds.relayUrl,
        NATS_URL: grounds.natsUrl,
        JWKS_URL: jwks,
        OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
        ...(name === 'auth' ? authSettings(tenant) : {}),
      },
    }),
  );
  return [...subgraphs, gateway];
}

const listensAt = (origin: string) => ({
  PORT: new URL(origin).port,
  HOST: '127.0.0.1',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
});

const authSettings = (tenant: string, site = siteOf(tenant)) => ({
  MACHSHOP_SECRET_AUTH_KEY_ENCRYPTION: KEY_ENCRYPTION,
  MACHSHOP_TENANT_CODE: tenant,
  MACHSHOP_TENANT_NAME: `Company ${tenant}`,
  MACHSHOP_SITE_CODE: site.code,
  MACHSHOP_SITE_NAME: site.name,
  MACHSHOP_SITE_TIME_ZONE: site.timeZone,
});

/** The auth subgraph made it at its start, and showed its password once. */
async function firstTenant(grounds: Grounds, code: string, output: string): Promise<E2eTenant> {
  const adminPassword = /shown this once: (\S+)/.exec(output)?.[1];
  const [found] = await grounds.admin<{ tenantId: string; siteId: string }[]>`
    select t.id as "tenantId", s.id as "siteId" from auth.tenants t join auth.sites s on s.tenant_id = t.id
    where t.code = ${code}`;
  if (!adminPassword || !found) throw new Error(`auth did not make the tenant ${code}:\n${output}`);
  return { code, ...found, adminPassword };
}
