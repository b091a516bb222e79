import { defineSubgraph } from '@machshop/server';
import { permissions as alertRulePermissions } from './alert-rule/permissions.ts';
import { resolvers as alertRuleResolvers } from './alert-rule/resolvers.ts';
import { siteChanged } from './consumers/auth.site.changed.ts';
import { siteCreated } from './consumers/auth.site.created.ts';
import { equipmentChanged } from './consumers/equipment.equipment.changed.ts';
import { equipmentCreated } from './consumers/equipment.equipment.created.ts';
import { equipmentStatusChanged } from './consumers/equipment.equipment.status-changed.ts';
import { operationExecutionCompleted } from './consumers/work-orders.operation-execution.completed.ts';
import { operationExecutionStarted } from './consumers/work-orders.operation-execution.started.ts';
import { permissions as discoveredTagPermissions } from './discovered-tag/permissions.ts';
import { resolvers as discoveredTagResolvers } from './discovered-tag/resolvers.ts';
import { readIotEnv } from './env.ts';
import { permissions as equipmentStatePermissions } from './equipment-state/permissions.ts';
import { resolvers as equipmentStateResolvers } from './equipment-state/resolvers.ts';
import { permissions as operationReadingsPermissions } from './operation-readings/permissions.ts';
import { resolvers as operationReadingsResolvers } from './operation-readings/resolvers.ts';
import { permissions as sensorPermissions } from './sensor/permissions.ts';
import { resolvers as sensorResolvers } from './sensor/resolvers.ts';
import { permissions as sensorAlertPermissions } from './sensor-alert/permissions.ts';
import { resolvers as sensorAlertResolvers } from './sensor-alert/resolvers.ts';
import { permissions as sensorReadingPermissions } from './sensor-reading/permissions.ts';
import { resolvers as sensorReadingResolvers } from './sensor-reading/resolvers.ts';
import { openTimeSeries } from './time-series/open.ts';
import { Preparation } from './time-series/preparation.ts';
import { startWorkers } from './workers/workers.ts';

/** Sensors, their readings, their alerts, and what machines say of themselves. */
export const subgraph = defineSubgraph({
  name: 'iot',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: sensorResolvers, permissions: sensorPermissions },
    { resolvers: sensorReadingResolvers, permissions: sensorReadingPermissions },
    { resolvers: discoveredTagResolvers, permissions: discoveredTagPermissions },
    { resolvers: alertRuleResolvers, permissions: alertRulePermissions },
    { resolvers: sensorAlertResolvers, permissions: sensorAlertPermissions },
    { resolvers: equipmentStateResolvers, permissions: equipmentStatePermissions },
    { resolvers: operationReadingsResolvers, permissions: operationReadingsPermissions },
  ],
  consumers: [
    siteCreated,
    siteChanged,
    equipmentCreated,
    equipmentChanged,
    equipmentStatusChanged,
    operationExecutionStarted,
    operationExecutionCompleted,
  ],
  async start({ db, log, now }) {
    const timeSeries = openTimeSeries(db, readIotEnv(), now);
    const preparation = new Preparation(timeSeries, now);
    await preparation.begin(log);
    return { timeSeries, preparation };
  },
  workers: startWorkers,
});
