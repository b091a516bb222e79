import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import {
  checkUnit,
  code,
  creating,
  exactlyOne,
  idTaken,
  MAX_ITEMS,
  number,
  occurredAt,
  optionalId,
  quantity,
  sameContent,
} from '../inputs.ts';
import { locationOf } from '../inventory-location/commands.ts';
import { InventoryLocationStore } from '../inventory-location/store.ts';
import type { InventoryLocationRow } from '../inventory-location/tables.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import { consume } from '../material-transaction/consume.ts';
import { checkSerial } from '../quality-hold/quality-hold.ts';
import { changeSerial } from '../serialized-part/serial-events.ts';
import { maySerialBecome, PIECE, takesComponents } from '../serialized-part/serialized-part.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import { checkOrder, orderOf } from '../work-order/lookup.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { pieceEnd } from './component-link.ts';
import { checkCycle, link } from './links.ts';
import { ComponentLinkStore } from './store.ts';
import type { ComponentLinkRow } from './tables.ts';

const component = z
  .object({
    id: optionalId,
    parentSerialNumber: number,
    childSerialNumber: number.nullish(),
    lotNumber: number.nullish(),
    quantity: quantity.nullish(),
    locationCode: code.nullish(),
    bomPosition: z.int().min(0).nullish(),
    workOrderNumber: number.nullish(),
    operationId: optionalId,
    occurredAt,
  })
  .refine(
    (one) => exactlyOne(one.childSerialNumber, one.lotNumber),
    'give either childSerialNumber or lotNumber',
  )
  .refine((one) => (one.lotNumber == null) === (one.quantity == null), {
    message: 'goes with lotNumber',
    path: ['quantity'],
  });
const manyInput = z.object({ components: z.array(component).min(1).max(MAX_ITEMS) });

/** One component, with what was looked up before the transaction. */
interface Wanted extends z.output<typeof component> {
  readonly linkId: string;
  readonly order: WorkOrderRow | null;
  readonly at: Date;
  readonly path: readonly string[];
}

/** Puts a piece, or a quantity of a lot, into a piece. The same id with the same content again changes nothing. */
export async function assembleSerial(ctx: Context, raw: unknown): Promise<ComponentLinkRow> {
  const wanted = await lookUp(ctx, checkInput(component, raw), ['input']);
  const [row] = await assembleAll(ctx, [wanted]);
  return row as ComponentLinkRow;
}

/** As `assembleSerial`, all or none, in the order of the input. */
export async function assembleSerials(ctx: Context, raw: unknown): Promise<ComponentLinkRow[]> {
  const { components } = checkInput(manyInput, raw);
  const wanted: Wanted[] = [];
  const orders = new Map<string, WorkOrderRow>();
  for (const [i, one] of components.entries()) {
    const looked = await lookUp(ctx, one, ['input', 'components', String(i)], orders);
    wanted.push(looked);
  }
  return assembleAll(ctx, wanted);
}

async function lookUp(
  ctx: Context,
  one: z.output<typeof component>,
  path: readonly string[],
  orders: Map<string, WorkOrderRow> = new Map(),
): Promise<Wanted> {
  const at = occurredAtOf(ctx, one.occurredAt, [...path, 'occurredAt']);
  const { workOrderNumber: given } = one;
  const order = given
    ? (orders.get(given) ?? (await orderOf(ctx, given, 'TAKE_MATERIAL', [...path, 'workOrderNumber'])))
    : null;
  if (given && order) orders.set(given, order);
  return { ...one, linkId: one.id ?? newId(), order, at, path };
}

function assembleAll(ctx: Context, wanted: readonly Wanted[]): Promise<ComponentLinkRow[]> {
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      // locks in one order everywhere: lots, then serials, each by id
      const lots = new MaterialLotStore(tx, ctx.viewer.tenantId);
      const lotIds = (await lots.byNumbers(wanted.flatMap((one) => one.lotNumber ?? []))).map(
        (lot) => lot.id,
      );
      if (lotIds.length > 0) await lots.lockAll(lotIds);
      const serials = new SerializedPartStore(tx, ctx.viewer);
      await serials.lock(
        wanted.flatMap((one) => [one.parentSerialNumber, one.childSerialNumber ?? []].flat()),
      );
      const rows: ComponentLinkRow[] = [];
      for (const one of wanted) rows.push(await assembleOne(ctx, tx, one));
      return rows;
    }),
  );
}

async function assembleOne(ctx: Context, tx: Tx, one: Wanted): Promise<ComponentLinkRow> {
  const before = await sameLink(ctx, tx, one);
  if (before) return before;
  const parent = await pieceOf(ctx, tx, one.parentSerialNumber, [...one.path, 'parentSerialNumber']);
  if (one.order) checkOrder(one.order, 'TAKE_MATERIAL', [...one.path, 'workOrderNumber']);
  const order =
    one.order ??
    (parent.workOrderId ? await new WorkOrderStore(tx, ctx.viewer.tenantId).byId(parent.workOrderId) : null);
  return one.childSerialNumber
    ? assemblePiece(ctx, tx, one, parent, order, one.childSerialNumber)
    : assembleFromLot(ctx, tx, one, parent, order);
}

