import { describe, expect, test } from 'vitest';
import { welcomeLines } from './welcome.ts';

const first = {
  adminUsername: 'admin',
  adminPassword: 'abcd-efgh',
  demoPassword: 'a demo password',
  demoLogins: [{ username: 'operator', role: 'OPERATOR' as const, title: 'Operator' }],
};
const said = (more: Partial<Parameters<typeof welcomeLines>[0]>) =>
  welcomeLines({
    url: 'http://127.0.0.1:4000/graphql',
    startedAfterMs: 4_321,
    isDemo: true,
    first,
    ...more,
  }).join('\n');

describe('a start says how to sign in', () => {
  test('as the first administrator, once, and with the demo log-ins', () => {
    expect(said({})).toContain('Ready after 4.3 s: http://127.0.0.1:4000/graphql');
    expect(said({})).toContain('admin  abcd-efgh');
    expect(said({})).toMatch(/password a demo password:\n {2}operator +Operator$/);
  });

  test('without a demo plant, and says no password that opens nothing', () => {
    const text = said({ isDemo: false });
    expect(text).toContain('admin  abcd-efgh');
    expect(text).toContain('createUser');
    expect(text).not.toContain('a demo password');
  });

  test('at a later start without a demo plant: as the administrator of the first', () => {
    const text = said({ isDemo: false, first: { ...first, adminPassword: null } });
    expect(text).toContain('Sign in as admin, with the password that the first start showed.');
  });
});
