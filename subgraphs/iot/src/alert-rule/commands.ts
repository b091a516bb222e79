import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { iotEvents } from '@machshop/schema/events/iot.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { visibleSensor } from '../sensor/commands.ts';
import { SensorStore } from '../sensor/store.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { clearAlert } from '../sensor-alert/judge.ts';
import { SensorAlertStore } from '../sensor-alert/store.ts';
import { DEFAULT_DELAY_SECONDS, ruleFault } from './alert-rule.ts';
import { AlertRuleStore } from './store.ts';
import type { AlertRuleRow } from './tables.ts';

const WEEK_SECONDS = 7 * 86_400;
const seconds = (least: number) => z.int().min(least).max(WEEK_SECONDS).nullish();
const configureInput = z.object({
  id: z.uuid().nullish(),
  sensorId: z.uuid(),
  name: z.string().trim().min(1).max(200),
  condition: z.enum(['ABOVE', 'BELOW', 'OUTSIDE', 'RATE_OF_CHANGE']),
  high: z.string().nullish(),
  low: z.string().nullish(),
  perMinute: z.string().regex(/^\d/, 'must be above zero').nullish(),
  hysteresis: z.string().regex(/^\d/, 'must not be below zero').nullish(),
  delaySeconds: seconds(0),
  severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
  escalateAfterSeconds: seconds(1),
});
const removeInput = z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000).nullish() });

type Limits = Omit<AlertRuleRow, 'id' | 'tenantId' | 'sensorId' | 'removedAt' | 'recordedAt'>;
const FIELDS = [
  'name',
  'condition',
  'high',
  'low',
  'perMinute',
  'hysteresis',
  'delaySeconds',
  'severity',
  'escalateAfterSeconds',
] as const;

function limitsOf(input: z.output<typeof configureInput>): Limits {
  const defaultDelay = input.condition === 'RATE_OF_CHANGE' ? 0 : DEFAULT_DELAY_SECONDS;
  const limits: Limits = {
    name: input.name,
    condition: input.condition,
    high: input.high ?? null,
    low: input.low ?? null,
    perMinute: input.perMinute ?? null,
    hysteresis: input.hysteresis ?? '0',
    delaySeconds: input.delaySeconds ?? defaultDelay,
    severity: input.severity,
    escalateAfterSeconds: input.escalateAfterSeconds ?? null,
  };
  const fault = ruleFault(limits);
  if (fault) throw new Refused(invalidInput(['input', fault.field], fault.code, fault.message));
  return limits;
}

/** Makes a rule, or changes one; a changed rule judges anew from the next reading. The same again changes nothing. */
export async function configureAlertRule(ctx: Context, raw: unknown): Promise<AlertRuleRow> {
  const input = checkInput(configureInput, raw);
  const limits = limitsOf(input);
  return ctx.write(async (tx) => {
    await new ReplicaStore(tx, ctx.viewer.tenantId).raiseVersion();
    const sensor = await visibleSensor(ctx, tx, input.sensorId);
    const store = new AlertRuleStore(tx, ctx.viewer.tenantId);
    const before = input.id ? await store.lock(input.id) : undefined;
    if (!before) {
      const rule = {
        id: input.id ?? newId(),
        sensorId: sensor.id,
        ...limits,
        removedAt: null,
        recordedAt: ctx.now(),
      };
      const row = await store.insert(rule);
      await recordRule(ctx, tx, row, sensor, null, { ...limits }, null);
      return row;
    }
    if (before.sensorId !== sensor.id || before.removedAt)
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another rule'));
    const changed = FIELDS.filter((field) => before[field] !== limits[field]);
    if (changed.length === 0) return before;
    const row = await store.update(before.id, limits);
    await closeAlert(ctx, tx, row.id, 'its rule was changed');
    const pick = (from: Limits) => Object.fromEntries(changed.map((field) => [field, from[field]]));
    await recordRule(ctx, tx, row, sensor, pick(before), pick(limits), null);
    return row;
  });
}

/** Takes a rule away. */
export async function removeAlertRule(ctx: Context, raw: unknown): Promise<AlertRuleRow> {
  const input = checkInput(removeInput, raw);
  return ctx.write(async (tx) => {
    await new ReplicaStore(tx, ctx.viewer.tenantId).raiseVersion();
    const store = new AlertRuleStore(tx, ctx.viewer.tenantId);
    const before = await store.lock(input.id);
    const [sensor] = before ? await new SensorStore(tx, ctx.viewer.tenantId).byIds([before.sensorId]) : [];
    if (!before || !sensor || !mayUseSite(ctx.viewer, sensor.siteId))
      throw new Refused(notFound(['input', 'id'], 'no such rule'));
    if (before.removedAt) return before;
    const row = await store.update(before.id, { removedAt: ctx.now() });
    await closeAlert(ctx, tx, row.id, 'its rule was removed');
    await recordRule(ctx, tx, row, sensor, { removed: false }, { removed: true }, input.reason ?? null);
    return row;
  });
}

/** A rule that is not what it was has no alert any more. */
async function closeAlert(ctx: Context, tx: Tx, ruleId: string, reason: string): Promise<void> {
  // the state first: ingest takes them in this order
  await new AlertRuleStore(tx, ctx.viewer.tenantId).forgetState(ruleId);
  const open = await new SensorAlertStore(tx, ctx.viewer.tenantId).lockOpen(ruleId);
  if (open) await clearAlert({ ...ctx, tx }, open.id, ctx.now(), null, reason);
}

async function recordRule(
  ctx: Context,
  tx: Tx,
  row: AlertRuleRow,
  sensor: SensorRow,
  old: Record<string, unknown> | null,
  changed: Record<string, unknown>,
  reason: string | null,
): Promise<void> {
  const alertRule = { __typename: 'AlertRule', id: row.id } as const;
  await ctx.record(tx, iotEvents[row.removedAt ? 'alert-rule.removed' : 'alert-rule.configured'], {
    id: row.id,
    siteId: sensor.siteId,
    data: {
      alertRule,
      sensor: { __typename: 'Sensor', id: sensor.id },
      equipment: { __typename: 'Equipment', id: sensor.equipmentId },
      siteId: sensor.siteId,
      ruleName: row.name,
      reason,
      change: {
        action: old ? (row.removedAt ? 'DELETE' : 'UPDATE') : 'CREATE',
        entity: alertRule,
        old,
        new: changed,
        reason,
      },
    },
  });
}
