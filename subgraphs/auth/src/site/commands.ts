import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId, type Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { type Context, checkInput, invalidInput, notFound, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { code, isTimeZone, name } from '../input.ts';
import { SiteStore } from './store.ts';
import type { SiteRow } from './tables.ts';

const location = z.string().trim().min(1).max(200).nullish();
const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as America/Detroit');
const createInput = z.object({ id: z.uuid().nullish(), code, name, location, timeZone });
const changeInput = z.object({ id: z.uuid(), name: name.nullish(), location, timeZone: timeZone.nullish() });

/** Creates a site. The same id with the same content again changes nothing. */
export async function createSite(ctx: Context, raw: unknown): Promise<SiteRow> {
  const input = checkInput(createInput, raw);
  if (ctx.viewer.siteIds.length > 0) {
    throw new Refused(ruleViolation('BEYOND_OWN_SITES', 'whoever is bound to sites creates no other'));
  }
  const wanted = {
    code: input.code,
    name: input.name,
    location: input.location ?? null,
    timeZone: input.timeZone,
  };
  try {
    return await ctx.write(async (tx) => {
      const store = new SiteStore(tx, ctx.viewer.tenantId);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && Object.entries(wanted).every(([key, value]) => same[key as keyof SiteRow] === value))
        return same;
      const row = await store.insert({ ...wanted, id: input.id ?? newId(), recordedAt: ctx.now() });
      await recordSite(ctx.record, tx, row, null, wanted);
      return row;
    });
  } catch (error) {
    if (constraintOf(error) === 'sites_code_key') {
      throw new Refused(
        invalidInput(['input', 'code'], 'CODE_TAKEN', `there is a site ${input.code} already`),
      );
    }
    if (constraintOf(error) === 'sites_pkey') {
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another site'));
    }
    throw error;
  }
}

/** Changes what describes a site; a field left out stays. */
export async function changeSite(ctx: Context, raw: unknown): Promise<SiteRow> {
  const input = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    const store = new SiteStore(tx, ctx.viewer.tenantId);
    const before = await store.lock(input.id);
    if (!before || !mayUseSite(ctx.viewer, before.id))
      throw new Refused(notFound(['input', 'id'], 'no such site'));
    const given = Object.entries(input).filter(
      ([key, value]) => key !== 'id' && value != null && before[key as keyof SiteRow] !== value,
    );
    if (given.length === 0) return before;
    const wanted = Object.fromEntries(given);
    const row = await store.update(before.id, wanted);
    const old = Object.fromEntries(given.map(([key]) => [key, before[key as keyof SiteRow]]));
    await recordSite(ctx.record, tx, row, old, wanted);
    return row;
  });
}

/** Says that a site was created (`old` is null) or changed. */
export async function recordSite(
  record: Recorder,
  tx: Tx,
  row: SiteRow,
  old: Record<string, unknown> | null,
  changed: Record<string, unknown>,
): Promise<void> {
  const site = { __typename: 'Site', id: row.id } as const;
  await record(tx, authEvents[old ? 'site.changed' : 'site.created'], {
    id: row.id,
    siteId: row.id,
    data: {
      site,
      code: row.code,
      timeZone: row.timeZone,
      change: { action: old ? 'UPDATE' : 'CREATE', entity: site, old, new: changed, reason: null },
    },
  });
}
