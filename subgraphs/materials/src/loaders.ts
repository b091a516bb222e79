import { mayUseSite } from '@machshop/auth';
import { type Context, grouped, inOrder } from '@machshop/server';
import { AllocationStore } from './allocation/store.ts';
import type { AllocationRow } from './allocation/tables.ts';
import { ComponentLinkStore } from './component-link/store.ts';
import type { ComponentLinkRow } from './component-link/tables.ts';
import { DefinitionStore, type LevelRow } from './definition/store.ts';
import { isUuid } from './inputs.ts';
import { InventoryLocationStore } from './inventory-location/store.ts';
import type { InventoryLocationRow } from './inventory-location/tables.ts';
import { MaterialCertificateStore } from './material-certificate/store.ts';
import type { MaterialCertificateRow } from './material-certificate/tables.ts';
import { type BalanceRow, MaterialLotStore } from './material-lot/store.ts';
import type { MaterialLotRow } from './material-lot/tables.ts';
import { MaterialTransactionStore } from './material-transaction/store.ts';
import type { MaterialTransactionRow } from './material-transaction/tables.ts';
import { SerializedPartStore } from './serialized-part/store.ts';
import type { SerializedPartRow } from './serialized-part/tables.ts';

/** A loader of single rows by id; an id that is no UUID has no row. */
const byId =
  <Row extends { id: string }>(
    name: string,
    read: (
      tx: Parameters<Parameters<Context['read']>[0]>[0],
      ctx: Context,
      ids: readonly string[],
    ) => Promise<Row[]>,
    visible: (ctx: Context, row: Row) => boolean = () => true,
  ) =>
  async (ctx: Context, id: string): Promise<Row | null> => {
    if (!isUuid(id)) return null;
    const loader = ctx.loader<string, Row | null>(name, async (tx, ids) =>
      inOrder(ids, await read(tx, ctx, ids), (row) => row.id),
    );
    const row = await loader.load(id.toLowerCase());
    return row && visible(ctx, row) ? row : null;
  };

const ofSite = (ctx: Context, { siteId }: { siteId: string | null }): boolean =>
  siteId === null || mayUseSite(ctx.viewer, siteId);

export const locationById = byId<InventoryLocationRow>('locationById', (tx, ctx, ids) =>
  new InventoryLocationStore(tx, ctx.viewer.tenantId).byIds(ids),
);
export const lotById = byId<MaterialLotRow>('lotById', (tx, ctx, ids) =>
  new MaterialLotStore(tx, ctx.viewer.tenantId).byIds(ids),
);
export const transactionById = byId<MaterialTransactionRow>('transactionById', (tx, ctx, ids) =>
  new MaterialTransactionStore(tx, ctx.viewer.tenantId).byIds(ids),
);
export const allocationById = byId<AllocationRow>('allocationById', (tx, ctx, ids) =>
  new AllocationStore(tx, ctx.viewer.tenantId).byIds(ids),
);
export const certificateById = byId<MaterialCertificateRow>('certificateById', (tx, ctx, ids) =>
  new MaterialCertificateStore(tx, ctx.viewer.tenantId).byIds(ids),
);
export const serialById = byId<SerializedPartRow>(
  'serialById',
  (tx, ctx, ids) => new SerializedPartStore(tx, ctx.viewer).byIds(ids),
  ofSite,
);

export const locationByCode = (ctx: Context) =>
  ctx.loader<string, InventoryLocationRow | null>('locationByCode', async (tx, codes) => {
    const rows = await new InventoryLocationStore(tx, ctx.viewer.tenantId).byCodes(codes);
    return inOrder(codes, rows, (row) => row.code);
  });

export const lotByNumber = (ctx: Context) =>
  ctx.loader<string, MaterialLotRow | null>('lotByNumber', async (tx, numbers) => {
    const rows = await new MaterialLotStore(tx, ctx.viewer.tenantId).byNumbers(numbers);
    return inOrder(numbers, rows, (row) => row.number);
  });

export const serialByNumber = (ctx: Context) =>
  ctx.loader<string, SerializedPartRow | null>('serialByNumber', async (tx, numbers) => {
    const rows = await new SerializedPartStore(tx, ctx.viewer).bySerialNumbers(numbers);
    const seen = rows.filter((row) => ofSite(ctx, row));
    return inOrder(numbers, seen, (row) => row.serialNumber);
  });

/** What lots have, at the viewer's sites. */
export const balancesOfLot = (ctx: Context) =>
  ctx.loader<string, BalanceRow[]>('balancesOfLot', async (tx, ids) => {
    const rows = await new MaterialLotStore(tx, ctx.viewer.tenantId).balancesOf(ids);
    return grouped(
      ids,
      rows.filter((row) => ofSite(ctx, row)),
      (row) => row.lotId,
    );
  });

export const openAllocationsOfLot = (ctx: Context) =>
  ctx.loader<string, AllocationRow[]>('openAllocationsOfLot', async (tx, ids) => {
    const rows = await new AllocationStore(tx, ctx.viewer.tenantId).open(ids);
    return grouped(ids, rows, (row) => row.lotId);
  });

export const certificatesOfLot = (ctx: Context) =>
  ctx.loader<string, MaterialCertificateRow[]>('certificatesOfLot', async (tx, ids) => {
    const rows = await new MaterialCertificateStore(tx, ctx.viewer.tenantId).ofLots(ids);
    return grouped(ids, rows, (row) => row.lotId);
  });

export const allocationsOfOrder = (ctx: Context) =>
  ctx.loader<string, AllocationRow[]>('allocationsOfOrder', async (tx, ids) => {
    const rows = await new AllocationStore(tx, ctx.viewer.tenantId).byOrders(ids);
    return grouped(ids, rows, (row) => row.workOrderId);
  });

export const componentsOfSerial = (ctx: Context) =>
  ctx.loader<string, ComponentLinkRow[]>('componentsOfSerial', async (tx, ids) => {
    const rows = await new ComponentLinkStore(tx, ctx.viewer.tenantId).ofParents(ids);
    return grouped(ids, rows, (row) => row.parentId);
  });

export const parentOfSerial = (ctx: Context) =>
  ctx.loader<string, ComponentLinkRow | null>('parentOfSerial', async (tx, ids) =>
    inOrder(ids, await new ComponentLinkStore(tx, ctx.viewer.tenantId).ofChildren(ids), (row) => row.childId),
  );

/** How much there is of a part or material; null when it is not known here. */
export async function inventoryLevel(ctx: Context, id: string): Promise<LevelRow | null> {
  if (!isUuid(id)) return null;
  const loader = ctx.loader<string, LevelRow | null>('inventoryLevel', async (tx, ids) =>
    inOrder(ids, await new DefinitionStore(tx, ctx.viewer.tenantId).levels(ids, ctx.now()), (row) => row.id),
  );
  return loader.load(id.toLowerCase());
}
