import { newId, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  invalidInput,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { linkToOrder } from '../component-link/links.ts';
import { definitionOf } from '../definition/lookup.ts';
import type { DefinitionRow } from '../definition/tables.ts';
import { code, creating, exactlyOne, idTaken, MAX_ITEMS, number, occurredAt, optionalId } from '../inputs.ts';
import { locationOf } from '../inventory-location/commands.ts';
import { lockLot } from '../material-lot/lookup.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import { consume } from '../material-transaction/consume.ts';
import { checkOrder, orderOf } from '../work-order/lookup.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import { recordSerial } from './serial-events.ts';
import { SerializedPartStore } from './store.ts';
import type { SerializedPartRow } from './tables.ts';

const createInput = z
  .object({
    workOrderNumber: number.nullish(),
    lotNumber: number.nullish(),
    locationCode: code.nullish(),
    serials: z
      .array(z.object({ id: optionalId, serialNumber: number }))
      .min(1)
      .max(MAX_ITEMS),
    occurredAt,
  })
  .refine(
    (input) => exactlyOne(input.workOrderNumber, input.lotNumber),
    'give either workOrderNumber or lotNumber',
  )
  .refine((input) => (input.lotNumber == null) === (input.locationCode == null), {
    message: 'goes with lotNumber',
    path: ['locationCode'],
  })
  .refine((input) => new Set(input.serials.map((one) => one.serialNumber)).size === input.serials.length, {
    message: 'name a number twice',
    path: ['serials'],
  });
type Wanted = z.output<typeof createInput>['serials'];

/** What all pieces of one call have in common. */
type Common = Omit<SerializedPartRow, 'id' | 'tenantId' | 'serialNumber'>;

/**
 * Gives pieces their numbers: pieces that an order makes, or pieces of a lot that was bought. The same ids
 * with the same numbers again change nothing.
 */
export async function createSerials(ctx: Context, raw: unknown): Promise<SerializedPartRow[]> {
  const input = checkInput(createInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const make = input.workOrderNumber
    ? await ofOrder(ctx, input.workOrderNumber, input.serials, at)
    : await ofLot(ctx, input.lotNumber as string, input.locationCode as string, input.serials, at);
  return creating(['input', 'serials'], () => ctx.write(make));
}

async function ofOrder(ctx: Context, orderNumber: string, wanted: Wanted, at: Date) {
  const path = ['input', 'workOrderNumber'];
  const order = await orderOf(ctx, orderNumber, 'TAKE_ALLOCATIONS');
  const part = await definitionOf(ctx, { id: order.partId }, path);
  return async (tx: Tx): Promise<SerializedPartRow[]> => {
    const locked = (await new WorkOrderStore(tx, ctx.viewer.tenantId).lock(order.id)) ?? order;
    const common: Common = {
      partId: order.partId,
      partNumber: order.partNumber,
      revision: order.revision,
      status: 'IN_PROCESS',
      siteId: order.siteId,
      workOrderId: order.id,
      workOrderNumber: order.number,
      lotId: null,
      createdAt: at,
      completedAt: null,
      recordedAt: ctx.now(),
    };
    const { fresh, all } = await insertNew(ctx, tx, wanted, common, () => {
      checkOrder(locked, 'TAKE_ALLOCATIONS');
      checkTracking(part, path);
    });
    if (locked.commonMaterial) await linkToOrder(ctx, tx, locked, fresh);
    return all;
  };
}

async function ofLot(ctx: Context, lotNumber: string, locationCode: string, wanted: Wanted, at: Date) {
  const path = ['input', 'lotNumber'];
  const [known] = await ctx.read((tx) =>
    new MaterialLotStore(tx, ctx.viewer.tenantId).byNumbers([lotNumber]),
  );
  const part = known && (await definitionOf(ctx, { id: known.definitionId }, path));
  return async (tx: Tx): Promise<SerializedPartRow[]> => {
    const lot = await lockLot(ctx, tx, { lotNumber });
    const location = await locationOf(ctx, tx, locationCode, ['input', 'locationCode']);
    const common: Common = {
      partId: lot.definitionId,
      partNumber: lot.definitionNumber,
      revision: null,
      status: 'COMPLETED',
      siteId: location.siteId,
      workOrderId: null,
      workOrderNumber: null,
      lotId: lot.id,
      createdAt: at,
      completedAt: at,
      recordedAt: ctx.now(),
    };
    const { fresh, all } = await insertNew(ctx, tx, wanted, common, () => {
      if (part) checkTracking(part, path);
    });
    const source = { location, value: '1', order: null, operationId: null, bomPosition: null, at, path };
    let current = lot;
    for (const serial of fresh) {
      await consume(ctx, tx, { ...source, id: newId(), lot: current, serial });
      // its status may have changed: the last piece exhausts it
      current = await lockLot(ctx, tx, { lotId: lot.id });
    }
    return all;
  };
}

/** Inserts what is not there yet. A number that something else has is refused, and so is an id. */
async function insertNew(
  ctx: Context,
  tx: Tx,
  wanted: Wanted,
  common: Common,
  check: () => void,
): Promise<{ fresh: SerializedPartRow[]; all: SerializedPartRow[] }> {
  const store = new SerializedPartStore(tx, ctx.viewer);
  const [sameNumbers, sameIds] = await Promise.all([
    store.bySerialNumbers(wanted.map((one) => one.serialNumber)),
    store.byIds(wanted.flatMap((one) => one.id ?? [])),
  ]);
  const byNumber = new Map(sameNumbers.map((row) => [row.serialNumber, row]));
  const byId = new Map(sameIds.map((row) => [row.id, row]));
  const fresh: SerializedPartRow[] = [];
  const all = wanted.map(({ id, serialNumber }, i): SerializedPartRow => {
    const before = byNumber.get(serialNumber);
    const path = ['input', 'serials', String(i)];
    if (
      before &&
      before.id === id &&
      before.workOrderId === common.workOrderId &&
      before.lotId === common.lotId
    ) {
      return before;
    }
    if (id && byId.has(id)) throw idTaken([...path, 'id']);
    if (before) {
      const of = before.workOrderNumber ? ` of work order ${before.workOrderNumber}` : '';
      throw new Refused(
        invalidInput(
          [...path, 'serialNumber'],
          'SERIAL_NUMBER_TAKEN',
          `there is a piece ${serialNumber}${of} already`,
        ),
      );
    }
    const row = { ...common, id: id ?? newId(), serialNumber, tenantId: ctx.viewer.tenantId };
    fresh.push(row);
    return row;
  });
  if (fresh.length === 0) return { fresh, all };
  check();
  await store.insert(fresh);
  for (const row of fresh) {
    await recordSerial(ctx, tx, 'serial.created', row, { from: null, reason: null, at: row.createdAt });
  }
  return { fresh, all };
}

function checkTracking(part: DefinitionRow, path: readonly string[]): void {
  if (part.type === 'Part' && part.tracking === 'SERIAL') return;
  throw new Refused(
    ruleViolation('NOT_SERIAL_TRACKED', `${part.number} is not tracked by serial number`, path),
  );
}
