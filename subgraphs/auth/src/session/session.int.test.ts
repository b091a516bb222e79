import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthPlant, DEMO_PASSWORD, type SignInAnswer, startAuthPlant } from '../testing.ts';

const MINUTE = 60_000;
let auth: AuthPlant;
beforeAll(async () => {
  auth = await startAuthPlant();
});
afterAll(() => auth?.close());

const codes = (answer: { errors: { code: string }[] }) => answer.errors.map(({ code }) => code);
const refreshTokenOf = (answer: SignInAnswer) => answer.refreshToken as string;

describe('signing in', () => {
  test('gives an RS256 token with the claims, accepted by the verifier', async () => {
    const answer = await auth.login('operator', DEMO_PASSWORD);
    expect(answer.errors).toEqual([]);
    expect(answer.viewer).toMatchObject({
      username: 'operator',
      roles: ['Operator'],
      tenant: { code: 'ACME' },
    });
    const token = answer.accessToken as string;
    expect(decodeProtectedHeader(token)).toMatchObject({
      alg: 'RS256',
      typ: 'JWT',
      kid: expect.stringMatching(/^machshop-key-/),
    });
    const claims = JSON.parse(Buffer.from(token.split('.')[1] as string, 'base64url').toString());
    const seconds = auth.now().getTime() / 1000;
    expect(claims).toMatchObject({
      username: 'operator',
      roles: ['Operator'],
      tenant_id: auth.tenant.tenantId,
      iss: 'machshop-auth-service',
      aud: 'machshop-api',
      iat: seconds,
      nbf: seconds,
      exp: seconds + 900,
      site_ids: [],
      sid: expect.any(String),
      sub: expect.any(String),
    });
    expect(claims.permissions).toContain('operation:start');
    const viewer = await auth.viewerOf(token);
    expect(viewer).toMatchObject({ username: 'operator', sessionId: claims.sid });
  });

  test('a wrong password, an unknown user and an unknown tenant get the same answer', async () => {
    const wrong = await auth.login('operator', 'not the password');
    const unknown = await auth.login('nobody', 'not the password');
    const nowhere = await auth.login('operator', DEMO_PASSWORD, { tenant: 'NOWHERE' });
    expect(codes(wrong)).toEqual(['INVALID_CREDENTIALS']);
    expect(unknown.errors).toEqual(wrong.errors);
    expect(nowhere.errors).toEqual(wrong.errors);
    expect(wrong.accessToken).toBeNull();
  });

  test('the tenant may be left out where there is only one, and must be named where there are two', async () => {
    const query = `mutation ($p: String!) { login(input: { username: "operator", password: $p }) { accessToken errors { code } } }`;
    const one = await auth.plant.run<{ login: SignInAnswer }>('auth', undefined, query, { p: DEMO_PASSWORD });
    expect(one.login.accessToken).toEqual(expect.any(String));
    await auth.makeTenant('SECOND');
    const two = await auth.plant.run<{ login: SignInAnswer }>('auth', undefined, query, { p: DEMO_PASSWORD });
    expect(codes(two.login)).toEqual(['TENANT_MISSING']);
  });

  test('me says who it is, with permissions; nobody without a token', async () => {
    const query = '{ me { username permissions tenant { code } user { username email roles { code } } } }';
    const { me } = await auth.plant.run<{ me: Record<string, unknown> }>(
      'auth',
      await auth.viewer('planner'),
      query,
    );
    expect(me).toMatchObject({
      username: 'planner',
      tenant: { code: 'ACME' },
      user: { roles: [{ code: 'PLANNER' }] },
    });
    expect(me.permissions).toContain('workOrder:release');
    expect(await auth.plant.run('auth', undefined, query)).toEqual({ me: null });
  });
});

