import { constraintOf, Decimal, newId } from '@machshop/db';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { type Context, checkInput, invalidInput, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { DEFAULT_CURRENCY } from '../work-order/actuals.ts';
import { CostRateStore } from './store.ts';
import type { CostRateRow } from './tables.ts';

const code = z.string().trim().min(1).max(40).nullish();
const rateInput = z
  .object({
    id: z.uuid().nullish(),
    kind: z.enum(['LABOR', 'OVERHEAD']),
    personnelClass: code,
    workCenterCode: code,
    ratePerHour: z.string().refine((text) => new Decimal(text).gte(0), { message: 'must not be negative' }),
    effectiveFrom: z.date(),
  })
  .refine(({ kind, workCenterCode }) => kind === 'OVERHEAD' || !workCenterCode, {
    path: ['workCenterCode'],
    message: 'a labor rate is for a personnel class',
    params: { code: 'WRONG_KIND' },
  })
  .refine(({ kind, personnelClass }) => kind === 'LABOR' || !personnelClass, {
    path: ['personnelClass'],
    message: 'an overhead rate is for a work center',
    params: { code: 'WRONG_KIND' },
  });
const currencyInput = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters, ISO 4217'),
});

/** Sets a rate from a time on. The same id with the same content again changes nothing. */
export async function setCostRate(ctx: Context, raw: unknown): Promise<CostRateRow> {
  const input = checkInput(rateInput, raw);
  const row = {
    id: input.id ?? newId(),
    kind: input.kind,
    code: input.personnelClass ?? input.workCenterCode ?? '',
    ratePerHour: new Decimal(input.ratePerHour).toFixed(),
    effectiveFrom: input.effectiveFrom,
    actorId: ctx.viewer.userId,
    actorKind: ctx.viewer.kind,
    recordedAt: ctx.now(),
  };
  try {
    return await ctx.write(async (tx) => {
      const store = new CostRateStore(tx, ctx.viewer.tenantId);
      const before = await store.byId(row.id);
      if (before && sameRate(before, row)) return before;
      if (before) throw new Refused(idTaken);
      const saved = await store.insert(row);
      const { kind, ratePerHour, effectiveFrom } = row;
      const said = { kind, code: row.code, ratePerHour, effectiveFrom: effectiveFrom.toISOString() };
      const entity = { __typename: 'CostRate', id: row.id };
      await ctx.record(tx, workOrderEvents['cost-rate.set'], {
        id: row.id,
        data: {
          kind,
          code: row.code || null,
          change: { action: 'CREATE', entity, old: null, new: said, reason: null },
        },
      });
      return saved;
    });
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint !== 'cost_rates_pkey' && constraint !== 'cost_rates_effective_key') throw error;
    // the same request twice at once: the other one made it
    const before = await ctx.read((tx) => new CostRateStore(tx, ctx.viewer.tenantId).byId(row.id));
    if (before && sameRate(before, row)) return before;
    if (before || constraint === 'cost_rates_pkey') throw new Refused(idTaken);
    throw new Refused(
      invalidInput(['input', 'effectiveFrom'], 'RATE_TAKEN', 'there is a rate from this time on already'),
    );
  }
}

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another rate');

const sameRate = (a: CostRateRow, b: Omit<CostRateRow, 'tenantId'>): boolean =>
  a.kind === b.kind &&
  a.code === b.code &&
  new Decimal(a.ratePerHour).eq(b.ratePerHour) &&
  a.effectiveFrom.getTime() === b.effectiveFrom.getTime();

/** Says in what currency the tenant's costs are. */
export async function setCostCurrency(ctx: Context, raw: unknown): Promise<string> {
  const { currency } = checkInput(currencyInput, raw);
  return ctx.write(async (tx) => {
    const store = new CostRateStore(tx, ctx.viewer.tenantId);
    const old = await store.currency();
    if ((old ?? DEFAULT_CURRENCY) === currency) return currency;
    if (await store.any()) {
      throw new Refused(
        ruleViolation('RATES_EXIST', 'there are rates in the present currency', ['input', 'currency']),
      );
    }
    await store.setCurrency(currency, ctx.now());
    const { tenantId } = ctx.viewer;
    await ctx.record(tx, workOrderEvents['cost-currency.set'], {
      id: tenantId,
      data: {
        currency,
        change: {
          action: 'UPDATE',
          entity: { __typename: 'Tenant', id: tenantId },
          old: { currency: old ?? DEFAULT_CURRENCY },
          new: { currency },
          reason: null,
        },
      },
    });
    return currency;
  });
}
