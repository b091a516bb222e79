import { newId } from '@machshop/db';
import { OTHER_TENANT, persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engineer, inspector, QualityPlant, quality } from '../testing.ts';

let shop: QualityPlant;
let offset = 0;
let next = 0;
beforeAll(async () => {
  shop = await QualityPlant.start(() => new Date(Date.now() + offset));
});
afterAll(() => shop?.close());

const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const refusals = (mutation: string, input: object, viewer = quality) =>
  shop.refused(
    mutation,
    mutation.endsWith('CorrectiveAction') ? 'correctiveAction' : 'nonConformance',
    input,
    viewer,
  );

/** A case whose piece was scrapped: only cause, disciplines and actions remain. */
async function verifying(severity: string) {
  const serial = `E-${++next}`;
  await shop.serial(serial);
  const { id, affected } = await shop.underReview({ serialNumbers: [serial], severity });
  const { id: dispositionId } = await shop.propose(affected[0]?.id, 'SCRAP');
  await shop.decide('Quality', dispositionId, quality);
  await shop.ok('carryOutDisposition', 'disposition { id }', { dispositionId, result: 'cut up' });
  return id;
}

const complete = (nonConformanceId: string, discipline: string) =>
  shop.ok('completeEightDStep', 'nonConformance { id status }', {
    nonConformanceId,
    discipline,
    content: 'done',
  });
const cause = (nonConformanceId: string) =>
  shop.ok('recordRootCause', 'nonConformance { id status }', {
    nonConformanceId,
    category: 'METHOD',
    statement: 'tool life was not tracked',
    whys: ['the insert was worn', 'nobody counted parts per insert'],
  });
const plan = (nonConformanceId: string, kind: string, more: object = {}) =>
  shop.ok('planCorrectiveAction', 'correctiveAction { id status }', {
    nonConformanceId,
    kind,
    description: 'count parts per insert',
    owner: inspector.username,
    dueAt: inDays(7),
    ...more,
  });
async function prove(id: string) {
  const fields = 'correctiveAction { id status }';
  await shop.ok('implementCorrectiveAction', fields, { id, evidence: 'in the program' }, inspector);
  await shop.ok('verifyCorrectiveAction', fields, { id, effective: true, verification: '50 parts within' });
}

describe('a MINOR one', () => {
  test('is closed with its root cause, not without; once', async () => {
    const id = await verifying('MINOR');
    expect(await refusals('closeNonConformance', { id })).toMatchObject([{ code: 'ROOT_CAUSE_MISSING' }]);
    await cause(id);
    expect(await refusals('closeNonConformance', { id })).toMatchObject([
      { code: 'DISCIPLINES_INCOMPLETE', disciplines: ['D4'] },
    ]);
    await complete(id, 'D4');
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    expect(await shop.said('closed', id)).toMatchObject([{ status: 'CLOSED', causeCategory: 'METHOD' }]);
    expect(await refusals('changeNonConformance', { id, severity: 'MAJOR', reason: 'x' })).toMatchObject([
      { code: 'NON_CONFORMANCE_OVER' },
    ]);
    const found = await shop.look(id, 'rootCause { category whys } closedByName eightD { open }');
    expect(found).toEqual({
      rootCause: { category: 'METHOD', whys: ['the insert was worn', 'nobody counted parts per insert'] },
      closedByName: 'quality.engineer',
      eightD: { open: [] },
    });
  });
});

