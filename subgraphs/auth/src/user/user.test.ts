import { permissionsOf, ROLES, type RoleCode } from '@machshop/auth';
import { persona } from '@machshop/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { losesAdministrator, mayGrant, permitted, sharesSite } from './user.ts';

const role = fc.constantFrom(...(Object.keys(ROLES) as RoleCode[]));
const roles = fc.uniqueArray(role, { minLength: 1, maxLength: 4 });
const sites = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 });

describe('giving roles and sites', () => {
  test('nobody gives a permission or a site that they have not', () => {
    fc.assert(
      fc.property(role, sites, roles, sites, (own, ownSites, given, givenSites) => {
        const viewer = persona(own, { siteIds: ownSites });
        if (!mayGrant(viewer, { roles: given, siteIds: givenSites })) return;
        for (const permission of permissionsOf(given)) expect(viewer.permissions).toContain(permission);
        if (ownSites.length > 0) expect(givenSites.length).toBeGreaterThan(0);
        if (ownSites.length > 0) for (const site of givenSites) expect(ownSites).toContain(site);
      }),
    );
  });

  test('an administrator of every site gives anything', () => {
    fc.assert(
      fc.property(roles, sites, (given, siteIds) => {
        expect(mayGrant(persona('ADMINISTRATOR'), { roles: given, siteIds })).toBe(true);
      }),
    );
  });

  test('an administrator of one site gives no access to every site', () => {
    const viewer = persona('ADMINISTRATOR', { siteIds: ['a'] });
    expect(mayGrant(viewer, { roles: ['OPERATOR'], siteIds: [] })).toBe(false);
    expect(mayGrant(viewer, { roles: ['OPERATOR'], siteIds: ['a'] })).toBe(true);
  });

  test('whoever is bound to sites sees who shares one, or works at every one', () => {
    const viewer = persona('ADMINISTRATOR', { siteIds: ['a'] });
    expect([['a', 'b'], [], ['b']].map((siteIds) => sharesSite(viewer, siteIds))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

test('a password that an administrator has set permits nothing', () => {
  expect(permitted(['ADMINISTRATOR'], 'REQUIRED')).toEqual([]);
  expect(permitted(['ADMINISTRATOR'], 'ADVISED')).toContain('user:edit');
});

test('the last active administrator is kept', () => {
  const admin = { roles: ['ADMINISTRATOR' as const], active: true };
  expect(losesAdministrator(admin, { ...admin, active: false }, 0)).toBe(true);
  expect(losesAdministrator(admin, { roles: ['PLANNER'], active: true }, 0)).toBe(true);
  expect(losesAdministrator(admin, { ...admin, active: false }, 1)).toBe(false);
  expect(losesAdministrator({ ...admin, active: false }, { roles: ['PLANNER'], active: false }, 0)).toBe(
    false,
  );
});
