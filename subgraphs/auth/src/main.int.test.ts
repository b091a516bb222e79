import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { remoteKeys, TokenVerifier } from '@machshop/auth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthPlant, startAuthPlant } from './testing.ts';

let auth: AuthPlant;
let child: ChildProcess | null = null;
beforeAll(async () => {
  auth = await startAuthPlant();
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await auth?.close();
});

interface Started {
  url: string;
  output: () => string;
}

async function start(): Promise<Started> {
  const relay = new URL(auth.plant.urlOf('auth'));
  relay.username = 'machshop_relay';
  const started = spawn(process.execPath, [`${import.meta.dirname}/main.ts`], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: auth.plant.urlOf('auth'),
      RELAY_DATABASE_URL: relay.href,
      NATS_URL: auth.plant.nats.url,
      MACHSHOP_SECRET_AUTH_KEY_ENCRYPTION: 'test secret auth-key-encryption'.padEnd(43, '.'),
      MACHSHOP_TENANT_CODE: 'APART',
      MACHSHOP_SITE_TIME_ZONE: 'Europe/Berlin',
      PORT: '0',
      HOST: '127.0.0.1',
    },
  });
  child = started;
  let [out, err] = ['', ''];
  started.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    started.once('exit', (code) => reject(new Error(`ended with ${code}: ${err}`)));
    started.stderr.on('data', (chunk) => {
      err += chunk;
      const ready = /"url":"([^"]+)"/.exec(err)?.[1];
      if (ready) resolve(ready);
    });
  });
  return { url, output: () => out + err };
}

async function stop(): Promise<void> {
  const ended = child && once(child, 'exit');
  child?.kill('SIGTERM');
  const [code] = (await ended) ?? [];
  expect(code).toBe(0);
}

test('as a process of its own it makes the tenant, shows the password once, signs in and publishes its keys', async () => {
  const first = await start();
  const password = /shown this once: (\S+)/.exec(first.output())?.[1] as string;
  expect(first.output().split(password)).toHaveLength(2);
  const query = `mutation { login(input: { tenant: "APART", username: "admin", password: "${password}" }) { accessToken errors { code } } }`;
  const response = await fetch(first.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = (await response.json()) as { data: { login: { accessToken: string } } };
  const keys = remoteKeys(new URL('/.well-known/jwks.json', first.url).href);
  const viewer = await new TokenVerifier(keys).verify(data.login.accessToken, null);
  expect(viewer.username).toBe('admin');
  const me = await fetch(first.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${data.login.accessToken}` },
    body: JSON.stringify({ query: '{ me { username tenant { code } } }' }),
  });
  expect(await me.json()).toEqual({ data: { me: { username: 'admin', tenant: { code: 'APART' } } } });
  await stop();
  const second = await start();
  expect(second.output()).not.toContain('shown this once');
  await stop();
});