describe('a CRITICAL one', () => {
  test('goes through all disciplines in their order', async () => {
    const id = await verifying('CRITICAL');
    const step = { nonConformanceId: id, content: 'x' };
    expect(await refusals('completeEightDStep', { ...step, discipline: 'D2' })).toMatchObject([
      { code: 'DISCIPLINES_INCOMPLETE', disciplines: ['D0', 'D1'] },
    ]);
    await complete(id, 'D0');
    expect(await refusals('completeEightDStep', { ...step, discipline: 'D1' })).toMatchObject([
      { code: 'TEAM_MISSING' },
    ]);
    const team = {
      nonConformanceId: id,
      leader: quality.username,
      members: [engineer.username, quality.username],
    };
    const before = (await shop.said('eight-d-changed', id)).length;
    await shop.ok('setEightDTeam', 'nonConformance { id status }', team);
    // the same again, in another order
    team.members.reverse();
    await shop.ok('setEightDTeam', 'nonConformance { id status }', team);
    expect(await shop.said('eight-d-changed', id)).toHaveLength(before + 1);
    for (const discipline of ['D1', 'D2', 'D3']) await complete(id, discipline);
    await cause(id);
    await complete(id, 'D4');
    expect(await refusals('completeEightDStep', { ...step, discipline: 'D5' })).toMatchObject([
      { code: 'ACTION_MISSING' },
    ]);
    const corrective = await plan(id, 'CORRECTIVE');
    await complete(id, 'D5');
    expect(await refusals('completeEightDStep', { ...step, discipline: 'D6' })).toMatchObject([
      { code: 'ACTIONS_NOT_VERIFIED' },
    ]);
    await prove(corrective.id);
    await complete(id, 'D6');
    await prove((await plan(id, 'PREVENTIVE', { description: 'the same on all mills' })).id);
    await complete(id, 'D7');
    expect(await refusals('closeNonConformance', { id })).toMatchObject([{ disciplines: ['D8'] }]);
    await complete(id, 'D8');
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    const { eightD } = await shop.look<{ eightD: { team: unknown; steps: { completedByName: string }[] } }>(
      id,
      'eightD { team { username leader } steps { discipline completedByName completedBy { __typename } } }',
    );
    expect(eightD.team).toEqual([
      { username: 'quality.engineer', leader: true },
      { username: 'manufacturing.engineer', leader: false },
    ]);
    expect(eightD.steps.map(({ completedByName }) => completedByName)).toEqual(
      Array(9).fill('quality.engineer'),
    );
  });

  test('that comes back is before the board again; what is scrapped stays so, the disciplines are open', async () => {
    const id = await verifying('MINOR');
    await cause(id);
    await complete(id, 'D4');
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    const reopened = await shop.ok('reopenNonConformance', 'nonConformance { id status }', {
      id,
      reason: 'the customer found another one',
    });
    // all that was affected is gone already
    expect(reopened.status).toBe('VERIFICATION');
    expect(await shop.look(id, 'closedAt eightD { open } affected { hold }')).toEqual({
      closedAt: null,
      eightD: { open: ['D4'] },
      affected: [{ hold: 'GONE' }],
    });
  });

  test('that was used as it is is held again when it comes back', async () => {
    await shop.serial('E-BACK');
    const { id, affected } = await shop.underReview({ serialNumbers: ['E-BACK'] });
    const { id: dispositionId } = await shop.propose(affected[0]?.id, 'USE_AS_IS');
    await shop.decide('Quality', dispositionId, quality);
    await shop.decide('Engineering', dispositionId, engineer);
    await cause(id);
    await complete(id, 'D4');
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    await shop.ok('reopenNonConformance', 'nonConformance { id status }', { id, reason: 'it leaks' });
    expect(await shop.look(id, 'status affected { hold } dispositions { status }')).toEqual({
      status: 'UNDER_REVIEW',
      affected: [{ hold: 'BLOCKED' }],
      dispositions: [{ status: 'SUPERSEDED' }],
    });
  });
});