describe('lock-out', () => {
  test('five failures lock the user for a minute, each further one twice as long; success forgets them', async () => {
    const fail = () => auth.login('inspector', 'guess guess guess');
    for (let i = 0; i < 5; i++) expect(codes(await fail())).toEqual(['INVALID_CREDENTIALS']);
    const locked = await auth.login('inspector', DEMO_PASSWORD);
    expect(locked.errors[0]).toMatchObject({
      code: 'LOCKED',
      retryAt: new Date(auth.now().getTime() + MINUTE).toISOString(),
    });
    auth.pass(MINUTE);
    expect(codes(await fail())).toEqual(['INVALID_CREDENTIALS']);
    auth.pass(2 * MINUTE - 1);
    expect(codes(await auth.login('inspector', DEMO_PASSWORD))).toEqual(['LOCKED']);
    auth.pass(1);
    expect(codes(await auth.login('inspector', DEMO_PASSWORD))).toEqual([]);
    for (let i = 0; i < 4; i++) await fail();
    expect(codes(await auth.login('inspector', DEMO_PASSWORD))).toEqual([]);
  });

  test('an unknown username is locked just like a known one', async () => {
    for (let i = 0; i < 5; i++) await auth.login('phantom', 'guess guess guess');
    expect(codes(await auth.login('phantom', 'guess guess guess'))).toEqual(['LOCKED']);
  });

  test('guessing in parallel tells no more than guessing in turn', async () => {
    const guesses = Array.from({ length: 12 }, (_, i) =>
      auth.login('auditor', i === 11 ? DEMO_PASSWORD : `guess number ${i}`),
    );
    const answers = await Promise.all(guesses);
    const failed = answers.filter((answer) => codes(answer)[0] === 'INVALID_CREDENTIALS');
    expect(failed.length).toBeLessThanOrEqual(10);
    const [row] = await auth.plant.admin`
      select max(failures) as most from auth.login_throttles where tenant_id = ${auth.tenant.tenantId}`;
    expect(Number(row?.most)).toBeLessThanOrEqual(6);
    auth.pass(60 * MINUTE);
  });

  test('an address that fails at many users is locked for all of them, another address is not', async () => {
    const from = '203.0.113.7';
    for (let i = 0; i < 50; i++) await auth.login(`user-${i}`, 'spray spray spray', { from });
    expect(codes(await auth.login('operator', DEMO_PASSWORD, { from }))).toEqual(['LOCKED']);
    expect(codes(await auth.login('operator', DEMO_PASSWORD, { from: `::ffff:${from}` }))).toEqual([
      'LOCKED',
    ]);
    expect(codes(await auth.login('operator', DEMO_PASSWORD))).toEqual([]);
  });

  test('an administrator sees the lock and takes it away; the events tell of both', async () => {
    const admin = await auth.viewer('admin', auth.tenant.adminPassword as string);
    for (let i = 0; i < 5; i++) await auth.login('maintenance', 'guess guess guess');
    const { userByUsername: user } = await auth.plant.run<{
      userByUsername: { id: string; lockedUntil: string };
    }>('auth', admin, '{ userByUsername(username: "maintenance") { id lockedUntil } }');
    expect(user.lockedUntil).toBe(new Date(auth.now().getTime() + MINUTE).toISOString());
    const answer = await auth.change<{ user: object }>(
      admin,
      'unlockUser',
      { id: user.id },
      'user { lockedUntil }',
    );
    expect(answer.user).toEqual({ lockedUntil: null });
    expect(codes(await auth.login('maintenance', DEMO_PASSWORD))).toEqual([]);
    await auth.plant.idle();
    const types = (await auth.plant.events())
      .filter(({ subject }) => subject === user.id)
      .map(({ type }) => type);
    expect(types).toEqual(['auth.user.created', 'auth.user.locked', 'auth.user.unlocked']);
  });
});

