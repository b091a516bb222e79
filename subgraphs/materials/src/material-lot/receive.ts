import { newId, type Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import {
  type Context,
  checkInput,
  invalidInput,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { lotEnd, orderEnd } from '../component-link/component-link.ts';
import { checkCycle, link } from '../component-link/links.ts';
import { definitionOf } from '../definition/lookup.ts';
import type { DefinitionRow } from '../definition/tables.ts';
import {
  checkUnit,
  code,
  creating,
  exactlyOne,
  idTaken,
  MAX_ITEMS,
  name,
  number,
  occurredAt,
  optionalId,
  quantity,
  sameContent,
  unitCost,
} from '../inputs.ts';
import { locationOf } from '../inventory-location/commands.ts';
import { InventoryLocationStore } from '../inventory-location/store.ts';
import { post } from '../material-transaction/ledger.ts';
import { MaterialTransactionStore } from '../material-transaction/store.ts';
import { checkOrder, orderOf } from '../work-order/lookup.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { lotNames } from './facts.ts';
import { MaterialLotStore } from './store.ts';
import type { MaterialLotRow } from './tables.ts';

const delivery = z
  .object({
    id: optionalId,
    number,
    partNumber: number.nullish(),
    materialCode: number.nullish(),
    quantity,
    locationCode: code,
    supplier: name.nullish(),
    supplierLotNumber: number.nullish(),
    heatNumber: number.nullish(),
    unitCost,
    expiresAt: z.date().nullish(),
    quarantine: z.boolean().nullish(),
    occurredAt,
  })
  .refine((one) => exactlyOne(one.partNumber, one.materialCode), 'give either partNumber or materialCode');
const manyInput = z.object({ lots: z.array(delivery).min(1).max(MAX_ITEMS) });
const produceInput = z.object({
  id: optionalId,
  number,
  workOrderNumber: number,
  operationId: optionalId,
  quantity,
  locationCode: code,
  unitCost,
  expiresAt: z.date().nullish(),
  occurredAt,
});

/** A lot that is to be made, with its first ledger line. */
interface NewLot {
  readonly kind: 'RECEIPT' | 'PRODUCTION';
  readonly row: Omit<MaterialLotRow, 'tenantId'>;
  /** Whether the client chose the id: the same one again changes nothing. */
  readonly chosen: boolean;
  readonly value: string;
  readonly unit: string;
  readonly locationCode: string;
  readonly order: WorkOrderRow | null;
  readonly operationId: string | null;
  readonly path: readonly string[];
}

/** A delivery makes a lot. The same id with the same content again changes nothing. */
export async function receiveMaterial(ctx: Context, raw: unknown): Promise<MaterialLotRow> {
  const wanted = await lookUp(ctx, checkInput(delivery, raw), ['input']);
  return creating(['input', 'id'], () => ctx.write((tx) => make(ctx, tx, wanted)));
}

/** As `receiveMaterial`, all or none, in the order of the input. */
export async function receiveMaterials(ctx: Context, raw: unknown): Promise<MaterialLotRow[]> {
  const { lots } = checkInput(manyInput, raw);
  const wanted: NewLot[] = [];
  for (const [i, one] of lots.entries()) wanted.push(await lookUp(ctx, one, ['input', 'lots', String(i)]));
  return creating(['input', 'lots'], () =>
    ctx.write(async (tx) => {
      const rows: MaterialLotRow[] = [];
      for (const one of wanted) rows.push(await make(ctx, tx, one));
      return rows;
    }),
  );
}

async function lookUp(
  ctx: Context,
  input: z.output<typeof delivery>,
  path: readonly string[],
): Promise<NewLot> {
  const at = occurredAtOf(ctx, input.occurredAt, [...path, 'occurredAt']);
  const { partNumber, materialCode } = input;
  const definition = partNumber
    ? await definitionOf(ctx, { type: 'Part', number: partNumber }, [...path, 'partNumber'])
    : await definitionOf(ctx, { type: 'Material', number: materialCode as string }, [
        ...path,
        'materialCode',
      ]);
  return newLot(ctx, 'RECEIPT', input, definition, at, path);
}

function newLot(
  ctx: Context,
  kind: NewLot['kind'],
  input: Partial<z.output<typeof delivery>> &
    Pick<z.output<typeof delivery>, 'number' | 'quantity' | 'locationCode'>,
  definition: DefinitionRow,
  at: Date,
  path: readonly string[],
  order: WorkOrderRow | null = null,
  operationId: string | null = null,
): NewLot {
  checkUnit(input.quantity.unit, definition.unit, [...path, 'quantity', 'unit']);
  if (input.expiresAt && input.expiresAt <= at) {
    throw new Refused(
      invalidInput([...path, 'expiresAt'], 'EXPIRED', 'it would be expired when it comes in'),
    );
  }
  return {
    kind,
    chosen: input.id != null,
    value: input.quantity.value,
    unit: definition.unit,
    locationCode: input.locationCode,
    order,
    operationId,
    path,
    row: {
      id: input.id ?? newId(),
      number: input.number,
      definitionType: definition.type,
      definitionId: definition.id,
      definitionNumber: definition.number,
      unit: definition.unit,
      status: input.quarantine ? 'QUARANTINE' : 'AVAILABLE',
      supplier: input.supplier ?? null,
      supplierLotNumber: input.supplierLotNumber ?? null,
      heatNumber: input.heatNumber ?? null,
      unitCost: input.unitCost ?? null,
      workOrderId: order?.id ?? null,
      receivedAt: at,
      expiresAt: input.expiresAt ?? null,
      recordedAt: ctx.now(),
    },
  };
}

async function make(ctx: Context, tx: Tx, wanted: NewLot): Promise<MaterialLotRow> {
  const store = new MaterialLotStore(tx, ctx.viewer.tenantId);
  const { row, path, order } = wanted;
  // the number first: one that the same request took at once, and committed in between, is found by its id
  const [taken] = await store.byNumbers([row.number]);
  const [before] = wanted.chosen ? await store.byIds([row.id]) : [];
  if (before) {
    const { id: _, status: _status, receivedAt: _at, recordedAt: _recorded, unit: _unit, ...content } = row;
    const [line] = await new MaterialTransactionStore(tx, ctx.viewer.tenantId).firstOf([before.id]);
    const [location] = await new InventoryLocationStore(tx, ctx.viewer.tenantId).byCodes([
      wanted.locationCode,
    ]);
    const sameLine =
      line !== undefined && sameContent(line, { quantity: wanted.value, locationId: location?.id ?? '' });
    if (!sameLine || !sameContent(before, content)) throw idTaken([...path, 'id']);
    return before;
  }
  if (taken) {
    throw new Refused(
      invalidInput([...path, 'number'], 'LOT_NUMBER_TAKEN', `there is a lot ${row.number} already`),
    );
  }
  if (order) checkOrder(order, 'TAKE_MATERIAL', [...path, 'workOrderNumber']);
  const location = await locationOf(ctx, tx, wanted.locationCode, [...path, 'locationCode']);
  const lot = await store.insert(row);
  await recordLot(ctx, tx, 'lot.received', lot, location.siteId, null, null);
  await post(ctx, tx, {
    id: newId(),
    kind: wanted.kind,
    lot,
    location,
    quantity: wanted.value,
    order,
    operationId: wanted.operationId,
    at: row.receivedAt,
    path: [...path, 'locationCode'],
  });
  if (order) await linkToItsOrder(ctx, tx, lot, order, wanted);
  return lot;
}

/** A lot that an order made contains what is common to the order. */
async function linkToItsOrder(
  ctx: Context,
  tx: Tx,
  lot: MaterialLotRow,
  order: WorkOrderRow,
  { value, unit, operationId, path }: NewLot,
): Promise<void> {
  const [parent, child] = [lotEnd(lot), orderEnd(order)];
  await checkCycle(ctx, tx, parent, child, lot.receivedAt, path);
  const quantity = { value, unit };
  const edge = { id: newId(), parent, child, quantity, workOrderId: order.id, operationId };
  await link(ctx, tx, { ...edge, siteId: order.siteId, at: lot.receivedAt });
}

/** What an order made becomes a lot. The same id with the same content again changes nothing. */
export async function produceLot(ctx: Context, raw: unknown): Promise<MaterialLotRow> {
  const input = checkInput(produceInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const path = ['input', 'workOrderNumber'];
  const order = await orderOf(ctx, input.workOrderNumber, 'TAKE_MATERIAL');
  const part = await definitionOf(ctx, { id: order.partId }, path);
  if (part.tracking === 'SERIAL') {
    throw new Refused(
      ruleViolation('SERIAL_TRACKED', `${part.number} is tracked by serial number: create serials`, path),
    );
  }
  const wanted = newLot(ctx, 'PRODUCTION', input, part, at, ['input'], order, input.operationId ?? null);
  return creating(['input', 'id'], () => ctx.write((tx) => make(ctx, tx, wanted)));
}

/** Says what happened to a lot. */
export async function recordLot(
  actor: Actor,
  tx: Tx,
  event: 'lot.received' | 'lot.changed',
  lot: MaterialLotRow,
  siteId: string | null,
  from: string | null,
  reason: string | null,
): Promise<void> {
  const names = lotNames(lot);
  const { number, definitionNumber, unit, status, supplier, supplierLotNumber, heatNumber } = lot;
  const facts = { number, definitionNumber, unit, status, supplier, supplierLotNumber, heatNumber };
  await actor.record(tx, materialEvents[event], {
    id: lot.id,
    siteId,
    ...(from ? {} : { occurredAt: lot.receivedAt }),
    data: {
      ...names,
      unit,
      supplierLotNumber,
      change: {
        action: from ? 'UPDATE' : 'CREATE',
        entity: names.lot,
        old: from ? { status: from } : null,
        new: from ? { status } : facts,
        reason,
      },
    },
  });
}
