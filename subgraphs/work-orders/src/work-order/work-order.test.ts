import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionDates } from './actuals.ts';
import { billAt, materialsOf } from './materials.ts';
import { formatNumber, transition, type WorkOrderAction, type WorkOrderStatus } from './work-order.ts';

const of = (status: WorkOrderStatus, heldFrom: 'RELEASED' | 'IN_PROGRESS' | null = null) => ({
  status,
  heldFrom,
});

describe('transitions', () => {
  test('a held order resumes to where it was', () => {
    expect(transition(of('IN_PROGRESS'), 'HOLD')).toMatchObject({ to: 'ON_HOLD', heldFrom: 'IN_PROGRESS' });
    expect(transition(of('ON_HOLD', 'IN_PROGRESS'), 'RESUME')).toMatchObject({
      to: 'IN_PROGRESS',
      heldFrom: null,
    });
    expect(transition(of('RELEASED'), 'RESUME').kind).toBe('ILLEGAL_TRANSITION');
  });

  test('what is in progress is not cancelled, held or not', () => {
    expect(transition(of('IN_PROGRESS'), 'CANCEL').kind).toBe('ILLEGAL_TRANSITION');
    expect(transition(of('ON_HOLD', 'IN_PROGRESS'), 'CANCEL').kind).toBe('ILLEGAL_TRANSITION');
    expect(transition(of('ON_HOLD', 'RELEASED'), 'CANCEL')).toMatchObject({
      to: 'CANCELLED',
      heldFrom: null,
    });
  });

  test('asking for the state it is in changes nothing', () => {
    expect(transition(of('RELEASED'), 'RELEASE')).toEqual({ kind: 'UNCHANGED' });
    expect(transition(of('COMPLETED'), 'COMPLETE')).toEqual({ kind: 'UNCHANGED' });
  });

  test('whatever is done in whatever order, only a held order remembers where it was, and the end is the end', () => {
    const actions: WorkOrderAction[] = ['RELEASE', 'HOLD', 'RESUME', 'CANCEL', 'COMPLETE', 'CLOSE'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions, 'START' as const), { maxLength: 40 }), (steps) => {
        let order = of('CREATED');
        for (const step of steps) {
          const before = order.status;
          if (step === 'START') {
            if (order.status === 'RELEASED') order = of('IN_PROGRESS');
            continue;
          }
          const decision = transition(order, step);
          if (decision.kind === 'CHANGED') order = of(decision.to, decision.heldFrom);
          if (before === 'CLOSED' || before === 'CANCELLED') expect(order.status).toBe(before);
          expect(order.status === 'ON_HOLD').toBe(order.heldFrom !== null);
        }
      }),
    );
  });
});

test('numbers keep their width up to a million', () => {
  expect(formatNumber(2026, 123)).toBe('WO-2026-000123');
  expect(formatNumber(2026, 1_234_567)).toBe('WO-2026-1234567');
});

test('an order began with its first run and does not end before its last one did', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
  const runs = [
    { startedAt: at(10), completedAt: at(20) },
    { startedAt: at(5), completedAt: at(30) },
  ];
  expect(completionDates(runs, at(30))).toEqual({ actualStartAt: at(5), actualEndAt: at(30) });
  expect(completionDates(runs, at(29))).toMatchObject({ code: 'COMPLETED_BEFORE_LAST_RUN' });
});

describe('material', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 0, n));

  test('the bill in effect is the latest that has begun and not ended', () => {
    const bills = [
      { effectiveFrom: day(20), effectiveTo: null },
      { effectiveFrom: day(10), effectiveTo: day(15) },
    ];
    expect(billAt(bills, day(12))).toBe(bills[1]);
    expect(billAt(bills, day(15))).toBeUndefined();
    expect(billAt(bills, day(25))).toBe(bills[0]);
  });

  test('an order needs the bill as many times as it has pieces', () => {
    const component = { __typename: 'Part' as const, id: '01900000-0000-7000-8000-000000000009' };
    const line = (position: number, value: string) => ({
      position,
      component,
      componentNumber: 'BOLT',
      quantity: { value, unit: 'C62' },
      operationNumber: null,
    });
    const bill = {
      id: '',
      tenantId: '',
      partRevisionId: '',
      effectiveFrom: day(1),
      effectiveTo: null,
      lines: [line(10, '0.1'), line(20, '0.2')],
      asOf: day(1),
    };
    const order = { quantity: '3', plannedStartAt: null, recordedAt: day(2) };
    expect(materialsOf(order, [bill], [], [])).toMatchObject([
      { number: 'BOLT', required: { value: '0.9' } },
    ]);
  });
});
