import { iotEvents } from '@machshop/schema/events/iot.ts';
import type { Actor } from '../actor.ts';
import { AlertRuleStore } from '../alert-rule/store.ts';
import { ReplicaStore } from '../replica/store.ts';
import { SensorStore } from '../sensor/store.ts';
import type { SensorAlertRow } from './tables.ts';

type Happened =
  | { readonly event: 'alert.raised' }
  | { readonly event: 'alert.acknowledged'; readonly acknowledgedAt: Date; readonly note: string | null }
  | { readonly event: 'alert.escalated'; readonly escalatedAt: Date; readonly level: number }
  | { readonly event: 'alert.cleared'; readonly clearedAt: Date };

/** Says what happened to an alert, in the transaction of the change. */
export async function recordAlert(
  { tx, viewer, record }: Actor,
  row: SensorAlertRow,
  happened: Happened,
  old: Record<string, unknown> | null,
  changed: Record<string, unknown>,
  reason: string | null,
): Promise<void> {
  const [sensor] = await new SensorStore(tx, viewer.tenantId).byIds([row.sensorId]);
  const [rule] = await new AlertRuleStore(tx, viewer.tenantId).byIds([row.ruleId]);
  const [equipment] = await new ReplicaStore(tx, viewer.tenantId).equipmentByIds([row.equipmentId]);
  if (!sensor || !rule || !equipment)
    throw new Error(`alert ${row.id} has lost its sensor, rule or equipment`);
  const sensorAlert = { __typename: 'SensorAlert', id: row.id } as const;
  const data = {
    sensorAlert,
    alertRule: { __typename: 'AlertRule', id: row.ruleId } as const,
    ruleName: rule.name,
    sensor: { __typename: 'Sensor', id: row.sensorId } as const,
    tag: sensor.tag,
    equipment: { __typename: 'Equipment', id: row.equipmentId } as const,
    equipmentCode: equipment.code,
    workCenterCode: equipment.workCenterCode,
    siteId: row.siteId,
    severity: row.severity,
    condition: row.condition,
    value: row.value,
    raisedAt: row.raisedAt.toISOString(),
    change: {
      action: old ? ('UPDATE' as const) : ('CREATE' as const),
      entity: sensorAlert,
      old,
      new: changed,
      reason,
    },
  };
  const common = { id: row.id, siteId: row.siteId };
  switch (happened.event) {
    case 'alert.raised':
      await record(tx, iotEvents[happened.event], { ...common, occurredAt: row.raisedAt, data });
      break;
    case 'alert.acknowledged':
      await record(tx, iotEvents[happened.event], {
        ...common,
        data: { ...data, acknowledgedAt: happened.acknowledgedAt.toISOString(), note: happened.note },
      });
      break;
    case 'alert.escalated':
      await record(tx, iotEvents[happened.event], {
        ...common,
        data: { ...data, escalatedAt: happened.escalatedAt.toISOString(), level: happened.level },
      });
      break;
    case 'alert.cleared':
      await record(tx, iotEvents[happened.event], {
        ...common,
        occurredAt: happened.clearedAt,
        data: { ...data, clearedAt: happened.clearedAt.toISOString() },
      });
  }
}
