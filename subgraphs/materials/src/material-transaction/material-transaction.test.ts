import { Decimal } from '@machshop/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OpenAllocation } from '../allocation/allocation.ts';
import {
  allocatable,
  type Balance,
  decideMovement,
  type LotFacts,
  lotStatus,
  type Movement,
  type TransactionKind,
} from './material-transaction.ts';

const NOW = new Date('2026-03-01T08:00:00.000Z');
const PLACES = {
  STORE: { id: 'store', kind: 'STORE' },
  STORE_2: { id: 'store-2', kind: 'STORE' },
  FLOOR: { id: 'floor', kind: 'FLOOR' },
  HOLD: { id: 'hold', kind: 'QUARANTINE' },
} as const;

const lot = (held: string, more: Partial<LotFacts> = {}): LotFacts => ({
  status: 'AVAILABLE',
  expiresAt: null,
  critical: false,
  certified: false,
  heldBy: null,
  balances: [{ locationId: 'store', kind: 'STORE', quantity: held }],
  allocations: [],
  ...more,
});
const movement = (kind: TransactionKind, quantity: string, more: Partial<Movement> = {}): Movement => ({
  kind,
  quantity,
  location: PLACES.STORE,
  toLocation: null,
  workOrderId: null,
  at: NOW,
  ...more,
});
const issue = (quantity: string, more: Partial<Movement> = {}) =>
  movement('ISSUE', quantity, { toLocation: PLACES.FLOOR, workOrderId: 'wo', ...more });
const reserved = (workOrderId: string, quantity: string): OpenAllocation => ({
  id: `for ${workOrderId}`,
  workOrderId,
  quantity,
  drawn: '0',
});

describe('a movement', () => {
  test('takes the last of a lot to the digit, and no more', () => {
    expect(decideMovement(lot('0.3'), movement('CONSUMPTION', '-0.3'))).toMatchObject({
      kind: 'POST',
      balances: [{ locationId: 'store', quantity: '0' }],
      status: 'EXHAUSTED',
    });
    expect(decideMovement(lot('0.3'), movement('CONSUMPTION', '-0.30000000000000000001'))).toEqual({
      kind: 'INSUFFICIENT_STOCK',
      available: '0.3',
    });
  });

  test('to work is refused of a lot in quarantine, past its time, or without the certificate that it needs', () => {
    const refusal = (more: Partial<LotFacts>) => decideMovement(lot('1', more), issue('-1')).kind;
    expect(refusal({ status: 'QUARANTINE' })).toBe('LOT_IN_QUARANTINE');
    expect(refusal({ expiresAt: NOW })).toBe('LOT_EXPIRED');
    expect(refusal({ critical: true })).toBe('CERTIFICATE_MISSING');
    expect(refusal({ critical: true, certified: true })).toBe('POST');
  });

  test('to work is refused of a lot that quality holds, by the number of the case; nothing of it is reserved', () => {
    const heldBy = { nonConformanceId: 'n', nonConformanceNumber: 'NCR-1' };
    const held = lot('1', { heldBy });
    expect(decideMovement(held, issue('-1'))).toEqual({ kind: 'ON_QUALITY_HOLD', heldBy });
    expect(decideMovement(held, movement('SCRAP', '-1')).kind).toBe('POST');
    expect(allocatable(held).toFixed()).toBe('0');
  });

  test('to scrap is possible of a lot that may not be used', () => {
    expect(decideMovement(lot('1', { status: 'QUARANTINE' }), movement('SCRAP', '-1')).kind).toBe('POST');
  });

  test('goes only between locations that suit it', () => {
    const onFloor = issue('-1', { location: PLACES.FLOOR });
    expect(decideMovement(lot('1'), onFloor)).toMatchObject({ kind: 'LOCATION_UNSUITABLE', which: 'FROM' });
    const toHold = issue('-1', { toLocation: PLACES.HOLD });
    expect(decideMovement(lot('1'), toHold)).toMatchObject({ kind: 'LOCATION_UNSUITABLE', which: 'TO' });
    const fromHold = movement('CONSUMPTION', '-1', { location: PLACES.HOLD });
    expect(decideMovement(lot('1'), fromHold)).toMatchObject({ kind: 'LOCATION_UNSUITABLE', which: 'FROM' });
  });

  test('draws the allocation of its order and leaves what is allocated to others', () => {
    const facts = lot('10', { allocations: [reserved('wo', '4'), reserved('other', '3')] });
    expect(decideMovement(facts, issue('-5'))).toMatchObject({
      kind: 'POST',
      draws: [{ id: 'for wo', drawn: '4', state: 'CONSUMED' }],
    });
    expect(decideMovement(facts, issue('-8'))).toEqual({ kind: 'ALLOCATED_ELSEWHERE', available: '7' });
    expect(decideMovement(facts, movement('SCRAP', '-4', { workOrderId: 'wo' }))).toEqual({
      kind: 'ALLOCATED_ELSEWHERE',
      available: '3',
    });
  });

  test('between two stores leaves allocations as they are', () => {
    const facts = lot('10', { allocations: [reserved('other', '10')] });
    const transfer = movement('TRANSFER', '-10', { toLocation: PLACES.STORE_2 });
    expect(decideMovement(facts, transfer)).toMatchObject({ kind: 'POST', draws: [] });
  });
});

