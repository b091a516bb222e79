import type { Viewer } from '@machshop/auth';
import { Lru } from '../lru.ts';

/** What a caller may do, as far as the token says. Callers with the same permissions have the same object. */
export interface Grants {
  readonly signedIn: boolean;
  /** May ask for fields that no rule speaks of. */
  readonly administrator: boolean;
  readonly permissions: ReadonlySet<string>;
}

/** Finds out what a caller may do, from what the host's `authenticate` says of the caller. */
export type GrantsOf = (viewer: unknown) => Grants;

/** Nobody: a caller without a token. */
export const NO_GRANTS: Grants = { signedIn: false, administrator: false, permissions: new Set() };

/** How many different sets of permissions are told apart without building them anew. */
const MAX_SETS = 1_000;
const ADMINISTRATOR = 'Administrator';

/** The grants of a {@link Viewer}. */
export function viewerGrants(): GrantsOf {
  const byViewer = new WeakMap<object, Grants>();
  const byText = new Lru<string, Grants>(MAX_SETS);
  return (viewer) => {
    if (!isViewer(viewer) || !isSignedIn(viewer)) return NO_GRANTS;
    let grants = byViewer.get(viewer);
    if (!grants) {
      const administrator = viewer.roles.includes(ADMINISTRATOR);
      const text = `${administrator} ${[...viewer.permissions].sort().join()}`;
      grants = byText.get(text) ?? { signedIn: true, administrator, permissions: viewer.permissions };
      byText.set(text, grants);
      byViewer.set(viewer, grants);
    }
    return grants;
  };
}

/** The person or program behind a {@link Viewer}; undefined for a caller without a token. */
export const userOfViewer = (viewer: unknown): string | undefined =>
  isViewer(viewer) && isSignedIn(viewer) ? `${viewer.tenantId} ${viewer.userId}` : undefined;

/** A person or a program, by a token. */
const isSignedIn = ({ kind }: Viewer): boolean => kind === 'USER' || kind === 'API_CLIENT';

const isViewer = (value: unknown): value is Viewer =>
  typeof value === 'object' && value !== null && 'kind' in value && 'permissions' in value;
