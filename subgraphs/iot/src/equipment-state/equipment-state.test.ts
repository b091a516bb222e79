import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type DerivedState,
  hear,
  type StateMeaning,
  type StateTransition,
  settle,
} from './equipment-state.ts';

const meanings: StateMeaning[] = [
  { state: 'ACTIVE', status: 'IN_USE' },
  { state: 'READY', status: 'AVAILABLE' },
  { state: 'ALARM', status: 'DOWN' },
];
const DELAY = 5;

function play(said: readonly (readonly [number, string])[], delay = DELAY) {
  let state: DerivedState | null = null;
  const transitions: StateTransition[] = [];
  for (const [at, what] of said) {
    const step = hear(meanings, delay, state, at, what);
    state = step.state;
    transitions.push(...step.transitions);
  }
  return { state, transitions };
}
const brief = (transitions: readonly StateTransition[]) => transitions.map(({ to, atUs }) => [to, atUs]);

test('a status counts from when it began, once it has lasted', () => {
  expect(
    brief(
      play([
        [0, 'READY'],
        [10, 'ACTIVE'],
        [14, 'ACTIVE'],
        [15, 'ACTIVE'],
      ]).transitions,
    ),
  ).toEqual([
    ['AVAILABLE', 0],
    ['IN_USE', 10],
  ]);
});

test('a status that is over at once is passed over, and so is what has no meaning', () => {
  const { transitions, state } = play([
    [0, 'READY'],
    [10, 'ALARM'],
    [12, 'READY'],
    [20, 'whatever'],
    [30, 'READY'],
  ]);
  expect(brief(transitions)).toEqual([['AVAILABLE', 0]]);
  expect(state).toMatchObject({ status: 'AVAILABLE', candidate: null });
});

test('without a delay every change counts at once; what is not newer is passed over', () => {
  expect(
    brief(
      play(
        [
          [5, 'READY'],
          [5, 'ALARM'],
          [4, 'ALARM'],
          [6, 'ACTIVE'],
        ],
        0,
      ).transitions,
    ),
  ).toEqual([
    ['AVAILABLE', 5],
    ['IN_USE', 6],
  ]);
});

test('time alone settles what has begun', () => {
  const { state } = play([[0, 'READY']]);
  expect(settle(DELAY, state, 4).transition).toBeNull();
  expect(settle(DELAY, state, 5).transition).toMatchObject({ from: null, to: 'AVAILABLE', atUs: 0 });
});

test('changes go forward in time, and each leads on from the one before', () => {
  const said = fc.array(
    fc.tuple(fc.integer({ min: -2, max: 10 }), fc.constantFrom('ACTIVE', 'READY', 'ALARM', '?')),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(said, fc.integer({ min: 0, max: 8 }), (steps, delay) => {
      let at = 100;
      const { transitions } = play(
        steps.map(([gap, state]) => {
          at += gap;
          return [at, state] as const;
        }),
        delay,
      );
      transitions.forEach((one, index) => {
        const before = transitions[index - 1];
        expect(one.from).toBe(before?.to ?? null);
        expect(one.to).not.toBe(one.from);
        if (before) expect(one.atUs).toBeGreaterThan(before.atUs);
      });
    }),
  );
});
