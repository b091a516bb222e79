import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { type Context, checkInput, notFound, occurredAtOf, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { lotEnd, orderEnd, pieceEnd } from '../component-link/component-link.ts';
import { checkCycle, link, linkToOrder } from '../component-link/links.ts';
import { ComponentLinkStore } from '../component-link/store.ts';
import type { ComponentLinkRow } from '../component-link/tables.ts';
import {
  checkUnit,
  code,
  creating,
  exactlyOne,
  lotKey,
  number,
  occurredAt,
  optionalId,
  quantity,
} from '../inputs.ts';
import { locationOf } from '../inventory-location/commands.ts';
import type { InventoryLocationRow } from '../inventory-location/tables.ts';
import { lockLot } from '../material-lot/lookup.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import { checkSerial } from '../quality-hold/quality-hold.ts';
import { takesComponents } from '../serialized-part/serialized-part.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import { checkOrder, orderOf } from '../work-order/lookup.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { sameTransaction } from './commands.ts';
import { post } from './ledger.ts';
import type { MaterialTransactionRow } from './tables.ts';

const consumeInput = z
  .object({
    id: optionalId,
    ...lotKey,
    locationCode: code,
    quantity,
    workOrderNumber: number,
    operationId: optionalId,
    serialNumber: number.nullish(),
    bomPosition: z.int().min(0).nullish(),
    occurredAt,
  })
  .refine((input) => exactlyOne(input.lotId, input.lotNumber), 'give either lotId or lotNumber');

/** A ledger line and the edge of the genealogy that it makes; both have one id. */
export interface Consumed {
  readonly transaction: MaterialTransactionRow;
  readonly link: ComponentLinkRow;
}

/**
 * Material goes into the work of an order: into one serial, or common to all of the order. The same id with
 * the same content again changes nothing.
 */
export async function consumeMaterial(ctx: Context, raw: unknown): Promise<Consumed> {
  const input = checkInput(consumeInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const order = await orderOf(ctx, input.workOrderNumber, 'TAKE_MATERIAL');
  const id = input.id ?? newId();
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      const location = await locationOf(ctx, tx, input.locationCode, ['input', 'locationCode']);
      // locks in one order everywhere: order, lots, serials
      if (!input.serialNumber) await new WorkOrderStore(tx, ctx.viewer.tenantId).lock(order.id);
      const lot = await lockLot(ctx, tx, input);
      const serial = input.serialNumber ? await lockSerial(ctx, tx, input.serialNumber) : null;
      const before = await sameTransaction(ctx, tx, input.id, {
        kind: 'CONSUMPTION',
        lotId: lot.id,
        locationId: location.id,
        quantity: `-${input.quantity.value}`,
        workOrderId: order.id,
        serializedPartId: serial?.id ?? null,
      });
      if (before) return { transaction: before, link: await linkOf(ctx, tx, before.id) };
      checkOrder(order, 'TAKE_MATERIAL');
      checkUnit(input.quantity.unit, lot.unit, ['input', 'quantity', 'unit']);
      const { operationId = null, bomPosition = null } = input;
      const value = input.quantity.value;
      const consumption = { id, lot, location, value, order, operationId, serial, bomPosition, at };
      return consume(ctx, tx, { ...consumption, path: ['input', 'quantity'] });
    }),
  );
}

/** What goes into what. Lot and serial are locked; without a serial so is the order. */
export interface Consumption {
  readonly id: string;
  readonly lot: MaterialLotRow;
  readonly location: InventoryLocationRow;
  /** In the lot's unit. */
  readonly value: string;
  readonly order: WorkOrderRow | null;
  readonly operationId: string | null;
  readonly serial: SerializedPartRow | null;
  readonly bomPosition: number | null;
  readonly at: Date;
  readonly path: readonly string[];
}

/** Adds the ledger line and the edge; says material.consumed and genealogy.linked. */
export async function consume(actor: Actor, tx: Tx, consumption: Consumption): Promise<Consumed> {
  const { id, lot, location, value, order, operationId, serial, bomPosition, at, path } = consumption;
  if (serial && !takesComponents(serial.status)) {
    throw new Refused(ruleViolation('SERIAL_NOT_OPEN', `${serial.serialNumber} is ${serial.status}`, path));
  }
  if (serial) await checkSerial(tx, serial, 'WORK', path);
  const parent = serial ? pieceEnd(serial) : order && orderEnd(order);
  if (!parent) throw new Error('consumption without a serial and without an order');
  const child = lotEnd(lot);
  await checkCycle(actor, tx, parent, child, at, path);
  const quantity = `-${value}`;
  const transaction = await post(actor, tx, {
    id,
    kind: 'CONSUMPTION',
    lot,
    location,
    quantity,
    order,
    operationId,
    serial,
    at,
    path,
  });
  const edge = await link(actor, tx, {
    id,
    parent,
    child,
    quantity: { value, unit: lot.unit },
    bomPosition,
    workOrderId: order?.id ?? null,
    operationId,
    siteId: location.siteId,
    at,
  });
  if (!serial && order) await shareWithSerials(actor, tx, order);
  return { transaction, link: edge };
}

/** The first material that is common to an order: from now on its serials have an edge to it. */
async function shareWithSerials(actor: Actor, tx: Tx, order: WorkOrderRow): Promise<void> {
  const orders = new WorkOrderStore(tx, actor.viewer.tenantId);
  const now = await orders.byId(order.id);
  if (!now || now.commonMaterial) return;
  await orders.markCommonMaterial(order.id);
  await linkToOrder(actor, tx, order, await new SerializedPartStore(tx, actor.viewer).lockOfOrder(order.id));
}

/**
 * The piece of a number, locked, where the viewer works.
 * @throws Refused NOT_FOUND
 */
export async function lockSerial(
  { viewer }: Actor,
  tx: Tx,
  serialNumber: string,
  path: readonly string[] = ['input', 'serialNumber'],
): Promise<SerializedPartRow> {
  const [serial] = await new SerializedPartStore(tx, viewer).lock([serialNumber]);
  if (serial && (!serial.siteId || mayUseSite(viewer, serial.siteId))) return serial;
  throw new Refused(notFound(path, `there is no piece ${serialNumber}`));
}

async function linkOf(ctx: Actor, tx: Tx, id: string): Promise<ComponentLinkRow> {
  const [row] = await new ComponentLinkStore(tx, ctx.viewer.tenantId).byIds([id]);
  if (!row) throw new Error(`consumption ${id} has no link`);
  return row;
}