describe('refreshing', () => {
  test('gives the next token; the used one that comes back ends the session', async () => {
    const first = await auth.login('supervisor', DEMO_PASSWORD);
    const second = await auth.refresh(refreshTokenOf(first));
    expect(second.errors).toEqual([]);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const third = await auth.refresh(refreshTokenOf(second));
    expect(third.errors).toEqual([]);
    expect(codes(await auth.refresh(refreshTokenOf(first)))).toEqual(['REFRESH_TOKEN_REUSED']);
    expect(codes(await auth.refresh(refreshTokenOf(third)))).toEqual(['SESSION_ENDED']);
    await auth.plant.idle();
    const [event] = await auth.plant.events('auth.session.reuse-detected');
    expect(event?.data).toMatchObject({
      username: 'supervisor',
      change: { new: { endReason: 'REUSE_DETECTED' } },
    });
  });

  test('two at once get the same next token, and the session goes on', async () => {
    const first = await auth.login('supervisor', DEMO_PASSWORD);
    const [left, right] = await Promise.all([
      auth.refresh(refreshTokenOf(first)),
      auth.refresh(refreshTokenOf(first)),
    ]);
    expect(left.refreshToken).toBe(right.refreshToken);
    expect((await auth.refresh(refreshTokenOf(left))).errors).toEqual([]);
  });

  test('a lost answer is given again for ten seconds, to the same address, while its token lies unused', async () => {
    const first = await auth.login('supervisor', DEMO_PASSWORD);
    const second = await auth.refresh(refreshTokenOf(first), '10.2.0.5');
    auth.pass(10_000);
    expect((await auth.refresh(refreshTokenOf(first), '10.2.0.5')).refreshToken).toBe(second.refreshToken);
    expect(codes(await auth.refresh(refreshTokenOf(first), '10.2.0.6'))).toEqual(['REFRESH_TOKEN_REUSED']);
    const again = await auth.login('supervisor', DEMO_PASSWORD);
    await auth.refresh(refreshTokenOf(again));
    auth.pass(10_001);
    expect(codes(await auth.refresh(refreshTokenOf(again)))).toEqual(['REFRESH_TOKEN_REUSED']);
  });

  test('ends after twelve hours without use, and after seven days however busy', async () => {
    const idle = await auth.login('supervisor', DEMO_PASSWORD);
    let busy = await auth.login('supervisor', DEMO_PASSWORD);
    auth.pass(12 * 60 * MINUTE);
    expect(codes(await auth.refresh(refreshTokenOf(idle)))).toEqual(['SESSION_ENDED']);
    busy = await auth.login('supervisor', DEMO_PASSWORD);
    for (let hours = 0; hours < 7 * 24 - 11; hours += 11) {
      auth.pass(11 * 60 * MINUTE);
      busy = await auth.refresh(refreshTokenOf(busy));
      expect(busy.errors).toEqual([]);
    }
    auth.pass(11 * 60 * MINUTE);
    expect(codes(await auth.refresh(refreshTokenOf(busy)))).toEqual(['SESSION_ENDED']);
  });

  test('a forged token of a session that exists is refused and ends nothing', async () => {
    const answer = await auth.login('supervisor', DEMO_PASSWORD);
    const parts = refreshTokenOf(answer).split('.');
    const forged = [...parts.slice(0, 3), 'A'.repeat(43)].join('.');
    expect(codes(await auth.refresh(forged))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect(codes(await auth.refresh('rubbish'))).toEqual(['INVALID_REFRESH_TOKEN']);
    expect((await auth.refresh(refreshTokenOf(answer))).errors).toEqual([]);
  });

  test('logging out ends the session, by the access token or by the refresh token', async () => {
    const one = await auth.login('supervisor', DEMO_PASSWORD);
    const viewer = await auth.viewerOf(one.accessToken as string);
    const out = await auth.change<{ sessionId: string }>(viewer, 'logout', {}, 'sessionId');
    expect(out.sessionId).toBe(viewer.sessionId);
    const again = await auth.change<{ sessionId: null }>(viewer, 'logout', {}, 'sessionId');
    expect(again).toEqual({ sessionId: null, errors: [] });
    expect(codes(await auth.refresh(refreshTokenOf(one)))).toEqual(['SESSION_ENDED']);
    const two = await auth.login('supervisor', DEMO_PASSWORD);
    await auth.plant.run(
      'auth',
      undefined,
      'mutation ($t: String!) { logout(input: { refreshToken: $t }) { sessionId } }',
      { t: two.refreshToken },
    );
    expect(codes(await auth.refresh(refreshTokenOf(two)))).toEqual(['SESSION_ENDED']);
    expect(await auth.plant.refuse('auth', undefined, 'mutation { logout { sessionId } }')).toEqual([
      'UNAUTHENTICATED',
    ]);
    await auth.plant.idle();
    const ended = (await auth.plant.events('auth.session.logged-out')).map(({ subject }) => subject);
    expect(ended).toContain(viewer.sessionId);
  });
});
