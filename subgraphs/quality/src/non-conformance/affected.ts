import { Decimal, newId } from '@machshop/db';
import { type Context, invalidInput, Refused } from '@machshop/server';
import type { z } from 'zod';
import type { affected } from '../inputs.ts';
import { MAX_AFFECTED } from '../inputs.ts';
import { allOf, settled } from '../replica/lookup.ts';
import type { ItemType } from './non-conformance.ts';
import type { AffectedItemRow } from './tables.ts';

/** UN/CEFACT Rec 20 for one piece, where nobody says in what the part is counted. */
const PIECE = 'C62';

/** Something that is suspect, as other domains know it. */
export interface Suspect {
  readonly type: ItemType;
  readonly entityId: string;
  readonly number: string;
  readonly quantity: string;
  readonly unit: string;
  readonly siteId: string | null;
  readonly definition: { readonly type: 'Part' | 'Material'; readonly id: string; readonly number: string };
  readonly revision: string | null;
}

/** What a request names as affected. */
export type AffectedInput = z.output<z.ZodObject<typeof affected>>;

/**
 * Finds what is named as affected.
 * @throws Refused NOT_FOUND, UNIT_MISMATCH, TOO_MANY
 */
export async function suspectsOf(ctx: Context, input: AffectedInput): Promise<Suspect[]> {
  const { serialNumbers, lots, orders } = input;
  const count = (serialNumbers?.length ?? 0) + (lots?.length ?? 0) + (orders?.length ?? 0);
  if (count > MAX_AFFECTED) {
    throw new Refused(
      invalidInput(
        ['input'],
        'TOO_MANY',
        `${count} are affected; more than ${MAX_AFFECTED} are several cases`,
      ),
    );
  }
  return [
    ...(await serialsOf(ctx, serialNumbers ?? [])),
    ...(await lotsOf(ctx, lots ?? [])),
    ...(await ordersOf(ctx, orders ?? [])),
  ];
}

async function serialsOf(ctx: Context, numbers: readonly string[]): Promise<Suspect[]> {
  const rows = await allOf(
    ctx,
    numbers,
    (store) => store.serials(numbers),
    (row) => row.serialNumber,
    (name, index) => ({
      path: ['input', 'serialNumbers', String(index)],
      message: `there is no piece ${name}`,
    }),
  );
  const units = new Map<string, string>();
  for (const partId of new Set(rows.map((row) => row.partId))) {
    const part = await settled(
      ctx,
      (store) => store.partRevision({ id: partId }, null),
      () => true,
    );
    units.set(partId, part?.unit ?? PIECE);
  }
  return rows.map((row) => ({
    type: 'SERIAL',
    entityId: row.id,
    number: row.serialNumber,
    quantity: '1',
    unit: units.get(row.partId) ?? PIECE,
    siteId: row.siteId,
    definition: { type: 'Part', id: row.partId, number: row.partNumber },
    revision: row.revision,
  }));
}

async function lotsOf(ctx: Context, lots: NonNullable<AffectedInput['lots']>): Promise<Suspect[]> {
  const numbers = lots.map((lot) => lot.lotNumber);
  const rows = await allOf(
    ctx,
    numbers,
    (store) => store.lots(numbers),
    (row) => row.number,
    (name, index) => ({
      path: ['input', 'lots', String(index), 'lotNumber'],
      message: `there is no lot ${name}`,
    }),
  );
  return rows.map((row, index) => ({
    type: 'LOT',
    entityId: row.id,
    number: row.number,
    ...counted(lots[index]?.quantity, row.unit, ['input', 'lots', String(index), 'quantity', 'unit']),
    siteId: row.siteId,
    definition: { type: row.definitionType, id: row.definitionId, number: row.definitionNumber },
    revision: null,
  }));
}

async function ordersOf(ctx: Context, orders: NonNullable<AffectedInput['orders']>): Promise<Suspect[]> {
  const numbers = orders.map((order) => order.workOrderNumber);
  const rows = await allOf(
    ctx,
    numbers,
    (store) => store.orders(numbers),
    (row) => row.number,
    (name, index) => ({
      path: ['input', 'orders', String(index), 'workOrderNumber'],
      message: `there is no work order ${name}`,
    }),
  );
  return rows.map((row, index) => ({
    type: 'ORDER',
    entityId: row.id,
    number: row.number,
    ...counted(orders[index]?.quantity, row.unit, ['input', 'orders', String(index), 'quantity', 'unit']),
    siteId: row.siteId,
    definition: { type: 'Part', id: row.partId, number: row.partNumber },
    revision: row.revision,
  }));
}

function counted(
  given: { value: string; unit: string } | undefined,
  unit: string,
  path: readonly string[],
): { quantity: string; unit: string } {
  if (!given || given.unit !== unit) {
    throw new Refused(invalidInput(path, 'UNIT_MISMATCH', `it is counted in ${unit}, not in ${given?.unit}`));
  }
  return { quantity: new Decimal(given.value).toFixed(), unit };
}

/** The rows of what is suspect, all of it held. */
export const itemRows = (
  nonConformanceId: string,
  suspects: readonly Suspect[],
  recordedAt: Date,
): Omit<AffectedItemRow, 'tenantId'>[] =>
  suspects.map(({ type, entityId, number, quantity, unit }) => ({
    id: newId(),
    nonConformanceId,
    type,
    entityId,
    number,
    quantity,
    unit,
    hold: 'BLOCKED',
    recordedAt,
  }));
