import { newId } from '@machshop/db';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { BomStore } from '../bom/store.ts';
import { changeOf, differences, type PendingChange, saveChanges } from '../history/changes.ts';
import { changing, idTaken } from '../history/commands.ts';
import { businessKey, description, hashOf, name, reason, unit } from '../inputs.ts';
import { REVIVABLE, transition } from '../lifecycle.ts';
import { MaterialStore } from './store.ts';
import type { MaterialRow } from './tables.ts';

const createInput = z.object({
  id: z.uuid().nullish(),
  code: businessKey,
  name,
  description: description.nullish(),
  unit,
  critical: z.boolean(),
});
const changeInput = z.object({
  id: z.uuid(),
  name: name.nullish(),
  description: description.nullish(),
  critical: z.boolean().nullish(),
  reason: reason.nullish(),
});
const publishInput = z.object({ id: z.uuid(), reason: reason.nullish() });
const retireInput = z.object({ id: z.uuid(), reason });

type Described = Pick<MaterialRow, 'code' | 'name' | 'description' | 'unit' | 'critical' | 'status'>;
type Verb = 'drafted' | 'published' | 'retired';

/** What a material's event and history entry say. */
export function materialChange(
  verb: Verb,
  row: Omit<MaterialRow, 'tenantId'>,
  action: PendingChange['entry']['action'],
  old: Partial<Described> | null,
  changed: Partial<Described>,
  why?: string | null,
): PendingChange {
  const material = { __typename: 'Material', id: row.id } as const;
  const { code: materialCode, name, unit, critical } = row;
  const facts = { material, materialCode, name, unit, critical };
  return changeOf(masterDataEvents[`material.${verb}`], row.id, facts, {
    entity: material,
    action,
    old,
    new: changed,
    reason: why,
  });
}

export const describedMaterial = (row: Omit<MaterialRow, 'tenantId'>): Described => ({
  code: row.code,
  name: row.name,
  description: row.description,
  unit: row.unit,
  critical: row.critical,
  status: row.status,
});

/** Drafts a material. The same id with the same content again changes nothing. */
export async function createMaterial(ctx: Context, raw: unknown): Promise<MaterialRow> {
  const input = checkInput(createInput, raw);
  const { tenantId } = ctx.viewer;
  return changing(ctx, async (tx) => {
    const store = new MaterialStore(tx, tenantId);
    const requestHash = hashOf(input);
    const [same] = input.id ? await store.byIds([input.id]) : [];
    if (same?.requestHash === requestHash) return same;
    if (same) throw new Refused(idTaken());
    if ((await store.byCodes([input.code])).length > 0) {
      throw new Refused(
        invalidInput(['input', 'code'], 'CODE_TAKEN', `there is a material ${input.code} already`),
      );
    }
    const row: MaterialRow = {
      ...input,
      id: input.id ?? newId(),
      tenantId,
      description: input.description ?? null,
      status: 'DRAFT',
      requestHash,
      recordedAt: ctx.now(),
    };
    await store.insert([row]);
    await saveChanges(ctx, tx, [materialChange('drafted', row, 'CREATE', null, describedMaterial(row))]);
    return row;
  });
}

/** Changes what describes a material; a field left out stays. A published one is published anew. */
export async function changeMaterial(ctx: Context, raw: unknown): Promise<MaterialRow> {
  const { id, reason: why, ...wanted } = checkInput(changeInput, raw);
  return changing(ctx, async (tx) => {
    const store = new MaterialStore(tx, ctx.viewer.tenantId);
    const before = await find(store, id);
    if (before.status === 'RETIRED') throw new Refused(illegalTransition(before.code, 'RETIRED', 'DRAFT'));
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value != null));
    const change = differences<Described>(before, given);
    if (!change) return before;
    await store.update(id, change.new);
    const row = { ...before, ...change.new };
    const verb = row.status === 'PUBLISHED' ? 'published' : 'drafted';
    await saveChanges(ctx, tx, [materialChange(verb, row, 'CHANGE', change.old, change.new, why)]);
    return row;
  });
}

/** Lets bills and lots use a material; brings a retired one back. */
export async function publishMaterial(ctx: Context, raw: unknown): Promise<MaterialRow> {
  const input = checkInput(publishInput, raw);
  return move(ctx, input.id, 'PUBLISHED', input.reason);
}

/** Retires a material that no bill in effect uses; it is kept for what was made of it. */
export async function retireMaterial(ctx: Context, raw: unknown): Promise<MaterialRow> {
  const input = checkInput(retireInput, raw);
  return move(ctx, input.id, 'RETIRED', input.reason);
}

async function move(
  ctx: Context,
  id: string,
  to: 'PUBLISHED' | 'RETIRED',
  why: string | null | undefined,
): Promise<MaterialRow> {
  return changing(ctx, async (tx) => {
    const store = new MaterialStore(tx, ctx.viewer.tenantId);
    const before = await find(store, id);
    const decision = transition(before.status, to, REVIVABLE);
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION')
      throw new Refused(illegalTransition(before.code, decision.from, decision.to));
    if (to === 'RETIRED' && (await new BomStore(tx, ctx.viewer.tenantId).isMaterialUsed(id, ctx.now()))) {
      throw new Refused(
        ruleViolation('IN_USE', `a bill of material that is in effect lists ${before.code}`, ['input', 'id']),
      );
    }
    await store.update(id, { status: to });
    const row = { ...before, status: to };
    // a draft that is given up was never said to be there
    const verb = to === 'PUBLISHED' ? 'published' : before.status === 'DRAFT' ? 'drafted' : 'retired';
    const action = to === 'PUBLISHED' ? 'PUBLISH' : 'RETIRE';
    const change = materialChange(verb, row, action, { status: before.status }, { status: to }, why);
    await saveChanges(ctx, tx, [change]);
    return row;
  });
}

async function find(store: MaterialStore, id: string): Promise<MaterialRow> {
  const [row] = await store.byIds([id]);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such material'));
  return row;
}
