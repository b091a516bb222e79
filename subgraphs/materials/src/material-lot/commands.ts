import { type Context, checkInput, illegalTransition, Refused } from '@machshop/server';
import { z } from 'zod';
import { number, reason } from '../inputs.ts';
import type { StoredLotStatus } from '../material-transaction/material-transaction.ts';
import { lockLot } from './lookup.ts';
import { recordLot } from './receive.ts';
import { MaterialLotStore } from './store.ts';
import type { MaterialLotRow } from './tables.ts';

const input = z.object({ lotNumber: number, reason });

/** Sets a lot aside. One that is set aside already changes nothing. */
export const quarantineLot = (ctx: Context, raw: unknown): Promise<MaterialLotRow> =>
  setAside(ctx, raw, 'QUARANTINE');

/** Lets a lot that was set aside be used. One that is not set aside changes nothing. */
export const releaseLot = (ctx: Context, raw: unknown): Promise<MaterialLotRow> =>
  setAside(ctx, raw, 'AVAILABLE');

async function setAside(
  ctx: Context,
  raw: unknown,
  wanted: 'QUARANTINE' | 'AVAILABLE',
): Promise<MaterialLotRow> {
  const { lotNumber, reason } = checkInput(input, raw);
  return ctx.write(async (tx) => {
    const lot = await lockLot(ctx, tx, { lotNumber });
    if ((lot.status === 'QUARANTINE') === (wanted === 'QUARANTINE')) return lot;
    if (lot.status === 'EXHAUSTED') throw new Refused(illegalTransition(lotNumber, lot.status, wanted));
    const store = new MaterialLotStore(tx, ctx.viewer.tenantId);
    const left = await store.balancesOf([lot.id]);
    const status: StoredLotStatus = wanted === 'AVAILABLE' && left.length === 0 ? 'EXHAUSTED' : wanted;
    const saved = await store.setStatus(lot.id, status);
    await recordLot(ctx, tx, 'lot.changed', saved, null, lot.status, reason);
    return saved;
  });
}
