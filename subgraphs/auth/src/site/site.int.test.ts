import type { Viewer } from '@machshop/auth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuthPlant, type ErrorAnswer, startAuthPlant } from '../testing.ts';

let auth: AuthPlant;
let admin: Viewer;
beforeAll(async () => {
  auth = await startAuthPlant();
  admin = await auth.viewer('admin', auth.tenant.adminPassword as string);
});
afterAll(() => auth?.close());

interface SiteAnswer {
  site: { id: string; name: string; timeZone: string } | null;
  errors: ErrorAnswer[];
}
const change = (field: string, input: object) =>
  auth.change<SiteAnswer>(admin, field, input, 'site { id name timeZone }');
const ID = '01900000-0000-7000-8000-000000000123';
const input = { id: ID, code: 'WICHITA', name: 'Wichita', timeZone: 'America/Chicago' };

test('a site is created once, however often the same is asked for', async () => {
  const answers = await Promise.all([change('createSite', input), change('createSite', input)]);
  const made = answers.filter(({ site }) => site !== null);
  expect(made.length).toBeGreaterThanOrEqual(1);
  expect((await change('createSite', input)).site).toEqual(made[0]?.site);
  expect((await change('createSite', { ...input, name: 'Other' })).errors).toMatchObject([
    { code: 'ID_TAKEN' },
  ]);
  expect((await change('createSite', { ...input, id: null })).errors).toMatchObject([{ code: 'CODE_TAKEN' }]);
  expect((await change('createSite', { ...input, timeZone: 'Kansas' })).errors).toMatchObject([
    { path: ['input', 'timeZone'] },
  ]);
});

test('a change says old and new; what is left out stays', async () => {
  const answer = await change('changeSite', { id: ID, name: 'Wichita North' });
  expect(answer.site).toMatchObject({ name: 'Wichita North', timeZone: 'America/Chicago' });
  await change('changeSite', { id: ID, name: 'Wichita North' });
  await auth.plant.idle();
  const events = await auth.plant.events('auth.site.changed');
  expect(events.map(({ data }) => data.change)).toMatchObject([
    { old: { name: 'Wichita' }, new: { name: 'Wichita North' } },
  ]);
});

test('a site is found by id, by code and as an entity by either key', async () => {
  const answer = await auth.plant.run(
    'auth',
    admin,
    `query ($id: ID!, $r: [_Any!]!) {
      site(id: $id) { code tenant { code } } siteByCode(code: "WICHITA") { id }
      _entities(representations: $r) { ... on Site { code } }
    }`,
    {
      id: ID,
      r: [
        { __typename: 'Site', id: ID },
        { __typename: 'Site', code: 'WICHITA' },
      ],
    },
  );
  expect(answer).toEqual({
    site: { code: 'WICHITA', tenant: { code: 'ACME' } },
    siteByCode: { id: ID },
    _entities: [{ code: 'WICHITA' }, { code: 'WICHITA' }],
  });
});
