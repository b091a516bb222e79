import { Decimal } from '@machshop/db';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ApprovalFacts,
  type ApprovalRole,
  type DispositionFacts,
  type DispositionKind,
  decideApproval,
  decidePropose,
  fallsOnReopen,
  holdOf,
  needsCustomer,
  progress,
  requiredApprovals,
  strictest,
  undecided,
} from './disposition.ts';

const KINDS: readonly DispositionKind[] = ['USE_AS_IS', 'REWORK', 'REPAIR', 'SCRAP', 'RETURN_TO_SUPPLIER'];
const item = (type: 'SERIAL' | 'LOT' | 'ORDER', quantity = '1') => ({ id: 'item', type, quantity });
const disposition = (
  kind: DispositionKind,
  status: DispositionFacts['status'],
  quantity = '1',
): DispositionFacts => ({ itemId: 'item', kind, status, quantity });

describe('who approves', () => {
  const roles = (kind: DispositionKind, customer = false) => requiredApprovals(kind, customer).join(' ');

  test('quality everything, engineering what does not conform afterwards, the customer where asked', () => {
    expect(KINDS.map((kind) => roles(kind))).toEqual([
      'QUALITY ENGINEERING',
      'QUALITY',
      'QUALITY ENGINEERING',
      'QUALITY',
      'QUALITY',
    ]);
    expect(roles('REPAIR', true)).toBe('QUALITY ENGINEERING CUSTOMER');
  });

  test('the customer has a say in what departs from the contract, what it found, and what is critical', () => {
    const facts = { severity: 'MAJOR', source: 'FINAL', departsFromContract: false } as const;
    const asked = (more: object) => needsCustomer('USE_AS_IS', { ...facts, ...more });
    expect(asked({})).toBe(false);
    expect(
      [{ departsFromContract: true }, { source: 'CUSTOMER' }, { severity: 'CRITICAL' }].map(asked),
    ).toEqual([true, true, true]);
    expect(needsCustomer('SCRAP', { ...facts, severity: 'CRITICAL' })).toBe(false);
  });

  const proposed = {
    kind: 'USE_AS_IS',
    status: 'PROPOSED',
    customerApproval: false,
    raisedById: 'raiser',
  } as const;
  const approved = (role: ApprovalRole, by: string): ApprovalFacts => ({
    role,
    decision: 'APPROVED',
    decidedById: by,
    decidedByName: by,
  });
  const decide = (role: ApprovalRole, by: string, before: ApprovalFacts[] = [], more: object = {}) =>
    decideApproval({ ...proposed, ...more }, before, { role, decision: 'APPROVED', by });

  test('not who raised it, and nobody in two roles', () => {
    expect(decide('QUALITY', 'raiser')).toEqual({ kind: 'RAISED_BY_APPROVER' });
    expect(decide('ENGINEERING', 'ann', [approved('QUALITY', 'ann')])).toEqual({
      kind: 'APPROVED_IN_OTHER_ROLE',
      role: 'QUALITY',
    });
    expect(decide('CUSTOMER', 'raiser', [], { customerApproval: true }).kind).toBe('DECIDED');
  });

  test('the last approval approves; what is used as it is needs nothing more', () => {
    expect(decide('QUALITY', 'ann')).toEqual({ kind: 'DECIDED', status: 'PROPOSED' });
    expect(decide('ENGINEERING', 'bob', [approved('QUALITY', 'ann')])).toEqual({
      kind: 'DECIDED',
      status: 'CARRIED_OUT',
    });
    expect(decide('QUALITY', 'ann', [], { kind: 'SCRAP' })).toEqual({ kind: 'DECIDED', status: 'APPROVED' });
  });

  test('the same again changes nothing; another word in the role is refused, and a role that is not asked', () => {
    const before = [approved('QUALITY', 'ann')];
    expect(decide('QUALITY', 'ann', before)).toEqual({ kind: 'UNCHANGED' });
    expect(decide('QUALITY', 'bob', before)).toEqual({ kind: 'DECIDED_ALREADY', by: 'ann' });
    expect(decide('ENGINEERING', 'bob', [], { kind: 'REWORK' })).toEqual({
      kind: 'APPROVAL_NOT_REQUIRED',
      required: ['QUALITY'],
    });
    expect(decide('ENGINEERING', 'bob', before, { status: 'REJECTED' })).toEqual({
      kind: 'NOT_PROPOSED',
      status: 'REJECTED',
    });
  });

  test('one who rejects is enough', () => {
    const command = { role: 'QUALITY', decision: 'REJECTED', by: 'ann' } as const;
    expect(decideApproval(proposed, [], command)).toEqual({ kind: 'DECIDED', status: 'REJECTED' });
  });

  test('nothing is approved without each required role, by people who are not the raiser and not one person twice', () => {
    const step = fc.record({
      role: fc.constantFrom<ApprovalRole>('QUALITY', 'ENGINEERING', 'CUSTOMER'),
      by: fc.constantFrom('raiser', 'ann', 'bob', 'cy'),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.boolean(),
        fc.array(step, { maxLength: 12 }),
        (kind, customer, steps) => {
          let status: DispositionFacts['status'] = 'PROPOSED';
          const given: ApprovalFacts[] = [];
          for (const { role, by } of steps) {
            const facts = { kind, status, customerApproval: customer, raisedById: 'raiser' };
            const outcome = decideApproval(facts, given, { role, decision: 'APPROVED', by });
            if (outcome.kind !== 'DECIDED') continue;
            given.push(approved(role, by));
            status = outcome.status;
          }
          if (status === 'PROPOSED') return;
          expect(given.map(({ role }) => role).sort()).toEqual([...requiredApprovals(kind, customer)].sort());
          const deciders = given
            .filter(({ role }) => role !== 'CUSTOMER')
            .map(({ decidedById }) => decidedById);
          expect(deciders).not.toContain('raiser');
          expect(new Set(deciders).size).toBe(deciders.length);
        },
      ),
    );
  });
});

