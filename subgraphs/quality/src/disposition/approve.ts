import { newId } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import { requirePerson } from '../actor.ts';
import { text } from '../inputs.ts';
import { follow } from '../non-conformance/case.ts';
import { NonConformanceStore } from '../non-conformance/store.ts';
import { lockDisposition, replaced } from './commands.ts';
import {
  type ApprovalDecision,
  type ApprovalOutcome,
  type ApprovalRole,
  decideApproval,
} from './disposition.ts';
import { recordDecision } from './record.ts';
import { DispositionStore } from './store.ts';
import type { DispositionRow } from './tables.ts';

const base = {
  dispositionId: z.uuid(),
  decision: z.enum(['APPROVED', 'REJECTED']),
  comment: text.nullish(),
};
const commented = ({
  decision,
  comment,
}: {
  decision: ApprovalDecision;
  comment?: string | null | undefined;
}) => decision === 'APPROVED' || comment != null;
const COMMENT_MISSING = { message: 'say why', path: ['comment'], params: { code: 'COMMENT_MISSING' } };
const ownInput = z.object(base).refine(commented, COMMENT_MISSING);
const customerInput = z.object({ ...base, reference: text }).refine(commented, COMMENT_MISSING);

/** Quality approves or rejects. */
export const decideDispositionForQuality = (ctx: Context, raw: unknown): Promise<DispositionRow> =>
  decide(ctx, 'QUALITY', { ...checkInput(ownInput, raw), reference: null });

/** Engineering approves or rejects. */
export const decideDispositionForEngineering = (ctx: Context, raw: unknown): Promise<DispositionRow> =>
  decide(ctx, 'ENGINEERING', { ...checkInput(ownInput, raw), reference: null });

/** Files what the customer decided. */
export const recordCustomerDecision = (ctx: Context, raw: unknown): Promise<DispositionRow> =>
  decide(ctx, 'CUSTOMER', checkInput(customerInput, raw));

interface Decision {
  readonly dispositionId: string;
  readonly decision: ApprovalDecision;
  readonly comment?: string | null | undefined;
  readonly reference: string | null;
}

async function decide(ctx: Context, role: ApprovalRole, input: Decision): Promise<DispositionRow> {
  requirePerson(ctx);
  const { dispositionId, decision, reference, comment = null } = input;
  return ctx.write(async (tx) => {
    const found = await lockDisposition(ctx, tx, dispositionId);
    const { disposition, row, items } = found;
    const store = new DispositionStore(tx, ctx.viewer.tenantId);
    const outcome = decideApproval(
      { ...disposition, raisedById: row.raisedById },
      await store.approvalsOf([dispositionId]),
      { role, decision, by: ctx.viewer.userId },
    );
    if (outcome.kind === 'UNCHANGED') return disposition;
    if (outcome.kind !== 'DECIDED') throw new Refused(refusalOf(outcome, role));
    const now = ctx.now();
    await store.addApproval({
      id: newId(),
      dispositionId,
      role,
      decision,
      reference,
      comment,
      decidedById: ctx.viewer.userId,
      decidedByName: ctx.viewer.username,
      decidedAt: now,
      recordedAt: now,
    });
    const saved = await store.update(dispositionId, {
      status: outcome.status,
      ...(outcome.status === 'PROPOSED' ? {} : { decidedAt: now }),
      ...(outcome.status === 'CARRIED_OUT' ? { carriedOutAt: now } : {}),
    });
    const touched = await new NonConformanceStore(tx, ctx.viewer).update(row.id, {});
    await recordDecision(
      ctx,
      tx,
      { row: touched, items },
      saved,
      { role, decision },
      {
        old: { status: disposition.status },
        new: { status: saved.status, kind: saved.kind, role, decision, reference },
        reason: comment,
      },
    );
    await follow(ctx, tx, { row: touched, items, dispositions: replaced(found.dispositions, saved) });
    return saved;
  });
}

function refusalOf(
  outcome: Exclude<ApprovalOutcome, { kind: 'DECIDED' | 'UNCHANGED' }>,
  role: ApprovalRole,
): UserErrorData {
  switch (outcome.kind) {
    case 'NOT_PROPOSED':
      return illegalTransition('the disposition', outcome.status, 'APPROVED');
    case 'APPROVAL_NOT_REQUIRED':
      return ruleViolation(outcome.kind, `it needs ${outcome.required.join(' and ')}, not ${role}`);
    case 'DECIDED_ALREADY':
      return ruleViolation(outcome.kind, `${outcome.by} decided for ${role} already`);
    case 'RAISED_BY_APPROVER':
      return ruleViolation(outcome.kind, 'who raised it does not decide what becomes of it');
    case 'APPROVED_IN_OTHER_ROLE':
      return ruleViolation(outcome.kind, `you decided for ${outcome.role}: ${role} is somebody else`);
  }
}
