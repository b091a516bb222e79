import { expect, test } from 'vitest';
import { planBlows } from './kill-blows.ts';
import { differences, effectFaults, type PlantFacts } from './kill-proofs.ts';
import { buildPlan } from './plan.ts';
import { lidsAndCups } from './sample-plant.ts';

const plan = buildPlan(lidsAndCups());

const event = (id: string, type: string, entity: string) => ({ id, messageId: id, type, entity });
const empty: PlantFacts = { rows: {}, events: [], audited: [], ledger: [], deadLetters: 0, busyMachines: [] };
const played: PlantFacts = {
  ...empty,
  rows: {
    'work_orders.operation_executions': 7,
    'traceability.genealogy_edges': 8,
    'traceability.process_steps': 7,
    'materials.serialized_parts': 6,
    'work_orders.work_order_serials': 6,
    'work_orders.work_orders': 3,
  },
  events: [event('1', 'made', 'lot A'), event('2', 'made', 'lot B'), event('3', 'used', 'lot A')],
  audited: ['1', '2', '3'],
  ledger: plan.lots
    .flatMap(({ number }) => [`${number} CONSUMPTION 1 -1 EA`, `${number} RECEIPT 1 3 EA`])
    .sort(),
};
const faultsOf = (facts: Partial<PlantFacts>) => effectFaults(plan, empty, { ...played, ...facts });

test('a plant in which everything came about once has no faults', () => {
  expect(faultsOf({})).toEqual([]);
});

test('what is doubled, lost or out of order is named', () => {
  const [first, second, third] = played.events as [never, never, never];
  expect(faultsOf({ events: [first, second, third, third] })[0]).toMatch(
    /^events that the stream holds twice: \["3"\]/,
  );
  expect(faultsOf({ audited: ['1', '2', '3', '2'] })).toEqual([
    'events that were audited twice: ["2"], not []',
  ]);
  expect(faultsOf({ audited: ['1', '3'] })).toEqual(['events that were not audited: ["2"], not []']);
  expect(faultsOf({ audited: ['1', '2', '3', '4'] })).toEqual([
    'audited events that the stream does not hold: ["4"], not []',
  ]);
  expect(faultsOf({ events: [third, second, first] })).toEqual([
    'entities whose events changed places: ["made of lot A"], not []',
  ]);
  expect(faultsOf({ deadLetters: 1, busyMachines: ['Mill1'] })).toHaveLength(2);
  expect(faultsOf({ ledger: played.ledger.slice(1) })[0]).toMatch(/^the ledger: /);
  expect(faultsOf({ rows: { ...played.rows, 'traceability.genealogy_edges': 9 } })).toEqual([
    'genealogy edges: 9, not 8',
  ]);
});

test('two plants differ in tables and kinds of events, but not in who signed in', () => {
  const other = {
    ...played,
    rows: { ...played.rows, 'work_orders.work_orders': 4, 'auth.sessions': 3, 'auth.inbox': 2 },
    events: [...played.events, event('4', 'auth.session.opened', '/machshop/auth x')],
  };
  expect(differences(played, other)).toEqual(['work_orders.work_orders: 3, and 4']);
  expect(differences(played, { ...played, events: played.events.slice(1) })).toEqual(['made: 2, and 1']);
});

test('blows are the same for the same seed, in order, and the last one falls at the end', () => {
  const blows = planBlows(7, 20);
  expect(planBlows(7, 20)).toEqual(blows);
  expect(planBlows(8, 20)).not.toEqual(blows);
  const shares = blows.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(new Set(blows.map(({ victim }) => victim))).toEqual(
    new Set(['plant', 'everything', 'nats-server', 'PostgreSQL']),
  );
});
