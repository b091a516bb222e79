import type { Tx } from '@machshop/db';
import { type Context, notFound, Refused, ruleViolation } from '@machshop/server';
import { SiteStore } from '../site/store.ts';
import { UserStore } from './store.ts';
import type { UserRow } from './tables.ts';
import { mayGrant, type Reach, sharesSite } from './user.ts';

/** @throws Refused BEYOND_OWN_PERMISSIONS */
export function checkReach(ctx: Context, reach: Reach, path: readonly string[]): void {
  if (mayGrant(ctx.viewer, reach)) return;
  throw new Refused(
    ruleViolation(
      'BEYOND_OWN_PERMISSIONS',
      'nobody gives roles or sites, or changes somebody who has them, beyond their own',
      path,
    ),
  );
}

/** @throws Refused NOT_FOUND when one of the sites does not exist */
export async function checkSites(ctx: Context, tx: Tx, siteIds: readonly string[]): Promise<void> {
  if (siteIds.length === 0) return;
  const found = await new SiteStore(tx, ctx.viewer.tenantId).byIds(siteIds);
  const missing = siteIds.find((id) => !found.some((site) => site.id === id));
  if (missing) throw new Refused(notFound(['input', 'siteIds'], `there is no site ${missing}`));
}

/**
 * The user, held until the transaction ends, when the viewer may change them.
 * @throws Refused NOT_FOUND, BEYOND_OWN_PERMISSIONS
 */
export async function lockUser(ctx: Context, tx: Tx, id: string, path: readonly string[]): Promise<UserRow> {
  const row = await new UserStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !sharesSite(ctx.viewer, row.siteIds)) throw new Refused(notFound(path, 'no such user'));
  if (row.id !== ctx.viewer.userId) checkReach(ctx, row, path);
  return row;
}
