import { newId, type Tx } from '@machshop/db';
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
import { differences, saveChanges } from '../history/changes.ts';
import { changing, idTaken } from '../history/commands.ts';
import { businessKey, description, hashOf, name, reason, revision, tracking, unit } from '../inputs.ts';
import { transition } from '../lifecycle.ts';
import { describedRevision, revisionChange } from './changes.ts';
import { MAX_REVISIONS, otherUnit } from './part.ts';
import { PartStore } from './store.ts';
import type { PartRevisionRow, PartRow } from './tables.ts';

const content = { name, description: description.nullish(), unit, tracking, critical: z.boolean() };
const createInput = z.object({ id: z.uuid().nullish(), number: businessKey, revision, ...content });
const createRevisionInput = z.object({ id: z.uuid().nullish(), partId: z.uuid(), revision, ...content });
const changeInput = z.object({
  id: z.uuid(),
  name: name.nullish(),
  description: description.nullish(),
  unit: unit.nullish(),
  tracking: tracking.nullish(),
  critical: z.boolean().nullish(),
  reason: reason.nullish(),
});
const publishInput = z.object({ id: z.uuid(), effectiveFrom: z.date().nullish(), reason: reason.nullish() });
const retireInput = z.object({ id: z.uuid(), reason });

/** A part and one of its revisions. */
export interface PartAndRevision {
  readonly part: PartRow;
  readonly revision: PartRevisionRow;
}

/** Makes a part with its first revision, a draft. The same id with the same content again changes nothing. */
export async function createPart(ctx: Context, raw: unknown): Promise<PartAndRevision> {
  const input = checkInput(createInput, raw);
  return changing(ctx, async (tx) => {
    const store = new PartStore(tx, ctx.viewer.tenantId);
    const requestHash = hashOf(input);
    const [same] = input.id ? await store.byIds([input.id]) : [];
    if (same) {
      const first = (await store.revisionsOf([same.id])).find((row) => row.requestHash === requestHash);
      if (same.requestHash !== requestHash || !first) throw new Refused(idTaken());
      return { part: same, revision: first };
    }
    if ((await store.byNumbers([input.number])).length > 0) {
      throw new Refused(
        invalidInput(['input', 'number'], 'NUMBER_TAKEN', `there is a part ${input.number} already`),
      );
    }
    const { tenantId } = ctx.viewer;
    const { number } = input;
    const part = { id: input.id ?? newId(), tenantId, number, requestHash, recordedAt: ctx.now() };
    await store.insertParts([part]);
    return { part, revision: await draft(ctx, tx, part, newId(), input, requestHash) };
  });
}

/** Drafts a further revision of a part. The same id with the same content again changes nothing. */
export async function createPartRevision(ctx: Context, raw: unknown): Promise<PartAndRevision> {
  const input = checkInput(createRevisionInput, raw);
  return changing(ctx, async (tx) => {
    const store = new PartStore(tx, ctx.viewer.tenantId);
    const [part] = await store.byIds([input.partId]);
    if (!part) throw new Refused(notFound(['input', 'partId'], 'no such part'));
    const requestHash = hashOf(input);
    const [same] = input.id ? await store.revisionsByIds([input.id]) : [];
    if (same?.requestHash === requestHash) return { part, revision: same };
    if (same) throw new Refused(idTaken());
    const siblings = await store.revisionsOf([part.id]);
    if (siblings.some((row) => row.revision === input.revision)) {
      const message = `${part.number} has a revision ${input.revision} already`;
      throw new Refused(invalidInput(['input', 'revision'], 'REVISION_TAKEN', message));
    }
    if (siblings.length >= MAX_REVISIONS) {
      throw new Refused(ruleViolation('TOO_MANY_REVISIONS', `a part has at most ${MAX_REVISIONS} revisions`));
    }
    checkUnit(part, siblings, input.unit);
    return { part, revision: await draft(ctx, tx, part, input.id ?? newId(), input, requestHash) };
  });
}

async function draft(
  ctx: Context,
  tx: Tx,
  part: PartRow,
  id: string,
  input: Omit<z.output<typeof createInput>, 'number'>,
  requestHash: string,
): Promise<PartRevisionRow> {
  const row: PartRevisionRow = {
    id,
    tenantId: part.tenantId,
    partId: part.id,
    revision: input.revision,
    status: 'DRAFT',
    name: input.name,
    description: input.description ?? null,
    unit: input.unit,
    tracking: input.tracking,
    critical: input.critical,
    effectiveFrom: null,
    publishedAt: null,
    retiredAt: null,
    requestHash,
    recordedAt: ctx.now(),
  };
  await new PartStore(tx, part.tenantId).insertRevisions([row]);
  const entry = { action: 'CREATE', old: null, new: describedRevision(part, row) } as const;
  await saveChanges(ctx, tx, [revisionChange(part, row, 'drafted', entry)]);
  return row;
}

