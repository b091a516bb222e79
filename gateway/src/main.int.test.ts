import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@machshop/testing/ports.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeSupergraph } from './compose/compose.ts';
import { shop } from './testing/shop.ts';
import { hostOverHttp } from './testing/subgraphs.ts';

const folder = mkdtempSync(join(tmpdir(), 'machshop-gateway-'));
const file = join(folder, 'supergraph.graphql');
const servers: Server[] = [];
const hosted: { name: string; sdl: string; url: string }[] = [];
let gateway: Served;

/** The gateway as a process of its own. */
interface Served {
  readonly child: ChildProcess;
  readonly origin: string;
  /** What it wrote. */
  log(): string;
}

async function serve(settings: Readonly<Record<string, string>> = {}): Promise<Served> {
  const port = await freePort();
  const args = ['--supergraph', file, '--no-auth', '--port', String(port)];
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    env: { PATH: process.env.PATH ?? '', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  while (!log.includes('the supergraph is served') && child.exitCode === null) await sleep(20);
  return { child, origin: `http://127.0.0.1:${port}`, log: () => log };
}

beforeAll(async () => {
  for (const subgraph of shop()) {
    const { url, server } = await hostOverHttp(subgraph);
    servers.push(server);
    hosted.push({ name: subgraph.name, sdl: subgraph.sdl, url });
  }
  writeFileSync(file, composeSupergraph(hosted).sdl);
  gateway = await serve();
});
afterAll(() => {
  gateway?.child.kill();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(
  query: string,
  { origin } = gateway,
): Promise<{ data?: unknown; errors?: { extensions: { code: string } }[] }> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as never;
}
const textOf = async (path: string, { origin } = gateway) => (await fetch(`${origin}${path}`)).text();

test('a foreign supergraph is served from its file to everybody, with introspection', async () => {
  expect(await ask('{ order(id: "1") { number part { name } } }')).toEqual({
    data: { order: { number: 'WO-1', part: { name: 'Bracket' } } },
  });
  expect(await ask('{ __type(name: "Query") { name } }')).toEqual({ data: { __type: { name: 'Query' } } });
  expect(await textOf('/ready')).toContain('"ready"');
});

test('a file that changes is served at once; one that cannot be served leaves the old one and is told of', async () => {
  const query = '{ again: __type(name: "Query") { fields { name } } }';
  const fields = async () => JSON.stringify(await ask(query));
  expect(await fields()).not.toContain('"another"');
  const [first, ...rest] = hosted;
  const changed = first?.sdl.replace(/type Query \{/, 'type Query { another: String') ?? '';
  writeFileSync(file, composeSupergraph([{ ...first, sdl: changed } as never, ...rest]).sdl);
  await expect.poll(fields, { timeout: 10_000, interval: 20 }).toContain('"another"');
  writeFileSync(file, 'type Query {');
  await expect.poll(() => textOf('/ready'), { timeout: 10_000 }).toContain('the newest is refused');
  expect(await fields()).toContain('"another"');
  expect(await textOf('/metrics')).toContain('machshop_gateway_supergraph_broken 1');
  expect(gateway.log()).toContain('the new supergraph is refused, the old one stays');
  writeFileSync(file, composeSupergraph(hosted).sdl);
  await expect.poll(fields, { timeout: 10_000, interval: 20 }).not.toContain('"another"');
  expect(await textOf('/metrics')).toContain('machshop_gateway_supergraph_broken 0');
});

test('the variable GATEWAY_ENGINE chooses the engine; one that there is not is refused', async () => {
  const query = '{ order(id: "1") { number part { name } } }';
  const answer = { data: { order: { number: 'WO-1', part: { name: 'Bracket' } } } };
  const stock = await serve({ GATEWAY_ENGINE: 'apollo' });
  try {
    for (const one of [gateway, stock]) expect(await ask(query, one)).toEqual(answer);
    // our engine alone keeps plans and counts them
    expect(await textOf('/metrics')).toContain('machshop_gateway_plans_total{');
    const metrics = await textOf('/metrics', stock);
    expect(metrics).toContain('machshop_gateway_operations_total{');
    expect(metrics).not.toContain('machshop_gateway_plans_total{');
    expect(stock.log()).toContain('"engine":"apollo"');
  } finally {
    stock.child.kill();
  }
  const none = await serve({ GATEWAY_ENGINE: 'other' });
  expect(none.log()).toContain('GATEWAY_ENGINE is other, but must be one of machshop, apollo');
  expect(none.child.exitCode).toBe(1);
});

test('without a supergraph, or without keys for tokens, it says what is missing', async () => {
  const ends = (args: string[]) =>
    new Promise<string>((resolve) => {
      let said = '';
      const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
        env: { PATH: process.env.PATH ?? '' },
      });
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
      child.once('exit', (code) => resolve(`${code}: ${said}`));
    });
  expect(await ends([])).toMatch(/^2: Serves a supergraph/);
  expect(await ends(['--supergraph', file])).toMatch(/^1: AUTH_JWKS_URL is not set/);
});
