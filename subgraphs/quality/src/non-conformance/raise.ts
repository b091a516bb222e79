import { createHash } from 'node:crypto';
import { constraintOf, Decimal, newId, type Tx } from '@machshop/db';
import { type Context, checkInput, invalidInput, Refused } from '@machshop/server';
import { z } from 'zod';
import {
  affected,
  code,
  number,
  optionalId,
  quantity,
  severity,
  source,
  text,
  unit,
  username,
} from '../inputs.ts';
import { itemRows, type Suspect } from './affected.ts';
import { type Found, find } from './find.ts';
import { conforms } from './non-conformance.ts';
import { recordNcr } from './record.ts';
import { NonConformanceStore } from './store.ts';
import type { NonConformanceRow } from './tables.ts';

const measurement = z.object({
  characteristic: z.string().trim().min(1).max(200),
  nominal: z.string().nullish(),
  lowerLimit: z.string().nullish(),
  upperLimit: z.string().nullish(),
  actual: z.string(),
  unit: unit.nullish(),
});
const raiseInput = z.object({
  id: optionalId,
  severity,
  source,
  defectCode: code,
  description: text,
  ...affected,
  partNumber: number.nullish(),
  quantity: quantity.nullish(),
  siteId: z.uuid().nullish(),
  workOrderNumber: number.nullish(),
  operationId: z.uuid().nullish(),
  equipmentCode: code.nullish(),
  measurement: measurement.nullish(),
  detectedAt: z.date().nullish(),
  detectedBy: username.nullish(),
});
type RaiseInput = z.output<typeof raiseInput>;

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another non-conformance');

/** Says that something does not conform; it is held. The same id with the same content again changes nothing. */
export async function raiseNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const input = checkInput(raiseInput, raw);
  const hash = requestHash(input);
  const before = await sameRequest(ctx, input.id, hash);
  if (before) return before;
  checkMeasurement(input.measurement ?? null);
  if (input.detectedAt && input.detectedAt > ctx.now()) {
    throw new Refused(invalidInput(['input', 'detectedAt'], 'IN_THE_FUTURE', 'detectedAt is in the future'));
  }
  const found = await find(ctx, input);
  try {
    return await ctx.write((tx) => save(ctx, tx, input, hash, found));
  } catch (error) {
    if (constraintOf(error) !== 'non_conformances_pkey') throw error;
    // the same request twice at once: the other one made it; or it is of somebody whose cases are not seen here
    const same = await sameRequest(ctx, input.id, hash);
    if (same) return same;
    throw new Refused(idTaken);
  }
}

async function sameRequest(
  ctx: Context,
  id: string | null | undefined,
  hash: string,
): Promise<NonConformanceRow | null> {
  const [row] = id ? await ctx.read((tx) => new NonConformanceStore(tx, ctx.viewer).byIds([id])) : [];
  if (!row) return null;
  if (row.requestHash === hash) return row;
  throw new Refused(idTaken);
}

const requestHash = ({ id: _, ...content }: RaiseInput): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

function checkMeasurement(given: RaiseInput['measurement'] | null): void {
  if (!given) return;
  const { actual, lowerLimit = null, upperLimit = null } = given;
  const path = ['input', 'measurement'];
  if (lowerLimit !== null && upperLimit !== null && new Decimal(lowerLimit).gt(upperLimit)) {
    throw new Refused(
      invalidInput([...path, 'lowerLimit'], 'LIMITS_CROSSED', 'the lower limit is above the upper one'),
    );
  }
  if (conforms({ actual, lowerLimit, upperLimit }) !== true) return;
  throw new Refused(
    invalidInput(
      [...path, 'actual'],
      'MEASUREMENT_CONFORMS',
      `${actual} is within ${lowerLimit ?? '−∞'} and ${upperLimit ?? '∞'}`,
    ),
  );
}

async function save(
  ctx: Context,
  tx: Tx,
  input: RaiseInput,
  hash: string,
  found: Found,
): Promise<NonConformanceRow> {
  const store = new NonConformanceStore(tx, ctx.viewer);
  const now = ctx.now();
  const row = await store.insert({
    id: input.id ?? newId(),
    number: await store.nextNumber(found.site, now.getUTCFullYear()),
    ...placeOf(found),
    ...measured(input.measurement ?? null),
    status: 'OPEN',
    severity: input.severity,
    source: input.source,
    quantity: new Decimal(found.quantity.value).toFixed(),
    unit: found.quantity.unit,
    defectCode: input.defectCode,
    description: input.description,
    detectedAt: input.detectedAt ?? now,
    detectedById: found.finder?.id ?? (ctx.viewer.kind === 'USER' ? ctx.viewer.userId : null),
    detectedByName: found.finder?.username ?? ctx.viewer.username,
    raisedById: ctx.viewer.userId,
    raisedByKind: ctx.viewer.kind,
    raisedByName: ctx.viewer.username,
    raisedAt: now,
    ...NOT_YET,
    requestHash: hash,
    recordedAt: now,
  });
  await store.addItems(itemRows(row.id, found.suspects, now));
  const items = await store.itemsOf([row.id]);
  const change = { old: null, new: described(row, found.suspects), reason: null };
  await recordNcr(ctx, tx, 'ncr.created', row, items, change);
  if (items.length > 0) {
    const holds = Object.fromEntries(items.map((item) => [item.number, item.hold]));
    await recordNcr(ctx, tx, 'ncr.hold-changed', row, items, { old: {}, new: holds, reason: null });
  }
  return row;
}

const NOT_YET = {
  containment: null,
  containedAt: null,
  containedById: null,
  containedByKind: null,
  containedByName: null,
  causeCategory: null,
  cause: null,
  whys: [],
  closedAt: null,
  closedById: null,
  closedByKind: null,
  closedByName: null,
  cancelReason: null,
  version: 1,
};

const placeOf = ({ site, definition, revision, partRevisionId, order, operation, machine }: Found) => ({
  siteId: site.id,
  definitionType: definition.type,
  definitionId: definition.id,
  definitionNumber: definition.number,
  partRevisionId,
  revision,
  workOrderId: order?.id ?? null,
  workOrderNumber: order?.number ?? null,
  operationId: operation?.id ?? null,
  operationNumber: operation?.number ?? null,
  equipmentId: machine?.id ?? null,
  equipmentCode: machine?.code ?? null,
  workCenterCode: operation?.workCenterCode ?? machine?.workCenterCode ?? null,
});

const measured = (given: RaiseInput['measurement'] | null) => ({
  characteristic: given?.characteristic ?? null,
  nominal: given?.nominal ?? null,
  lowerLimit: given?.lowerLimit ?? null,
  upperLimit: given?.upperLimit ?? null,
  actual: given?.actual ?? null,
  measurementUnit: given?.unit ?? null,
});

/** What the history says of a new one. */
const described = (row: NonConformanceRow, suspects: readonly Suspect[]) => ({
  number: row.number,
  severity: row.severity,
  source: row.source,
  definitionNumber: row.definitionNumber,
  revision: row.revision,
  quantity: row.quantity,
  unit: row.unit,
  defectCode: row.defectCode,
  description: row.description,
  workOrderNumber: row.workOrderNumber,
  equipmentCode: row.equipmentCode,
  characteristic: row.characteristic,
  actual: row.actual,
  affected: suspects.map(({ number }) => number),
});
