import { sumDecimals } from '@machshop/db';
import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

/** What runs where, and how much is done. */
export const operationExecutionCompleted = defineConsumer(
  workOrderEvents['operation-execution.completed'],
  async ({ data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putExecution({
      id: data.execution.id,
      operationId: data.operation.id,
      equipmentId: data.equipment?.id ?? null,
      startedAt: new Date(data.startedAt),
      completedAt: data.completedAt ? new Date(data.completedAt) : null,
      done: sumDecimals([data.good, data.scrap]),
    });
  },
);
