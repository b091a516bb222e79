import { permissionsOf, ROLES, type RoleCode, type Viewer } from '@machshop/auth';

/** The tenant that tests work in. */
export const TEST_TENANT = '01900000-0000-7000-8000-000000000001';
/** Another one, to show that the fence holds. */
export const OTHER_TENANT = '01900000-0000-7000-8000-000000000002';
/** The id of the program that {@link program} makes. */
export const TEST_PROGRAM = '01900000-0000-7000-8000-0000000002c1';
/** A site of the test tenant. */
export const TEST_SITE = '01900000-0000-7000-8000-0000000000a1';

/** A program with a role, as it comes with a token of its own: `program('INTEGRATION')`. */
export const program = (role: RoleCode, more: Partial<Viewer> = {}): Viewer =>
  persona(role, { kind: 'API_CLIENT', userId: TEST_PROGRAM, username: 'erp-adapter', ...more });

/** A viewer with a role: `persona('OPERATOR')`. */
export function persona(role: RoleCode, more: Partial<Viewer> = {}): Viewer {
  const index = Object.keys(ROLES).indexOf(role) + 1;
  return {
    kind: 'USER',
    tenantId: TEST_TENANT,
    userId: `01900000-0000-7000-8000-0000000001${String(index).padStart(2, '0')}`,
    username: role.toLowerCase().replaceAll('_', '.'),
    roles: [ROLES[role].title],
    permissions: new Set(permissionsOf([role])),
    siteIds: [],
    sessionId: null,
    expiresAt: null,
    token: null,
    clientIp: '127.0.0.1',
    ...more,
  };
}
