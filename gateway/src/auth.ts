import {
  anonymous,
  InvalidTokenError,
  isBoundToTrusted,
  type TokenVerifier,
  type Viewer,
} from '@machshop/auth';
import type { Identity } from './engine-api.ts';
import type { Authenticate } from './http/contract.ts';
import { HttpRefusal } from './http/params.ts';

const identities = new WeakMap<Viewer, Identity>();

/**
 * Authenticates by bearer token. Without a token the viewer is anonymous: signing in needs none, and what may
 * be seen without is decided field by field.
 */
export function tokenAuthenticator(verifier: TokenVerifier): Authenticate {
  return ({ headers, remoteAddress }) => {
    const { authorization } = headers;
    if (authorization === undefined) return identityOf(anonymous(remoteAddress ?? null));
    const [scheme, token] = authorization.split(' ', 2);
    if (scheme?.toLowerCase() !== 'bearer' || !token)
      throw unauthenticated('The header Authorization must be a bearer token.');
    return verifier.verify(token, remoteAddress ?? null).then(identityOf, refuse);
  };
}

/** What the gateway carries of a viewer: the token goes along to subgraphs, which check it again. */
export function identityOf(viewer: Viewer): Identity {
  let identity = identities.get(viewer);
  if (!identity) {
    const permissions = [...viewer.permissions].sort().join();
    const scope = [
      viewer.kind,
      viewer.tenantId,
      viewer.userId,
      viewer.sessionId,
      viewer.siteIds.join(),
      permissions,
      // no two callers without a token are the same one, unless they call from one address
      viewer.kind === 'ANONYMOUS' ? viewer.clientIp : '',
    ].join(' ');
    const forward: Record<string, string> = {};
    if (viewer.token !== null) forward.authorization = `Bearer ${viewer.token}`;
    // where a change came from stands in the audit trail
    if (viewer.clientIp !== null) forward['x-forwarded-for'] = viewer.clientIp;
    identity = { viewer, scope, forward };
    identities.set(viewer, identity);
  }
  return identity;
}

/** Whether a {@link Viewer} may run trusted operations and nothing else. */
export const runsTrustedOnly = (viewer: unknown): boolean => isBoundToTrusted((viewer as Viewer).roles);

function refuse(error: unknown): never {
  if (error instanceof InvalidTokenError)
    throw unauthenticated(`Sign in again: ${error.message}.`, error.code);
  throw error;
}

function unauthenticated(message: string, code = 'UNAUTHENTICATED'): HttpRefusal {
  return new HttpRefusal(401, code, message, { 'www-authenticate': 'Bearer' });
}
