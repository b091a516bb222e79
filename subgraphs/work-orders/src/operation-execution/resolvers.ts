import { actorRef } from '@machshop/auth';
import { Decimal, pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { executionById, operationById, workOrderById } from '../loaders.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { completeOperation, reportOperation } from './commands.ts';
import { startOperation } from './start.ts';
import { ExecutionStore } from './store.ts';
import type { OperationExecutionRow } from './tables.ts';

const orderOf = async (row: OperationExecutionRow, ctx: Context): Promise<WorkOrderRow> => {
  const order = await workOrderById(ctx).load(row.workOrderId);
  if (!order) throw new Error(`execution ${row.id} has no work order`);
  return order;
};

const amount =
  (key: 'good' | 'scrap' | 'rework') => async (row: OperationExecutionRow, _: object, ctx: Context) => ({
    value: new Decimal(row[key]).toFixed(),
    unit: (await orderOf(row, ctx)).unit,
  });

export const resolvers: Resolvers = {
  Query: {
    operationExecution: (_, { id }, ctx) => executionById(ctx).load(id),
  },
  Mutation: {
    startOperation: (_, { input }, ctx) =>
      attempt(async () => ({ execution: await startOperation(ctx, input) })),
    reportOperation: (_, { input }, ctx) =>
      attempt(async () => ({ execution: await reportOperation(ctx, input) })),
    completeOperation: (_, { input }, ctx) =>
      attempt(async () => ({ execution: await completeOperation(ctx, input) })),
  },
  OperationExecution: {
    __resolveReference: ({ id }, ctx) => executionById(ctx).load(id),
    operation: async (row, _, ctx) => {
      const operation = await operationById(ctx).load(row.operationId);
      if (!operation) throw new Error(`execution ${row.id} has no operation`);
      return operation;
    },
    workOrder: (row, _, ctx) => orderOf(row, ctx),
    equipment: ({ equipmentId: id }) => (id ? { __typename: 'Equipment', id } : null),
    operator: ({ operatorKind, operatorId }) => actorRef(operatorKind, operatorId),
    good: amount('good'),
    scrap: amount('scrap'),
    rework: amount('rework'),
    reports: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ExecutionStore(tx, ctx.viewer.tenantId).reportPage(row.id, request),
      );
      return pageOf(rows, request, (report) => [report.id]);
    },
  },
  OperationReport: {
    operator: ({ operatorKind, operatorId }) => actorRef(operatorKind, operatorId),
  },
  AlreadyStartedError: {
    execution: ({ executionId }, _, ctx) => executionById(ctx).load(String(executionId)),
  },
};
