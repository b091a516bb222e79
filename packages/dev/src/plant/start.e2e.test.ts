import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Grounds, prepareGrounds, ROLE_PASSWORD } from '../e2e/grounds.ts';
import { PartProcess } from '../e2e/part-process.ts';
import { freePort } from '../services/ports.ts';

const PASSWORD = 'a password that no log may hold';
const LOGIN = `mutation SignIn($input: LoginInput!) {
  login(input: $input) { accessToken errors { code } }
}`;

let grounds: Grounds;
let plant: PartProcess;
let dataDir: string;

// one start for all: it takes seconds
beforeAll(async () => {
  grounds = await prepareGrounds(inject('adminDatabaseUrl'));
  dataDir = join(grounds.folder, 'plant');
  mkdirSync(dataDir);
  const roles = [...grounds.definitions.map(({ name }) => name), 'relay'];
  const secrets = Object.fromEntries(roles.map((name) => [`${name}-db`, ROLE_PASSWORD]));
  writeFileSync(join(dataDir, 'secrets.json'), JSON.stringify(secrets), { mode: 0o600 });
  const port = await freePort();
  plant = new PartProcess({
    name: 'npm start',
    origin: `http://127.0.0.1:${port}`,
    args: ['packages/dev/src/commands/start.ts'],
    env: {
      PORT: String(port),
      MACHSHOP_DATA_DIR: dataDir,
      MACHSHOP_DEMO: '0',
      DATABASE_URL: grounds.databaseUrl,
      NATS_URL: grounds.natsUrl,
      GATEWAY_ENGINE: 'apollo',
    },
  });
  await plant.start();
  while (!plant.output.includes('Ctrl-C stops it')) await sleep(20);
});
afterAll(async () => {
  await plant?.stop();
  await grounds?.close();
});

async function ask(query: string, variables: object = {}): Promise<{ data?: unknown; errors?: unknown }> {
  const response = await fetch(`${plant.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as never;
}
const logText = () => readFileSync(join(dataDir, 'machshop.log'), 'utf8');
const operations = () =>
  logText()
    .split('\n')
    // what follows the last end of a line is being written
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ message }) => message === 'operation');

describe('npm start', () => {
  test('logs every operation in machshop.log, and neither values of variables nor anything in the terminal', async () => {
    const before = plant.output;
    const input = { username: 'nobody.here', password: PASSWORD };
    expect(await ask(LOGIN, { input })).toMatchObject({ data: { login: { accessToken: null } } });
    expect(await ask('query Orders { workOrders(first: 1) { nodes { id } } }')).toHaveProperty('errors');
    // the record is written when the answer is under way already
    await expect.poll(operations).toEqual([
      expect.objectContaining({
        level: 'INFO',
        operation: 'SignIn',
        kind: 'mutation',
        outcome: 'ok',
        status: 200,
        durationMs: expect.any(Number),
        trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      }),
      expect.objectContaining({ operation: 'Orders', outcome: 'refused', codes: ['UNAUTHENTICATED'] }),
    ]);
    expect(logText()).not.toContain(PASSWORD);
    expect(logText()).not.toContain('nobody.here');
    expect(plant.output).toBe(before);
  });

  test('an operation of somebody is logged with the user and the tenant', async () => {
    const [, username, password] = /shown this once: +(\S+) +(\S+)/.exec(plant.output) ?? [];
    const { data } = (await ask(LOGIN, { input: { username, password } })) as {
      data: { login: { accessToken: string } };
    };
    const authorization = `Bearer ${data.login.accessToken}`;
    const response = await fetch(`${plant.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ query: 'query Me { me { id } }' }),
    });
    const me = (await response.json()) as { data: { me: { id: string } } };
    const [tenant] = await grounds.admin<{ id: string }[]>`select id from auth.tenants where code = 'demo'`;
    await expect
      .poll(() => operations().at(-1))
      .toMatchObject({
        operation: 'Me',
        user_id: me.data.me.id,
        tenant_id: tenant?.id,
      });
    expect(logText()).not.toContain(data.login.accessToken);
  });

  test('takes the stock engine when the variable GATEWAY_ENGINE says apollo', async () => {
    expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    // our engine alone keeps plans and counts them
    const metrics = await (await fetch(`${plant.origin}/metrics`)).text();
    expect(metrics).toContain('machshop_gateway_operations_total{');
    expect(metrics).not.toContain('machshop_gateway_plans_total{');
  });
});
