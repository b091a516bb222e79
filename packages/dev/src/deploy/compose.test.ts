import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
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
      ...['--routes', 'subgraphs/integration/src/http.ts'],
    ]);
    // without it there are no subscriptions
    expect(services.gateway?.environment.NATS_URL).toBe(services.auth?.environment.NATS_URL);
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
    for (const name of ['postgres', 'nats', 'influxdb', 'mosquitto', 'minio']) {
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
