import { Decimal, sumDecimals } from '@machshop/db';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requirementsOf } from '../definition/definition.ts';
import { draw, openFor, plan, remainingOf } from './allocation.ts';

const amount = fc.integer({ min: 1, max: 1_000_000 }).map((n) => new Decimal(n).div(1_000).toFixed());

test('lots are taken in their order until the need is covered; taken and missing add up to the need', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 8 }), amount, (stock, needed) => {
      const offers = stock.map((available, i) => ({ lotId: `lot ${i}`, available }));
      const { takes, missing } = plan(offers, needed);
      const taken = sumDecimals(takes.map((take) => take.available));
      expect(new Decimal(taken).plus(missing).equals(needed)).toBe(true);
      expect(takes.map((take) => take.lotId)).toEqual(
        offers.slice(0, takes.length).map((offer) => offer.lotId),
      );
      const all = sumDecimals(stock);
      expect(new Decimal(missing).equals(Decimal.max(0, new Decimal(needed).minus(all)))).toBe(true);
    }),
  );
});

test('an order draws its own allocations, oldest first, never more than they reserve', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ workOrderId: fc.constantFrom('own', 'other'), quantity: amount }), {
        maxLength: 8,
      }),
      amount,
      (given, quantity) => {
        const allocations = given.map((one, i) => ({ ...one, id: `a${i}`, drawn: '0' }));
        const draws = draw(allocations, 'own', new Decimal(quantity));
        const { own } = openFor(allocations, 'own');
        const drawn = sumDecimals(draws.map((one) => one.drawn));
        expect(Decimal.min(own, quantity).equals(drawn)).toBe(true);
        const mine = allocations.filter((one) => one.workOrderId === 'own').map((one) => one.id);
        expect(draws.map((one) => one.id)).toEqual(mine.slice(0, draws.length));
        expect(draws.slice(0, -1).every((one) => one.state === 'CONSUMED')).toBe(true);
      },
    ),
  );
});

test('an allocation that is released reserves nothing', () => {
  expect(remainingOf({ quantity: '5', drawn: '2', state: 'ACTIVE' })).toBe('3');
  expect(remainingOf({ quantity: '5', drawn: '2', state: 'RELEASED' })).toBe('0');
});

test('lines of one component are one requirement; other units are another one', () => {
  const line = (position: number, id: string, value: string, unit: string) => ({
    position,
    component: { __typename: 'Material' as const, id },
    componentNumber: id.toUpperCase(),
    quantity: { value, unit },
    operationNumber: null,
  });
  const lines = [line(10, 'glue', '0.1', 'KGM'), line(20, 'glue', '0.2', 'KGM'), line(30, 'glue', '1', 'EA')];
  expect(requirementsOf(lines, '3')).toEqual([
    { definition: { __typename: 'Material', id: 'glue' }, number: 'GLUE', quantity: '0.9', unit: 'KGM' },
    { definition: { __typename: 'Material', id: 'glue' }, number: 'GLUE', quantity: '3', unit: 'EA' },
  ]);
});
