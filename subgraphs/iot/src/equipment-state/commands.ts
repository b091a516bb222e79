import { newId } from '@machshop/db';
import { iotEvents } from '@machshop/schema/events/iot.ts';
import { type Context, checkInput, invalidInput, Refused } from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { visibleEquipment, visibleSensor } from '../sensor/commands.ts';
import { EquipmentStateStore } from './store.ts';
import type { EquipmentStateRuleRow } from './tables.ts';

const DEFAULT_DELAY_SECONDS = 5;
const input = z.object({
  equipmentId: z.uuid(),
  sensorId: z.uuid(),
  meanings: z
    .array(
      z.object({
        state: z.string().min(1).max(200),
        status: z.enum(['AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'UNKNOWN']),
      }),
    )
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ state }) => state)).size === all.length, 'a state stands twice'),
  delaySeconds: z.int().min(0).max(3_600).nullish(),
});

/** Says which tag tells a machine's state. The same again changes nothing. */
export async function configureEquipmentState(ctx: Context, raw: unknown): Promise<EquipmentStateRuleRow> {
  const wanted = checkInput(input, raw);
  const delaySeconds = wanted.delaySeconds ?? DEFAULT_DELAY_SECONDS;
  return ctx.write(async (tx) => {
    await new ReplicaStore(tx, ctx.viewer.tenantId).raiseVersion();
    const equipment = await visibleEquipment(ctx, tx, wanted.equipmentId);
    const sensor = await visibleSensor(ctx, tx, wanted.sensorId);
    if (sensor.equipmentId !== equipment.equipmentId) {
      throw new Refused(
        invalidInput(['input', 'sensorId'], 'OTHER_EQUIPMENT', 'the sensor belongs to another machine'),
      );
    }
    const store = new EquipmentStateStore(tx, ctx.viewer.tenantId);
    const [before] = await store.byEquipment([equipment.equipmentId]);
    const content = contentOf({ sensorId: sensor.id, meanings: wanted.meanings, delaySeconds });
    const old = before && contentOf(before);
    if (before && JSON.stringify(old) === JSON.stringify(content)) return before;
    const row = await store.replace({
      id: newId(),
      equipmentId: equipment.equipmentId,
      ...content,
      recordedAt: ctx.now(),
    });
    await store.forget(row.id);
    const rule = { __typename: 'EquipmentStateRule', id: row.id } as const;
    await ctx.record(tx, iotEvents['equipment-state-rule.configured'], {
      id: row.id,
      siteId: equipment.siteId,
      data: {
        equipmentStateRule: rule,
        equipment: { __typename: 'Equipment', id: equipment.equipmentId },
        sensor: { __typename: 'Sensor', id: sensor.id },
        siteId: equipment.siteId,
        change: {
          action: old ? 'UPDATE' : 'CREATE',
          entity: rule,
          old: old ?? null,
          new: content,
          reason: null,
        },
      },
    });
    return row;
  });
}

// the database keeps no order of keys
const contentOf = (rule: Pick<EquipmentStateRuleRow, 'sensorId' | 'meanings' | 'delaySeconds'>) => ({
  sensorId: rule.sensorId,
  meanings: rule.meanings.map(({ state, status }) => ({ state, status })),
  delaySeconds: rule.delaySeconds,
});
