import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId, type Tx } from '@machshop/db';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { code, name } from '../work-center/commands.ts';
import { WorkCenterStore } from '../work-center/store.ts';
import { changeStatus, type StatusDecision } from './equipment.ts';
import { equipmentFacts, recordStatusChange } from './status-events.ts';
import { EquipmentStore } from './store.ts';
import type { EquipmentRow } from './tables.ts';

const text = z.string().trim().min(1).max(200).nullish();
const describing = { equipmentClass: code.nullish(), manufacturer: text, model: text, serialNumber: text };
const createInput = z.object({ id: z.uuid().nullish(), workCenterCode: code, code, name, ...describing });
const changeInput = z.object({ id: z.uuid(), name: name.nullish(), ...describing });
const statusInput = z.object({
  id: z.uuid(),
  status: z.enum(['AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']),
  reason: z.string().trim().min(1).max(2_000).nullish(),
  occurredAt: z.date().nullish(),
});

/** Creates a machine, AVAILABLE. The same id with the same code again changes nothing. */
export async function createEquipment(ctx: Context, raw: unknown): Promise<EquipmentRow> {
  const input = checkInput(createInput, raw);
  try {
    return await ctx.write(async (tx) => {
      const store = new EquipmentStore(tx, ctx.viewer.tenantId);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && same.code === input.code) return same;
      const [workCenter] = await new WorkCenterStore(tx, ctx.viewer.tenantId).byCodes([input.workCenterCode]);
      if (!workCenter || !mayUseSite(ctx.viewer, workCenter.siteId)) {
        throw new Refused(
          notFound(['input', 'workCenterCode'], `there is no work center ${input.workCenterCode}`),
        );
      }
      const row = await store.insert({
        id: input.id ?? newId(),
        siteId: workCenter.siteId,
        workCenterId: workCenter.id,
        code: input.code,
        name: input.name,
        equipmentClass: input.equipmentClass ?? null,
        manufacturer: input.manufacturer ?? null,
        model: input.model ?? null,
        serialNumber: input.serialNumber ?? null,
        status: 'AVAILABLE',
        statusSince: ctx.now(),
        statusSource: 'PERSON',
        statusReason: null,
        machineStatus: null,
        machineSince: null,
        recordedAt: ctx.now(),
      });
      await recordEquipment(ctx, tx, 'equipment.created', row, workCenter.code, null, described(row));
      return row;
    });
  } catch (error) {
    if (constraintOf(error) === 'equipment_code_key') {
      throw new Refused(
        invalidInput(['input', 'code'], 'CODE_TAKEN', `there is equipment ${input.code} already`),
      );
    }
    if (constraintOf(error) === 'equipment_pkey') {
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by other equipment'));
    }
    throw error;
  }
}

/** Changes what describes a machine; a field left out stays. */
export async function changeEquipment(ctx: Context, raw: unknown): Promise<EquipmentRow> {
  const input = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockVisible(ctx, tx, input.id);
    const given = Object.entries(input).filter(([key, value]) => key !== 'id' && value != null);
    const wanted = Object.fromEntries(
      given.filter(([key, value]) => before[key as keyof EquipmentRow] !== value),
    );
    if (Object.keys(wanted).length === 0) return before;
    const row = await new EquipmentStore(tx, ctx.viewer.tenantId).update(before.id, wanted);
    const old = Object.fromEntries(
      Object.keys(wanted).map((key) => [key, before[key as keyof EquipmentRow]]),
    );
    await recordEquipment(ctx, tx, 'equipment.changed', row, await workCenterCode(ctx, tx, row), old, wanted);
    return row;
  });
}

/** A person says in what state a machine is. */
export async function changeEquipmentStatus(ctx: Context, raw: unknown): Promise<EquipmentRow> {
  const input = checkInput(statusInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  return ctx.write(async (tx) => {
    const store = new EquipmentStore(tx, ctx.viewer.tenantId);
    const row = await lockVisible(ctx, tx, input.id);
    const decision = changeStatus(
      { ...row, uses: await store.uses(row.id) },
      input.status,
      input.reason ?? null,
      at,
    );
    if (decision.kind === 'UNCHANGED') return row;
    if (decision.kind !== 'CHANGED') throw new Refused(refusalOf(decision, row.code));
    const reason = input.reason ?? null;
    // what comes back to the operations that hold it is theirs
    const statusSource = decision.to === 'IN_USE' ? 'OPERATION' : 'PERSON';
    const saved = await store.update(row.id, {
      status: decision.to,
      statusSince: decision.since,
      statusSource,
      statusReason: reason,
    });
    const entry = { before: row, reason, occurredAt: at, operationId: null };
    await recordStatusChange(ctx, tx, saved, await workCenterCode(ctx, tx, saved), entry);
    return saved;
  });
}

async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<EquipmentRow> {
  const row = await new EquipmentStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !mayUseSite(ctx.viewer, row.siteId))
    throw new Refused(notFound(['input', 'id'], 'no such equipment'));
  return row;
}

async function workCenterCode(ctx: Context, tx: Tx, row: EquipmentRow): Promise<string> {
  const [workCenter] = await new WorkCenterStore(tx, ctx.viewer.tenantId).byIds([row.workCenterId]);
  if (!workCenter) throw new Error(`equipment ${row.id} has no work center`);
  return workCenter.code;
}

const described = ({
  code,
  name,
  equipmentClass,
  manufacturer,
  model,
  serialNumber,
  status,
}: EquipmentRow) => ({
  code,
  name,
  equipmentClass,
  manufacturer,
  model,
  serialNumber,
  status,
});

async function recordEquipment(
  ctx: Context,
  tx: Tx,
  event: 'equipment.created' | 'equipment.changed',
  row: EquipmentRow,
  workCenter: string,
  old: Record<string, unknown> | null,
  changed: Record<string, unknown>,
): Promise<void> {
  const facts = equipmentFacts(row, workCenter);
  await ctx.record(tx, equipmentEvents[event], {
    id: row.id,
    siteId: row.siteId,
    data: {
      ...facts,
      change: { action: old ? 'UPDATE' : 'CREATE', entity: facts.equipment, old, new: changed, reason: null },
    },
  });
}

function refusalOf(decision: Exclude<StatusDecision, { kind: 'CHANGED' | 'UNCHANGED' }>, what: string) {
  switch (decision.kind) {
    case 'ILLEGAL_TRANSITION':
      return illegalTransition(what, decision.from, decision.to);
    case 'REASON_MISSING':
      return invalidInput(['input', 'reason'], 'REASON_MISSING', 'this state needs a reason');
    case 'HELD_BY_OPERATION':
      return ruleViolation('HELD_BY_OPERATION', `an operation runs on ${what}: complete it first`, [
        'input',
        'status',
      ]);
    case 'BEFORE_LAST_CHANGE':
      return invalidInput(
        ['input', 'occurredAt'],
        'BEFORE_LAST_CHANGE',
        `the state last changed at ${decision.statusSince.toISOString()}; a change cannot be earlier`,
      );
  }
}
