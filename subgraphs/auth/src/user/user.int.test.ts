import type { Viewer } from '@machshop/auth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuthPlant, DEMO_PASSWORD, type ErrorAnswer, startAuthPlant } from '../testing.ts';

const PASSWORD = 'a drill press and a saw';
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface UserAnswer {
  user: { id: string; username: string; roles: { code: string }[]; active: boolean } | null;
  errors: ErrorAnswer[];
}

let auth: AuthPlant;
let admin: Viewer;
beforeAll(async () => {
  auth = await startAuthPlant();
  admin = await auth.viewer('admin', auth.tenant.adminPassword as string);
});
afterAll(() => auth?.close());

const codes = (answer: { errors: { code: string }[] }) => answer.errors.map(({ code }) => code);
const FIELDS = 'user { id username roles { code } active }';
const change = (viewer: Viewer, field: string, input: object) =>
  auth.change<UserAnswer>(viewer, field, input, FIELDS);
const create = (username: string, more: object = {}, by = admin) =>
  change(by, 'createUser', {
    username,
    displayName: username,
    roles: ['OPERATOR'],
    password: PASSWORD,
    ...more,
  });
const idOf = (answer: UserAnswer) => answer.user?.id as string;

describe('users', () => {
  test('sign in with the password they were given, and can do nothing but choose another one', async () => {
    await create('nina');
    const first = await auth.login('nina', PASSWORD);
    expect(first).toMatchObject({ mustChangePassword: true, viewer: { permissions: [], roles: [] } });
    const nina = await auth.viewerOf(first.accessToken as string);
    expect(await auth.plant.refuse('auth', nina, '{ sites(first: 1) { nodes { code } } }')).toEqual([
      'FORBIDDEN',
    ]);
    const input = { oldPassword: PASSWORD, newPassword: 'a better one of mine' };
    expect(codes(await change(nina, 'changeOwnPassword', input))).toEqual([]);
    const next = await auth.refresh(first.refreshToken as string);
    expect(next).toMatchObject({ mustChangePassword: false, errors: [] });
    expect(next.viewer?.permissions).toContain('operation:start');
    expect(codes(await auth.login('nina', PASSWORD))).toEqual(['INVALID_CREDENTIALS']);
  });

  test('the same id with the same content again changes nothing, with other content it is ID_TAKEN', async () => {
    const first = await create('otto', { id: id(1) });
    const again = await create('otto', { id: id(1) });
    expect(again.user).toEqual(first.user);
    expect(codes(await create('otto', { id: id(1), roles: ['PLANNER'] }))).toEqual(['ID_TAKEN']);
    expect(codes(await create('OTTO'))).toEqual(['USERNAME_TAKEN']);
    await auth.plant.idle();
    const made = (await auth.plant.events('auth.user.created')).filter(({ subject }) => subject === id(1));
    expect(made).toHaveLength(1);
  });

  test('bad input is refused field by field', async () => {
    const answer = await create('No Spaces', { roles: [], email: 'not an address' });
    expect(answer.errors.map(({ path }) => path.join('.')).sort()).toEqual([
      'input.email',
      'input.roles',
      'input.username',
    ]);
    expect(codes(await create('shorty', { password: 'too short' }))).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes(await create('paul', { siteIds: [id(404)] }))).toEqual(['NOT_FOUND']);
  });

  test('a changed role is in the next token; the event says old and new', async () => {
    const made = await create('rosa');
    await change(admin, 'changeUser', { id: idOf(made), roles: ['PLANNER', 'OPERATOR'] });
    await auth.plant.idle();
    const [event] = (await auth.plant.events('auth.user.changed')).filter(
      ({ subject }) => subject === idOf(made),
    );
    expect(event?.data.change).toMatchObject({
      old: { roles: ['OPERATOR'] },
      new: { roles: ['OPERATOR', 'PLANNER'] },
    });
  });

  test('deactivating ends the sessions and the sign-ins; reactivating lets them in again', async () => {
    const operator = await auth.viewer('operator');
    const session = await auth.login('operator', DEMO_PASSWORD);
    const input = { id: operator.userId, reason: 'left the plant' };
    expect((await change(admin, 'deactivateUser', input)).user?.active).toBe(false);
    expect(codes(await auth.refresh(session.refreshToken as string))).toEqual(['SESSION_ENDED']);
    expect(codes(await auth.login('operator', DEMO_PASSWORD))).toEqual(['INVALID_CREDENTIALS']);
    await change(admin, 'reactivateUser', input);
    expect(codes(await auth.login('operator', DEMO_PASSWORD))).toEqual([]);
    await auth.plant.idle();
    const [event] = await auth.plant.events('auth.user.deactivated');
    expect(event).toMatchObject({
      subject: operator.userId,
      actorname: 'admin',
      data: { change: { old: { active: true }, new: { active: false }, reason: 'left the plant' } },
    });
  });

  test('a set password ends every session, a changed one all others', async () => {
    const sam = idOf(await create('sami'));
    await change(admin, 'setPassword', { userId: sam, password: 'first choice of admin' });
    const [one, two] = [
      await auth.login('sami', 'first choice of admin'),
      await auth.login('sami', 'first choice of admin'),
    ];
    const viewer = await auth.viewerOf(one.accessToken as string);
    await change(viewer, 'changeOwnPassword', {
      oldPassword: 'first choice of admin',
      newPassword: 'second choice mine',
    });
    expect(codes(await auth.refresh(one.refreshToken as string))).toEqual([]);
    expect(codes(await auth.refresh(two.refreshToken as string))).toEqual(['SESSION_ENDED']);
    await change(admin, 'setPassword', { userId: sam, password: 'third choice of admin' });
    const three = await auth.login('sami', 'third choice of admin');
    expect(three).toMatchObject({ mustChangePassword: true, errors: [] });
    await auth.plant.idle();
    const ended = (await auth.plant.events('auth.session.logged-out')).filter(
      ({ data }) => data.username === 'sami',
    );
    expect(ended).toHaveLength(2);
  });

  test('changing a password needs the old one; guessing at it locks', async () => {
    const viewer = await auth.viewer('quality.engineer');
    const guess = () =>
      change(viewer, 'changeOwnPassword', { oldPassword: 'is it this one?', newPassword: PASSWORD });
    for (let i = 0; i < 5; i++) expect(codes(await guess())).toEqual(['WRONG_PASSWORD']);
    expect(codes(await guess())).toEqual(['LOCKED']);
    expect(codes(await auth.login('quality.engineer', DEMO_PASSWORD))).toEqual(['LOCKED']);
    auth.pass(60_000);
    const same = { oldPassword: DEMO_PASSWORD, newPassword: DEMO_PASSWORD };
    expect(codes(await change(viewer, 'changeOwnPassword', same))).toEqual(['PASSWORD_UNCHANGED']);
  });
});

