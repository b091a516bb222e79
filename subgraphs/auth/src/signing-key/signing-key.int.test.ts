import { TokenVerifier } from '@machshop/auth';
import { createLogger, newTrace } from '@machshop/telemetry';
import { persona } from '@machshop/testing';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { authServices, startServices } from '../services.ts';
import { subgraph } from '../subgraph.ts';
import { type AuthPlant, DEMO_PASSWORD, startAuthPlant } from '../testing.ts';
import { KEY_GRACE_MS, KEY_LIFE_MS, MIN_ROTATION_MS } from './signing-key.ts';

let auth: AuthPlant;
beforeAll(async () => {
  auth = await startAuthPlant();
});
afterAll(() => auth?.close());

const tokenOf = async () => (await auth.login('operator', DEMO_PASSWORD)).accessToken as string;
const kidOf = (token: string) => decodeProtectedHeader(token).kid as string;
const admin = () => auth.viewer('admin', auth.tenant.adminPassword as string);
/** Asks the keys themselves: a verifier would see first that the token has expired. */
const isAccepted = async (kid: string) => {
  try {
    await auth.services.keys({ alg: 'RS256', kid }, { payload: '', signature: '' });
    return true;
  } catch {
    return false;
  }
};

describe('signing keys', () => {
  test('after a rotation old tokens are accepted within the grace period, and not after', async () => {
    auth.pass(MIN_ROTATION_MS);
    const old = await tokenOf();
    const input = { reason: 'yearly audit' };
    const answer = await auth.change<{ signingKey: { kid: string }; errors: [] }>(
      await admin(),
      'rotateSigningKey',
      input,
      'signingKey { kid retiredAt }',
    );
    expect(answer.errors).toEqual([]);
    const fresh = await tokenOf();
    expect(kidOf(fresh)).toBe(answer.signingKey.kid);
    expect(kidOf(fresh)).not.toBe(kidOf(old));
    expect((await auth.viewerOf(old)).username).toBe('operator');
    const route = subgraph.definition.routes?.['/.well-known/jwks.json'];
    const published = JSON.parse((await route?.(auth.services))?.body ?? '{}') as {
      keys: Record<string, string>[];
    };
    expect(published.keys.map(({ kid }) => kid).sort()).toEqual([kidOf(old), kidOf(fresh)].sort());
    for (const key of published.keys) expect(key).not.toHaveProperty('d');
    auth.pass(KEY_GRACE_MS - 1);
    expect(await isAccepted(kidOf(old))).toBe(true);
    auth.pass(1);
    expect(await isAccepted(kidOf(old))).toBe(false);
    expect(await isAccepted(kidOf(fresh))).toBe(true);
    expect((await auth.services.keyRing.jwks()).keys).toHaveLength(1);
  });

  test('of which somebody may have a copy are refused at once', async () => {
    const old = await tokenOf();
    await auth.change(await admin(), 'rotateSigningKey', { compromised: true, reason: 'laptop stolen' });
    const verifier = new TokenVerifier(auth.services.keys, auth.now);
    await expect(verifier.verify(old, null)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    await expect(verifier.verify(await tokenOf(), null)).resolves.toMatchObject({ username: 'operator' });
  });

  test('are not rotated by hand twice in five minutes', async () => {
    const answer = await auth.change(await admin(), 'rotateSigningKey', {});
    expect(answer.errors).toMatchObject([{ code: 'ROTATED_RECENTLY' }]);
  });

  test('rotate by themselves after 180 days, once, however many sign in at that moment', async () => {
    const before = await tokenOf();
    auth.pass(KEY_LIFE_MS);
    const tokens = await Promise.all(Array.from({ length: 5 }, tokenOf));
    const kids = new Set(tokens.map(kidOf));
    expect(kids.size).toBe(1);
    expect(kids).not.toContain(kidOf(before));
    await auth.plant.idle();
    const events = await auth.plant.events('auth.signing-key.rotated');
    expect(events.filter(({ subject }) => kids.has(subject))).toHaveLength(1);
    expect(events.at(-1)).toMatchObject({
      actorname: 'signing keys',
      data: { change: { reason: 'the key has reached its age' } },
    });
  });

  test('made by another process are found when a token names them', async () => {
    const running = auth.plant.running.get('auth');
    if (!running) throw new Error('auth does not run');
    const secret = (name: string) => `test secret ${name}`.padEnd(43, '.');
    const log = createLogger('other', 'fatal');
    const other = authServices(await startServices({ db: running.db, log, now: auth.now, secret }));
    await other.keyRing.rotate({ by: null, reason: null, compromised: false });
    auth.pass(MIN_ROTATION_MS);
    const by = { viewer: persona('ADMINISTRATOR'), trace: newTrace() };
    const made = await other.keyRing.rotate({ by, reason: null, compromised: false });
    expect(await isAccepted(made?.kid as string)).toBe(true);
  });

  test('cannot be opened with another secret, and the start says so', async () => {
    const running = auth.plant.running.get('auth');
    if (!running) throw new Error('auth does not run');
    const log = createLogger('other', 'fatal');
    const secret = () => 'x'.repeat(40);
    await expect(startServices({ db: running.db, log, now: auth.now, secret })).rejects.toThrow(
      'auth-key-encryption is not the one',
    );
  });

  test('are rotated by whoever may and nobody else', async () => {
    const planner = await auth.viewer('planner');
    const query = 'mutation { rotateSigningKey(input: {}) { errors { code } } }';
    expect(await auth.plant.refuse('auth', planner, query)).toEqual(['FORBIDDEN']);
    expect(await auth.plant.refuse('auth', planner, '{ signingKeys { kid } }')).toEqual(['FORBIDDEN']);
  });
});
