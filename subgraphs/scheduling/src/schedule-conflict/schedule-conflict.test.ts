import { describe, expect, test } from 'vitest';
import {
  conflictsOfMachine,
  conflictsOfOrder,
  type MachineSituation,
  type OrderSituation,
  type PlacedOperation,
} from './schedule-conflict.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
const NOW = at(0);
const PLAN = { plannedAt: NOW, downtimeHours: 4 };

const place = (
  n: number,
  start: number,
  end: number,
  more: Partial<PlacedOperation> = {},
): PlacedOperation => ({
  operationId: `o${n}`,
  operationNumber: n,
  workOrderId: 'w',
  workOrderNumber: 'WO-1',
  sequenceGroup: n,
  workCenterCode: 'MILL',
  equipmentId: 'm',
  plannedStartAt: at(start),
  plannedEndAt: at(end),
  plannedQuantity: '5',
  status: 'PENDING',
  endedAt: null,
  ...more,
});
const order = (more: Partial<OrderSituation> = {}): OrderSituation => ({
  id: 'w',
  number: 'WO-1',
  status: 'RELEASED',
  quantity: '5.0',
  dueAt: null,
  recordedOperationIds: ['o10', 'o20'],
  missing: [],
  ...more,
});
const machine = (more: Partial<MachineSituation> = {}): MachineSituation => ({
  id: 'm',
  code: 'M-1',
  status: 'AVAILABLE',
  statusSince: null,
  workCenterCode: 'MILL',
  working: [{ start: at(0).getTime(), end: at(24).getTime() }],
  ...more,
});
const PLACES = [place(10, 6, 8), place(20, 8, 10)];
const kinds = (found: readonly { kind: string }[]) => found.map(({ kind }) => kind);

describe('conflicts of an order', () => {
  test('there are none where it goes as planned', () => {
    expect(conflictsOfOrder(order({ dueAt: at(10) }), PLACES)).toEqual([]);
  });

  test('it is late by the time from its due date to its last operation', () => {
    expect(conflictsOfOrder(order({ dueAt: at(9) }), PLACES)).toMatchObject([
      { kind: 'LATE', seconds: 3_600 },
    ]);
  });

  test('it is held, has another quantity, or other operations than were planned', () => {
    for (const changed of [{ status: 'ON_HOLD' }, { quantity: '6' }, { recordedOperationIds: ['o10'] }])
      expect(kinds(conflictsOfOrder(order(changed), PLACES))).toEqual(['ORDER_CHANGED']);
  });

  test('an operation starts before the one before it is over, as planned or as it was', () => {
    expect(conflictsOfOrder(order(), [place(10, 6, 9), place(20, 8, 10)])).toMatchObject([
      { kind: 'PRECEDENCE', operationId: 'o20', otherOperationId: 'o10', seconds: 3_600 },
    ]);
    const late = place(10, 6, 8, { status: 'COMPLETED', endedAt: at(9) });
    expect(kinds(conflictsOfOrder(order(), [late, place(20, 8, 10)]))).toEqual(['PRECEDENCE']);
  });

  test('it lacks material, or has no place though it is released', () => {
    expect(kinds(conflictsOfOrder(order({ missing: ['TI'] }), PLACES))).toEqual(['MATERIAL_MISSING']);
    expect(kinds(conflictsOfOrder(order(), []))).toEqual(['NOT_SCHEDULED']);
    expect(conflictsOfOrder(order({ status: 'CREATED' }), [])).toEqual([]);
  });

  test('an order that is over has none', () => {
    expect(conflictsOfOrder(order({ status: 'COMPLETED', dueAt: at(1) }), PLACES)).toEqual([]);
  });
});

describe('conflicts of a machine', () => {
  test('it does two things at once', () => {
    const found = conflictsOfMachine(machine(), [place(10, 6, 9), place(20, 8, 10)], NOW, PLAN);
    expect(found).toMatchObject([
      { kind: 'OVERLAP', operationId: 'o20', otherOperationId: 'o10', seconds: 3_600 },
    ]);
  });

  test('it is down when an operation starts: as long as it is taken to be, from when it went down', () => {
    const down = machine({ status: 'DOWN', statusSince: at(3) });
    expect(kinds(conflictsOfMachine(down, PLACES, at(3), PLAN))).toEqual(['MACHINE_DOWN']);
    expect(kinds(conflictsOfMachine(down, PLACES, at(9), PLAN))).toEqual(['MACHINE_DOWN', 'MACHINE_DOWN']);
    const before = machine({ status: 'DOWN', statusSince: at(-8) });
    expect(conflictsOfMachine(before, PLACES, at(1), PLAN)).toEqual([]);
    const away = machine({ status: 'OUT_OF_SERVICE', statusSince: at(-8) });
    expect(conflictsOfMachine(away, PLACES, at(1), PLAN)).toHaveLength(2);
  });

  test('a machine that went down in the very second of the plan was planned around', () => {
    const planned = [place(10, 4, 5)];
    const down = (afterMs: number) =>
      machine({ status: 'DOWN', statusSince: new Date(NOW.getTime() + afterMs) });
    expect(conflictsOfMachine(down(999), planned, NOW, PLAN)).toEqual([]);
    expect(kinds(conflictsOfMachine(down(1_000), planned, NOW, PLAN))).toEqual(['MACHINE_DOWN']);
  });

  test('an operation starts or ends when it does not work; what runs may', () => {
    const short = machine({ working: [{ start: at(6).getTime(), end: at(9).getTime() }] });
    const found = conflictsOfMachine(short, PLACES, NOW, PLAN);
    expect(found).toMatchObject([{ kind: 'OUTSIDE_CALENDAR', operationId: 'o20' }]);
    const running = [place(20, 8, 10, { status: 'IN_PROGRESS' })];
    expect(conflictsOfMachine(short, running, NOW, PLAN)).toEqual([]);
  });
});
