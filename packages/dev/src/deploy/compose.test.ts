import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../../../collectors/src/config/load.ts';
import { readEnvironment } from '../../../../gateway/src/env.ts';
import { readFirstTenant } from '../../../../subgraphs/auth/src/env.ts';
import { ROOT } from '../env.ts';
import { CONTAINER_PORTS } from '../plant/schema.ts';
import { completeEnv, demandedBy, namesIn } from './compose-env.ts';

const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8');

const Service = z.object({
  image: z.string(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  ports: z.array(z.string()).default([]),
});
const { services } = z
  .object({ services: z.record(z.string(), Service) })
  .parse(parse(text, { merge: true }));

const subgraphs = readdirSync(join(ROOT, 'subgraphs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const TENANT = '01900000-0000-7000-8000-000000000001';
const hostOf = (url: string | number | undefined) => /@([^/]+)/.exec(String(url))?.[1];

/** A service's environment as a container gets it. */
const resolved = (
  environment: Readonly<Record<string, string | number>>,
  set: Readonly<Record<string, string>>,
) =>
  Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      String(value).replaceAll(
        /\$\{([A-Z0-9_]+)(?::-([^}]*)|:\?)\}/g,
        (_, key: string, byDefault = '') => set[key] ?? byDefault,
      ),
    ]),
  );

