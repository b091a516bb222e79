import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { code, creating, idTaken, name, optionalId, sameContent } from '../inputs.ts';
import { InventoryLocationStore } from './store.ts';
import type { InventoryLocationRow } from './tables.ts';

const createInput = z.object({
  id: optionalId,
  siteId: z.uuid(),
  code,
  name,
  kind: z.enum(['STORE', 'FLOOR', 'QUARANTINE', 'SCRAP']),
});

/** Creates a location. The same id with the same content again changes nothing. */
export async function createInventoryLocation(ctx: Context, raw: unknown): Promise<InventoryLocationRow> {
  const input = checkInput(createInput, raw);
  if (!mayUseSite(ctx.viewer, input.siteId)) throw new Refused(notFound(['input', 'siteId'], 'no such site'));
  const { siteId, code, name, kind } = input;
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      const store = new InventoryLocationStore(tx, ctx.viewer.tenantId);
      const [before] = input.id ? await store.byIds([input.id]) : [];
      if (before) {
        if (!sameContent(before, { siteId, code, name, kind })) throw idTaken(['input', 'id']);
        return before;
      }
      if ((await store.byCodes([code])).length > 0) {
        throw new Refused(
          invalidInput(['input', 'code'], 'CODE_TAKEN', `there is a location ${code} already`),
        );
      }
      const row = await store.insert({
        id: input.id ?? newId(),
        siteId,
        code,
        name,
        kind,
        recordedAt: ctx.now(),
      });
      const entity = { __typename: 'InventoryLocation', id: row.id } as const;
      await ctx.record(tx, materialEvents['location.created'], {
        id: row.id,
        siteId,
        data: {
          location: entity,
          code,
          change: { action: 'CREATE', entity, old: null, new: { code, name, kind, siteId }, reason: null },
        },
      });
      return row;
    }),
  );
}

/**
 * The location of a code, where the viewer works.
 * @throws Refused NOT_FOUND
 */
export async function locationOf(
  { viewer }: Actor,
  tx: Tx,
  code: string,
  path: readonly string[],
): Promise<InventoryLocationRow> {
  const [row] = await new InventoryLocationStore(tx, viewer.tenantId).byCodes([code]);
  if (!row || !mayUseSite(viewer, row.siteId)) {
    throw new Refused(notFound(path, `there is no location ${code}`));
  }
  return row;
}