describe('an action', () => {
  test('is verified by somebody else, and done anew when it does not work', async () => {
    const id = await verifying('MINOR');
    const action = await plan(id, 'CORRECTIVE');
    const done = { id: action.id, evidence: 'in the program' };
    const fields = 'correctiveAction { id status }';
    expect(
      await refusals('verifyCorrectiveAction', { id: action.id, effective: true, verification: 'x' }),
    ).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'PLANNED', to: 'VERIFIED' }]);
    await shop.ok('implementCorrectiveAction', fields, done);
    const judged = { id: action.id, effective: false, verification: 'still drifts' };
    expect(await refusals('verifyCorrectiveAction', judged)).toMatchObject([
      { code: 'IMPLEMENTED_BY_VERIFIER' },
    ]);
    const admin = persona('ADMINISTRATOR');
    expect(await shop.ok('verifyCorrectiveAction', fields, judged, admin)).toMatchObject({
      status: 'INEFFECTIVE',
    });
    await cause(id);
    await complete(id, 'D4');
    expect(await refusals('closeNonConformance', { id })).toMatchObject([{ code: 'ACTIONS_NOT_VERIFIED' }]);
    await prove(action.id);
    await shop.ok('closeNonConformance', 'nonConformance { id status }', { id });
    expect(await shop.said('action-verified', id)).toMatchObject([
      { actionStatus: 'INEFFECTIVE' },
      { actionStatus: 'VERIFIED', owner: { __typename: 'User', id: inspector.userId } },
    ]);
  });

  test('planned twice with one id is one; with other content it is ID_TAKEN', async () => {
    const nonConformanceId = await verifying('MINOR');
    const one = { id: newId(), dueAt: inDays(3) };
    expect(await plan(nonConformanceId, 'CORRECTIVE', one)).toEqual(
      await plan(nonConformanceId, 'CORRECTIVE', one),
    );
    const input = { nonConformanceId, kind: 'PREVENTIVE', description: 'x', owner: quality.username, ...one };
    expect(await refusals('planCorrectiveAction', input)).toMatchObject([{ code: 'ID_TAKEN' }]);
    expect(await refusals('planCorrectiveAction', { ...input, owner: 'nobody.here' })).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'owner'] },
    ]);
  });

  test('or a discipline that is late is found, by owner and with its case; another tenant finds none', async () => {
    const id = await verifying('MINOR');
    const action = await plan(id, 'CORRECTIVE', { owner: engineer.username, dueAt: inDays(1) });
    const stepped = {
      nonConformanceId: id,
      discipline: 'D2',
      responsible: engineer.username,
      dueAt: inDays(2),
    };
    await shop.ok('updateEightDStep', 'nonConformance { id status }', stepped);
    const late = async (viewer = quality) => {
      const query = `query ($owner: String!) {
        correctiveActions(first: 10, filter: { ownerUsername: $owner, overdue: true }) { nodes { id overdue } }
        nonConformances(first: 10, filter: { overdue: true }) { nodes { id } } }`;
      const found = await shop.plant.run<Record<string, { nodes: { id: string }[] }>>(
        'quality',
        viewer,
        query,
        {
          owner: engineer.username,
        },
      );
      return Object.values(found).map(({ nodes }) => nodes.map((node) => node.id));
    };
    expect(await late()).toEqual([[], []]);
    offset = 1.5 * DAY;
    expect(await late()).toEqual([[action.id], [id]]);
    expect(await late(persona('ADMINISTRATOR', { tenantId: OTHER_TENANT }))).toEqual([[], []]);
    await prove(action.id);
    expect(await late()).toEqual([[], []]);
    offset = 3 * DAY;
    expect((await late())[1]).toContain(id);
    const { eightD } = await shop.look<{ eightD: { steps: { discipline: string; overdue: boolean }[] } }>(
      id,
      'eightD { steps { discipline overdue } }',
    );
    expect(eightD.steps.filter(({ overdue }) => overdue).map(({ discipline }) => discipline)).toEqual(['D2']);
    offset = 0;
  });
});

test('a Pareto chart counts by what cases have in common, in a span, without cancelled ones', async () => {
  const code = 'PARETO';
  await shop.serial('E-PARETO');
  const raised = [];
  for (let i = 0; i < 3; i++)
    raised.push(await shop.raise({ serialNumbers: ['E-PARETO'], defectCode: code }));
  await shop.ok('cancelNonConformance', 'nonConformance { id status }', {
    id: raised[0]?.id,
    reason: 'none',
  });
  const chart = async (by: string, from: number, to: number) => {
    const query = `query ($from: DateTime!, $to: DateTime!) { nonConformancePareto(from: $from, to: $to, by: ${by}) { key count cumulativePercent } }`;
    const variables = { from: inDays(from), to: inDays(to) };
    type Chart = { nonConformancePareto: { key: string | null; count: number; cumulativePercent: string }[] };
    return (await shop.plant.run<Chart>('quality', quality, query, variables)).nonConformancePareto;
  };
  const lines = await chart('DEFECT_CODE', -1, 1);
  expect(lines.find(({ key }) => key === code)?.count).toBe(2);
  expect(lines.at(-1)?.cumulativePercent).toBe('100');
  expect((await chart('CAUSE', -1, 1)).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['METHOD', null]),
  );
  expect(await chart('SEVERITY', -9, -8)).toEqual([]);
});