/** Changes a draft; a field left out stays. */
export async function changePartRevision(ctx: Context, raw: unknown): Promise<PartAndRevision> {
  const { id, reason: why, ...wanted } = checkInput(changeInput, raw);
  return changing(ctx, async (tx) => {
    const store = new PartStore(tx, ctx.viewer.tenantId);
    const { part, revision: before } = await find(store, id);
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value != null));
    const change = differences<PartRevisionRow>(before, given);
    if (!change) return { part, revision: before };
    if (before.status !== 'DRAFT') {
      const message = `revision ${before.revision} of ${part.number} is ${before.status}: draft the next one`;
      throw new Refused(ruleViolation('NOT_A_DRAFT', message, ['input', 'id']));
    }
    if (wanted.unit) {
      const siblings = await store.revisionsOf([part.id]);
      checkUnit(
        part,
        siblings.filter((row) => row.id !== id),
        wanted.unit,
      );
    }
    await store.updateRevision(id, change.new);
    const revision = { ...before, ...change.new };
    const entry = { action: 'CHANGE', ...change, reason: why } as const;
    await saveChanges(ctx, tx, [revisionChange(part, revision, 'drafted', entry)]);
    return { part, revision };
  });
}

/** Publishes a draft; orders of earlier revisions are not touched. */
export async function publishPartRevision(ctx: Context, raw: unknown): Promise<PartAndRevision> {
  const input = checkInput(publishInput, raw);
  return changing(ctx, async (tx) => {
    const store = new PartStore(tx, ctx.viewer.tenantId);
    const found = await find(store, input.id);
    const { part, revision: before } = found;
    const decision = transition(before.status, 'PUBLISHED');
    if (decision.kind === 'UNCHANGED') return found;
    if (decision.kind === 'ILLEGAL_TRANSITION') throw new Refused(illegal(found, decision.to));
    const publishedAt = ctx.now();
    const effectiveFrom = input.effectiveFrom ?? publishedAt;
    const changes = { status: 'PUBLISHED', publishedAt, effectiveFrom } as const;
    await store.updateRevision(before.id, changes);
    const revision = { ...before, ...changes };
    const old = { status: before.status };
    const entry = {
      action: 'PUBLISH',
      old,
      new: { status: 'PUBLISHED', effectiveFrom },
      reason: input.reason,
    } as const;
    await saveChanges(ctx, tx, [revisionChange(part, revision, 'published', entry)]);
    return { part, revision };
  });
}

/** Retires a revision: what was made by it keeps it, nothing new is ordered by it. */
export async function retirePartRevision(ctx: Context, raw: unknown): Promise<PartAndRevision> {
  const input = checkInput(retireInput, raw);
  return changing(ctx, async (tx) => {
    const store = new PartStore(tx, ctx.viewer.tenantId);
    const found = await find(store, input.id);
    const { part, revision: before } = found;
    const decision = transition(before.status, 'RETIRED');
    if (decision.kind === 'UNCHANGED') return found;
    if (decision.kind === 'ILLEGAL_TRANSITION') throw new Refused(illegal(found, decision.to));
    await refuseLastInUse(ctx, tx, found);
    const changes = { status: 'RETIRED', retiredAt: ctx.now() } as const;
    await store.updateRevision(before.id, changes);
    const revision = { ...before, ...changes };
    const verb = before.status === 'DRAFT' ? 'drafted' : 'retired';
    const entry = {
      action: 'RETIRE',
      old: { status: before.status },
      new: { status: 'RETIRED' },
      reason: input.reason,
    } as const;
    await saveChanges(ctx, tx, [revisionChange(part, revision, verb, entry)]);
    return { part, revision };
  });
}

/** A bill that is in effect must find a published revision of every part that it lists. */
async function refuseLastInUse(ctx: Context, tx: Tx, { part, revision }: PartAndRevision): Promise<void> {
  if (revision.status !== 'PUBLISHED') return;
  const siblings = await new PartStore(tx, part.tenantId).revisionsOf([part.id]);
  const others = siblings.some((row) => row.id !== revision.id && row.status === 'PUBLISHED');
  if (others || !(await new BomStore(tx, part.tenantId).isPartUsed(part.id, ctx.now()))) return;
  const message = `a bill of material that is in effect lists ${part.number}, which has no other published revision`;
  throw new Refused(ruleViolation('IN_USE', message, ['input', 'id']));
}

async function find(store: PartStore, id: string): Promise<PartAndRevision> {
  const [revision] = await store.revisionsByIds([id]);
  const [part] = revision ? await store.byIds([revision.partId]) : [];
  if (!revision || !part) throw new Refused(notFound(['input', 'id'], 'no such revision'));
  return { part, revision };
}

function checkUnit(part: PartRow, siblings: readonly PartRevisionRow[], wanted: string): void {
  const other = otherUnit(siblings, wanted);
  if (!other) return;
  const message = `${part.number} is counted in ${other}: a revision cannot change that`;
  throw new Refused(invalidInput(['input', 'unit'], 'UNIT_CHANGED', message));
}

const illegal = ({ part, revision }: PartAndRevision, to: string) =>
  illegalTransition(`revision ${revision.revision} of ${part.number}`, revision.status, to);
