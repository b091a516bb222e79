import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@machshop/testing/ports.ts';
import { afterEach, describe, expect, test } from 'vitest';
import { SILENT } from '../testing/gateway.ts';
import { redisBuckets } from './redis-buckets.ts';

const isHere = spawnSync('redis-server', ['--version']).status === 0;
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

async function startRedis(port: number): Promise<ChildProcess> {
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  running.push(child);
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('redis-server ended')));
    child.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready to accept connections')) resolve();
    });
  });
  return child;
}

describe.skipIf(!isHere)('buckets in Redis (skipped where redis-server is not installed)', () => {
  test('are shared by gateways, and count as those in memory do', async () => {
    const port = await freePort();
    await startRedis(port);
    const url = `redis://127.0.0.1:${port}`;
    const [one, other] = [await redisBuckets(url, SILENT), await redisBuckets(url, SILENT)];
    const verdicts = [];
    for (let i = 0; i < 30; i += 1)
      verdicts.push(await one.take('user a', 60), await other.take('user a', 60));
    expect(verdicts.every(({ allowed }) => allowed)).toBe(true);
    expect(verdicts.at(-1)).toMatchObject({ limit: 60, remaining: 0 });
    const refused = await other.take('user a', 60);
    expect(refused.allowed).toBe(false);
    expect(refused.retrySeconds).toBe(1);
    expect((await one.take('user b', 60)).remaining).toBe(59);
    await sleep(1_100);
    expect((await one.take('user a', 60)).allowed).toBe(true);
    await Promise.all([one.close(), other.close()]);
  });

  test('give way to those of the process while Redis is away, and come back with it', async () => {
    const port = await freePort();
    const redis = await startRedis(port);
    const buckets = await redisBuckets(`redis://127.0.0.1:${port}`, SILENT);
    expect((await buckets.take('a', 100)).remaining).toBe(99);
    redis.removeAllListeners('exit');
    redis.kill('SIGKILL');
    await new Promise((resolve) => redis.once('exit', resolve));
    await expect.poll(async () => (await buckets.take('a', 100)).allowed).toBe(true);
    await startRedis(port);
    await buckets.take('only-in-redis', 100);
    const other = await redisBuckets(`redis://127.0.0.1:${port}`, SILENT);
    await expect
      .poll(
        async () => {
          await buckets.take('seen', 100);
          return (await other.take('seen', 100)).remaining < 99;
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBe(true);
    await Promise.all([buckets.close(), other.close()]);
  });
});

test('without any Redis requests are counted all the same', async () => {
  const port = await freePort();
  const buckets = await redisBuckets(`redis://127.0.0.1:${port}`, SILENT);
  expect(await buckets.take('a', 2)).toMatchObject({ allowed: true, remaining: 1 });
  await buckets.take('a', 2);
  expect(await buckets.take('a', 2)).toMatchObject({ allowed: false });
  await buckets.close();
});
