import { actorRef } from '@machshop/auth';
import { Decimal, pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import { costOf } from '../cost-rate/cost.ts';
import type { QueryWorkOrdersArgs, Resolvers } from '../generated/resolvers.ts';
import {
  allocationsOfWorkOrder,
  bomsOfPartRevision,
  costBasis,
  executionsOfWorkOrder,
  operationsOfWorkOrder,
  usesOfWorkOrder,
  workOrderById,
  workOrderByNumber,
} from '../loaders.ts';
import { percentComplete } from '../work-order-operation/work-order-operation.ts';
import { costedRuns } from './actuals.ts';
import { changeWorkOrder, createWorkOrder } from './commands.ts';
import {
  cancelWorkOrder,
  closeWorkOrder,
  completeWorkOrder,
  holdWorkOrder,
  releaseWorkOrder,
  resumeWorkOrder,
} from './lifecycle.ts';
import { materialsOf } from './materials.ts';
import { type WorkOrderFilter, WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';

type Command = (ctx: Context, input: unknown) => Promise<WorkOrderRow>;

const mutation =
  (command: Command) =>
  (_: object, { input }: { input: unknown }, ctx: Context) =>
    attempt(async () => ({ workOrder: await command(ctx, input) }));

async function page(
  ctx: Context,
  args: Pick<QueryWorkOrdersArgs, 'first' | 'after'>,
  filter: WorkOrderFilter,
  sort: 'DUE' | 'NUMBER',
) {
  const request = pageRequest(args);
  const { tenantId, siteIds } = ctx.viewer;
  const rows = await ctx.read((tx) => new WorkOrderStore(tx, tenantId).page(request, filter, siteIds, sort));
  return pageOf(rows, request, (row) => [
    sort === 'NUMBER' ? row.number : (row.dueAt?.toISOString() ?? 'infinity'),
    row.id,
  ]);
}

async function costOfOrder(row: WorkOrderRow, ctx: Context) {
  const [operations, runs, uses, { rates, currency }] = await Promise.all([
    operationsOfWorkOrder(ctx).load(row.id),
    executionsOfWorkOrder(ctx).load(row.id),
    usesOfWorkOrder(ctx).load(row.id),
    costBasis(ctx).load(''),
  ]);
  return { ...costOf(costedRuns(operations, runs), uses, rates), currency };
}

export const resolvers: Resolvers = {
  Query: {
    workOrder: (_, { id }, ctx) => workOrderById(ctx).load(id),
    workOrderByNumber: (_, { number }, ctx) => workOrderByNumber(ctx).load(number),
    workOrders: (_, args, ctx) => page(ctx, args, args.filter ?? {}, args.sort ?? 'DUE'),
  },
  Mutation: {
    createWorkOrder: mutation(createWorkOrder),
    changeWorkOrder: mutation(changeWorkOrder),
    cancelWorkOrder: mutation(cancelWorkOrder),
    releaseWorkOrder: mutation(releaseWorkOrder),
    holdWorkOrder: mutation(holdWorkOrder),
    resumeWorkOrder: mutation(resumeWorkOrder),
    completeWorkOrder: mutation(completeWorkOrder),
    closeWorkOrder: mutation(closeWorkOrder),
  },
  WorkOrder: {
    __resolveReference: (reference, ctx) =>
      'id' in reference
        ? workOrderById(ctx).load(reference.id)
        : workOrderByNumber(ctx).load(reference.number),
    part: ({ partId: id }) => ({ __typename: 'Part', id }),
    partRevision: ({ partRevisionId: id }) => ({ __typename: 'PartRevision', id }),
    routing: ({ routingId: id }) => (id ? { __typename: 'Routing', id } : null),
    site: ({ siteId: id }) => ({ __typename: 'Site', id }),
    quantity: ({ quantity, unit }) => ({ value: new Decimal(quantity).toFixed(), unit }),
    source: ({ sourceMessageId: id, sourceRequestId: requestId }) =>
      id && requestId ? { message: { __typename: 'IntegrationMessage', id }, requestId } : null,
    percentComplete: async (row, _, ctx) =>
      row.status === 'COMPLETED' || row.status === 'CLOSED'
        ? 100
        : percentComplete(await operationsOfWorkOrder(ctx).load(row.id)),
    operations: (row, _, ctx) => operationsOfWorkOrder(ctx).load(row.id),
    serials: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new WorkOrderStore(tx, ctx.viewer.tenantId).serialPage(row.id, request),
      );
      return pageOf(rows, request, (serial) => [serial.serialNumber]);
    },
    materials: async (row, _, ctx) => {
      const [bills, allocations, uses] = await Promise.all([
        bomsOfPartRevision(ctx).load(row.partRevisionId),
        allocationsOfWorkOrder(ctx).load(row.id),
        usesOfWorkOrder(ctx).load(row.id),
      ]);
      return materialsOf(row, bills, allocations, uses);
    },
    actualCost: (row, _, ctx) => costOfOrder(row, ctx),
    history: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new WorkOrderStore(tx, ctx.viewer.tenantId).historyPage(row.id, request),
      );
      return pageOf(rows, request, (entry) => [entry.id]);
    },
  },
  WorkOrderSerial: {
    serializedPart: ({ serializedPartId: id }) => (id ? { __typename: 'SerializedPart', id } : null),
  },
  WorkOrderHistoryEntry: {
    actor: ({ actorKind, actorId }) => actorRef(actorKind, actorId),
  },
  Part: {
    workOrders: (part, args, ctx) => page(ctx, args, { ...args.filter, partId: part.id }, 'DUE'),
  },
};
