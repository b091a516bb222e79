import { type Context, inOrder } from '@machshop/server';
import { ApiClientStore } from './api-client/store.ts';
import type { ApiClientRow } from './api-client/tables.ts';
import { lockedUntil } from './session/lockout.ts';
import { SessionStore } from './session/store.ts';
import type { SessionRow } from './session/tables.ts';
import { LoginThrottleStore } from './session/throttle-store.ts';
import { SiteStore } from './site/store.ts';
import type { SiteRow } from './site/tables.ts';
import { TenantStore } from './tenant/store.ts';
import type { TenantRow } from './tenant/tables.ts';
import { UserStore } from './user/store.ts';
import type { UserRow } from './user/tables.ts';

export const tenantById = (ctx: Context) =>
  ctx.loader<string, TenantRow | null>('tenantById', async (tx, ids) =>
    inOrder(ids, await new TenantStore(tx).byIds(ids), (row) => row.id),
  );

/** The tenant of an own row. */
export async function tenantOf(ctx: Context, id: string): Promise<TenantRow> {
  const row = await tenantById(ctx).load(id);
  if (!row) throw new Error(`there is no tenant ${id}`);
  return row;
}

export const siteById = (ctx: Context) =>
  ctx.loader<string, SiteRow | null>('siteById', async (tx, ids) =>
    inOrder(ids, await new SiteStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const siteByCode = (ctx: Context) =>
  ctx.loader<string, SiteRow | null>('siteByCode', async (tx, codes) =>
    inOrder(codes, await new SiteStore(tx, ctx.viewer.tenantId).byCodes(codes), (row) => row.code),
  );

/** The sites of a user or a program. */
export async function sitesOf(ctx: Context, ids: readonly string[]): Promise<SiteRow[]> {
  const rows = await siteById(ctx).loadMany(ids);
  return rows.filter((row): row is SiteRow => row !== null && !(row instanceof Error));
}

export const userById = (ctx: Context) =>
  ctx.loader<string, UserRow | null>('userById', async (tx, ids) =>
    inOrder(ids, await new UserStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const userByUsername = (ctx: Context) =>
  ctx.loader<string, UserRow | null>('userByUsername', async (tx, usernames) =>
    inOrder(
      usernames,
      await new UserStore(tx, ctx.viewer.tenantId).byUsernames(usernames),
      (row) => row.username,
    ),
  );

export const apiClientById = (ctx: Context) =>
  ctx.loader<string, ApiClientRow | null>('apiClientById', async (tx, ids) =>
    inOrder(ids, await new ApiClientStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const sessionById = (ctx: Context) =>
  ctx.loader<string, SessionRow | null>('sessionById', async (tx, ids) =>
    inOrder(ids, await new SessionStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

/** Until when sign-ins are locked, by the key that failures are counted under. */
export const lockByKey = (ctx: Context) =>
  ctx.loader<string, Date | null>('lockByKey', async (tx, keys) => {
    const rows = await new LoginThrottleStore(tx, ctx.viewer.tenantId).byKeys(keys);
    return inOrder(keys, rows, (row) => row.usernameKey).map((row) => lockedUntil(row, ctx.now()));
  });
