import { defineSubgraph } from '@machshop/server';
import { equipmentStateDerived } from './consumers/iot.equipment-state.derived.ts';
import { operationExecutionCompleted } from './consumers/work-orders.operation-execution.completed.ts';
import { operationExecutionStarted } from './consumers/work-orders.operation-execution.started.ts';
import { permissions as equipmentPermissions } from './equipment/permissions.ts';
import { resolvers as equipmentResolvers } from './equipment/resolvers.ts';
import { permissions as workCenterPermissions } from './work-center/permissions.ts';
import { resolvers as workCenterResolvers } from './work-center/resolvers.ts';

/** Work centers, machines, their state and their log. */
export const subgraph = defineSubgraph({
  name: 'equipment',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: workCenterResolvers, permissions: workCenterPermissions },
    { resolvers: equipmentResolvers, permissions: equipmentPermissions },
  ],
  consumers: [operationExecutionStarted, operationExecutionCompleted, equipmentStateDerived],
});