describe('compose.yaml', () => {
  test.each(subgraphs)(
    'runs the subgraph %s as a process of its own, as the supergraph addresses it',
    (name) => {
      const service = services[name];
      const port = CONTAINER_PORTS[name];
      const role = name.replaceAll('-', '_');
      expect(service?.command).toEqual(['node', `subgraphs/${name}/src/main.ts`]);
      expect(service?.environment).toMatchObject({
        PORT: port,
        HOST: '0.0.0.0',
        DATABASE_URL: `postgres://${role}:\${MACHSHOP_SECRET_${role.toUpperCase()}_DB:?}@postgres:5432/machshop`,
      });
      expect(Object.keys(service?.environment ?? {})).toEqual(
        expect.arrayContaining(['NATS_URL', 'RELAY_DATABASE_URL', 'JWKS_URL']),
      );
      expect(service?.healthcheck?.test.join(' ')).toContain(`http://127.0.0.1:${port}/health`);
      expect(service?.depends_on.migrate?.condition).toBe('service_completed_successfully');
      expect(services.gateway?.depends_on[name]?.condition).toBe('service_healthy');
      expect(services.migrate?.environment).toHaveProperty(`MACHSHOP_SECRET_${role.toUpperCase()}_DB`);
    },
  );

  test('serves the graph, its subscriptions and the routes of B2MML at the gateway', () => {
    expect(services.gateway?.command).toEqual([
      ...['node', 'gateway/src/main.ts'],
      ...['--supergraph', 'schema/supergraph.graphql'],
      ...['--trusted', 'schema/persisted-operations.json'],
      ...['--routes', 'subgraphs/integration/src/http.ts'],
    ]);
    // without it there are no subscriptions
    expect(services.gateway?.environment.NATS_URL).toBe(services.auth?.environment.NATS_URL);
  });

  test('lets gateways count requests together, and says what may be asked and where spans go', () => {
    const { environment = {} } = services.gateway ?? {};
    const given = resolved(environment, { REDIS_PASSWORD: 'secret' });
    expect(readEnvironment(given)).toMatchObject({
      redisUrl: 'redis://:secret@redis:6379',
      rateLimits: { user: 1_000, anonymous: 100 },
      trustedHops: 0,
    });
    expect(services.redis?.environment.REDIS_PASSWORD).toBe(`\${REDIS_PASSWORD:?}`);
    expect(services.gateway?.depends_on.redis?.condition).toBe('service_healthy');
    const ours = Object.entries(services).filter(([, { command }]) =>
      command.some((word) => /main\.ts$/.test(word)),
    );
    expect(ours.map(([name]) => name)).toEqual(expect.arrayContaining(['auth', 'gateway', 'edge-agent']));
    for (const [name, one] of ours) {
      const traced = resolved(one.environment, {});
      // none are recorded unless somebody says where they go
      expect(traced, name).toMatchObject({ OTEL_EXPORTER_OTLP_ENDPOINT: '', OTEL_TRACES_SAMPLER_ARG: '1' });
    }
  });

  test('has an edge agent whose configuration the agent takes', async () => {
    const agent = services['edge-agent'];
    const file = agent?.command.at(-1) ?? '';
    const settings = resolved(agent?.environment ?? {}, { MACHSHOP_TENANT_ID: TENANT });
    const config = parseConfig(readFileSync(join(ROOT, file), 'utf8'), file, settings);
    expect(config.collector).toEqual({ id: 'edge-1', tenant: TENANT, site: 'SITE-001' });
    expect(config.nats.servers).toEqual([hostOf(services.auth?.environment.NATS_URL)]);
    for (const source of config.sources) expect(source).toMatchObject({ url: 'mqtt://mosquitto:1883' });
    // the shell of its command makes these
    const script = agent?.command[2] ?? '';
    for (const path of [
      config.nats.passwordFile,
      ...config.sources.map((one) => one.type === 'mqtt' && one.passwordFile),
    ])
      expect(script).toContain(`> ${path}`);
    expect(config.buffer.path).toMatch(/^\/data\//);
    // without a tenant it says which setting is missing
    const without = resolved(agent?.environment ?? {}, {});
    expect(() => parseConfig(readFileSync(join(ROOT, file), 'utf8'), file, without)).toThrow(/TENANT_ID/);
  });

  test('makes a tenant with its first site at the first start, as auth reads its settings', () => {
    const settings = Object.entries(services.auth?.environment ?? {}).flatMap(([name, value]) => {
      const byDefault = /^\$\{[A-Z_]+:-(.*)\}$/.exec(String(value))?.[1];
      return byDefault === undefined ? [] : [[name, byDefault]];
    });
    expect(readFirstTenant(Object.fromEntries(settings))).toEqual({
      tenant: { code: 'main', name: 'MachShop' },
      site: { code: 'SITE-001', name: 'Main plant', timeZone: 'UTC' },
    });
  });

  test('runs what the plant stands on, each pinned and watched', () => {
    for (const name of ['postgres', 'nats', 'redis', 'influxdb', 'mosquitto', 'minio']) {
      expect(services[name]?.image, name).toMatch(/:[\w.-]+$/);
      expect(services[name]?.image, name).not.toMatch(/:latest$/);
      expect(services[name]?.healthcheck, name).toBeDefined();
    }
    expect(services.postgres?.image).toBe('postgres:18');
  });

  test('publishes the gateway and the broker for machines, nothing else', () => {
    const published = Object.entries(services).filter(([, service]) => service.ports.length > 0);
    expect(published.map(([name]) => name).sort()).toEqual(['gateway', 'mosquitto']);
  });

  test('names files that exist, and waits for services that exist', () => {
    const files = Object.values(services).flatMap(({ command }) =>
      command.filter((word) => word.endsWith('.ts')),
    );
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
    for (const { depends_on } of Object.values(services)) {
      for (const name of Object.keys(depends_on)) expect(services).toHaveProperty(name);
    }
  });

  test('holds no secret: each is demanded from the env file', () => {
    const secrets = Object.values(services)
      .flatMap(({ environment }) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|SECRET|TOKEN/.test(name));
    expect(secrets.length).toBeGreaterThan(5);
    for (const [name, value] of secrets) expect(String(value), name).toMatch(/^\$\{[A-Z0-9_]+:\?[^}]*\}$/);
  });

  const hasCompose = spawnSync('docker-compose', ['version']).status === 0;
  test.runIf(hasCompose)('is taken by docker-compose', () => {
    const folder = mkdtempSync(join(tmpdir(), 'machshop-compose-'));
    try {
      writeFileSync(join(folder, 'env'), completeEnv(text, ''));
      execFileSync('docker-compose', ['--env-file', join(folder, 'env'), 'config', '-q'], {
        cwd: ROOT,
        stdio: 'pipe',
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the env file of secrets', () => {
  test('gets every secret that is demanded, each its own', () => {
    const made = completeEnv(text, '');
    expect([...namesIn(made)].sort()).toEqual(demandedBy(text));
    const values = made
      .trim()
      .split('\n')
      .map((line) => line.slice(line.indexOf('=') + 1));
    expect(new Set(values).size).toBe(values.length);
  });

  test('keeps what it has', () => {
    const made = completeEnv(text, 'NATS_PASSWORD=kept\nLOG_LEVEL=debug\n');
    expect(made).toMatch(/^NATS_PASSWORD=kept\nLOG_LEVEL=debug\n/);
    expect(made.match(/^NATS_PASSWORD=/gm)).toHaveLength(1);
    expect(completeEnv(text, made)).toBe(made);
  });
});