describe('administration', () => {
  test('two administrators who deactivate each other at once: one is left', async () => {
    const plant = await auth.makeTenant('DUEL');
    const login = await auth.login('admin', plant.adminPassword as string, { tenant: 'DUEL' });
    const one = await auth.viewerOf(login.accessToken as string);
    const made = await create('second', { roles: ['ADMINISTRATOR'] }, one);
    const two: Viewer = { ...one, userId: idOf(made), username: 'second' };
    const answers = await Promise.all([
      change(one, 'deactivateUser', { id: two.userId }),
      change(two, 'deactivateUser', { id: one.userId }),
    ]);
    expect(answers.flatMap(codes)).toEqual(['LAST_ADMINISTRATOR']);
    const left = answers[0]?.user ? one : two;
    expect(codes(await change(left, 'changeUser', { id: left.userId, roles: ['PLANNER'] }))).toEqual([
      'LAST_ADMINISTRATOR',
    ]);
  });

  test('an administrator of one site neither sees nor makes users beyond it', async () => {
    const site = await auth.change<{ site: { id: string } }>(
      admin,
      'createSite',
      { code: 'TOL', name: 'Toledo', timeZone: 'America/New_York' },
      'site { id }',
    );
    const bound = { ...admin, userId: id(77), siteIds: [site.site.id] };
    await create('elsewhere', { siteIds: [auth.tenant.siteId] });
    await create('local', { siteIds: [site.site.id] });
    const { users } = await auth.plant.run<{ users: { nodes: { username: string }[] } }>(
      'auth',
      bound,
      '{ users(first: 100) { nodes { username } } }',
    );
    const names = users.nodes.map(({ username }) => username);
    expect(names).toContain('local');
    expect(names).not.toContain('elsewhere');
    expect(codes(await create('wide', {}, bound))).toEqual(['BEYOND_OWN_PERMISSIONS']);
    expect(codes(await create('narrow', { siteIds: [site.site.id] }, bound))).toEqual([]);
    const password = { userId: admin.userId, password: PASSWORD };
    expect(codes(await change(bound, 'setPassword', password))).toEqual(['BEYOND_OWN_PERMISSIONS']);
    const { sites } = await auth.plant.run<{ sites: { nodes: object[] } }>(
      'auth',
      bound,
      '{ sites(first: 9) { nodes { code } } }',
    );
    expect(sites.nodes).toEqual([{ code: 'TOL' }]);
  });

  test("another tenant's administrator sees no user, by list, name, id or as an entity, and changes none", async () => {
    const other = await auth.makeTenant('RIVAL');
    const login = await auth.login('admin', other.adminPassword as string, { tenant: 'RIVAL' });
    const rival = await auth.viewerOf(login.accessToken as string);
    const operator = (await auth.viewer('operator')).userId;
    const answer = await auth.plant.run<{ users: { nodes: { username: string }[] } }>(
      'auth',
      rival,
      `query ($id: ID!, $r: [_Any!]!) {
        user(id: $id) { id } userByUsername(username: "operator") { id }
        users(first: 100) { nodes { username } }
        _entities(representations: $r) { __typename }
      }`,
      {
        id: operator,
        r: [
          { __typename: 'User', id: operator },
          { __typename: 'Site', id: auth.tenant.siteId },
          { __typename: 'Tenant', id: auth.tenant.tenantId },
        ],
      },
    );
    expect(answer).toEqual({
      user: null,
      userByUsername: null,
      users: { nodes: [{ username: 'admin' }] },
      _entities: [null, null, null],
    });
    expect(codes(await change(rival, 'deactivateUser', { id: operator }))).toEqual(['NOT_FOUND']);
    expect(codes(await auth.login('operator', DEMO_PASSWORD, { tenant: 'RIVAL' }))).toEqual([
      'INVALID_CREDENTIALS',
    ]);
  });

  test('an operator sees the names of others and no more, and everything of themselves', async () => {
    const operator = await auth.viewer('operator');
    const query = (fields: string, of: string) =>
      ({
        text: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { FIELDS } } }'.replace(
          'FIELDS',
          fields,
        ),
        variables: { r: [{ __typename: 'User', id: of }] },
      }) as const;
    const name = query('username displayName', admin.userId);
    expect(await auth.plant.run('auth', operator, name.text, name.variables)).toEqual({
      _entities: [{ username: 'admin', displayName: 'Administrator' }],
    });
    const email = query('email sessions(first: 1) { nodes { id } }', admin.userId);
    expect(await auth.plant.refuse('auth', operator, email.text, email.variables)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    const own = query('email roles { code } sessions(first: 1) { nodes { startedAt } }', operator.userId);
    expect(await auth.plant.run('auth', operator, own.text, own.variables)).toMatchObject({
      _entities: [{ email: null, roles: [{ code: 'OPERATOR' }], sessions: { nodes: [{}] } }],
    });
    const create = 'mutation ($i: CreateUserInput!) { createUser(input: $i) { errors { code } } }';
    const input = { username: 'x1', displayName: 'x', roles: ['ADMINISTRATOR'], password: PASSWORD };
    expect(await auth.plant.refuse('auth', operator, create, { i: input })).toEqual(['FORBIDDEN']);
    expect(await auth.plant.refuse('auth', undefined, create, { i: input })).toEqual(['UNAUTHENTICATED']);
  });

  test('roles and permissions are listed', async () => {
    const { roles, permissions } = await auth.plant.run<{
      roles: { title: string }[];
      permissions: { code: string }[];
    }>('auth', admin, '{ roles { code title permissions { code } } permissions { code description } }');
    expect(roles.map(({ title }) => title)).toContain('Production Supervisor');
    expect(permissions.map(({ code }) => code)).toContain('workOrder:release');
  });
});
