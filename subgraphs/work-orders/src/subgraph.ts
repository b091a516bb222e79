import { defineSubgraph } from '@machshop/server';
import { siteChanged } from './consumers/auth.site.changed.ts';
import { siteCreated } from './consumers/auth.site.created.ts';
import { equipmentChanged } from './consumers/equipment.equipment.changed.ts';
import { equipmentCreated } from './consumers/equipment.equipment.created.ts';
import { equipmentStatusChanged } from './consumers/equipment.equipment.status-changed.ts';
import { workCenterChanged } from './consumers/equipment.work-center.changed.ts';
import { workCenterCreated } from './consumers/equipment.work-center.created.ts';
import { productionScheduleReceived } from './consumers/integration.production-schedule.received.ts';
import { bomPublished } from './consumers/master-data.bom.published.ts';
import { partPublished } from './consumers/master-data.part.published.ts';
import { partRetired } from './consumers/master-data.part.retired.ts';
import { routingPublished } from './consumers/master-data.routing.published.ts';
import { routingSuperseded } from './consumers/master-data.routing.superseded.ts';
import { allocationReleased } from './consumers/materials.allocation.released.ts';
import { materialAllocated } from './consumers/materials.material.allocated.ts';
import { materialConsumed } from './consumers/materials.material.consumed.ts';
import { serialCreated } from './consumers/materials.serial.created.ts';
import { inspectionCompleted } from './consumers/quality.inspection.completed.ts';
import { inspectionCreated } from './consumers/quality.inspection.created.ts';
import { ncrHoldChanged } from './consumers/quality.ncr.hold-changed.ts';
import { permissions as costRatePermissions } from './cost-rate/permissions.ts';
import { resolvers as costRateResolvers } from './cost-rate/resolvers.ts';
import { permissions as executionPermissions } from './operation-execution/permissions.ts';
import { resolvers as executionResolvers } from './operation-execution/resolvers.ts';
import { permissions as workOrderPermissions } from './work-order/permissions.ts';
import { resolvers as workOrderResolvers } from './work-order/resolvers.ts';
import { permissions as operationPermissions } from './work-order-operation/permissions.ts';
import { resolvers as operationResolvers } from './work-order-operation/resolvers.ts';

/** Work orders, their operations, the runs of these, and what they cost. */
export const subgraph = defineSubgraph({
  name: 'work-orders',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: workOrderResolvers, permissions: workOrderPermissions },
    { resolvers: operationResolvers, permissions: operationPermissions },
    { resolvers: executionResolvers, permissions: executionPermissions },
    { resolvers: costRateResolvers, permissions: costRatePermissions },
  ],
  consumers: [
    siteCreated,
    siteChanged,
    partPublished,
    partRetired,
    routingPublished,
    routingSuperseded,
    bomPublished,
    workCenterCreated,
    workCenterChanged,
    equipmentCreated,
    equipmentChanged,
    equipmentStatusChanged,
    inspectionCreated,
    inspectionCompleted,
    ncrHoldChanged,
    materialAllocated,
    allocationReleased,
    materialConsumed,
    serialCreated,
    productionScheduleReceived,
  ],
});
