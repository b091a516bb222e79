import { mayUseSite } from '@machshop/auth';
import { type Context, grouped, inOrder } from '@machshop/server';
import { AlertRuleStore } from './alert-rule/store.ts';
import type { AlertRuleRow } from './alert-rule/tables.ts';
import { EquipmentStateStore } from './equipment-state/store.ts';
import type { EquipmentStateRow, EquipmentStateRuleRow } from './equipment-state/tables.ts';
import { SensorStore } from './sensor/store.ts';
import type { SensorRow } from './sensor/tables.ts';
import { SensorAlertStore } from './sensor-alert/store.ts';
import type { SensorAlertRow } from './sensor-alert/tables.ts';
import { type LatestReading, LatestReadingStore } from './sensor-reading/store.ts';

/** The sensor, where the viewer works at its site. */
export const sensorById = (ctx: Context) =>
  ctx.loader<string, SensorRow | null>('sensorById', async (tx, ids) => {
    const rows = await new SensorStore(tx, ctx.viewer.tenantId).byIds(ids);
    return inOrder(
      ids,
      rows.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId)),
      (row) => row.id,
    );
  });

export const sensorsOfEquipment = (ctx: Context) =>
  ctx.loader<string, SensorRow[]>('sensorsOfEquipment', async (tx, ids) => {
    const rows = await new SensorStore(tx, ctx.viewer.tenantId).byEquipment(ids);
    return grouped(
      ids,
      rows.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId)),
      (row) => row.equipmentId,
    );
  });

export const latestOfSeries = (ctx: Context) =>
  ctx.loader<string, LatestReading | null>('latestOfSeries', async (tx, series) =>
    inOrder(series, await new LatestReadingStore(tx, ctx.viewer.tenantId).of(series.map(Number)), (row) =>
      String(row.series),
    ),
  );

export const alertRuleById = (ctx: Context) =>
  ctx.loader<string, AlertRuleRow | null>('alertRuleById', async (tx, ids) =>
    inOrder(ids, await new AlertRuleStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const alertRulesOfSensor = (ctx: Context) =>
  ctx.loader<string, AlertRuleRow[]>('alertRulesOfSensor', async (tx, ids) =>
    grouped(ids, await new AlertRuleStore(tx, ctx.viewer.tenantId).bySensors(ids), (row) => row.sensorId),
  );

/** The alert, where the viewer works at its site. */
export const sensorAlertById = (ctx: Context) =>
  ctx.loader<string, SensorAlertRow | null>('sensorAlertById', async (tx, ids) => {
    const rows = await new SensorAlertStore(tx, ctx.viewer.tenantId).byIds(ids);
    return inOrder(
      ids,
      rows.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId)),
      (row) => row.id,
    );
  });

export const stateRuleOfEquipment = (ctx: Context) =>
  ctx.loader<string, EquipmentStateRuleRow | null>('stateRuleOfEquipment', async (tx, ids) =>
    inOrder(
      ids,
      await new EquipmentStateStore(tx, ctx.viewer.tenantId).byEquipment(ids),
      (row) => row.equipmentId,
    ),
  );

export const stateOfRule = (ctx: Context) =>
  ctx.loader<string, EquipmentStateRow | null>('stateOfRule', async (tx, ids) =>
    inOrder(ids, await new EquipmentStateStore(tx, ctx.viewer.tenantId).states(ids), (row) => row.ruleId),
  );
