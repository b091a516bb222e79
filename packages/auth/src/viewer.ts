import type { Permission } from './permissions.ts';

/** Who asks. Passed to every command and query. */
export interface Viewer {
  /** `USER` is a person with a session, `API_CLIENT` a program, which has none; `SYSTEM` is the plant itself. */
  readonly kind: 'ANONYMOUS' | 'USER' | 'API_CLIENT' | 'SYSTEM';
  readonly tenantId: string;
  /** The id of the User, or of the ApiClient where `kind` says so. */
  readonly userId: string;
  /** The username, or the program's name. */
  readonly username: string;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  /** The sites the viewer works at; empty means every site of the tenant. */
  readonly siteIds: readonly string[];
  /** The session (a family of refresh tokens) the access token belongs to. */
  readonly sessionId: string | null;
  /** When the token ends, seconds since 1970; null for the system. */
  readonly expiresAt: number | null;
  /** The bearer token, handed on to subgraphs. */
  readonly token: string | null;
  readonly clientIp: string | null;
}

/** The id of who is no one: of the plant itself, and of a caller without a token. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A viewer without a token. */
export const anonymous = (clientIp: string | null = null): Viewer => ({
  kind: 'ANONYMOUS',
  tenantId: NOBODY,
  userId: NOBODY,
  username: 'anonymous',
  roles: [],
  permissions: new Set(),
  siteIds: [],
  sessionId: null,
  expiresAt: null,
  token: null,
  clientIp,
});

/** The plant itself, acting in a tenant: consumers of events run as this. */
export const systemViewer = (tenantId: string, name: string): Viewer => ({
  ...anonymous(),
  kind: 'SYSTEM',
  tenantId,
  username: name,
});

/** Whether the viewer has the permission. The system has none by itself: its code calls no guarded field. */
export const can = (viewer: Viewer, permission: Permission): boolean => viewer.permissions.has(permission);

/** Whether the viewer works at the site. */
export const mayUseSite = (viewer: Viewer, siteId: string): boolean =>
  viewer.kind === 'SYSTEM' || viewer.siteIds.length === 0 || viewer.siteIds.includes(siteId);
