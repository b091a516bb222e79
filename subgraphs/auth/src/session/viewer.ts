import { anonymous, ROLES, type Viewer } from '@machshop/auth';
import type { ApiClientRow } from '../api-client/tables.ts';
import type { TokenSubject } from '../token.ts';
import type { UserRow } from '../user/tables.ts';
import { permitted } from '../user/user.ts';

/** The parent of the graph's Viewer. */
export interface ViewerModel {
  readonly viewer: Viewer;
  readonly user: UserRow | null;
  readonly apiClient: ApiClientRow | null;
}

/** What a user's access token says. */
export const subjectOfUser = (user: UserRow, sessionId: string): TokenSubject => ({
  id: user.id,
  tenantId: user.tenantId,
  username: user.username,
  email: user.email,
  roles: user.passwordChange === 'REQUIRED' ? [] : user.roles,
  permissions: permitted(user.roles, user.passwordChange),
  siteIds: user.siteIds,
  sessionId,
});

/** What a program's access token says. */
export const subjectOfClient = (client: ApiClientRow): TokenSubject => ({
  id: client.id,
  tenantId: client.tenantId,
  username: client.name,
  email: null,
  roles: client.roles,
  permissions: permitted(client.roles, 'NONE'),
  siteIds: client.siteIds,
  sessionId: null,
});

/** Whoever a token is made for, as the viewer of the events of signing in. */
export const viewerOf = (subject: TokenSubject, expiresAt: Date | null, clientIp: string | null): Viewer => ({
  kind: subject.sessionId === null ? 'API_CLIENT' : 'USER',
  tenantId: subject.tenantId,
  userId: subject.id,
  username: subject.username,
  roles: subject.roles.map((role) => ROLES[role].title),
  permissions: new Set(subject.permissions),
  siteIds: subject.siteIds,
  sessionId: subject.sessionId,
  expiresAt: expiresAt ? expiresAt.getTime() / 1000 : null,
  token: null,
  clientIp,
});

/** Nobody yet, in a tenant: the actor of a sign-in that failed. */
export const strangerIn = (tenantId: string, clientIp: string | null): Viewer => ({
  ...anonymous(clientIp),
  tenantId,
});
