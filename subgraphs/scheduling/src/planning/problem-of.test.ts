import { describe, expect, test } from 'vitest';
import { solve } from '../search/index.ts';
import {
  type MachineFacts,
  type OperationFacts,
  type OrderFacts,
  type PlanningFacts,
  type PlanningOptions,
  problemOf,
  tooLarge,
} from './problem-of.ts';

const NOW = new Date('2026-03-02T12:00:00.500Z');
const at = (text: string) => new Date(`2026-03-02T${text}Z`);
const OPTIONS: PlanningOptions = {
  horizonDays: 7,
  objective: 'WEIGHTED_TARDINESS',
  budgetSeconds: 0,
  iterations: 0,
  seed: 1,
  includeUnreleased: true,
  frozenHours: 0,
  downtimeHours: 4,
};
const machine = (id: string, more: Partial<MachineFacts> = {}): MachineFacts => ({
  id,
  workCenterCode: 'MILL',
  equipmentClass: null,
  status: 'AVAILABLE',
  setUpFor: null,
  ...more,
});
const operation = (number: number, more: Partial<OperationFacts> = {}): OperationFacts => ({
  id: `o${number}`,
  number,
  sequenceGroup: number,
  workCenterCode: 'MILL',
  equipmentClass: null,
  setupSeconds: '600',
  runSecondsPerUnit: '60.5',
  status: 'PENDING',
  assignedEquipmentId: null,
  done: '0',
  running: [],
  ...more,
});
const order = (operations: OperationFacts[], more: Partial<OrderFacts> = {}): OrderFacts => ({
  id: 'w',
  partNumber: 'BLADE',
  revision: 'A',
  quantity: '3',
  priority: 20,
  dueAt: null,
  plannedStartAt: null,
  operations,
  ...more,
});
const facts = (orders: OrderFacts[], more: Partial<PlanningFacts> = {}): PlanningFacts => ({
  calendars: { timeZone: 'UTC', calendars: [], exceptions: [] },
  machines: [machine('m1'), machine('m2')],
  orders,
  kept: [],
  ...more,
});
const problem = (given: PlanningFacts) => problemOf(given, OPTIONS, NOW);

describe('the problem of a site', () => {
  test('counts in seconds from the second of the planning: setup, what is left to run, due date and weight', () => {
    const { problem: made, origin } = problem(
      facts([
        order([operation(10, { done: '1' })], { dueAt: at('13:00:00'), plannedStartAt: at('12:30:00') }),
      ]),
    );
    expect(new Date(origin).toISOString()).toBe('2026-03-02T12:00:00.000Z');
    expect(made.jobs).toEqual([{ id: 'w', release: 1_800, due: 3_600, weight: 81 }]);
    expect(made.operations).toMatchObject([{ setup: 600, run: 121, machines: [0, 1], fixed: null }]);
  });

  test('operations of one group wait for all of the group before, and for none of their own', () => {
    const { problem: made } = problem(
      facts([
        order([
          operation(10),
          operation(20),
          operation(21, { sequenceGroup: 20 }),
          operation(30),
          operation(5, { status: 'COMPLETED' }),
        ]),
      ]),
    );
    expect(made.operations.map(({ id, after }) => [id, after])).toEqual([
      ['o10', []],
      ['o20', [0]],
      ['o21', [0]],
      ['o30', [1, 2]],
    ]);
  });

  test('what runs stays on its machine and needs no more setup; what was begun and stands needs none either', () => {
    const running = [{ equipmentId: 'm2', startedAt: at('11:00:00') }];
    const { problem: made } = problem(
      facts([
        order([
          operation(10, { status: 'IN_PROGRESS', done: '2', running }),
          operation(20, { status: 'IN_PROGRESS' }),
        ]),
      ]),
    );
    expect(made.operations).toMatchObject([
      { setup: 0, fixed: { machine: 1, start: -3_600, end: 61 } },
      { setup: 0, run: 182, fixed: null },
    ]);
  });

  test('what is kept stays where it was, and what should have begun by now is planned anew', () => {
    const place = { equipmentId: 'm2', end: at('14:00:00'), pinned: true };
    const given = facts([order([operation(10), operation(20), operation(30), operation(40)])], {
      kept: [
        { ...place, operationId: 'o10', start: at('11:59:00') },
        { ...place, operationId: 'o20', start: at('13:00:00') },
        // half a second ago, and in half a second
        { ...place, operationId: 'o30', start: at('12:00:00') },
        { ...place, operationId: 'o40', start: at('12:00:01') },
      ],
    });
    const { problem: made, pinned } = problem(given);
    expect(made.operations.map(({ fixed }) => fixed)).toEqual([
      null,
      { machine: 1, start: 3_600, end: 7_200 },
      null,
      { machine: 1, start: 1, end: 7_200 },
    ]);
    expect([...pinned]).toEqual([1, 3]);
  });

  test('an operation goes to the machine that was assigned, else to those of its work center and class', () => {
    const machines = [
      machine('m1', { equipmentClass: 'FIVE_AXIS' }),
      machine('m2'),
      machine('lathe', { workCenterCode: 'TURN' }),
    ];
    const operations = [
      operation(10, { equipmentClass: 'FIVE_AXIS' }),
      operation(20),
      operation(30, { assignedEquipmentId: 'm2', equipmentClass: 'FIVE_AXIS' }),
    ];
    const { problem: made } = problem(facts([order(operations)], { machines }));
    expect(made.operations.map((own) => own.machines)).toEqual([[0], [0, 1], [1]]);
  });

  test('without a machine an operation is left out, and so is all that follows it', () => {
    const operations = [operation(10), operation(20, { workCenterCode: 'TURN' }), operation(30)];
    const { problem: made, left, leftWhy } = problem(facts([order(operations)]));
    expect(made.operations.map(({ id }) => id)).toEqual(['o10']);
    expect(left.map((own, i) => [own.operation.id, leftWhy[i]])).toEqual([
      ['o20', 'NO_MACHINE'],
      ['o30', 'AFTER_UNSCHEDULED'],
    ]);
  });

  test('a machine that is down works again after the downtime that is taken for granted; one out of service never', () => {
    const machines = [machine('m1', { status: 'DOWN' }), machine('m2', { status: 'OUT_OF_SERVICE' })];
    const { problem: made } = problem(facts([order([operation(10)])], { machines }));
    expect(made.machines).toEqual([
      { id: 'm1', windows: [{ start: 4 * 3_600, end: 7 * 86_400 }], setUpFor: null },
    ]);
  });

  test('a machine that ran the same operation of the same part revision last needs no setup for it', () => {
    const planned = (revision: string) => {
      const setUpFor = { partNumber: 'BLADE', revision, operationNumber: 10 };
      const machines = [machine('m1', { setUpFor })];
      const given = problem(facts([order([operation(10)])], { machines }));
      return solve(given.problem, { objective: 'MAKESPAN', seed: 1, iterations: 0, stall: 0 }).figures;
    };
    expect(planned('A')).toMatchObject({ setup: 0, makespan: 182 });
    expect(planned('B')).toMatchObject({ setup: 600, makespan: 782 });
  });

  test('of a site that is too large says what is too many', () => {
    const machines = Array.from({ length: 1_001 }, (_, i) => machine(`m${i}`));
    expect(tooLarge(facts([], { machines }))).toBe('1001 machines: at most 1000');
    expect(tooLarge(facts([order([operation(10)])]))).toBeNull();
  });
});
