import { Decimal } from '@machshop/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideSkip, decideSkipSerials } from './skip.ts';
import { isReady, percentComplete, remaining, sequenceGroups } from './work-order-operation.ts';

const operation = (more: object = {}) => ({
  id: 'o',
  number: 10,
  sequenceGroup: 0,
  status: 'PENDING' as const,
  setupSeconds: '0',
  runSecondsPerUnit: '0',
  quantity: '4',
  good: '0',
  scrap: '0',
  skipped: '0',
  lost: '0',
  ...more,
});

describe('groups', () => {
  test('parallel neighbours share one, sequential operations have their own', () => {
    expect(sequenceGroups(['SEQUENTIAL', 'PARALLEL', 'PARALLEL', 'SEQUENTIAL', 'PARALLEL'])).toEqual([
      0, 1, 1, 2, 3,
    ]);
  });

  test('never go down, begin at 0, and step by one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('SEQUENTIAL' as const, 'PARALLEL' as const)), (sequencing) => {
        const groups = sequenceGroups(sequencing);
        groups.forEach((group, i) => {
          const step = i === 0 ? group : group - (groups[i - 1] as number);
          expect(i === 0 ? step === 0 : step === 0 || step === 1).toBe(true);
        });
      }),
    );
  });
});

describe('ready', () => {
  const next = { sequenceGroup: 1 };
  test('for a quantity when everything before is closed', () => {
    expect(isReady(next, [operation({ status: 'IN_PROGRESS', good: '3' })], false)).toBe(false);
    expect(isReady(next, [operation({ status: 'SKIPPED' })], false)).toBe(true);
  });
  test('for serials when one is through', () => {
    expect(isReady(next, [operation({ status: 'IN_PROGRESS' })], true)).toBe(false);
    expect(isReady(next, [operation({ status: 'IN_PROGRESS', good: '1' })], true)).toBe(true);
  });
});

describe('percent complete', () => {
  test('weighs operations by what they are planned to take', () => {
    const long = operation({ runSecondsPerUnit: '75', good: '2' });
    const short = operation({ setupSeconds: '100', good: '4' });
    expect(percentComplete([long, short])).toBe(62);
    expect(percentComplete([operation({ good: '4' }), operation()])).toBe(50);
  });

  const amounts = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9)).map(([good, scrap, skipped, lost]) =>
    operation({
      quantity: String(Math.max(1, good + scrap + skipped + lost)),
      good: String(good),
      scrap: String(scrap),
      skipped: String(skipped),
      lost: String(lost),
      runSecondsPerUnit: String(good),
    }),
  );
  test('is from 0 to 100, and 100 when nothing remains anywhere', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1 }), (operations) => {
        const percent = percentComplete(operations);
        expect(percent >= 0 && percent <= 100).toBe(true);
        if (operations.every((one) => remaining(one).isZero())) expect(percent).toBe(100);
      }),
    );
  });
});

describe('skipping', () => {
  test('the whole lets what remains go on; nobody having worked on it makes it SKIPPED, else COMPLETED', () => {
    expect(decideSkip(operation({ skipped: '1' }), false)).toEqual({
      kind: 'SKIP',
      skipped: '4',
      status: 'SKIPPED',
    });
    expect(decideSkip(operation({ good: '1' }), false)).toEqual({
      kind: 'SKIP',
      skipped: '3',
      status: 'COMPLETED',
    });
    expect(decideSkip(operation(), true)).toMatchObject({ error: { code: 'OPERATION_RUNNING' } });
    expect(decideSkip(operation({ status: 'COMPLETED' }), false)).toMatchObject({
      error: { code: 'ILLEGAL_TRANSITION' },
    });
  });

  test('serials that were skipped already are passed over', () => {
    const step = (serialNumber: string, status: 'SKIPPED' | 'COMPLETED' | 'REWORK') => ({
      operationId: 'o',
      serialNumber,
      status,
    });
    expect(decideSkipSerials(operation({ skipped: '1' }), [step('A', 'SKIPPED')], ['A'])).toEqual({
      kind: 'UNCHANGED',
    });
    expect(decideSkipSerials(operation({ skipped: '1' }), [step('A', 'SKIPPED')], ['A', 'B'])).toMatchObject({
      serialNumbers: ['B'],
      skipped: '2',
      ends: false,
    });
    expect(decideSkipSerials(operation(), [step('A', 'COMPLETED')], ['A'])).toMatchObject({
      error: { code: 'SERIAL_THROUGH' },
    });
    expect(decideSkipSerials(operation({ skipped: '3' }), [step('A', 'REWORK')], ['A'])).toMatchObject({
      ends: true,
    });
  });

  test('never lets more go by than remains', () => {
    fc.assert(
      fc.property(
        fc.nat(4),
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 8 }),
        (good, serials) => {
          const facts = operation({ good: String(good) });
          const decision = decideSkipSerials(facts, [], serials);
          if (decision.kind !== 'SKIP') return;
          expect(new Decimal(decision.skipped).plus(good).lte(facts.quantity)).toBe(true);
        },
      ),
    );
  });
});
