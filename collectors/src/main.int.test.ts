import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from './config/schema.ts';
import type { AgentHealth } from './observe/health.ts';
import { Broker } from './simulators/broker.ts';
import { AgentProcess } from './testing/agent-process.ts';
import { freePort } from './testing/nats-server.ts';
import { until } from './testing/stream-reader.ts';

const run = promisify(execFile);
const MAIN = resolve(import.meta.dirname, 'main.ts');

let broker: Broker;
let agent: AgentProcess;
let http: number;
beforeEach(async () => {
  broker = await Broker.start({ port: await freePort() });
  agent = new AgentProcess();
  http = await freePort();
});
afterEach(async () => {
  await agent.remove();
  await broker.stop();
});

const config = (names: readonly string[], more: Partial<AgentConfigInput> = {}): AgentConfigInput => ({
  collector: { id: 'edge-main', tenant: 'acme', site: 'pune' },
  // nobody listens there: the agent collects without NATS
  nats: { servers: ['nats://127.0.0.1:1'] },
  buffer: { path: 'buffer.db', reserveBytes: '64 KiB' },
  http: { port: http },
  sources: names.map((name) => ({
    name,
    type: 'mqtt',
    url: broker.url,
    version: '3.1.1',
    subscriptions: [
      {
        topic: `${name}/{t}`,
        equipment: { area: 'a', workCenter: 'w', equipment: 'e' },
        tag: '{t}',
        payload: { type: 'plain' },
      },
    ],
  })),
  ...more,
});

const health = async () => (await (await fetch(`http://127.0.0.1:${http}/health`)).json()) as AgentHealth;
const names = async () =>
  (await health().catch(() => null))?.sources.filter(({ connected }) => connected).map(({ name }) => name);

describe('the edge agent as a process', { timeout: 60_000 }, () => {
  it('takes a changed configuration file, refuses a faulty one, and ends on SIGTERM', async () => {
    agent.configure(config(['one']));
    agent.start();
    await until(async () => (await names())?.join() === 'one', 20_000, 'it runs');
    agent.configure(config(['one', 'two']));
    await until(async () => (await names())?.sort().join() === 'one,two', 20_000, 'the second source runs');
    expect(agent.log).toContain('"started":["two"],"stopped":[],"kept":["one"]');
    agent.configure(config(['not a name']));
    await until(() => agent.log.includes('sources[0].name: is not a name'), 20_000, 'the fault is told');
    expect((await names())?.sort().join()).toBe('one,two');
    await agent.kill('SIGTERM');
    expect(agent.log).toContain('"signal":"SIGTERM"');
  });

  it('does not start twice on one buffer', async () => {
    agent.configure(config(['one']));
    agent.start();
    await until(async () => (await names())?.join() === 'one', 20_000, 'it runs');
    await expect(run(process.execPath, [MAIN, '--config', agent.path('edge.json')])).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('database is locked'),
    });
  });

  it('checks a configuration and says what is wrong with it', async () => {
    agent.configure(config(['one']));
    const checked = await run(process.execPath, [MAIN, '--config', agent.path('edge.json'), '--check']);
    expect(checked.stdout).toContain('1 sources, no faults');
    agent.configure(config(['one', 'one']));
    await expect(
      run(process.execPath, [MAIN, '--config', agent.path('edge.json'), '--check']),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('sources[1].name: is also the name of sources[0]'),
    });
  });
});
