import { Decimal, pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { executionById, operationById, operationsOfWorkOrder, workOrderById } from '../loaders.ts';
import { ExecutionStore } from '../operation-execution/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { STARTABLE } from '../work-order/work-order.ts';
import { assignEquipment, skipOperation } from './commands.ts';
import { OperationStore } from './store.ts';
import type { WorkOrderOperationRow } from './tables.ts';
import { isReady } from './work-order-operation.ts';

const orderOf = async (row: WorkOrderOperationRow, ctx: Context): Promise<WorkOrderRow> => {
  const order = await workOrderById(ctx).load(row.workOrderId);
  if (!order) throw new Error(`operation ${row.id} has no work order`);
  return order;
};

const amount =
  (key: 'good' | 'scrap' | 'rework' | 'skipped') =>
  async (row: WorkOrderOperationRow, _: object, ctx: Context) => ({
    value: new Decimal(row[key]).toFixed(),
    unit: (await orderOf(row, ctx)).unit,
  });

export const resolvers: Resolvers = {
  Query: {
    workOrderOperation: (_, { id }, ctx) => operationById(ctx).load(id),
  },
  Mutation: {
    assignEquipment: (_, { input }, ctx) =>
      attempt(async () => ({ operation: await assignEquipment(ctx, input) })),
    skipOperation: (_, { input }, ctx) =>
      attempt(async () => ({ operation: await skipOperation(ctx, input) })),
  },
  WorkOrderOperation: {
    __resolveReference: ({ id }, ctx) => operationById(ctx).load(id),
    workOrder: (row, _, ctx) => orderOf(row, ctx),
    routingOperation: ({ routingOperationId: id }) => ({ __typename: 'RoutingOperation', id }),
    workCenter: ({ workCenterCode: code }) => ({ __typename: 'WorkCenter', code }),
    plannedSetupSeconds: (row) => row.setupSeconds,
    plannedRunSecondsPerUnit: (row) => row.runSecondsPerUnit,
    equipment: ({ equipmentId: id }) => (id ? { __typename: 'Equipment', id } : null),
    status: async (row, _, ctx) => {
      if (row.status !== 'PENDING') return row.status;
      const order = await orderOf(row, ctx);
      if (!STARTABLE.has(order.status)) return 'PENDING';
      const siblings = await operationsOfWorkOrder(ctx).load(row.workOrderId);
      return isReady(row, siblings, order.serialTracked) ? 'READY' : 'PENDING';
    },
    good: amount('good'),
    scrap: amount('scrap'),
    rework: amount('rework'),
    skipped: amount('skipped'),
    executions: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ExecutionStore(tx, ctx.viewer.tenantId).pageOfOperation(row.id, request),
      );
      return pageOf(rows, request, (execution) => [execution.id]);
    },
    steps: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new OperationStore(tx, ctx.viewer.tenantId).stepPage(row.id, request),
      );
      return pageOf(rows, request, (step) => [step.serialNumber]);
    },
  },
  OperationStep: {
    execution: ({ executionId: id }, _, ctx) => (id ? executionById(ctx).load(id) : null),
  },
};
