import { Decimal } from '@machshop/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { remaining } from '../work-order-operation/work-order-operation.ts';
import { type CompleteCommand, decideComplete, decideReport, type RunFacts } from './completion.ts';
import { checkMachine } from './machine.ts';
import { decideStart, madeOf, type StartFacts, type StartStep } from './operation-execution.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 8, minute));
const row = (number: number, more: object = {}) => ({
  id: `op${number}`,
  number,
  sequenceGroup: number / 10 - 1,
  status: 'PENDING' as const,
  completedAt: null,
  openExecutionId: null,
  ...more,
});
const step = (
  operationId: string,
  serialNumber: string,
  status: StartStep['status'],
  minute = 10,
): StartStep => ({
  operationId,
  serialNumber,
  status,
  executionId: status === 'SKIPPED' ? null : 'run',
  endedAt: status === 'IN_PROGRESS' ? null : at(minute),
});
const start = (number: 10 | 20, steps: StartStep[], more: object = {}): StartFacts => {
  const siblings = [row(10), row(20)];
  return {
    order: { number: 'WO-1', status: 'IN_PROGRESS', serialTracked: true, releasedAt: at(0), ...more },
    operation: siblings[number / 10 - 1] as (typeof siblings)[number],
    siblings,
    steps,
  };
};

describe('starting', () => {
  test('a serial goes on when it is through or was skipped, and says which serials are new', () => {
    expect(decideStart(start(10, []), ['A', 'B'], at(5))).toEqual({ kind: 'START', fresh: ['A', 'B'] });
    expect(decideStart(start(20, [step('op10', 'A', 'COMPLETED')]), ['A'], at(15))).toEqual({
      kind: 'START',
      fresh: [],
    });
    expect(decideStart(start(20, [step('op10', 'A', 'SKIPPED', 30)]), ['A'], at(15))).toMatchObject({
      kind: 'START',
    });
    for (const status of ['IN_PROGRESS', 'REWORK'] as const) {
      expect(decideStart(start(20, [step('op10', 'A', status)]), ['A'], at(15))).toMatchObject({
        error: { code: 'PREDECESSOR_INCOMPLETE', operationNumbers: [10] },
      });
    }
  });

  test('who is there already is named before anything else is looked at', () => {
    const held = start(10, [step('op10', 'A', 'IN_PROGRESS')], { status: 'ON_HOLD' });
    expect(decideStart(held, ['A'], at(5))).toEqual({ kind: 'TAKEN', executionId: 'run' });
  });

  test('a scrapped serial starts nowhere, a finished one not again', () => {
    const scrapped = start(20, [step('op10', 'A', 'SCRAPPED')]);
    expect(decideStart(scrapped, ['A'], at(15))).toMatchObject({ error: { code: 'SERIAL_SCRAPPED' } });
    const through = start(10, [step('op10', 'A', 'COMPLETED')]);
    expect(decideStart(through, ['A'], at(15))).toMatchObject({ error: { code: 'SERIAL_THROUGH' } });
  });

  test('not before the release, not before the operation before ended', () => {
    expect(decideStart(start(10, []), ['A'], at(-1))).toMatchObject({
      error: { code: 'STARTED_BEFORE_RELEASE' },
    });
    const early = start(20, [step('op10', 'A', 'COMPLETED', 10)]);
    expect(decideStart(early, ['A'], at(9))).toMatchObject({ error: { code: 'STARTED_BEFORE_PREDECESSOR' } });
  });
});

const run = (more: object = {}, facts: Partial<RunFacts> = {}): RunFacts => ({
  serialTracked: false,
  operation: { number: 10, quantity: '10', good: '0', scrap: '0', skipped: '0', lost: '0' },
  execution: {
    startedAt: at(0),
    completedAt: null,
    completedBy: null,
    serialNumbers: [],
    good: '0',
    scrap: '0',
    rework: '0',
    ...more,
  },
  inspections: [],
  ...facts,
});
const end = (more: Partial<CompleteCommand> = {}): CompleteCommand => ({
  good: null,
  scrap: null,
  rework: null,
  scrapSerialNumbers: [],
  reworkSerialNumbers: [],
  at: at(10),
  atGiven: false,
  by: 'me',
  ...more,
});

