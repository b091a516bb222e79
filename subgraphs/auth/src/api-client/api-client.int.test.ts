import type { Viewer } from '@machshop/auth';
import { anonymous } from '@machshop/auth';
import { OTHER_TENANT } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthPlant, type ErrorAnswer, startAuthPlant } from '../testing.ts';

interface ClientAnswer {
  apiClient: { id: string; clientId: string } | null;
  clientSecret: string | null;
  errors: ErrorAnswer[];
}

let auth: AuthPlant;
let admin: Viewer;
beforeAll(async () => {
  auth = await startAuthPlant();
  admin = await auth.viewer('admin', auth.tenant.adminPassword as string);
});
afterAll(() => auth?.close());

const FIELDS = 'apiClient { id clientId } clientSecret';
const create = (name: string, more: object = {}) =>
  auth.change<ClientAnswer>(admin, 'createApiClient', { name, roles: ['INTEGRATION'], ...more }, FIELDS);
const signIn = (clientId: string | undefined, clientSecret: string | null, from = '10.3.0.1') =>
  auth.change<{ accessToken: string | null; errors: ErrorAnswer[] }>(
    anonymous(from),
    'clientLogin',
    { clientId, clientSecret },
    'accessToken',
  );
const codes = (answer: { errors: { code: string }[] }) => answer.errors.map(({ code }) => code);

describe('a program', () => {
  test('signs in with the secret that was shown once', async () => {
    const made = await create('SAP adapter');
    const { accessToken } = await signIn(made.apiClient?.clientId, made.clientSecret);
    const viewer = await auth.viewerOf(accessToken as string);
    expect(viewer).toMatchObject({
      username: 'SAP adapter',
      roles: ['Integration'],
      tenantId: auth.tenant.tenantId,
      sessionId: null,
    });
    expect(viewer.permissions).toContain('integration:send');
    const { me } = await auth.plant.run<{ me: object }>(
      'auth',
      viewer,
      '{ me { username user { id } apiClient { clientId roles { code } } } }',
    );
    expect(me).toEqual({
      username: 'SAP adapter',
      user: null,
      apiClient: { clientId: made.apiClient?.clientId, roles: [{ code: 'INTEGRATION' }] },
    });
    const stored = await auth.plant.admin`select * from auth.api_clients`;
    expect(JSON.stringify(stored)).not.toContain(made.clientSecret);
  });

  test('made again with the same id gets no second secret', async () => {
    const id = '01900000-0000-7000-8000-000000000900';
    const first = await create('once', { id });
    const again = await create('once', { id });
    expect(first.clientSecret).toEqual(expect.any(String));
    expect(again).toMatchObject({ apiClient: first.apiClient, clientSecret: null, errors: [] });
    expect(codes(await create('twice', { id }))).toEqual(['ID_TAKEN']);
    expect(codes(await create('once'))).toEqual(['NAME_TAKEN']);
  });

  test('with a wrong, rotated, expired or deactivated secret is refused alike', async () => {
    const made = await create('MES portal');
    const { clientId, id } = made.apiClient as { clientId: string; id: string };
    const wrong = await signIn(clientId, 'x'.repeat(43));
    expect(codes(wrong)).toEqual(['INVALID_CREDENTIALS']);
    expect((await signIn('not.a.client', 'x')).errors).toEqual(wrong.errors);
    const rotated = await auth.change<ClientAnswer>(admin, 'rotateApiClientSecret', { id }, FIELDS);
    expect((await signIn(clientId, made.clientSecret)).errors).toEqual(wrong.errors);
    expect(codes(await signIn(clientId, rotated.clientSecret))).toEqual([]);
    auth.pass(365 * 24 * 3_600_000);
    expect((await signIn(clientId, rotated.clientSecret)).errors).toEqual(wrong.errors);
    const renewed = await auth.change<ClientAnswer>(admin, 'rotateApiClientSecret', { id }, FIELDS);
    await auth.change(admin, 'deactivateApiClient', { id, reason: 'replaced' });
    expect((await signIn(clientId, renewed.clientSecret)).errors).toEqual(wrong.errors);
    await auth.plant.idle();
    const failures = (await auth.plant.events('auth.login.failed')).map(({ data }) => data.reason);
    expect(failures).toEqual(['WRONG_SECRET', 'WRONG_SECRET', 'SECRET_EXPIRED', 'CLIENT_DEACTIVATED']);
  });

  test('that guesses is stopped by its address', async () => {
    const made = await create('honest');
    for (let i = 0; i < 50; i++) await signIn('not.a.client', 'guess', '198.51.100.1');
    expect(codes(await signIn(made.apiClient?.clientId, made.clientSecret, '198.51.100.1'))).toEqual([
      'LOCKED',
    ]);
  });

  test('is not made by whoever may not, nor beyond what they have', async () => {
    const planner = await auth.viewer('planner');
    const query =
      'mutation { createApiClient(input: { name: "x", roles: [INTEGRATION] }) { errors { code } } }';
    expect(await auth.plant.refuse('auth', planner, query)).toEqual(['FORBIDDEN']);
    const half = { ...admin, permissions: new Set(['apiClient:edit']) };
    const answer = await auth.change(half, 'createApiClient', { name: 'y', roles: ['INTEGRATION'] });
    expect(codes(answer)).toEqual(['BEYOND_OWN_PERMISSIONS']);
  });

  test('is told from a person in what it does, and is named to whoever sees what it did', async () => {
    const made = await create('cell controller', { roles: ['OPERATOR'] });
    const id = made.apiClient?.id as string;
    const { accessToken } = await signIn(made.apiClient?.clientId, made.clientSecret);
    const viewer = await auth.viewerOf(accessToken as string);
    expect(viewer).toMatchObject({ kind: 'API_CLIENT', userId: id });
    const operator = await auth.viewer('operator');
    expect(operator.kind).toBe('USER');
    await auth.plant.idle();
    const [event] = (await auth.plant.events('auth.api-client.logged-in')).filter(
      ({ subject }) => subject === id,
    );
    expect(event).toMatchObject({ actorid: id, actorkind: 'API_CLIENT', actorname: 'cell controller' });
    const query = (fields: string) =>
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ApiClient { ${fields} } } }`;
    const r = [{ __typename: 'ApiClient', id }];
    const named = await auth.plant.run('auth', operator, query('name'), { r });
    expect(named).toEqual({ _entities: [{ name: 'cell controller' }] });
    expect(await auth.plant.refuse('auth', operator, query('clientId'), { r })).toEqual(['FORBIDDEN']);
    const stranger = { ...operator, tenantId: OTHER_TENANT };
    expect(await auth.plant.run('auth', stranger, query('name'), { r })).toEqual({ _entities: [null] });
  });

  test('has no password to change: PERSON_REQUIRED', async () => {
    const made = await create('forgetful');
    const { accessToken } = await signIn(made.apiClient?.clientId, made.clientSecret);
    const viewer = await auth.viewerOf(accessToken as string);
    const passwords = { oldPassword: 'a secret is no password', newPassword: 'and gets no successor' };
    expect(codes(await auth.change(viewer, 'changeOwnPassword', passwords))).toEqual(['PERSON_REQUIRED']);
  });
});
