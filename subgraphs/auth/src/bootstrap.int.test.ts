import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDemoLogins } from './bootstrap.ts';
import { type AuthPlant, DEMO_PASSWORD, startAuthPlant } from './testing.ts';

let auth: AuthPlant;
beforeAll(async () => {
  auth = await startAuthPlant();
});
afterAll(() => auth?.close());

describe('the first start', () => {
  test('makes a tenant, a site and an administrator once, however many start at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => auth.makeTenant('RACE')));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
    expect(all.filter(({ adminPassword }) => adminPassword !== null)).toHaveLength(1);
    expect(new Set(all.map(({ tenantId, siteId }) => `${tenantId} ${siteId}`)).size).toBe(1);
    expect(await auth.makeTenant('RACE')).toMatchObject({ created: false, adminPassword: null });
  });

  test('the first administrator is asked to choose another password, and may do everything meanwhile', async () => {
    const answer = await auth.login('admin', auth.tenant.adminPassword as string);
    expect(answer).toMatchObject({ mustChangePassword: true, errors: [] });
    expect(answer.viewer?.permissions).toContain('user:edit');
    expect(auth.tenant.adminPassword).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  });

  test('the demo log-ins are one a role, and stay as they are', async () => {
    const running = auth.plant.running.get('auth');
    if (!running) throw new Error('auth does not run');
    const again = await createDemoLogins({
      db: running.db,
      hasher: auth.services.hasher,
      now: auth.now,
      tenantId: auth.tenant.tenantId,
      password: 'another password now',
    });
    expect(again).toHaveLength(10);
    for (const { username, title } of again) {
      const { viewer } = await auth.login(username, DEMO_PASSWORD);
      expect(viewer).toMatchObject({ username, roles: [title] });
    }
  });
});

describe('secrets', () => {
  test('are in no event, no log and no table', async () => {
    const admin = await auth.viewer('admin', auth.tenant.adminPassword as string);
    const secrets = [auth.tenant.adminPassword as string, DEMO_PASSWORD];
    const typed = 'typed my password into the wrong field';
    await auth.login(typed, 'and the name here instead');
    await auth.login('operator', 'a wrong guess at it');
    const signedIn = await auth.login('operator', DEMO_PASSWORD);
    const refreshed = await auth.refresh(signedIn.refreshToken as string);
    auth.pass(20_000);
    await auth.refresh(signedIn.refreshToken as string);
    const created = { username: 'wanda', displayName: 'Wanda', roles: ['OPERATOR'] };
    await auth.change(admin, 'createUser', { ...created, password: 'given at the start' });
    const wanda = await auth.viewer('wanda', 'given at the start');
    const passwords = { oldPassword: 'given at the start', newPassword: 'chosen afterwards' };
    await auth.change(wanda, 'changeOwnPassword', passwords);
    await auth.change(admin, 'setPassword', { userId: wanda.userId, password: 'set by the admin' });
    const client = await auth.change<{ clientSecret: string }>(
      admin,
      'createApiClient',
      { name: 'portal', roles: ['INTEGRATION'] },
      'clientSecret',
    );
    await auth.change(admin, 'rotateSigningKey', { compromised: true });
    secrets.push(typed, 'and the name here instead', 'a wrong guess at it', client.clientSecret);
    secrets.push('given at the start', 'chosen afterwards', 'set by the admin');
    for (const token of [
      signedIn.refreshToken,
      signedIn.accessToken,
      refreshed.refreshToken,
      refreshed.accessToken,
    ]) {
      secrets.push((token as string).split('.').at(-1) as string);
    }
    // the outbox is emptied into the stream
    await auth.plant.idle();
    const events = JSON.stringify(await auth.plant.events());
    const tables = await auth.plant.admin<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'auth'`;
    const rows = await Promise.all(
      tables.map(({ name }) => auth.plant.admin`select t::text as row from auth.${auth.plant.admin(name)} t`),
    );
    const texts = { events, logs: auth.logs.join('\n'), tables: JSON.stringify(rows) };
    expect(texts.events).toContain('auth.session.reuse-detected');
    expect(texts.logs).toContain('a sign-in was refused');
    expect(texts.tables).toContain('argon2id');
    for (const [where, text] of Object.entries(texts)) {
      for (const secret of secrets)
        expect([where, secret, text.includes(secret)]).toEqual([where, secret, false]);
    }
    for (const text of [texts.events, texts.logs]) expect(text).not.toMatch(/argon2|PRIVATE KEY|"d":/);
  });

  test('every table is fenced, forced, and no role of its own passes by', async () => {
    const open = await auth.plant.admin`
      select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname = 'auth' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`;
    expect(open).toEqual([]);
    const others = await auth.plant.admin`
      select tablename from pg_policies where schemaname = 'auth' and policyname = 'installation' and roles <> '{auth}'`;
    expect(others).toEqual([]);
  });
});