describe('completing', () => {
  test('serials without a word are good; all of them scrapped need no names, some do', () => {
    const serials = run({ serialNumbers: ['A', 'B'] }, { serialTracked: true });
    expect(decideComplete(serials, end())).toMatchObject({
      steps: [{ status: 'COMPLETED' }, { status: 'COMPLETED' }],
    });
    expect(decideComplete(serials, end({ scrap: '2' }))).toMatchObject({
      steps: [{ status: 'SCRAPPED' }, { status: 'SCRAPPED' }],
    });
    expect(decideComplete(serials, end({ scrap: '1' }))).toMatchObject({
      error: { code: 'SERIALS_MISSING' },
    });
    expect(decideComplete(serials, end({ scrap: '1', scrapSerialNumbers: ['B'] }))).toMatchObject({
      steps: [{ status: 'COMPLETED' }, { status: 'SCRAPPED' }],
    });
    expect(decideComplete(serials, end({ scrapSerialNumbers: ['C'] }))).toMatchObject({
      error: { code: 'SERIAL_NOT_IN_RUN' },
    });
    expect(
      decideComplete(serials, end({ scrapSerialNumbers: ['A'], reworkSerialNumbers: ['A'] })),
    ).toMatchObject({
      error: { code: 'SERIAL_TWICE' },
    });
    expect(decideComplete(serials, end({ good: '3' }))).toMatchObject({
      error: { code: 'QUANTITY_MISMATCH' },
    });
  });

  test('again by the same person with the same content changes nothing', () => {
    const ended = run({ completedAt: at(5), completedBy: 'me', good: '2.0' });
    expect(decideComplete(ended, end({ good: '2' }))).toEqual({ kind: 'UNCHANGED' });
    expect(decideComplete(ended, end({ good: '3' }))).toMatchObject({ error: { code: 'ALREADY_COMPLETED' } });
    expect(decideComplete(ended, end({ good: '2', by: 'you' }))).toMatchObject({
      error: { code: 'ALREADY_COMPLETED' },
    });
  });

  test('an inspection of the whole operation matters when the operation ends, one of a serial when it is good', () => {
    const open = { number: 'I', serialNumber: null, result: null };
    expect(decideComplete(run({}, { inspections: [open] }), end({ good: '9' }))).toMatchObject({
      kind: 'COMPLETE',
    });
    expect(decideComplete(run({}, { inspections: [open] }), end({ good: '10' }))).toMatchObject({
      error: { code: 'INSPECTION_OPEN' },
    });
    const failed = { number: 'J', serialNumber: 'A', result: 'FAILED' as const };
    const serials = run({ serialNumbers: ['A'] }, { serialTracked: true, inspections: [failed] });
    expect(decideComplete(serials, end())).toMatchObject({ error: { code: 'INSPECTION_FAILED' } });
    expect(decideComplete(serials, end({ scrap: '1' }))).toMatchObject({ kind: 'COMPLETE' });
    expect(decideComplete(serials, end({ rework: '1' }))).toMatchObject({ kind: 'COMPLETE' });
  });
});

describe('what an operation makes never exceeds what it was to make', () => {
  const amount = fc.nat(8).map((n) => new Decimal(n).div(2).toFixed());
  const act = fc.record({
    kind: fc.constantFrom('REPORT', 'COMPLETE'),
    good: amount,
    scrap: amount,
    rework: amount,
  });

  test('whatever is reported and completed, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const operation = { number: 10, quantity: '10', good: '0', scrap: '0', skipped: '1', lost: '2' };
        let execution = run().execution;
        let [good, scrap] = [new Decimal(0), new Decimal(0)];
        for (const { kind, ...said } of acts) {
          const facts = run({}, { operation, execution });
          const made = madeOf(said);
          if (kind === 'REPORT') {
            if (decideReport(facts, made, at(5)).kind === 'REFUSED') continue;
            [good, scrap] = [good.plus(made.good), scrap.plus(made.scrap)];
            execution = { ...execution, ...textOf(made, execution) };
          } else {
            const decision = decideComplete(facts, end(said));
            if (decision.kind !== 'COMPLETE') continue;
            [good, scrap] = [good.plus(decision.delta.good), scrap.plus(decision.delta.scrap)];
            execution = run().execution;
            expect(decision.closesOperation).toBe(good.plus(scrap).plus(3).eq(10));
          }
          Object.assign(operation, { good: good.toFixed(), scrap: scrap.toFixed() });
          expect(remaining(operation).gte(0)).toBe(true);
        }
      }),
    );
  });
});

const textOf = (
  made: ReturnType<typeof madeOf>,
  before: { good: string; scrap: string; rework: string },
) => ({
  good: made.good.plus(before.good).toFixed(),
  scrap: made.scrap.plus(before.scrap).toFixed(),
  rework: made.rework.plus(before.rework).toFixed(),
});

test('a start that happened before the machine went down is told late, and is right', () => {
  const equipment = {
    code: 'M',
    siteId: 's',
    workCenterCode: 'MILL',
    equipmentClass: null,
    status: 'DOWN',
    statusSince: at(10),
  };
  const facts = {
    order: { siteId: 's' },
    operation: { number: 10, workCenterCode: 'MILL', equipmentClass: null },
    equipment,
  };
  const wanted = (minute: number) => ({ equipmentId: 'm', equipmentCode: null, at: at(minute) });
  expect(checkMachine(facts, wanted(9))).toBeNull();
  expect(checkMachine(facts, wanted(10))).toMatchObject({ code: 'EQUIPMENT_UNUSABLE' });
});
