import { mayUseSite } from '@machshop/auth';
import { type Context, notFound, Refused } from '@machshop/server';
import { ReplicaStore } from './store.ts';
import type { KnownEquipment, KnownOperation, KnownOrder, KnownSite, KnownUser } from './tables.ts';

const DELAYS_MS = [20, 40, 80, 160, 320, 640, 640];

/**
 * Looks for something that other subgraphs tell of by events: what was made there a moment ago may need a moment
 * to be known here. Gives up after about two seconds and answers what it saw last.
 */
export async function settled<T>(
  ctx: Context,
  look: (store: ReplicaStore) => Promise<T>,
  known: (seen: T) => boolean,
): Promise<T> {
  const read = () => ctx.read((tx) => look(new ReplicaStore(tx, ctx.viewer.tenantId)));
  let seen = await read();
  for (const delay of DELAYS_MS) {
    if (known(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, delay));
    seen = await read();
  }
  return seen;
}

/** Those of a list by their names, where the viewer works. @throws Refused NOT_FOUND */
export async function allOf<T extends { siteId: string | null }>(
  ctx: Context,
  names: readonly string[],
  look: (store: ReplicaStore) => Promise<T[]>,
  nameOf: (row: T) => string,
  refusal: (name: string, index: number) => { path: readonly string[]; message: string },
): Promise<T[]> {
  if (names.length === 0) return [];
  const found = (rows: readonly T[]) => new Map(rows.map((row) => [nameOf(row), row]));
  const rows = found(await settled(ctx, look, (seen) => names.every((name) => found(seen).has(name))));
  return names.map((name, index) => {
    const row = rows.get(name);
    if (row && (row.siteId === null || mayUseSite(ctx.viewer, row.siteId))) return row;
    const { path, message } = refusal(name, index);
    throw new Refused(notFound(path, message));
  });
}

/** @throws Refused NOT_FOUND */
export async function orderOf(ctx: Context, number: string): Promise<KnownOrder> {
  const [order] = await allOf(
    ctx,
    [number],
    (store) => store.orders([number]),
    (row) => row.number,
    () => ({ path: ['input', 'workOrderNumber'], message: `there is no work order ${number}` }),
  );
  return order as KnownOrder;
}

/** @throws Refused NOT_FOUND */
export async function equipmentOf(ctx: Context, code: string): Promise<KnownEquipment> {
  const machine = await settled(
    ctx,
    (store) => store.equipment(code),
    (seen) => seen !== null,
  );
  if (machine && mayUseSite(ctx.viewer, machine.siteId)) return machine;
  throw new Refused(notFound(['input', 'equipmentCode'], `there is no equipment ${code}`));
}

/** @throws Refused NOT_FOUND */
export async function operationOf(ctx: Context, id: string): Promise<KnownOperation> {
  const operation = await settled(
    ctx,
    (store) => store.operation(id),
    (seen) => seen !== null,
  );
  if (operation) return operation;
  throw new Refused(notFound(['input', 'operationId'], 'no such operation was started'));
}

/** @throws Refused NOT_FOUND */
export async function siteOf(ctx: Context, id: string): Promise<KnownSite> {
  const site = await settled(
    ctx,
    (store) => store.site(id),
    (seen) => seen !== null,
  );
  if (site && mayUseSite(ctx.viewer, id)) return site;
  throw new Refused(notFound(['input', 'siteId'], 'no such site'));
}

/** People by their user names, in that order. @throws Refused NOT_FOUND */
export async function usersOf(
  ctx: Context,
  usernames: readonly string[],
  path: (index: number) => readonly string[],
): Promise<KnownUser[]> {
  const seen = await settled(
    ctx,
    (store) => store.users(usernames),
    (rows) => rows.length >= new Set(usernames).size,
  );
  return usernames.map((username, index) => {
    const user = seen.find((row) => row.username === username);
    if (!user) throw new Refused(notFound(path(index), `there is no user ${username}`));
    return user;
  });
}