async function assemblePiece(
  ctx: Context,
  tx: Tx,
  one: Wanted,
  parent: SerializedPartRow,
  order: WorkOrderRow | null,
  childNumber: string,
): Promise<ComponentLinkRow> {
  const path = [...one.path, 'childSerialNumber'];
  const child = await pieceOf(ctx, tx, childNumber, path);
  const ends = { parent: pieceEnd(parent), child: pieceEnd(child) };
  await checkCycle(ctx, tx, ends.parent, ends.child, one.at, path);
  if (!takesComponents(parent.status)) {
    throw new Refused(
      ruleViolation('SERIAL_NOT_OPEN', `${parent.serialNumber} is ${parent.status}`, [
        ...one.path,
        'parentSerialNumber',
      ]),
    );
  }
  if (child.status === 'ASSEMBLED') throw await alreadyAssembled(ctx, tx, child, path);
  if (!maySerialBecome(child.status, 'ASSEMBLED')) {
    throw new Refused({ ...illegalTransition(child.serialNumber, child.status, 'ASSEMBLED'), path });
  }
  await checkSerial(tx, child, 'USE', path);
  await checkSerial(tx, parent, 'WORK', [...one.path, 'parentSerialNumber']);
  const out = await new ComponentLinkStore(tx, ctx.viewer.tenantId).lastOut(child.id);
  if (out && out > one.at) {
    const until = `${child.serialNumber} was in another piece until ${out.toISOString()}`;
    throw new Refused(invalidInput([...one.path, 'occurredAt'], 'BEFORE_REMOVAL', until));
  }
  const row = await link(ctx, tx, {
    id: one.linkId,
    ...ends,
    quantity: { value: '1', unit: PIECE },
    bomPosition: one.bomPosition ?? null,
    workOrderId: order?.id ?? null,
    operationId: one.operationId ?? null,
    siteId: parent.siteId,
    at: one.at,
  });
  await changeSerial(ctx, tx, child, 'ASSEMBLED', `into ${parent.serialNumber}`, one.at);
  return row;
}

async function assembleFromLot(
  ctx: Context,
  tx: Tx,
  one: Wanted,
  parent: SerializedPartRow,
  order: WorkOrderRow | null,
): Promise<ComponentLinkRow> {
  const lots = new MaterialLotStore(tx, ctx.viewer.tenantId);
  const [lot] = await lots.byNumbers([one.lotNumber as string]);
  if (!lot) throw new Refused(notFound([...one.path, 'lotNumber'], `there is no lot ${one.lotNumber}`));
  const { value, unit } = one.quantity as { value: string; unit: string };
  checkUnit(unit, lot.unit, [...one.path, 'quantity', 'unit']);
  const { link: row } = await consume(ctx, tx, {
    id: one.linkId,
    lot,
    location: await placeOf(ctx, tx, one, lot),
    value,
    order,
    operationId: one.operationId ?? null,
    serial: parent,
    bomPosition: one.bomPosition ?? null,
    at: one.at,
    path: [...one.path, 'quantity'],
  });
  return row;
}

/** Where the lot lies: as given, or the one location that has any of it. */
async function placeOf(
  ctx: Context,
  tx: Tx,
  one: Wanted,
  lot: MaterialLotRow,
): Promise<InventoryLocationRow> {
  const path = [...one.path, 'locationCode'];
  if (one.locationCode) return locationOf(ctx, tx, one.locationCode, path);
  const balances = await new MaterialLotStore(tx, ctx.viewer.tenantId).balancesOf([lot.id]);
  const places = balances.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId));
  const [place] = await new InventoryLocationStore(tx, ctx.viewer.tenantId).byIds(
    places.map(({ locationId }) => locationId),
  );
  if (place && places.length === 1) return place;
  const where = places.map(({ locationCode }) => locationCode).join(', ') || 'nowhere';
  throw new Refused(ruleViolation('LOCATION_MISSING', `say where: lot ${lot.number} lies ${where}`, path));
}

/** What an earlier call with this id has linked. */
async function sameLink(ctx: Context, tx: Tx, one: Wanted): Promise<ComponentLinkRow | null> {
  const [before] = one.id ? await new ComponentLinkStore(tx, ctx.viewer.tenantId).byIds([one.id]) : [];
  if (!before) return null;
  const same = sameContent(before, {
    parentNumber: one.parentSerialNumber,
    childNumber: (one.childSerialNumber ?? one.lotNumber) as string,
    quantity: one.quantity?.value ?? '1',
    bomPosition: one.bomPosition ?? null,
  });
  if (!same) throw idTaken([...one.path, 'id']);
  return before;
}

async function pieceOf(ctx: Context, tx: Tx, serialNumber: string, path: readonly string[]) {
  const [row] = await new SerializedPartStore(tx, ctx.viewer).bySerialNumbers([serialNumber]);
  if (row && (!row.siteId || mayUseSite(ctx.viewer, row.siteId))) return row;
  throw new Refused(notFound(path, `there is no piece ${serialNumber}`));
}

async function alreadyAssembled(ctx: Context, tx: Tx, child: SerializedPartRow, path: readonly string[]) {
  const [current] = await new ComponentLinkStore(tx, ctx.viewer.tenantId).ofChildren([child.id]);
  if (!current) throw new Error(`${child.serialNumber} is assembled into nothing`);
  return new Refused({
    __typename: 'AlreadyAssembledError',
    code: 'ALREADY_ASSEMBLED',
    message: `${child.serialNumber} is in ${current.parentNumber} already`,
    path,
    linkId: current.id,
    parentSerialNumber: current.parentNumber,
  });
}
