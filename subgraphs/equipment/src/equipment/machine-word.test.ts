import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeStatus, type EquipmentStatus, free, type StatusSource, UNUSABLE } from './equipment.ts';
import { type HeardFacts, hearMachine } from './machine-word.ts';

const T0 = Date.UTC(2026, 10, 2, 8);
const at = (second: number) => new Date(T0 + second * 1_000);
const NOW = at(3_600);
const facts = (more: Partial<HeardFacts> = {}): HeardFacts => ({
  status: 'AVAILABLE',
  statusSince: at(0),
  statusSource: 'PERSON',
  uses: 0,
  machineSince: null,
  ...more,
});
const hear = (given: Partial<HeardFacts>, said: EquipmentStatus, second = 10) =>
  hearMachine(facts(given), said, at(second), NOW).decision;

describe('a machine’s own word', () => {
  test('is its status from when it says so', () => {
    expect(hear({}, 'IN_USE')).toEqual({
      kind: 'CHANGED',
      from: 'AVAILABLE',
      to: 'IN_USE',
      since: at(10),
      source: 'MACHINE',
    });
    expect(hear({ status: 'DOWN', statusSource: 'MACHINE' }, 'AVAILABLE')).toMatchObject({ to: 'AVAILABLE' });
  });

  test.each(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE'] as const)(
    'does not end %s that a person said, whatever it says',
    (status) => {
      for (const said of ['AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'UNKNOWN'] as const)
        expect(['HELD', 'UNCHANGED']).toContain(hear({ status }, said).kind);
      expect(hear({ status }, 'IN_USE')).toEqual({ kind: 'HELD' });
    },
  );

  test('that it runs and stops is a part of the setup that a person said; that it is down is not', () => {
    expect(hear({ status: 'SETUP' }, 'IN_USE')).toEqual({ kind: 'HELD' });
    expect(hear({ status: 'SETUP' }, 'DOWN')).toMatchObject({ kind: 'CHANGED', to: 'DOWN' });
    expect(hear({ status: 'SETUP', statusSource: 'MACHINE' }, 'IN_USE')).toMatchObject({ to: 'IN_USE' });
  });

  test('that it stands still leaves it in use while an operation holds it; so is it after it was down', () => {
    const held = { status: 'IN_USE', statusSource: 'OPERATION', uses: 1 } as const;
    expect(hear(held, 'AVAILABLE')).toEqual({ kind: 'UNCHANGED' });
    expect(hear(held, 'DOWN')).toMatchObject({ kind: 'CHANGED', to: 'DOWN', source: 'MACHINE' });
    expect(hear({ ...held, status: 'DOWN', statusSource: 'MACHINE' }, 'AVAILABLE')).toMatchObject({
      to: 'IN_USE',
      source: 'OPERATION',
    });
  });

  test('that confirms its status makes it the machine’s', () => {
    expect(hear({}, 'AVAILABLE')).toEqual({ kind: 'CONFIRMED' });
    expect(hear({ statusSource: 'MACHINE' }, 'AVAILABLE')).toEqual({ kind: 'UNCHANGED' });
  });

  test('of before what is known is late: of before its own last word, or of before a person’s or an operation’s', () => {
    expect(hear({ machineSince: at(20) }, 'DOWN')).toEqual({ kind: 'LATE' });
    expect(hear({ statusSince: at(20) }, 'DOWN')).toEqual({ kind: 'LATE' });
    expect(hear({ machineSince: at(10) }, 'DOWN')).toMatchObject({ kind: 'CHANGED' });
  });

  test('of a clock that is ahead counts from now, so that a person may speak after it', () => {
    expect(hearMachine(facts(), 'DOWN', at(9_000), NOW)).toEqual({
      decision: { kind: 'CHANGED', from: 'AVAILABLE', to: 'DOWN', since: NOW, source: 'MACHINE' },
      since: NOW,
      isLast: true,
    });
  });

  test('of a clock that was ahead makes no later word late, not even where it was kept as it was told', () => {
    const given = { status: 'DOWN', statusSource: 'MACHINE', statusSince: at(10) } as const;
    for (const machineSince of [at(10), at(9_000)])
      expect(hear({ ...given, machineSince }, 'AVAILABLE', 11)).toMatchObject({ to: 'AVAILABLE' });
  });

  test('that is no longer to be had takes back what the machine said, and nothing else', () => {
    expect(hear({ status: 'IN_USE', statusSource: 'MACHINE' }, 'UNKNOWN')).toMatchObject({ to: 'UNKNOWN' });
    expect(hear({ status: 'AVAILABLE' }, 'UNKNOWN')).toEqual({ kind: 'UNCHANGED' });
    expect(hear({ status: 'IN_USE', statusSource: 'MACHINE', uses: 1 }, 'UNKNOWN').kind).toBe('UNCHANGED');
    expect(hear({ status: 'DOWN', statusSource: 'MACHINE' }, 'UNKNOWN')).toEqual({ kind: 'UNCHANGED' });
    expect(hear({ status: 'UNKNOWN', statusSource: 'MACHINE' }, 'IN_USE')).toMatchObject({ to: 'IN_USE' });
  });
});

describe('a person', () => {
  const change = (given: Partial<HeardFacts>, to: EquipmentStatus, reason: string | null = 'spindle') =>
    changeStatus(facts(given), to, reason, at(10));

  test('takes over that a machine is down, with a reason: then only a person ends it', () => {
    const down = { status: 'DOWN', statusSource: 'MACHINE' } as const;
    expect(change(down, 'DOWN')).toEqual({ kind: 'CHANGED', from: 'DOWN', to: 'DOWN', since: at(0) });
    expect(change(down, 'DOWN', null)).toEqual({ kind: 'REASON_MISSING' });
    expect(change({ status: 'DOWN' }, 'DOWN')).toEqual({ kind: 'UNCHANGED' });
  });

  test('may do with a machine that runs without an operation what may be done with an available one', () => {
    const runs = { status: 'IN_USE', statusSource: 'MACHINE' } as const;
    for (const to of ['AVAILABLE', 'SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE'] as const)
      expect(change(runs, to)).toMatchObject({ kind: 'CHANGED', to });
    expect(change({ ...runs, uses: 1 }, 'AVAILABLE')).toEqual({ kind: 'HELD_BY_OPERATION' });
    expect(change({}, 'UNKNOWN')).toMatchObject({ kind: 'ILLEGAL_TRANSITION' });
  });
});

test('the end of an operation leaves a machine in use that says that it runs', () => {
  expect(free('IN_USE', 0, 'IN_USE')).toEqual({ kind: 'HANDED_OVER' });
  expect(free('IN_USE', 0, 'AVAILABLE')).toMatchObject({ kind: 'CHANGED', to: 'AVAILABLE' });
  expect(free('IN_USE', 1, 'AVAILABLE')).toEqual({ kind: 'UNCHANGED' });
});

test('whatever is said in whatever order, time goes forward and a person’s word of an unusable machine holds', () => {
  const states = ['AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'UNKNOWN'] as const;
  const word = fc.record({
    second: fc.integer({ min: 0, max: 5_000 }),
    said: fc.constantFrom(...states),
    person: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.integer({ min: 0, max: 1 }), (words, uses) => {
      let now: HeardFacts = facts({ uses });
      for (const { second, said, person } of words) {
        const before = now;
        const heard = person ? null : hearMachine(now, said, at(second), NOW);
        const step = heard?.decision ?? changeStatus(now, said, 'because', at(Math.min(second, 3_600)));
        if (step.kind === 'CHANGED') {
          const statusSource = ('source' in step ? step.source : 'PERSON') as StatusSource;
          now = { ...now, status: step.to, statusSince: step.since, statusSource };
        }
        if (step.kind === 'CONFIRMED') now = { ...now, statusSource: 'MACHINE' };
        if (heard?.isLast) now = { ...now, machineSince: heard.since };
        expect(now.machineSince?.getTime() ?? 0).toBeLessThanOrEqual(NOW.getTime());
        expect(now.statusSince.getTime()).toBeGreaterThanOrEqual(before.statusSince.getTime());
        expect(now.statusSince.getTime()).toBeLessThanOrEqual(NOW.getTime());
        if (!person && before.statusSource === 'PERSON' && UNUSABLE.has(before.status))
          expect([now.status, now.statusSource]).toEqual([before.status, before.statusSource]);
      }
    }),
  );
});
