import { defineSubgraph } from '@machshop/server';
import { siteChanged } from './consumers/auth.site.changed.ts';
import { siteCreated } from './consumers/auth.site.created.ts';
import { equipmentChanged } from './consumers/equipment.equipment.changed.ts';
import { equipmentCreated } from './consumers/equipment.equipment.created.ts';
import { equipmentStatusChanged } from './consumers/equipment.equipment.status-changed.ts';
import { workCenterChanged } from './consumers/equipment.work-center.changed.ts';
import { workCenterCreated } from './consumers/equipment.work-center.created.ts';
import { materialAllocated } from './consumers/materials.material.allocated.ts';
import { materialShortage } from './consumers/materials.material.shortage.ts';
import { operationCompleted } from './consumers/work-orders.operation.completed.ts';
import { operationEquipmentAssigned } from './consumers/work-orders.operation.equipment-assigned.ts';
import { operationSkipped } from './consumers/work-orders.operation.skipped.ts';
import { operationStarted } from './consumers/work-orders.operation.started.ts';
import { operationExecutionCompleted } from './consumers/work-orders.operation-execution.completed.ts';
import { operationExecutionReported } from './consumers/work-orders.operation-execution.reported.ts';
import { operationExecutionStarted } from './consumers/work-orders.operation-execution.started.ts';
import { workOrderCancelled } from './consumers/work-orders.work-order.cancelled.ts';
import { workOrderChanged } from './consumers/work-orders.work-order.changed.ts';
import { workOrderClosed } from './consumers/work-orders.work-order.closed.ts';
import { workOrderCompleted } from './consumers/work-orders.work-order.completed.ts';
import { workOrderCreated } from './consumers/work-orders.work-order.created.ts';
import { workOrderHeld } from './consumers/work-orders.work-order.held.ts';
import { workOrderReleased } from './consumers/work-orders.work-order.released.ts';
import { workOrderResumed } from './consumers/work-orders.work-order.resumed.ts';
import { workOrderStarted } from './consumers/work-orders.work-order.started.ts';
import { Planner } from './planning/planner.ts';
import { permissions as calendarPermissions } from './resource-calendar/permissions.ts';
import { resolvers as calendarResolvers } from './resource-calendar/resolvers.ts';
import { permissions as schedulePermissions } from './schedule/permissions.ts';
import { resolvers as scheduleResolvers } from './schedule/resolvers.ts';
import { permissions as conflictPermissions } from './schedule-conflict/permissions.ts';
import { resolvers as conflictResolvers } from './schedule-conflict/resolvers.ts';
import { permissions as placePermissions } from './scheduled-operation/permissions.ts';
import { resolvers as placeResolvers } from './scheduled-operation/resolvers.ts';

/** Who does what when, on which machine: finite-capacity schedules and what stands in their way. */
export const subgraph = defineSubgraph({
  name: 'scheduling',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: calendarResolvers, permissions: calendarPermissions },
    { resolvers: scheduleResolvers, permissions: schedulePermissions },
    { resolvers: placeResolvers, permissions: placePermissions },
    { resolvers: conflictResolvers, permissions: conflictPermissions },
  ],
  consumers: [
    siteCreated,
    workCenterCreated,
    siteChanged,
    workCenterChanged,
    equipmentCreated,
    equipmentChanged,
    equipmentStatusChanged,
    workOrderCreated,
    workOrderChanged,
    workOrderCancelled,
    workOrderReleased,
    workOrderHeld,
    workOrderResumed,
    workOrderStarted,
    workOrderCompleted,
    workOrderClosed,
    operationStarted,
    operationCompleted,
    operationSkipped,
    operationEquipmentAssigned,
    operationExecutionStarted,
    operationExecutionReported,
    operationExecutionCompleted,
    materialShortage,
    materialAllocated,
  ],
  start: async ({ log }) => ({ planner: new Planner(log) }),
  workers: async ({ services }) => [services.planner as Planner],
});
