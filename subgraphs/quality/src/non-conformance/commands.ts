import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { LIVE } from '../disposition/disposition.ts';
import { affected, code, MAX_AFFECTED, severity, source, text } from '../inputs.ts';
import { itemRows, suspectsOf } from './affected.ts';
import { follow, lockCase, lockOpenCase } from './case.ts';
import {
  GROWING,
  type NonConformanceAction,
  type NonConformanceStatus,
  transition,
} from './non-conformance.ts';
import { recordNcr } from './record.ts';
import { NonConformanceStore } from './store.ts';
import type { NonConformanceRow } from './tables.ts';

const changeInput = z.object({
  id: z.uuid(),
  severity: severity.nullish(),
  source: source.nullish(),
  defectCode: code.nullish(),
  description: text.nullish(),
  reason: text,
});
const addInput = z.object({ id: z.uuid(), ...affected, reason: text });
const containInput = z.object({ id: z.uuid(), containment: text });
const plainInput = z.object({ id: z.uuid() });

/** Changes what describes it; a field left out stays. */
export async function changeNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id, reason, ...given } = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    const { row, items, dispositions } = await lockOpenCase(ctx, tx, id);
    const wanted = Object.fromEntries(
      Object.entries(given).filter(
        ([key, value]) => value != null && row[key as keyof NonConformanceRow] !== value,
      ),
    );
    if (Object.keys(wanted).length === 0) return row;
    // who must approve follows from these two
    if (('severity' in wanted || 'source' in wanted) && dispositions.some(({ status }) => LIVE.has(status))) {
      throw new Refused(
        ruleViolation(
          'DISPOSITION_PROPOSED',
          `what becomes of ${row.number} was proposed for what it is now`,
        ),
      );
    }
    const old = Object.fromEntries(
      Object.keys(wanted).map((key) => [key, row[key as keyof NonConformanceRow]]),
    );
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, wanted);
    await recordNcr(ctx, tx, 'ncr.changed', saved, items, { old, new: wanted, reason });
    return saved;
  });
}

/** More is suspect than was thought; what is affected already is left as it is. */
export async function addAffectedItems(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id, reason, ...input } = checkInput(addInput, raw);
  const suspects = await suspectsOf(ctx, input);
  if (suspects.length === 0) {
    throw new Refused(
      invalidInput(['input'], 'NOTHING_AFFECTED', 'say which piece, lot or order is affected'),
    );
  }
  return ctx.write(async (tx) => {
    const found = await lockOpenCase(ctx, tx, id);
    const { row, items } = found;
    const known = new Set(items.map((item) => item.entityId));
    const fresh = suspects.filter(({ entityId }) => !known.has(entityId));
    if (fresh.length === 0) return row;
    if (!GROWING.has(row.status)) {
      throw new Refused(
        ruleViolation('DISPOSITIONED_ALREADY', `${row.number} is ${row.status}: raise another one`),
      );
    }
    if (items.length + fresh.length > MAX_AFFECTED) {
      throw new Refused(
        invalidInput(['input'], 'TOO_MANY', `more than ${MAX_AFFECTED} affected are several cases`),
      );
    }
    const store = new NonConformanceStore(tx, ctx.viewer);
    // a row says BLOCKED from its first moment; the event tells of the change
    await store.addItems(itemRows(id, fresh, ctx.now()));
    const saved = await store.update(id, {});
    const all = await store.itemsOf([id]);
    const numbers = fresh.map(({ number }) => number);
    await recordNcr(ctx, tx, 'ncr.changed', saved, all, { old: {}, new: { affected: numbers }, reason });
    const holds = Object.fromEntries(numbers.map((number) => [number, 'BLOCKED']));
    await recordNcr(ctx, tx, 'ncr.hold-changed', saved, all, { old: {}, new: holds, reason });
    return saved;
  });
}

/** Says what was done so that nothing of it gets any further. */
export async function containNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id, containment } = checkInput(containInput, raw);
  return ctx.write(async (tx) => {
    const { row, items } = await lockCase(ctx, tx, id);
    const to = decide(row, 'CONTAIN');
    if (!to) return row;
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, {
      status: to,
      containment,
      containedAt: ctx.now(),
      containedById: ctx.viewer.userId,
      containedByKind: ctx.viewer.kind,
      containedByName: ctx.viewer.username,
    });
    const change = { old: { status: row.status }, new: { status: to, containment }, reason: null };
    await recordNcr(ctx, tx, 'ncr.contained', saved, items, change);
    return saved;
  });
}

/** Brings it before the material review board. What affects nothing goes on by itself. */
export async function reviewNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id } = checkInput(plainInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockCase(ctx, tx, id);
    const { row, items } = found;
    const to = decide(row, 'REVIEW');
    if (!to) return row;
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, { status: to });
    const change = { old: { status: row.status }, new: { status: to }, reason: null };
    await recordNcr(ctx, tx, 'ncr.review-started', saved, items, change);
    return (await follow(ctx, tx, { ...found, row: saved })).row;
  });
}

/**
 * Where an action leads it; null where it is already.
 * @throws Refused ILLEGAL_TRANSITION, CONTAINMENT_MISSING
 */
export function decide(row: NonConformanceRow, action: NonConformanceAction): NonConformanceStatus | null {
  const decision = transition(row, action);
  switch (decision.kind) {
    case 'CHANGED':
      return decision.to;
    case 'UNCHANGED':
      return null;
    case 'ILLEGAL_TRANSITION':
      throw new Refused(illegalTransition(row.number, decision.from, decision.to));
    case 'CONTAINMENT_MISSING':
      throw new Refused(
        ruleViolation('CONTAINMENT_MISSING', `${row.number} is ${row.severity}: contain it first`),
      );
  }
}
