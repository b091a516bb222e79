import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@machshop/testing/ports.ts';
import type { SubgraphSource } from '../compose/compose.ts';
import { type Contestant, stop } from './contestant.ts';
import { FEDERATION_1 } from './graph.ts';

const CLOCK_TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
const START_LIMIT_MS = 60_000;

/** Hive Gateway and Mercurius, installed beside: they are no dependencies of ours. */
export async function peers(
  folder: string,
  supergraph: string,
  sources: readonly SubgraphSource[],
): Promise<(() => Promise<Contestant>)[]> {
  const home = join(folder, 'peers');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'peers', private: true, type: 'module' }));
  process.stderr.write('installing Hive Gateway and Mercurius into a temporary folder\n');
  const packages = ['@graphql-hive/gateway', 'mercurius', '@mercuriusjs/gateway', 'fastify', 'graphql@16'];
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return [
    () => hive('hive-gateway', home, supergraph, []),
    () => hive('hive-gateway (Rust)', home, supergraph, ['--hive-router-runtime']),
    () => mercurius(home, sources),
  ];
}

/** Hive Gateway plans by Stitching, or with an option by the Rust planner of Hive Router. */
async function hive(
  name: string,
  home: string,
  supergraph: string,
  options: readonly string[],
): Promise<Contestant> {
  const port = await freePort();
  const command = join(home, 'node_modules', '.bin', 'hive-gateway');
  const address = ['--port', String(port), '--host', '127.0.0.1'];
  return watchProcess(name, port, home, [command, 'supergraph', supergraph, ...address, ...options]);
}

async function mercurius(home: string, sources: readonly SubgraphSource[]): Promise<Contestant> {
  const port = await freePort();
  const file = join(home, 'mercurius.mjs');
  const services = sources.map(({ name, url }) => ({ name, url, schema: FEDERATION_1[name] }));
  const code = `import Fastify from 'fastify';
import mercuriusGateway from '@mercuriusjs/gateway';
const app = Fastify();
app.register(mercuriusGateway, { jit: 1, gateway: { services: ${JSON.stringify(services)} } });
await app.listen({ port: ${port}, host: '127.0.0.1' });
`;
  writeFileSync(file, code);
  return watchProcess('mercurius', port, home, [file]);
}

/** Starts a gateway by node and reads its CPU and memory from /proc. */
async function watchProcess(
  name: string,
  port: number,
  cwd: string,
  args: readonly string[],
): Promise<Contestant> {
  const child = spawn(process.execPath, [...args], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  const deadline = performance.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (performance.now() > deadline) {
      await stop(child);
      throw new Error(`${name} did not start`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    name,
    url,
    usage: async () => {
      // the name in brackets may hold spaces: fields are counted from behind it
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      const ticks = Number(fields[11]) + Number(fields[12]);
      return {
        cpuMs: (ticks * 1000) / CLOCK_TICKS_PER_SECOND,
        rssMb: (Number(fields[21]) * PAGE_BYTES) / 1024 ** 2,
      };
    },
    stop: () => stop(child),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
