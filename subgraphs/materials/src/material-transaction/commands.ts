import { can } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { type Context, checkInput, occurredAtOf, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import {
  checkUnit,
  code,
  creating,
  exactlyOne,
  idTaken,
  lotKey,
  number,
  occurredAt,
  optionalId,
  quantity,
  reason,
  sameContent,
  signedQuantity,
} from '../inputs.ts';
import { locationOf } from '../inventory-location/commands.ts';
import { lockLot } from '../material-lot/lookup.ts';
import { checkOrder, orderOf, type Purpose } from '../work-order/lookup.ts';
import { post } from './ledger.ts';
import type { TransactionKind } from './material-transaction.ts';
import { MaterialTransactionStore } from './store.ts';
import type { MaterialTransactionRow } from './tables.ts';

const common = { id: optionalId, ...lotKey, locationCode: code, occurredAt };
const ONE_LOT = 'give either lotId or lotNumber';
const oneLot = (input: { lotId?: unknown; lotNumber?: unknown }) => exactlyOne(input.lotId, input.lotNumber);

const issueInput = z
  .object({ ...common, quantity, toLocationCode: code, workOrderNumber: number })
  .refine(oneLot, ONE_LOT);
const returnInput = z
  .object({
    ...common,
    quantity,
    toLocationCode: code,
    workOrderNumber: number.nullish(),
    reason: reason.nullish(),
  })
  .refine(oneLot, ONE_LOT);
const scrapInput = z
  .object({ ...common, quantity, workOrderNumber: number.nullish(), reason })
  .refine(oneLot, ONE_LOT);
const transferInput = z
  .object({ ...common, quantity, toLocationCode: code, reason: reason.nullish() })
  .refine(oneLot, ONE_LOT)
  .refine((input) => input.locationCode !== input.toLocationCode, {
    message: 'must be another location',
    path: ['toLocationCode'],
  });
const adjustInput = z.object({ ...common, quantity: signedQuantity, reason }).refine(oneLot, ONE_LOT);

interface Moved {
  id?: string | null | undefined;
  lotId?: string | null | undefined;
  lotNumber?: string | null | undefined;
  locationCode: string;
  toLocationCode?: string | null | undefined;
  quantity: { value: string; unit: string };
  workOrderNumber?: string | null | undefined;
  reason?: string | null | undefined;
  occurredAt?: Date | null | undefined;
}

/** From a store to the floor, for an order. The same id with the same content again changes nothing. */
export const issueMaterial = (ctx: Context, raw: unknown): Promise<MaterialTransactionRow> =>
  move(ctx, 'ISSUE', checkInput(issueInput, raw), 'TAKE_MATERIAL');

/** From the floor back into a store. The same id with the same content again changes nothing. */
export const returnMaterial = (ctx: Context, raw: unknown): Promise<MaterialTransactionRow> =>
  move(ctx, 'RETURN', checkInput(returnInput, raw));

/** Out of stock for good. The same id with the same content again changes nothing. */
export const scrapMaterial = (ctx: Context, raw: unknown): Promise<MaterialTransactionRow> =>
  move(ctx, 'SCRAP', checkInput(scrapInput, raw));

/** To another location. The same id with the same content again changes nothing. */
export const transferMaterial = (ctx: Context, raw: unknown): Promise<MaterialTransactionRow> =>
  move(ctx, 'TRANSFER', checkInput(transferInput, raw));

/** After a count. The same id with the same content again changes nothing. */
export const adjustInventory = (ctx: Context, raw: unknown): Promise<MaterialTransactionRow> =>
  move(ctx, 'ADJUSTMENT', checkInput(adjustInput, raw));

const QUANTITY = ['input', 'quantity'];

async function move(
  ctx: Context,
  kind: Exclude<TransactionKind, 'RECEIPT' | 'PRODUCTION' | 'CONSUMPTION'>,
  input: Moved,
  purpose: Purpose = 'ANY',
): Promise<MaterialTransactionRow> {
  const at = occurredAtOf(ctx, input.occurredAt);
  const order = input.workOrderNumber ? await orderOf(ctx, input.workOrderNumber, purpose) : null;
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      const location = await locationOf(ctx, tx, input.locationCode, ['input', 'locationCode']);
      const toLocation = input.toLocationCode
        ? await locationOf(ctx, tx, input.toLocationCode, ['input', 'toLocationCode'])
        : null;
      const lot = await lockLot(ctx, tx, input);
      const amount = kind === 'ADJUSTMENT' ? input.quantity.value : `-${input.quantity.value}`;
      const before = await sameTransaction(ctx, tx, input.id, {
        kind,
        lotId: lot.id,
        locationId: location.id,
        toLocationId: toLocation?.id ?? null,
        quantity: amount,
        workOrderId: order?.id ?? null,
      });
      if (before) return before;
      if (order) checkOrder(order, purpose);
      checkUnit(input.quantity.unit, lot.unit, [...QUANTITY, 'unit']);
      if (kind === 'TRANSFER' && leavesQuarantine(location.kind, toLocation?.kind)) mayDispose(ctx);
      return post(ctx, tx, {
        id: input.id ?? newId(),
        kind,
        lot,
        location,
        toLocation,
        quantity: amount,
        order,
        reason: input.reason ?? null,
        at,
        path: QUANTITY,
      });
    }),
  );
}

/**
 * What an earlier call with this id has added to the ledger.
 * @throws Refused ID_TAKEN when it was something else
 */
export async function sameTransaction(
  ctx: Pick<Context, 'viewer'>,
  tx: Tx,
  id: string | null | undefined,
  wanted: Partial<MaterialTransactionRow>,
): Promise<MaterialTransactionRow | null> {
  if (!id) return null;
  const [before] = await new MaterialTransactionStore(tx, ctx.viewer.tenantId).byIds([id]);
  if (before && !sameContent(before, wanted)) throw idTaken(['input', 'id']);
  return before ?? null;
}

const SET_ASIDE = ['QUARANTINE', 'SCRAP'];

const leavesQuarantine = (from: string, to: string | undefined): boolean =>
  SET_ASIDE.includes(from) && to !== undefined && !SET_ASIDE.includes(to);

function mayDispose(ctx: Context): void {
  if (can(ctx.viewer, 'lot:disposition')) return;
  throw new Refused(
    ruleViolation(
      'DISPOSITION_NOT_PERMITTED',
      'bringing back what was set aside needs the permission lot:disposition',
      ['input', 'toLocationCode'],
    ),
  );
}
