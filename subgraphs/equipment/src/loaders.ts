import { type Context, grouped, inOrder } from '@machshop/server';
import { EquipmentStore } from './equipment/store.ts';
import type { EquipmentRow } from './equipment/tables.ts';
import { WorkCenterStore } from './work-center/store.ts';
import type { WorkCenterRow } from './work-center/tables.ts';

export const workCenterById = (ctx: Context) =>
  ctx.loader<string, WorkCenterRow | null>('workCenterById', async (tx, ids) =>
    inOrder(ids, await new WorkCenterStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const workCenterByCode = (ctx: Context) =>
  ctx.loader<string, WorkCenterRow | null>('workCenterByCode', async (tx, codes) =>
    inOrder(codes, await new WorkCenterStore(tx, ctx.viewer.tenantId).byCodes(codes), (row) => row.code),
  );

export const equipmentById = (ctx: Context) =>
  ctx.loader<string, EquipmentRow | null>('equipmentById', async (tx, ids) =>
    inOrder(ids, await new EquipmentStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const equipmentByCode = (ctx: Context) =>
  ctx.loader<string, EquipmentRow | null>('equipmentByCode', async (tx, codes) =>
    inOrder(codes, await new EquipmentStore(tx, ctx.viewer.tenantId).byCodes(codes), (row) => row.code),
  );

export const equipmentOfWorkCenter = (ctx: Context) =>
  ctx.loader<string, EquipmentRow[]>('equipmentOfWorkCenter', async (tx, ids) => {
    const rows = await new EquipmentStore(tx, ctx.viewer.tenantId).byWorkCenters(ids);
    return grouped(ids, rows, (row) => row.workCenterId);
  });
