import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId } from '@machshop/db';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { WorkCenterStore } from './store.ts';
import type { WorkCenterRow } from './tables.ts';

/** Codes become tokens of subjects and topics. */
export const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'must be 1 to 40 letters, digits, - or _');
export const name = z.string().trim().min(1).max(200);

const createInput = z.object({ id: z.uuid().nullish(), siteId: z.uuid(), code, name, area: code });
const changeInput = z.object({ id: z.uuid(), name: name.nullish(), area: code.nullish() });

/** Creates a work center. The same id with the same code again changes nothing. */
export async function createWorkCenter(ctx: Context, raw: unknown): Promise<WorkCenterRow> {
  const input = checkInput(createInput, raw);
  if (!mayUseSite(ctx.viewer, input.siteId)) throw new Refused(notFound(['input', 'siteId'], 'no such site'));
  try {
    return await ctx.write(async (tx) => {
      const store = new WorkCenterStore(tx, ctx.viewer.tenantId);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && same.code === input.code) return same;
      const { siteId, code, name, area } = input;
      const row = await store.insert({
        id: input.id ?? newId(),
        siteId,
        code,
        name,
        area,
        recordedAt: ctx.now(),
      });
      const entity = { __typename: 'WorkCenter', id: row.id } as const;
      await ctx.record(tx, equipmentEvents['work-center.created'], {
        id: row.id,
        siteId,
        data: {
          workCenter: entity,
          code,
          siteId,
          change: { action: 'CREATE', entity, old: null, new: { code, name, area, siteId }, reason: null },
        },
      });
      return row;
    });
  } catch (error) {
    if (constraintOf(error) === 'work_centers_code_key') {
      throw new Refused(
        invalidInput(['input', 'code'], 'CODE_TAKEN', `there is a work center ${input.code} already`),
      );
    }
    if (constraintOf(error) === 'work_centers_pkey') {
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another work center'));
    }
    throw error;
  }
}

/** Changes the name or the area of a work center. */
export async function changeWorkCenter(ctx: Context, raw: unknown): Promise<WorkCenterRow> {
  const input = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    const store = new WorkCenterStore(tx, ctx.viewer.tenantId);
    const before = await store.lock(input.id);
    if (!before || !mayUseSite(ctx.viewer, before.siteId)) {
      throw new Refused(notFound(['input', 'id'], 'no such work center'));
    }
    const wanted = { name: input.name ?? before.name, area: input.area ?? before.area };
    if (wanted.name === before.name && wanted.area === before.area) return before;
    const row = await store.update(before.id, wanted);
    const entity = { __typename: 'WorkCenter', id: row.id } as const;
    await ctx.record(tx, equipmentEvents['work-center.changed'], {
      id: row.id,
      siteId: row.siteId,
      data: {
        workCenter: entity,
        code: row.code,
        siteId: row.siteId,
        change: {
          action: 'UPDATE',
          entity,
          old: { name: before.name, area: before.area },
          new: wanted,
          reason: null,
        },
      },
    });
    return row;
  });
}
