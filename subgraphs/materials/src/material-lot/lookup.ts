import type { Tx } from '@machshop/db';
import { notFound, Refused } from '@machshop/server';
import type { Actor } from '../actor.ts';
import { MaterialLotStore } from './store.ts';
import type { MaterialLotRow } from './tables.ts';

/** A lot by one of its keys. */
export interface LotKey {
  readonly lotId?: string | null | undefined;
  readonly lotNumber?: string | null | undefined;
}

/**
 * The lot, locked.
 * @throws Refused NOT_FOUND
 */
export async function lockLot(
  { viewer }: Actor,
  tx: Tx,
  key: LotKey,
  path: readonly string[] = ['input'],
): Promise<MaterialLotRow> {
  const lot = await new MaterialLotStore(tx, viewer.tenantId).lock(key);
  if (lot) return lot;
  throw new Refused(
    notFound([...path, key.lotId ? 'lotId' : 'lotNumber'], `there is no lot ${key.lotId ?? key.lotNumber}`),
  );
}
