import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActionStatus, implement, isOverdue, verify } from './corrective-action.ts';

const STATUSES: readonly ActionStatus[] = ['PLANNED', 'IMPLEMENTED', 'VERIFIED', 'INEFFECTIVE'];

describe('an action', () => {
  test('is implemented, and anew when it did not work; never once it is verified', () => {
    expect(STATUSES.map((status) => implement(status).kind)).toEqual([
      'CHANGED',
      'UNCHANGED',
      'ILLEGAL_TRANSITION',
      'CHANGED',
    ]);
  });

  test('is judged once it is implemented, by somebody else; the same judgement again changes nothing', () => {
    const done = { status: 'IMPLEMENTED', implementedById: 'ann' } as const;
    expect(verify(done, true, 'bob')).toEqual({ kind: 'CHANGED', to: 'VERIFIED' });
    expect(verify(done, false, 'bob')).toEqual({ kind: 'CHANGED', to: 'INEFFECTIVE' });
    expect(verify(done, true, 'ann')).toEqual({ kind: 'IMPLEMENTED_BY_VERIFIER' });
    expect(verify({ ...done, status: 'VERIFIED' }, true, 'ann')).toEqual({ kind: 'UNCHANGED' });
    expect(verify({ ...done, status: 'PLANNED' }, true, 'bob')).toEqual({
      kind: 'ILLEGAL_TRANSITION',
      from: 'PLANNED',
      to: 'VERIFIED',
    });
  });

  test('whatever is tried, it is verified only by somebody who did not implement it last', () => {
    const who = fc.constantFrom('ann', 'bob');
    const step = fc.record({ what: fc.constantFrom('IMPLEMENT', 'WORKS', 'FAILS'), who });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let action = { status: 'PLANNED' as ActionStatus, implementedById: null as string | null };
        let verifiedBy: string | null = null;
        for (const { what, who: by } of steps) {
          const outcome =
            what === 'IMPLEMENT' ? implement(action.status) : verify(action, what === 'WORKS', by);
          if (outcome.kind !== 'CHANGED') continue;
          if (what === 'IMPLEMENT') action = { status: outcome.to, implementedById: by };
          else {
            action = { ...action, status: outcome.to };
            verifiedBy = by;
          }
        }
        if (action.status === 'VERIFIED') expect(verifiedBy).not.toBe(action.implementedById);
      }),
    );
  });

  test('is overdue from its time on until it is implemented', () => {
    const dueAt = new Date('2026-03-01T06:00:00.000Z');
    const after = new Date('2026-03-01T06:00:00.001Z');
    expect(STATUSES.map((status) => isOverdue({ status, dueAt }, after))).toEqual([true, false, false, true]);
    expect(isOverdue({ status: 'PLANNED', dueAt }, dueAt)).toBe(false);
  });
});
