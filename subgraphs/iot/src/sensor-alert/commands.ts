import { mayUseSite } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { type Context, checkInput, notFound, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { recordAlert } from './alert-events.ts';
import { escalate, MAX_ESCALATION } from './sensor-alert.ts';
import { SensorAlertStore } from './store.ts';
import type { SensorAlertRow } from './tables.ts';

const text = z.string().trim().min(1).max(2_000);
const acknowledgeInput = z.object({ id: z.uuid(), note: text.nullish() });
const escalateInput = z.object({ id: z.uuid(), reason: text });

/** Says that the viewer has seen an alert. Whoever was first stays. */
export async function acknowledgeSensorAlert(ctx: Context, raw: unknown): Promise<SensorAlertRow> {
  const input = checkInput(acknowledgeInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockVisible(ctx, tx, input.id);
    if (before.acknowledgedAt) return before;
    const acknowledgedAt = ctx.now();
    const note = input.note ?? null;
    const row = await new SensorAlertStore(tx, ctx.viewer.tenantId).update(before.id, {
      acknowledgedAt,
      acknowledgedBy: ctx.viewer.userId,
      acknowledgedByKind: ctx.viewer.kind,
      acknowledgedByName: ctx.viewer.username,
      note,
    });
    await recordAlert(
      { ...ctx, tx },
      row,
      { event: 'alert.acknowledged', acknowledgedAt, note },
      { acknowledgedAt: null },
      { acknowledgedAt: acknowledgedAt.toISOString(), note },
      note,
    );
    return row;
  });
}

/** Calls for more attention by hand. */
export async function escalateSensorAlert(ctx: Context, raw: unknown): Promise<SensorAlertRow> {
  const input = checkInput(escalateInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockVisible(ctx, tx, input.id);
    const row = await escalateRow({ ...ctx, tx }, before, input.reason);
    if (row) return row;
    const [code, message] = before.clearedAt
      ? ['ALERT_CLEARED', 'its condition is over']
      : ['HIGHEST_LEVEL', `it was escalated ${MAX_ESCALATION} times already`];
    throw new Refused(ruleViolation(code as string, message as string, ['input', 'id']));
  });
}

/** Escalates a locked alert, in its transaction; null where that is of no use. By itself it goes up once. */
export async function escalateRow(
  actor: Actor,
  before: SensorAlertRow,
  reason: string,
): Promise<SensorAlertRow | null> {
  const decision = escalate(before);
  if (decision.kind !== 'ESCALATED') return null;
  const escalatedAt = actor.now();
  const { userId, kind, username } = actor.viewer;
  const changes = {
    escalatedAt,
    escalatedBy: userId,
    escalatedByKind: kind,
    escalatedByName: username,
    escalationLevel: decision.level,
    escalateAt: null,
  };
  const row = await new SensorAlertStore(actor.tx, actor.viewer.tenantId).update(before.id, changes);
  await recordAlert(
    actor,
    row,
    { event: 'alert.escalated', escalatedAt, level: decision.level },
    { escalationLevel: before.escalationLevel },
    { escalationLevel: decision.level },
    reason,
  );
  return row;
}

async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<SensorAlertRow> {
  const row = await new SensorAlertStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !mayUseSite(ctx.viewer, row.siteId))
    throw new Refused(notFound(['input', 'id'], 'no such alert'));
  return row;
}
