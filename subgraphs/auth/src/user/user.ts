import { permissionsOf, type RoleCode, type Viewer } from '@machshop/auth';

/** Whether a user must choose another password: when ADVISED it is asked for, when REQUIRED nothing else goes. */
export type PasswordChange = 'NONE' | 'ADVISED' | 'REQUIRED';

/** The parent of the graph's Role. */
export type RoleModel = RoleCode;

/** What a user or a program may do, and where. */
export interface Reach {
  readonly roles: readonly RoleCode[];
  /** Empty means every site. */
  readonly siteIds: readonly string[];
}

/**
 * Whether the viewer may give this, or change somebody who has it: nobody hands out, or takes over, what they
 * have not themselves.
 */
export function mayGrant(viewer: Viewer, reach: Reach): boolean {
  if (viewer.kind === 'SYSTEM') return true;
  const sites =
    viewer.siteIds.length === 0 ||
    (reach.siteIds.length > 0 && reach.siteIds.every((site) => viewer.siteIds.includes(site)));
  return sites && permissionsOf(reach.roles).every((permission) => viewer.permissions.has(permission));
}

/** Whether a viewer who is bound to sites sees this user: they share a site, or the user works at every one. */
export const sharesSite = (viewer: Viewer, siteIds: readonly string[]): boolean =>
  viewer.siteIds.length === 0 || siteIds.length === 0 || siteIds.some((id) => viewer.siteIds.includes(id));

/** What an access token permits. */
export const permitted = (roles: readonly RoleCode[], passwordChange: PasswordChange) =>
  passwordChange === 'REQUIRED' ? [] : permissionsOf(roles);

/** Whether the change leaves the tenant without anybody who may administer it. */
export const losesAdministrator = (
  before: { roles: readonly RoleCode[]; active: boolean },
  after: { roles: readonly RoleCode[]; active: boolean },
  otherAdministrators: number,
): boolean => isAdministrator(before) && !isAdministrator(after) && otherAdministrators === 0;

const isAdministrator = (user: { roles: readonly RoleCode[]; active: boolean }): boolean =>
  user.active && user.roles.includes('ADMINISTRATOR');
