import { type Context, grouped, inOrder } from '@machshop/server';
import { BomStore } from './bom/store.ts';
import type { BomLineRow, BomRow } from './bom/tables.ts';
import { CustomerStore } from './customer/store.ts';
import type { CustomerRow } from './customer/tables.ts';
import { MaterialStore } from './material/store.ts';
import type { MaterialRow } from './material/tables.ts';
import { PartStore } from './part/store.ts';
import type { PartKeys, PartRevisionRow } from './part/tables.ts';
import { RoutingStore } from './routing/store.ts';
import type { RoutingOperationRow, RoutingRow } from './routing/tables.ts';

export const partById = (ctx: Context) =>
  ctx.loader<string, PartKeys | null>('partById', async (tx, ids) =>
    inOrder(ids, await new PartStore(tx, ctx.viewer.tenantId).keysByIds(ids), (row) => row.id),
  );

export const partByNumber = (ctx: Context) =>
  ctx.loader<string, PartKeys | null>('partByNumber', async (tx, numbers) =>
    inOrder(numbers, await new PartStore(tx, ctx.viewer.tenantId).byNumbers(numbers), (row) => row.number),
  );

export const revisionById = (ctx: Context) =>
  ctx.loader<string, PartRevisionRow | null>('revisionById', async (tx, ids) =>
    inOrder(ids, await new PartStore(tx, ctx.viewer.tenantId).revisionsByIds(ids), (row) => row.id),
  );

export const revisionsOfPart = (ctx: Context) =>
  ctx.loader<string, PartRevisionRow[]>('revisionsOfPart', async (tx, ids) => {
    const rows = await new PartStore(tx, ctx.viewer.tenantId).revisionsOf(ids);
    return grouped(ids, rows, (row) => row.partId);
  });

export const bomById = (ctx: Context) =>
  ctx.loader<string, BomRow | null>('bomById', async (tx, ids) =>
    inOrder(ids, await new BomStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const bomsOfRevision = (ctx: Context) =>
  ctx.loader<string, BomRow[]>('bomsOfRevision', async (tx, ids) => {
    const rows = await new BomStore(tx, ctx.viewer.tenantId).publishedOf(ids);
    return grouped(ids, rows, (row) => row.partRevisionId);
  });

export const linesOfBom = (ctx: Context) =>
  ctx.loader<string, BomLineRow[]>('linesOfBom', async (tx, ids) => {
    const rows = await new BomStore(tx, ctx.viewer.tenantId).linesOf(ids);
    return grouped(ids, rows, (row) => row.bomId);
  });

export const routingById = (ctx: Context) =>
  ctx.loader<string, RoutingRow | null>('routingById', async (tx, ids) =>
    inOrder(ids, await new RoutingStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const routingsPublished = (ctx: Context) =>
  ctx.loader<string, RoutingRow[]>('routingsPublished', async (tx, ids) => {
    const rows = await new RoutingStore(tx, ctx.viewer.tenantId).publishedOf(ids);
    return grouped(ids, rows, (row) => row.partRevisionId);
  });

export const routingOperationById = (ctx: Context) =>
  ctx.loader<string, RoutingOperationRow | null>('routingOperationById', async (tx, ids) =>
    inOrder(ids, await new RoutingStore(tx, ctx.viewer.tenantId).operationsByIds(ids), (row) => row.id),
  );

export const operationsOfRouting = (ctx: Context) =>
  ctx.loader<string, RoutingOperationRow[]>('operationsOfRouting', async (tx, ids) => {
    const rows = await new RoutingStore(tx, ctx.viewer.tenantId).operationsOf(ids);
    return grouped(ids, rows, (row) => row.routingId);
  });

export const materialById = (ctx: Context) =>
  ctx.loader<string, MaterialRow | null>('materialById', async (tx, ids) =>
    inOrder(ids, await new MaterialStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const materialByCode = (ctx: Context) =>
  ctx.loader<string, MaterialRow | null>('materialByCode', async (tx, codes) =>
    inOrder(codes, await new MaterialStore(tx, ctx.viewer.tenantId).byCodes(codes), (row) => row.code),
  );

export const customerById = (ctx: Context) =>
  ctx.loader<string, CustomerRow | null>('customerById', async (tx, ids) =>
    inOrder(ids, await new CustomerStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const customerByCode = (ctx: Context) =>
  ctx.loader<string, CustomerRow | null>('customerByCode', async (tx, codes) =>
    inOrder(codes, await new CustomerStore(tx, ctx.viewer.tenantId).byCodes(codes), (row) => row.code),
  );
