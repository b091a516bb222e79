import { mayUseSite } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { type Context, notFound, Refused, ruleViolation } from '@machshop/server';
import type { Actor } from '../actor.ts';
import { type Hold, holdOf, progress } from '../disposition/disposition.ts';
import { DispositionStore } from '../disposition/store.ts';
import type { DispositionRow } from '../disposition/tables.ts';
import { OVER } from './non-conformance.ts';
import { recordNcr } from './record.ts';
import { NonConformanceStore } from './store.ts';
import type { AffectedItemRow, NonConformanceRow } from './tables.ts';

/** A non-conformance with all that decides what becomes of it, under its lock. */
export interface Case {
  readonly row: NonConformanceRow;
  readonly items: readonly AffectedItemRow[];
  readonly dispositions: readonly DispositionRow[];
}

/**
 * Locks a non-conformance that the viewer may see.
 * @throws Refused NOT_FOUND
 */
export async function lockCase(
  ctx: Context,
  tx: Tx,
  id: string,
  path: readonly string[] = ['input', 'id'],
): Promise<Case> {
  const store = new NonConformanceStore(tx, ctx.viewer);
  const row = await store.lock(id);
  if (!row || !mayUseSite(ctx.viewer, row.siteId)) {
    throw new Refused(notFound(path, 'no such non-conformance'));
  }
  const [items, dispositions] = await Promise.all([
    store.itemsOf([id]),
    new DispositionStore(tx, ctx.viewer.tenantId).byNonConformances([id]),
  ]);
  return { row, items, dispositions };
}

/**
 * As lockCase, of one that is not over.
 * @throws Refused NOT_FOUND, NON_CONFORMANCE_OVER
 */
export async function lockOpenCase(
  ctx: Context,
  tx: Tx,
  id: string,
  path: readonly string[] = ['input', 'id'],
): Promise<Case> {
  const found = await lockCase(ctx, tx, id, path);
  const { status, number } = found.row;
  if (OVER.has(status)) {
    throw new Refused(ruleViolation('NON_CONFORMANCE_OVER', `${number} is ${status}`, path));
  }
  return found;
}

/**
 * What follows by itself when something about a case has changed: where its dispositions lead it, and what may be
 * done with what is affected. Records both.
 */
export async function follow(actor: Actor, tx: Tx, { row, items, dispositions }: Case): Promise<Case> {
  const store = new NonConformanceStore(tx, actor.viewer);
  let now = row;
  const to = progress(row.status, items, dispositions);
  const way = (['DISPOSITIONED', 'VERIFICATION'] as const).filter(
    (status) => to === status || (to === 'VERIFICATION' && row.status === 'UNDER_REVIEW'),
  );
  if (to !== row.status) {
    for (const status of way) {
      const old = { status: now.status };
      now = await store.update(row.id, { status });
      const event = status === 'DISPOSITIONED' ? 'ncr.dispositioned' : 'ncr.verification-started';
      await recordNcr(actor, tx, event, now, items, { old, new: { status }, reason: null });
    }
  }
  const held = await setHolds(actor, tx, { row: now, items, dispositions });
  return { row: now, items: held, dispositions };
}

/** Sets what may be done with what is affected, and says so where that changed. */
async function setHolds(
  actor: Actor,
  tx: Tx,
  { row, items, dispositions }: Case,
): Promise<readonly AffectedItemRow[]> {
  const store = new NonConformanceStore(tx, actor.viewer);
  const held = items.map((item) => ({ ...item, hold: holdOf(row.status, item, dispositions) }));
  const changed = held.filter((item, index) => item.hold !== items[index]?.hold);
  if (changed.length === 0) return items;
  for (const hold of ['BLOCKED', 'WORK_ONLY', 'GONE', 'NONE'] as const satisfies Hold[]) {
    const ids = changed.filter((item) => item.hold === hold).map(({ id }) => id);
    if (ids.length > 0) await store.setHold(ids, hold);
  }
  const of = (rows: readonly AffectedItemRow[]) =>
    Object.fromEntries(
      rows.filter(({ id }) => changed.some((one) => one.id === id)).map(({ number, hold }) => [number, hold]),
    );
  await recordNcr(actor, tx, 'ncr.hold-changed', row, held, { old: of(items), new: of(held), reason: null });
  return held;
}
