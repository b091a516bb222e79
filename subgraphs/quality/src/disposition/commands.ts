import { mayUseSite } from '@machshop/auth';
import { constraintOf, Decimal, newId, type Tx } from '@machshop/db';
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
import { optionalId, positive, text } from '../inputs.ts';
import { type Case, follow, lockCase } from '../non-conformance/case.ts';
import { NonConformanceStore } from '../non-conformance/store.ts';
import type { AffectedItemRow } from '../non-conformance/tables.ts';
import { decidePropose, needsCustomer } from './disposition.ts';
import { recordDisposition } from './record.ts';
import { DispositionStore } from './store.ts';
import type { DispositionRow } from './tables.ts';

const proposeInput = z
  .object({
    id: optionalId,
    itemId: z.uuid(),
    kind: z.enum(['USE_AS_IS', 'REWORK', 'REPAIR', 'SCRAP', 'RETURN_TO_SUPPLIER']),
    quantity: positive.nullish(),
    justification: text,
    instructions: text.nullish(),
    departsFromContract: z.boolean().nullish(),
  })
  .refine(({ kind, instructions }) => instructions || (kind !== 'REWORK' && kind !== 'REPAIR'), {
    message: 'say how it is done',
    path: ['instructions'],
    params: { code: 'INSTRUCTIONS_MISSING' },
  });
type ProposeInput = z.output<typeof proposeInput>;
const carryOutInput = z.object({ dispositionId: z.uuid(), result: text });

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another disposition');

/** Says what should become of something. The same id with the same content again changes nothing. */
export async function proposeDisposition(ctx: Context, raw: unknown): Promise<DispositionRow> {
  const input = checkInput(proposeInput, raw);
  const item = await ctx.read((tx) => new NonConformanceStore(tx, ctx.viewer).item(input.itemId));
  const path = ['input', 'itemId'];
  if (!item) throw new Refused(notFound(path, 'no such item is affected'));
  try {
    return await ctx.write(async (tx) => {
      const found = await lockCase(ctx, tx, item.nonConformanceId, path);
      const [same] = input.id ? await new DispositionStore(tx, ctx.viewer.tenantId).byIds([input.id]) : [];
      if (same) return sameProposal(same, input, found.row);
      return propose(ctx, tx, found, item, input);
    });
  } catch (error) {
    if (constraintOf(error) !== 'dispositions_pkey') throw error;
    throw new Refused(idTaken);
  }
}

function sameProposal(
  same: DispositionRow,
  input: ProposeInput,
  { severity, source }: Case['row'],
): DispositionRow {
  const departsFromContract = input.departsFromContract ?? false;
  const equal =
    same.itemId === input.itemId &&
    same.kind === input.kind &&
    same.justification === input.justification &&
    same.instructions === (input.instructions ?? null) &&
    same.customerApproval === needsCustomer(input.kind, { severity, source, departsFromContract }) &&
    (input.quantity == null || new Decimal(input.quantity).eq(same.quantity));
  if (!equal) throw new Refused(idTaken);
  return same;
}

async function propose(
  ctx: Context,
  tx: Tx,
  found: Case,
  item: AffectedItemRow,
  input: ProposeInput,
): Promise<DispositionRow> {
  const { row, items, dispositions } = found;
  const decision = decidePropose(row.status, item, dispositions, input.quantity ?? null);
  if (decision.kind === 'NOT_UNDER_REVIEW') {
    throw new Refused(
      ruleViolation(decision.kind, `${row.number} is ${row.status}, not before the material review board`),
    );
  }
  if (decision.kind === 'MORE_THAN_AFFECTED') {
    throw new Refused(
      ruleViolation(
        decision.kind,
        `${decision.undecided} ${item.unit} of ${item.number} have no disposition yet`,
        ['input', 'quantity'],
      ),
    );
  }
  const { severity, source } = row;
  const departsFromContract = input.departsFromContract ?? false;
  const saved = await new DispositionStore(tx, ctx.viewer.tenantId).insert({
    id: input.id ?? newId(),
    nonConformanceId: row.id,
    itemId: item.id,
    kind: input.kind,
    quantity: decision.quantity,
    justification: input.justification,
    instructions: input.instructions ?? null,
    customerApproval: needsCustomer(input.kind, { severity, source, departsFromContract }),
    status: 'PROPOSED',
    proposedById: ctx.viewer.userId,
    proposedByKind: ctx.viewer.kind,
    proposedByName: ctx.viewer.username,
    proposedAt: ctx.now(),
    decidedAt: null,
    carriedOutAt: null,
    carriedOutById: null,
    carriedOutByKind: null,
    carriedOutByName: null,
    result: null,
    recordedAt: ctx.now(),
  });
  const touched = await new NonConformanceStore(tx, ctx.viewer).update(row.id, {});
  await recordDisposition(ctx, tx, 'ncr.disposition-proposed', { row: touched, items }, saved, {
    old: {},
    new: { item: item.number, kind: saved.kind, quantity: saved.quantity },
    reason: saved.justification,
  });
  return saved;
}

/** Locks the case of a disposition that the viewer may see. @throws Refused NOT_FOUND */
export async function lockDisposition(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<Case & { readonly disposition: DispositionRow }> {
  const path = ['input', 'dispositionId'];
  const [seen] = await new DispositionStore(tx, ctx.viewer.tenantId).byIds([id]);
  const found = seen && (await lockCase(ctx, tx, seen.nonConformanceId, path));
  const disposition = found?.dispositions.find((one) => one.id === id);
  if (!found || !disposition || !mayUseSite(ctx.viewer, found.row.siteId)) {
    throw new Refused(notFound(path, 'no such disposition'));
  }
  return { ...found, disposition };
}

/** An approved disposition was carried out; one that was already changes nothing. */
export async function carryOutDisposition(ctx: Context, raw: unknown): Promise<DispositionRow> {
  const { dispositionId, result } = checkInput(carryOutInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockDisposition(ctx, tx, dispositionId);
    const { disposition, row, items } = found;
    if (disposition.status === 'CARRIED_OUT') return disposition;
    if (disposition.status !== 'APPROVED') {
      throw new Refused(illegalTransition('the disposition', disposition.status, 'CARRIED_OUT'));
    }
    const saved = await new DispositionStore(tx, ctx.viewer.tenantId).update(dispositionId, {
      status: 'CARRIED_OUT',
      carriedOutAt: ctx.now(),
      carriedOutById: ctx.viewer.userId,
      carriedOutByKind: ctx.viewer.kind,
      carriedOutByName: ctx.viewer.username,
      result,
    });
    const touched = await new NonConformanceStore(tx, ctx.viewer).update(row.id, {});
    await recordDisposition(ctx, tx, 'ncr.disposition-carried-out', { row: touched, items }, saved, {
      old: { status: disposition.status },
      new: { status: saved.status, kind: saved.kind, result },
      reason: null,
    });
    await follow(ctx, tx, { row: touched, items, dispositions: replaced(found.dispositions, saved) });
    return saved;
  });
}

/** The list with one of it as it is now. */
export const replaced = (dispositions: readonly DispositionRow[], now: DispositionRow): DispositionRow[] =>
  dispositions.map((one) => (one.id === now.id ? now : one));
