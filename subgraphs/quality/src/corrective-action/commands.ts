import { constraintOf, newId, type Tx } from '@machshop/db';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
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
import { optionalId, text, username } from '../inputs.ts';
import { type Case, lockOpenCase } from '../non-conformance/case.ts';
import { addHistory, type Change, changeOf, ncrFacts } from '../non-conformance/record.ts';
import { NonConformanceStore } from '../non-conformance/store.ts';
import { usersOf } from '../replica/lookup.ts';
import { type ActionOutcome, type ActionStatus, implement, verify } from './corrective-action.ts';
import { CorrectiveActionStore } from './store.ts';
import type { CorrectiveActionRow } from './tables.ts';

const planInput = z.object({
  id: optionalId,
  nonConformanceId: z.uuid(),
  kind: z.enum(['CONTAINMENT', 'CORRECTIVE', 'PREVENTIVE']),
  description: text,
  owner: username,
  dueAt: z.date(),
});
const implementInput = z.object({ id: z.uuid(), evidence: text });
const verifyInput = z.object({ id: z.uuid(), effective: z.boolean(), verification: text });

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another action');

/** Plans an action. The same id with the same content again changes nothing. */
export async function planCorrectiveAction(ctx: Context, raw: unknown): Promise<CorrectiveActionRow> {
  const input = checkInput(planInput, raw);
  const [owner] = await usersOf(ctx, [input.owner], () => ['input', 'owner']);
  const { nonConformanceId, kind, description, dueAt } = input;
  try {
    return await ctx.write(async (tx) => {
      const store = new CorrectiveActionStore(tx, ctx.viewer);
      const found = await lockOpenCase(ctx, tx, nonConformanceId, ['input', 'nonConformanceId']);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && isSame(same, input)) return same;
      if (same) throw new Refused(idTaken);
      const row = await store.insert({
        id: input.id ?? newId(),
        siteId: found.row.siteId,
        nonConformanceId,
        kind,
        description,
        ownerId: owner?.id as string,
        ownerUsername: input.owner,
        dueAt,
        status: 'PLANNED',
        ...NOT_YET,
        recordedAt: ctx.now(),
      });
      const planned = { kind, description, owner: input.owner, dueAt: dueAt.toISOString() };
      await recordAction(ctx, tx, 'ncr.action-planned', found, row, { old: {}, new: planned, reason: null });
      return row;
    });
  } catch (error) {
    if (constraintOf(error) !== 'corrective_actions_pkey') throw error;
    throw new Refused(idTaken);
  }
}

const NOT_YET = {
  evidence: null,
  implementedAt: null,
  implementedById: null,
  implementedByKind: null,
  implementedByName: null,
  verification: null,
  verifiedAt: null,
  verifiedById: null,
  verifiedByKind: null,
  verifiedByName: null,
};

const isSame = (row: CorrectiveActionRow, input: z.output<typeof planInput>): boolean =>
  row.nonConformanceId === input.nonConformanceId &&
  row.kind === input.kind &&
  row.description === input.description &&
  row.ownerUsername === input.owner &&
  row.dueAt.getTime() === input.dueAt.getTime();

/** It is done; not known yet whether it works. One that is done already changes nothing. */
export async function implementCorrectiveAction(ctx: Context, raw: unknown): Promise<CorrectiveActionRow> {
  const { id, evidence } = checkInput(implementInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockAction(ctx, tx, id);
    const to = decided(implement(found.action.status));
    if (!to) return found.action;
    const row = await new CorrectiveActionStore(tx, ctx.viewer).update(id, {
      ...NOT_YET,
      status: to,
      evidence,
      implementedAt: ctx.now(),
      implementedById: ctx.viewer.userId,
      implementedByKind: ctx.viewer.kind,
      implementedByName: ctx.viewer.username,
    });
    const change = { old: { status: found.action.status }, new: { status: to, evidence }, reason: null };
    await recordAction(ctx, tx, 'ncr.action-implemented', found, row, change);
    return row;
  });
}

/** Somebody else looked whether it works. */
export async function verifyCorrectiveAction(ctx: Context, raw: unknown): Promise<CorrectiveActionRow> {
  const { id, effective, verification } = checkInput(verifyInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockAction(ctx, tx, id);
    const to = decided(verify(found.action, effective, ctx.viewer.userId));
    if (!to) return found.action;
    const row = await new CorrectiveActionStore(tx, ctx.viewer).update(id, {
      status: to,
      verification,
      verifiedAt: ctx.now(),
      verifiedById: ctx.viewer.userId,
      verifiedByKind: ctx.viewer.kind,
      verifiedByName: ctx.viewer.username,
    });
    const change = { old: { status: found.action.status }, new: { status: to, verification }, reason: null };
    await recordAction(ctx, tx, 'ncr.action-verified', found, row, change);
    return row;
  });
}

function decided(outcome: ActionOutcome): ActionStatus | null {
  switch (outcome.kind) {
    case 'CHANGED':
      return outcome.to;
    case 'UNCHANGED':
      return null;
    case 'ILLEGAL_TRANSITION':
      throw new Refused(illegalTransition('the action', outcome.from, outcome.to));
    case 'IMPLEMENTED_BY_VERIFIER':
      throw new Refused(
        ruleViolation(outcome.kind, 'who implemented it does not say whether it works: somebody else does'),
      );
  }
}

async function lockAction(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<Case & { readonly action: CorrectiveActionRow }> {
  const store = new CorrectiveActionStore(tx, ctx.viewer);
  const [seen] = await store.byIds([id]);
  const found = seen && (await lockOpenCase(ctx, tx, seen.nonConformanceId));
  // as it is under the lock
  const [action] = found ? await store.byIds([id]) : [];
  if (!found || !action) throw new Refused(notFound(['input', 'id'], 'no such action'));
  return { ...found, action };
}

async function recordAction(
  ctx: Context,
  tx: Tx,
  event: 'ncr.action-planned' | 'ncr.action-implemented' | 'ncr.action-verified',
  { row, items }: Case,
  action: CorrectiveActionRow,
  change: Change,
): Promise<void> {
  const saved = await new NonConformanceStore(tx, ctx.viewer).update(row.id, {});
  await addHistory(ctx, tx, event, saved, change);
  await ctx.record(tx, qualityEvents[event], {
    id: row.id,
    siteId: row.siteId,
    data: {
      ...ncrFacts(saved, items),
      actionId: action.id,
      actionStatus: action.status,
      owner: { __typename: 'User', id: action.ownerId },
      dueAt: action.dueAt.toISOString(),
      change: changeOf(saved, change),
    },
  });
}
