import type { Viewer } from '@machshop/auth';
import type { Identity } from '../engine-api.ts';

/** What is known of who listens: a {@link Viewer}, unless the host authenticates in another way. */
export function viewerOf({ viewer }: Identity): Viewer | undefined {
  return isViewer(viewer) ? viewer : undefined;
}

function isViewer(value: unknown): value is Viewer {
  return typeof value === 'object' && value !== null && 'tenantId' in value && 'permissions' in value;
}

const audiences = new WeakMap<Viewer, string>();

/** Viewers with equal audiences see the same of everything that is not somebody's own. */
export function audienceOf(viewer: Viewer): string {
  let audience = audiences.get(viewer);
  if (audience === undefined) {
    audience = JSON.stringify([
      viewer.kind,
      viewer.tenantId,
      [...viewer.siteIds].sort(),
      [...viewer.permissions].sort(),
      [...viewer.roles].sort(),
    ]);
    audiences.set(viewer, audience);
  }
  return audience;
}

const issued = new WeakMap<Viewer, number>();

/** When a viewer's token was made, in seconds since 1970; 0 when it does not say. The token has been checked. */
export function issuedAtOf(viewer: Viewer): number {
  let at = issued.get(viewer);
  if (at === undefined) {
    at = viewer.token === null ? 0 : claimOf(viewer.token);
    issued.set(viewer, at);
  }
  return at;
}

function claimOf(token: string): number {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const iat = (payload as { iat?: unknown }).iat;
    return typeof iat === 'number' ? iat : 0;
  } catch {
    return 0;
  }
}
