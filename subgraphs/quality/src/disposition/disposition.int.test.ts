import { newId } from '@machshop/db';
import { program } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, engineer, operator, QualityPlant, quality } from '../testing.ts';

let shop: QualityPlant;
let next = 0;
beforeAll(async () => {
  shop = await QualityPlant.start();
});
afterAll(() => shop?.close());

const codes = async (mutation: string, input: object, viewer = quality) =>
  (await shop.refused(mutation, 'disposition', input, viewer)).map(({ code }) => code);

/** A case of a new piece before the board, with a proposal. */
async function proposal(kind: string, more: object = {}) {
  const serial = `D-${++next}`;
  await shop.serial(serial);
  const raised = await shop.underReview({ serialNumbers: [serial], ...more });
  const proposed = await shop.propose(raised.affected[0]?.id, kind);
  return { id: raised.id, dispositionId: proposed.id, proposed, itemId: raised.affected[0]?.id };
}

const stateOf = (id: string) =>
  shop.look<{ status: string; affected: { hold: string }[] }>(id, 'status affected { hold }');

describe('a disposition', () => {
  test('to use it as it is needs quality and engineering, two people; then it is free', async () => {
    const { id, dispositionId, proposed } = await proposal('USE_AS_IS');
    expect(proposed.requiredApprovals).toEqual(['QUALITY', 'ENGINEERING']);
    await shop.decide('Quality', dispositionId, quality);
    expect(await stateOf(id)).toEqual({ status: 'UNDER_REVIEW', affected: [{ hold: 'BLOCKED' }] });
    expect(
      await codes(
        'decideDispositionForEngineering',
        { dispositionId, decision: 'APPROVED' },
        {
          ...admin,
          userId: quality.userId,
        },
      ),
    ).toEqual(['APPROVED_IN_OTHER_ROLE']);
    const decided = await shop.decide('Engineering', dispositionId, engineer);
    expect(decided.status).toBe('CARRIED_OUT');
    expect(await stateOf(id)).toEqual({ status: 'VERIFICATION', affected: [{ hold: 'NONE' }] });
    expect((await shop.said('hold-changed', id)).map(({ affected }) => affected)).toMatchObject([
      [{ hold: 'BLOCKED' }],
      [{ hold: 'NONE' }],
    ]);
    expect(await shop.said('dispositioned', id)).toHaveLength(1);
    expect(await shop.said('verification-started', id)).toHaveLength(1);
  });

  test('is not decided by who raised it, nor by a program', async () => {
    await shop.serial('D-OWN');
    const raised = await shop.raise({ serialNumbers: ['D-OWN'] }, quality);
    await shop.ok('reviewNonConformance', 'nonConformance { id }', { id: raised.id });
    const { id: dispositionId } = await shop.propose(raised.affected[0]?.id, 'SCRAP');
    const input = { dispositionId, decision: 'APPROVED' };
    expect(await codes('decideDispositionForQuality', input)).toEqual(['RAISED_BY_APPROVER']);
    expect(await codes('decideDispositionForQuality', input, program('QUALITY_ENGINEER'))).toEqual([
      'PERSON_REQUIRED',
    ]);
    expect(await codes('decideDispositionForQuality', input, admin)).toEqual([]);
  });

  test('that reworks it lets operations run until it is carried out', async () => {
    const { id, dispositionId } = await proposal('REWORK');
    await shop.decide('Quality', dispositionId, quality);
    expect(await stateOf(id)).toEqual({ status: 'DISPOSITIONED', affected: [{ hold: 'WORK_ONLY' }] });
    const done = { dispositionId, result: 'bore sleeved, 12.010 mm' };
    await shop.ok('carryOutDisposition', 'disposition { id status }', done);
    await shop.ok('carryOutDisposition', 'disposition { id status }', done);
    expect(await stateOf(id)).toEqual({ status: 'VERIFICATION', affected: [{ hold: 'NONE' }] });
    expect(await shop.said('disposition-carried-out', id)).toHaveLength(1);
  });

  test('that is rejected says why, and another one takes its place', async () => {
    const { id, dispositionId, itemId } = await proposal('REPAIR');
    expect(
      await codes('decideDispositionForEngineering', { dispositionId, decision: 'REJECTED' }, engineer),
    ).toEqual(['COMMENT_MISSING']);
    const rejected = { dispositionId, decision: 'REJECTED', comment: 'weakens the root' };
    expect(await codes('decideDispositionForEngineering', rejected, engineer)).toEqual([]);
    expect(await codes('decideDispositionForQuality', { dispositionId, decision: 'APPROVED' })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const { id: second } = await shop.propose(itemId, 'SCRAP');
    await shop.decide('Quality', second, quality);
    const { dispositions } = await shop.look<{ dispositions: unknown[] }>(
      id,
      'dispositions { kind status approvals { role decision comment decidedByName } }',
    );
    expect(dispositions).toEqual([
      {
        kind: 'REPAIR',
        status: 'REJECTED',
        approvals: [
          {
            role: 'ENGINEERING',
            decision: 'REJECTED',
            comment: 'weakens the root',
            decidedByName: 'manufacturing.engineer',
          },
        ],
      },
      { kind: 'SCRAP', status: 'APPROVED', approvals: [expect.objectContaining({ role: 'QUALITY' })] },
    ]);
  });

  test('of what the customer found waits for the customer too', async () => {
    const { id, dispositionId, proposed } = await proposal('USE_AS_IS', { source: 'CUSTOMER' });
    expect(proposed.requiredApprovals).toEqual(['QUALITY', 'ENGINEERING', 'CUSTOMER']);
    await shop.decide('Quality', dispositionId, quality);
    await shop.decide('Engineering', dispositionId, engineer);
    expect((await stateOf(id)).status).toBe('UNDER_REVIEW');
    const filed = { dispositionId, decision: 'APPROVED', reference: 'CONC-4711' };
    expect(await codes('recordCustomerDecision', filed)).toEqual([]);
    expect((await stateOf(id)).status).toBe('VERIFICATION');
  });

  test('two who decide in one role at once: one of them does', async () => {
    const { dispositionId } = await proposal('SCRAP');
    const input = { dispositionId, decision: 'APPROVED' };
    const answers = await Promise.all([
      codes('decideDispositionForQuality', input),
      codes('decideDispositionForQuality', input, { ...admin, userId: newId() }),
    ]);
    expect(answers.flat()).toEqual(['DECIDED_ALREADY']);
  });

  test('of a lot goes by parts of it; the same proposal again changes nothing', async () => {
    await shop.lot('D-LOT');
    const lots = [{ lotNumber: 'D-LOT', quantity: { value: '10.5', unit: 'KGM' } }];
    const { id, affected } = await shop.underReview({ lots });
    const itemId = affected[0]?.id;
    const first = { id: newId(), quantity: '8.25' };
    await shop.propose(itemId, 'SCRAP', first);
    await shop.propose(itemId, 'SCRAP', first);
    const input = {
      itemId,
      kind: 'SCRAP',
      justification: 'as the board sees it',
      instructions: 'by the book',
    };
    expect(await codes('proposeDisposition', { ...input, id: first.id, quantity: '1' })).toEqual([
      'ID_TAKEN',
    ]);
    expect(await codes('proposeDisposition', { ...input, quantity: '2.2500001' })).toEqual([
      'MORE_THAN_AFFECTED',
    ]);
    const rest = await shop.propose(itemId, 'RETURN_TO_SUPPLIER');
    for (const dispositionId of [first.id, rest.id]) {
      await shop.decide('Quality', dispositionId, quality);
      expect((await stateOf(id)).affected).toEqual([{ hold: 'BLOCKED' }]);
      await shop.ok('carryOutDisposition', 'disposition { id }', { dispositionId, result: 'gone' });
    }
    expect(await stateOf(id)).toEqual({ status: 'VERIFICATION', affected: [{ hold: 'NONE' }] });
    const { dispositions } = await shop.look<{ dispositions: unknown }>(
      id,
      'dispositions { quantity { value unit } }',
    );
    expect(dispositions).toEqual([
      { quantity: { value: '8.25', unit: 'KGM' } },
      { quantity: { value: '2.25', unit: 'KGM' } },
    ]);
  });

  test('that departs from the contract is another proposal than one that does not: its id is taken', async () => {
    await shop.lot('D-CONTRACT');
    const lots = [{ lotNumber: 'D-CONTRACT', quantity: { value: '1', unit: 'KGM' } }];
    const { affected } = await shop.underReview({ lots });
    const itemId = affected[0]?.id;
    const id = newId();
    const first = await shop.propose(itemId, 'USE_AS_IS', { id });
    expect(await shop.propose(itemId, 'USE_AS_IS', { id })).toEqual(first);
    const departs = { id, itemId, kind: 'USE_AS_IS', departsFromContract: true };
    const input = { ...departs, justification: 'as the board sees it', instructions: 'by the book' };
    expect(await codes('proposeDisposition', input)).toEqual(['ID_TAKEN']);
  });

  test('proposed five times at once for most of a lot: one of them is', async () => {
    await shop.lot('D-RACE');
    const lots = [{ lotNumber: 'D-RACE', quantity: { value: '10', unit: 'KGM' } }];
    const { id, affected } = await shop.underReview({ lots });
    const input = { itemId: affected[0]?.id, kind: 'SCRAP', justification: 'x', quantity: '6' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => codes('proposeDisposition', input)));
    expect(answers.flat()).toEqual(Array(4).fill('MORE_THAN_AFFECTED'));
    expect(await shop.said('disposition-proposed', id)).toHaveLength(1);
  });

  test('comes after the board has seen it, and ends what may be cancelled', async () => {
    await shop.serial('D-EARLY');
    const { id, affected } = await shop.raise({ serialNumbers: ['D-EARLY'] });
    const input = { itemId: affected[0]?.id, kind: 'SCRAP', justification: 'x' };
    expect(await codes('proposeDisposition', input)).toEqual(['NOT_UNDER_REVIEW']);
    expect(await codes('proposeDisposition', { ...input, kind: 'REWORK' })).toEqual(['INSTRUCTIONS_MISSING']);
    await shop.serial('D-LATE');
    await shop.ok('addAffectedItems', 'nonConformance { id }', {
      id,
      serialNumbers: ['D-LATE'],
      reason: 'x',
    });
    await shop.ok('reviewNonConformance', 'nonConformance { id }', { id });
    const { id: dispositionId } = await shop.propose(affected[0]?.id, 'SCRAP');
    await shop.decide('Quality', dispositionId, quality);
    const cancelled = await shop.refused('cancelNonConformance', 'nonConformance', { id, reason: 'x' });
    expect(cancelled).toMatchObject([{ code: 'DISPOSITIONED_ALREADY' }]);
  });

  test('is decided by those whom the severity asks for: it changes no more once something is proposed', async () => {
    const { id, dispositionId } = await proposal('USE_AS_IS');
    const change = { id, severity: 'CRITICAL', reason: 'flight safety' };
    expect(await shop.refused('changeNonConformance', 'nonConformance', change)).toMatchObject([
      { code: 'DISPOSITION_PROPOSED' },
    ]);
    const rejected = { dispositionId, decision: 'REJECTED', comment: 'think again' };
    expect(await codes('decideDispositionForQuality', rejected)).toEqual([]);
    expect(await shop.refused('changeNonConformance', 'nonConformance', change)).toEqual([]);
  });

  test('that was proposed falls when its case is cancelled: nobody decides it then', async () => {
    const { id, dispositionId } = await proposal('SCRAP');
    await shop.ok('cancelNonConformance', 'nonConformance { id }', { id, reason: 'a mix-up' });
    expect(await stateOf(id)).toEqual({ status: 'CANCELLED', affected: [{ hold: 'NONE' }] });
    expect(await codes('decideDispositionForQuality', { dispositionId, decision: 'APPROVED' })).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const { dispositions } = await shop.look<{ dispositions: { status: string }[] }>(
      id,
      'dispositions { status }',
    );
    expect(dispositions).toEqual([{ status: 'SUPERSEDED' }]);
  });

  test('is no operator’s to propose', async () => {
    const query = `mutation { proposeDisposition(input: { itemId: "${newId()}", kind: SCRAP, justification: "x" }) { errors { code } } }`;
    expect(await shop.plant.refuse('quality', operator, query)).toEqual(['FORBIDDEN']);
  });
});