describe('how much', () => {
  test('no more gets a disposition than is affected, whatever is proposed, rejected and proposed again', () => {
    const quantity = fc.integer({ min: 1, max: 4_000 }).map((n) => new Decimal(n).div(1_000).toFixed());
    const wish = fc.record({ quantity, rejected: fc.boolean() });
    fc.assert(
      fc.property(quantity, fc.array(wish, { maxLength: 20 }), (affected, wishes) => {
        const lot = item('LOT', affected);
        const all: DispositionFacts[] = [];
        for (const { quantity: wanted, rejected } of wishes) {
          const decision = decidePropose('UNDER_REVIEW', lot, all, wanted);
          if (decision.kind !== 'PROPOSE') continue;
          all.push(disposition('SCRAP', rejected ? 'REJECTED' : 'APPROVED', decision.quantity));
        }
        const left = undecided(lot, all);
        expect(left.gte(0)).toBe(true);
        const rest = decidePropose('UNDER_REVIEW', lot, all, null);
        expect(rest).toEqual(
          left.gt(0)
            ? { kind: 'PROPOSE', quantity: left.toFixed() }
            : { kind: 'MORE_THAN_AFFECTED', undecided: '0' },
        );
        expect(progress('UNDER_REVIEW', [lot], all)).toBe(left.isZero() ? 'DISPOSITIONED' : 'UNDER_REVIEW');
      }),
    );
  });

  test('only before the board', () => {
    expect(decidePropose('OPEN', item('SERIAL'), [], null)).toEqual({
      kind: 'NOT_UNDER_REVIEW',
      status: 'OPEN',
    });
  });
});

describe('what is held', () => {
  const hold = (type: 'SERIAL' | 'LOT', ...dispositions: DispositionFacts[]) =>
    holdOf('UNDER_REVIEW', item(type), dispositions);

  test('a piece until it is used as it is or reworked; one that is scrapped for ever', () => {
    expect(hold('SERIAL')).toBe('BLOCKED');
    expect(hold('SERIAL', disposition('USE_AS_IS', 'PROPOSED'))).toBe('BLOCKED');
    expect(hold('SERIAL', disposition('USE_AS_IS', 'CARRIED_OUT'))).toBe('NONE');
    expect(hold('SERIAL', disposition('REWORK', 'APPROVED'))).toBe('WORK_ONLY');
    expect(hold('SERIAL', disposition('REWORK', 'CARRIED_OUT'))).toBe('NONE');
    expect(hold('SERIAL', disposition('SCRAP', 'APPROVED'))).toBe('BLOCKED');
    expect(hold('SERIAL', disposition('SCRAP', 'CARRIED_OUT'))).toBe('GONE');
    expect(hold('SERIAL', disposition('USE_AS_IS', 'SUPERSEDED'))).toBe('BLOCKED');
  });

  test('a lot until all that is affected of it is used, mended or gone', () => {
    const lot = item('LOT', '3');
    const parts = [disposition('USE_AS_IS', 'CARRIED_OUT', '2'), disposition('SCRAP', 'APPROVED', '1')];
    expect(holdOf('DISPOSITIONED', lot, parts)).toBe('BLOCKED');
    const gone = [disposition('USE_AS_IS', 'CARRIED_OUT', '2'), disposition('SCRAP', 'CARRIED_OUT', '1')];
    expect(holdOf('VERIFICATION', lot, gone)).toBe('NONE');
  });

  test('what several cases hold is held as the strictest says', () => {
    expect(strictest([])).toBe('NONE');
    expect(strictest(['NONE', 'WORK_ONLY'])).toBe('WORK_ONLY');
    expect(strictest(['WORK_ONLY', 'BLOCKED', 'NONE'])).toBe('BLOCKED');
    expect(strictest(['BLOCKED', 'GONE'])).toBe('GONE');
  });

  test('nothing of a case that was cancelled', () => {
    expect(holdOf('CANCELLED', item('SERIAL'), [])).toBe('NONE');
  });

  test('a closed case holds nothing but what is gone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom('SERIAL', 'LOT', 'ORDER'), (kind, type) => {
        const held = holdOf('CLOSED', item(type as 'LOT'), [disposition(kind, 'CARRIED_OUT')]);
        const gone = kind === 'SCRAP' || kind === 'RETURN_TO_SUPPLIER';
        expect(held).toBe(gone && type === 'SERIAL' ? 'GONE' : 'NONE');
      }),
    );
  });
});

test('a case that is reopened keeps what is gone and nothing else', () => {
  expect(fallsOnReopen(disposition('SCRAP', 'CARRIED_OUT'))).toBe(false);
  expect(fallsOnReopen(disposition('USE_AS_IS', 'CARRIED_OUT'))).toBe(true);
  expect(fallsOnReopen(disposition('USE_AS_IS', 'REJECTED'))).toBe(false);
});
