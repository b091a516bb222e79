import { Decimal } from '@machshop/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, rateAt, secondsOf } from './cost.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const rate = (code: string, ratePerHour: string, from: number, kind: 'LABOR' | 'OVERHEAD' = 'LABOR') => ({
  kind,
  code,
  ratePerHour,
  effectiveFrom: day(from),
});

describe('rates', () => {
  const rates = [
    rate('', '10', 1),
    rate('CNC', '20', 1),
    rate('CNC', '30', 5),
    rate('CNC', '99', 1, 'OVERHEAD'),
  ];
  test('the latest that has begun holds, its own class before the one for every other', () => {
    expect(rateAt(rates, 'LABOR', 'CNC', day(4)).toFixed()).toBe('20');
    expect(rateAt(rates, 'LABOR', 'CNC', day(5)).toFixed()).toBe('30');
    expect(rateAt(rates, 'LABOR', 'WELD', day(5)).toFixed()).toBe('10');
    expect(rateAt(rates, 'LABOR', 'CNC', new Date(0)).toFixed()).toBe('0');
  });
});

describe('cost', () => {
  const hour = {
    workCenterCode: 'MILL',
    personnelClass: 'CNC',
    startedAt: day(2),
    completedAt: new Date(day(2).getTime() + 3_600_000),
  };
  test('is time by rate and material by unit cost; what runs costs when it has ended', () => {
    const rates = [rate('CNC', '20.005', 1), rate('MILL', '5', 1, 'OVERHEAD')];
    const running = { ...hour, completedAt: null };
    const used = [
      { quantity: '0.3', unitCost: '0.1' },
      { quantity: '5', unitCost: null },
    ];
    expect(costOf([hour, running], used, rates)).toEqual({
      labor: '20.00',
      material: '0.03',
      overhead: '5.00',
      total: '25.03',
    });
    expect(secondsOf(hour)).toBe('3600');
  });

  test('the total is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000)), fc.nat(9_999), (durations, cents) => {
        const runs = durations.map((ms) => ({ ...hour, completedAt: new Date(day(2).getTime() + ms) }));
        const rates = [rate('', new Decimal(cents).div(100).toFixed(), 1), rate('', '7.77', 1, 'OVERHEAD')];
        const cost = costOf(runs, [], rates);
        expect(new Decimal(cost.labor).plus(cost.material).plus(cost.overhead).eq(cost.total)).toBe(true);
      }),
    );
  });
});