test('a lot is EXPIRED from its time on, unless quality has set it aside or nothing is left', () => {
  const at = (status: 'AVAILABLE' | 'QUARANTINE' | 'EXHAUSTED', ms: number) =>
    lotStatus({ status, expiresAt: NOW }, new Date(NOW.getTime() + ms));
  expect([at('AVAILABLE', -1), at('AVAILABLE', 0), at('QUARANTINE', 1), at('EXHAUSTED', 1)]).toEqual([
    'AVAILABLE',
    'EXPIRED',
    'QUARANTINE',
    'EXHAUSTED',
  ]);
});

/** A lot in memory: what the ledger, the balances and the allocations hold. */
class Model {
  balances = new Map<string, Balance>();
  allocations: OpenAllocation[] = [];
  ledger: Movement[] = [];
  status: LotFacts['status'] = 'AVAILABLE';

  facts(): LotFacts {
    const balances = [...this.balances.values()];
    return lot('0', { status: this.status, balances, allocations: this.allocations });
  }

  move(wanted: Movement): void {
    const decision = decideMovement(this.facts(), wanted);
    if (decision.kind !== 'POST') return;
    const kinds = new Map(Object.values(PLACES).map(({ id, kind }) => [id as string, kind]));
    for (const { locationId, quantity } of decision.balances) {
      const kind = kinds.get(locationId) ?? 'STORE';
      this.balances.set(locationId, { locationId, kind, quantity });
    }
    for (const { id, drawn } of decision.draws) {
      this.allocations = this.allocations.map((one) => (one.id === id ? { ...one, drawn } : one));
    }
    this.status = decision.status;
    this.ledger.push(wanted);
  }

  allocate(workOrderId: string, quantity: string): void {
    if (allocatable(this.facts()).lessThan(quantity)) return;
    this.allocations.push({ id: `a${this.allocations.length}`, workOrderId, quantity, drawn: '0' });
  }

  sum(pick: (line: Movement) => string | null): Decimal {
    return this.ledger.reduce((sum, line) => sum.plus(pick(line) ?? 0), new Decimal(0));
  }
}

const place = fc.constantFrom(...Object.values(PLACES));
const amount = fc.integer({ min: 1, max: 3_000 }).map((n) => new Decimal(n).div(100).toFixed());
const order = fc.constantFrom('wo-1', 'wo-2', null);
const step = fc.oneof(
  fc.record({
    kind: fc.constantFrom<TransactionKind>('RECEIPT', 'PRODUCTION'),
    quantity: amount,
    location: place,
    toLocation: fc.constant(null),
    workOrderId: order,
  }),
  fc.record({
    kind: fc.constantFrom<TransactionKind>('CONSUMPTION', 'SCRAP', 'ADJUSTMENT'),
    quantity: amount.map((value) => `-${value}`),
    location: place,
    toLocation: fc.constant(null),
    workOrderId: order,
  }),
  fc
    .record({
      kind: fc.constantFrom<TransactionKind>('ISSUE', 'RETURN', 'TRANSFER'),
      quantity: amount.map((value) => `-${value}`),
      location: place,
      toLocation: place,
      workOrderId: order,
    })
    .filter(({ location, toLocation }) => location.id !== toLocation.id),
  fc.record({ allocate: fc.constantFrom('wo-1', 'wo-2'), quantity: amount }),
);

test('whatever is asked for, a lot never gives more than it held, balances are what the ledger adds up to, and stores hold what is allocated', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const model = new Model();
      for (const one of steps) {
        if ('allocate' in one) model.allocate(one.allocate, one.quantity);
        else model.move({ ...one, at: NOW });
        for (const { locationId, quantity } of model.balances.values()) {
          const left = model.sum((line) => (line.location.id === locationId ? line.quantity : null));
          const arrived = model.sum((line) => (line.toLocation?.id === locationId ? line.quantity : null));
          expect(left.minus(arrived).equals(quantity)).toBe(true);
          expect(new Decimal(quantity).greaterThanOrEqualTo(0)).toBe(true);
        }
        const given = model.sum((line) =>
          !line.toLocation && line.quantity.startsWith('-') ? line.quantity : null,
        );
        const got = model.sum((line) => (line.quantity.startsWith('-') ? null : line.quantity));
        expect(given.plus(got).greaterThanOrEqualTo(0)).toBe(true);
        expect(allocatable(model.facts()).greaterThanOrEqualTo(0)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
