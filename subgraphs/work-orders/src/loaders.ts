import { mayUseSite } from '@machshop/auth';
import { type Context, grouped, inOrder } from '@machshop/server';
import { CostRateStore } from './cost-rate/store.ts';
import type { CostRateRow } from './cost-rate/tables.ts';
import { ExecutionStore } from './operation-execution/store.ts';
import type { OperationExecutionRow } from './operation-execution/tables.ts';
import { MaterialStore } from './replica/material-store.ts';
import { ReplicaStore } from './replica/store.ts';
import type { BomRow, MaterialAllocationRow, MaterialUseRow } from './replica/tables.ts';
import { DEFAULT_CURRENCY } from './work-order/actuals.ts';
import { WorkOrderStore } from './work-order/store.ts';
import type { WorkOrderRow } from './work-order/tables.ts';
import { OperationStore } from './work-order-operation/store.ts';
import type { WorkOrderOperationRow } from './work-order-operation/tables.ts';

/** What is at a site where the viewer does not work does not exist for the viewer. */
const visible = <Row extends { siteId: string }>(ctx: Context, rows: readonly Row[]): Row[] =>
  rows.filter((row) => mayUseSite(ctx.viewer, row.siteId));

export const workOrderById = (ctx: Context) =>
  ctx.loader<string, WorkOrderRow | null>('workOrderById', async (tx, ids) => {
    const rows = await new WorkOrderStore(tx, ctx.viewer.tenantId).byIds(ids);
    return inOrder(ids, visible(ctx, rows), (row) => row.id);
  });

export const workOrderByNumber = (ctx: Context) =>
  ctx.loader<string, WorkOrderRow | null>('workOrderByNumber', async (tx, numbers) => {
    const rows = await new WorkOrderStore(tx, ctx.viewer.tenantId).byNumbers(numbers);
    return inOrder(numbers, visible(ctx, rows), (row) => row.number);
  });

export const operationById = (ctx: Context) =>
  ctx.loader<string, WorkOrderOperationRow | null>('operationById', async (tx, ids) => {
    const rows = await new OperationStore(tx, ctx.viewer.tenantId).byIds(ids);
    return inOrder(ids, visible(ctx, rows), (row) => row.id);
  });

export const operationsOfWorkOrder = (ctx: Context) =>
  ctx.loader<string, WorkOrderOperationRow[]>('operationsOfWorkOrder', async (tx, ids) => {
    const rows = await new OperationStore(tx, ctx.viewer.tenantId).byWorkOrders(ids);
    return grouped(ids, rows, (row) => row.workOrderId);
  });

export const executionById = (ctx: Context) =>
  ctx.loader<string, OperationExecutionRow | null>('executionById', async (tx, ids) => {
    const rows = await new ExecutionStore(tx, ctx.viewer.tenantId).byIds(ids);
    return inOrder(ids, visible(ctx, rows), (row) => row.id);
  });

export const executionsOfWorkOrder = (ctx: Context) =>
  ctx.loader<string, OperationExecutionRow[]>('executionsOfWorkOrder', async (tx, ids) => {
    const rows = await new ExecutionStore(tx, ctx.viewer.tenantId).byWorkOrders(ids);
    return grouped(ids, rows, (row) => row.workOrderId);
  });

export const allocationsOfWorkOrder = (ctx: Context) =>
  ctx.loader<string, MaterialAllocationRow[]>('allocationsOfWorkOrder', async (tx, ids) => {
    const rows = await new MaterialStore(tx, ctx.viewer.tenantId).allocations(ids);
    return grouped(ids, rows, (row) => row.workOrderId);
  });

export const usesOfWorkOrder = (ctx: Context) =>
  ctx.loader<string, MaterialUseRow[]>('usesOfWorkOrder', async (tx, ids) => {
    const rows = await new MaterialStore(tx, ctx.viewer.tenantId).uses(ids);
    return grouped(ids, rows, (row) => row.workOrderId);
  });

export const bomsOfPartRevision = (ctx: Context) =>
  ctx.loader<string, BomRow[]>('bomsOfPartRevision', async (tx, ids) => {
    const rows = await new ReplicaStore(tx, ctx.viewer.tenantId).boms(ids);
    return grouped(ids, rows, (row) => row.partRevisionId);
  });

/** The tenant's rates and currency: one key, `''`. */
export const costBasis = (ctx: Context) =>
  ctx.loader<string, { rates: CostRateRow[]; currency: string }>('costBasis', async (tx, keys) => {
    const store = new CostRateStore(tx, ctx.viewer.tenantId);
    const basis = { rates: await store.all(), currency: (await store.currency()) ?? DEFAULT_CURRENCY };
    return keys.map(() => basis);
  });
