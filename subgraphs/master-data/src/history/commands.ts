import { constraintOf, type Tx } from '@machshop/db';
import { type Context, invalidInput, Refused } from '@machshop/server';
import { HistoryStore } from './store.ts';

/**
 * Changes the master data of the viewer's tenant, one change at a time: it is edited seldom and by few, and what is
 * decided here (cycles, overlaps, versions) is about many rows at once.
 * @throws Refused ID_TAKEN when an id that the client chose belongs to something else
 */
export async function changing<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await ctx.write(async (tx) => {
      await new HistoryStore(tx, ctx.viewer.tenantId).lockTenant();
      return work(tx);
    });
  } catch (error) {
    // an id of this tenant was looked up before: this one is another tenant's, or of another kind
    if (constraintOf(error)?.endsWith('_pkey')) throw new Refused(idTaken());
    throw error;
  }
}

/** The id that the client chose is taken by something else. */
export const idTaken = () => invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken');
