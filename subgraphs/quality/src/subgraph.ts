import { defineSubgraph } from '@machshop/server';
import { siteChanged } from './consumers/auth.site.changed.ts';
import { siteCreated } from './consumers/auth.site.created.ts';
import { userCreated } from './consumers/auth.user.created.ts';
import { equipmentChanged } from './consumers/equipment.equipment.changed.ts';
import { equipmentCreated } from './consumers/equipment.equipment.created.ts';
import { partPublished } from './consumers/master-data.part.published.ts';
import { lotChanged } from './consumers/materials.lot.changed.ts';
import { lotReceived } from './consumers/materials.lot.received.ts';
import { serialChanged } from './consumers/materials.serial.changed.ts';
import { serialCreated } from './consumers/materials.serial.created.ts';
import { operationStarted } from './consumers/work-orders.operation.started.ts';
import { executionStarted } from './consumers/work-orders.operation-execution.started.ts';
import { workOrderCreated } from './consumers/work-orders.work-order.created.ts';
import { workOrderReleased } from './consumers/work-orders.work-order.released.ts';
import { permissions as actionPermissions } from './corrective-action/permissions.ts';
import { resolvers as actionResolvers } from './corrective-action/resolvers.ts';
import { permissions as dispositionPermissions } from './disposition/permissions.ts';
import { resolvers as dispositionResolvers } from './disposition/resolvers.ts';
import { permissions as eightDPermissions } from './eight-d/permissions.ts';
import { resolvers as eightDResolvers } from './eight-d/resolvers.ts';
import { permissions as nonConformancePermissions } from './non-conformance/permissions.ts';
import { resolvers as nonConformanceResolvers } from './non-conformance/resolvers.ts';
import { permissions as paretoPermissions } from './pareto/permissions.ts';
import { resolvers as paretoResolvers } from './pareto/resolvers.ts';

/** What does not conform, what becomes of it, and what is done so that it does not come back. */
export const subgraph = defineSubgraph({
  name: 'quality',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: nonConformanceResolvers, permissions: nonConformancePermissions },
    { resolvers: dispositionResolvers, permissions: dispositionPermissions },
    { resolvers: eightDResolvers, permissions: eightDPermissions },
    { resolvers: actionResolvers, permissions: actionPermissions },
    { resolvers: paretoResolvers, permissions: paretoPermissions },
  ],
  consumers: [
    siteCreated,
    siteChanged,
    userCreated,
    partPublished,
    equipmentCreated,
    equipmentChanged,
    workOrderCreated,
    workOrderReleased,
    operationStarted,
    executionStarted,
    serialCreated,
    serialChanged,
    lotReceived,
    lotChanged,
  ],
});
