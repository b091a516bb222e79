import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../caller.ts';
import { BLADE_SERIALS, BLADES, BOLT_LOT, operationId, ROTOR_SERIAL, type Tell } from './story.ts';

const [NICKED] = BLADE_SERIALS;
const IN_A_WEEK = new Date(Date.now() + 7 * 24 * 60 * 60 * 1000).toISOString();
const CASE = 'nonConformance { id number status affected { id number hold } }';

/** A case, as its mutations answer it. */
interface Case {
  readonly nonConformance: {
    readonly id: string;
    readonly number: string;
    readonly status: string;
    readonly affected: readonly { readonly id: string; readonly hold: string }[];
  };
}

/** A blade that was nicked at the bench, from the operator who says so to the case that is closed. */
export function nonConforming(story: Tell): void {
  let ncr: Case['nonConformance'];
  let heard: unknown[] = [];
  let dispositionId = '';

  const told = () => JSON.stringify(heard);
  const act = async (caller: Caller, mutation: string, input: Record<string, unknown>) => {
    ({ nonConformance: ncr } = await caller.act<Case>(mutation, input, CASE));
    return ncr.status;
  };

  describe('a blade that does not conform', () => {
    test('is raised by who finds it, once, and the quality engineer hears of it', async () => {
      const { people, plant } = story();
      heard = await people.quality.listen(
        'subscription { nonConformancesChanged(workCenterCode: "BENCH", severity: ["MAJOR"]) { event actorName nonConformance { number status workOrder { number } } } }',
      );
      const input = {
        id: randomUUID(),
        severity: 'MAJOR',
        source: 'IN_PROCESS',
        defectCode: 'NICK',
        description: 'nicked at the bench, leading edge',
        serialNumbers: [NICKED],
        operationId: await operationId(people.operator, BLADES, 20),
        equipmentCode: 'BENCH-1',
        measurement: {
          characteristic: 'edge radius',
          lowerLimit: '0.20',
          upperLimit: '0.30',
          actual: '0.185',
          unit: 'MMT',
        },
      };
      expect(await act(people.operator, 'raiseNonConformance', input)).toBe('OPEN');
      const { number } = ncr;
      await act(people.operator, 'raiseNonConformance', input);
      expect(ncr).toMatchObject({ number, affected: [{ hold: 'BLOCKED' }] });
      await plant.quiet();
      await expect.poll(told, { timeout: 10_000 }).toContain('quality.ncr.created');
      expect(heard).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({
            data: {
              nonConformancesChanged: expect.objectContaining({
                event: 'quality.ncr.created',
                actorName: 'operator',
                nonConformance: { number, status: 'OPEN', workOrder: { number: BLADES } },
              }),
            },
          }),
        ]),
      );
    });

    test('goes into no rotor while it is held', async () => {
      const refusal = await story().people.operator.refused('assembleSerial', {
        parentSerialNumber: ROTOR_SERIAL,
        childSerialNumber: NICKED,
      });
      expect(refusal).toMatchObject({
        code: 'ON_QUALITY_HOLD',
        held: NICKED,
        nonConformanceNumber: ncr.number,
      });
    });

    test('is contained, and shown with its piece, its order, its lot and its machine across subgraphs', async () => {
      const { people } = story();
      const { id } = ncr;
      const containment = 'in the red cage; the other blades were looked at';
      expect(await act(people.inspector, 'containNonConformance', { id, containment })).toBe('CONTAINED');
      const shown = 'nonConformances(first: 5) { nodes { id } }';
      const found = await people.auditor.ask<Record<string, object>>(
        `query ($id: ID!) {
          nonConformance(id: $id) { definition { ... on Part { number } } site { code } equipment { code ${shown} } operation { name }
            measurement { deviation } affected { entity { ... on SerializedPart { serialNumber status } } } }
          serializedPartBySerialNumber(serialNumber: "${NICKED}") { qualityHold ${shown} }
          workOrderByNumber(number: "${BLADES}") { ${shown} } }`,
        { id },
      );
      const one = { nonConformances: { nodes: [{ id }] } };
      expect(found).toMatchObject({
        nonConformance: {
          definition: { number: 'BLADE-100' },
          equipment: { code: 'BENCH-1', ...one },
          measurement: { deviation: '-0.015' },
          affected: [{ entity: { serialNumber: NICKED, status: 'COMPLETED' } }],
        },
        serializedPartBySerialNumber: { ...one, qualityHold: 'BLOCKED' },
        workOrderByNumber: one,
      });
    });

    test('is shown as it is to who begins to watch it', async () => {
      const watched = await story().people.auditor.listen(
        `subscription { nonConformanceChanged(id: "${ncr.id}") { event nonConformance { status } } }`,
      );
      await expect.poll(() => JSON.stringify(watched), { timeout: 10_000 }).toContain('"status":"CONTAINED"');
      expect(watched[0]).toMatchObject({ data: { nonConformanceChanged: { event: null } } });
    });

    test('is used as it is when quality and engineering say so, two people', async () => {
      const { people } = story();
      await act(people.inspector, 'reviewNonConformance', { id: ncr.id });
      const proposal = {
        id: randomUUID(),
        itemId: ncr.affected[0]?.id,
        kind: 'USE_AS_IS',
        justification: 'within the blend limits of the drawing note',
      };
      const { disposition } = await people.inspector.act<{ disposition: { id: string } }>(
        'proposeDisposition',
        proposal,
        'disposition { id }',
      );
      dispositionId = disposition.id;
      const approval = { dispositionId, decision: 'APPROVED' };
      expect(
        await people.administrator.refused('decideDispositionForQuality', {
          ...approval,
          decision: 'REJECTED',
        }),
      ).toMatchObject({
        code: 'COMMENT_MISSING',
      });
      await people.quality.act('decideDispositionForQuality', approval);
      expect(await people.administrator.refused('decideDispositionForQuality', approval)).toMatchObject({
        code: 'DECIDED_ALREADY',
      });
      const decided = await people.engineer.act<{
        disposition: { status: string; nonConformance: { status: string } };
      }>(
        'decideDispositionForEngineering',
        approval,
        'disposition { status nonConformance { status affected { hold } } approvals { role decidedBy { username } } }',
      );
      expect(decided.disposition).toEqual({
        status: 'CARRIED_OUT',
        nonConformance: { status: 'VERIFICATION', affected: [{ hold: 'NONE' }] },
        approvals: [
          { role: 'QUALITY', decidedBy: { username: 'quality' } },
          { role: 'ENGINEERING', decidedBy: { username: 'engineer' } },
        ],
      });
    });

    test('is closed after its disciplines, not before', async () => {
      const { people } = story();
      const { id } = ncr;
      const nonConformanceId = id;
      expect(await people.quality.refused('closeNonConformance', { id })).toMatchObject({
        code: 'ROOT_CAUSE_MISSING',
      });
      const step = (discipline: string) =>
        act(people.quality, 'completeEightDStep', {
          nonConformanceId,
          discipline,
          content: `${discipline} done`,
        });
      await act(people.quality, 'setEightDTeam', {
        nonConformanceId,
        leader: 'quality',
        members: ['inspector'],
      });
      for (const discipline of ['D1', 'D2', 'D3']) await step(discipline);
      const why = { category: 'METHOD', statement: 'blades lie on steel', whys: ['no tray at the bench'] };
      await act(people.quality, 'recordRootCause', { nonConformanceId, ...why });
      await step('D4');
      const planned = {
        nonConformanceId,
        kind: 'CORRECTIVE',
        description: 'trays of foam',
        owner: 'operator',
        dueAt: IN_A_WEEK,
      };
      const { correctiveAction } = await people.quality.act<{ correctiveAction: { id: string } }>(
        'planCorrectiveAction',
        { id: randomUUID(), ...planned },
        'correctiveAction { id }',
      );
      await step('D5');
      const done = { id: correctiveAction.id, evidence: 'trays at both benches' };
      await people.engineer.act('implementCorrectiveAction', done);
      const works = { id: correctiveAction.id, effective: true, verification: 'forty blades without a nick' };
      await people.quality.act('verifyCorrectiveAction', works);
      for (const discipline of ['D6', 'D8']) await step(discipline);
      expect(await act(people.quality, 'closeNonConformance', { id })).toBe('CLOSED');
    });

    test('is free again, and those who listened heard it all in order', async () => {
      const { people, plant } = story();
      await plant.quiet();
      // it is complete already: nothing stands in the way any more, and nothing changes
      await people.operator.act('completeSerial', { serialNumber: NICKED });
      await expect.poll(told, { timeout: 10_000 }).toContain('quality.ncr.closed');
      const events = [...told().matchAll(/"event":"quality\.ncr\.([a-z0-9-]+)"/g)].map(([, event]) => event);
      const chapters = [
        'created',
        'contained',
        'review-started',
        'disposition-proposed',
        'dispositioned',
        'closed',
      ];
      expect(events.filter((event) => chapters.includes(event as string))).toEqual(chapters);
    });

    test('counts in the Pareto chart', async () => {
      const { nonConformancePareto } = await story().people.auditor.ask<{ nonConformancePareto: unknown }>(
        `{ nonConformancePareto(by: CAUSE, from: "2026-01-01T00:00:00.000Z", to: "${IN_A_WEEK}") { key count cumulativePercent } }`,
      );
      expect(nonConformancePareto).toEqual([{ key: 'METHOD', count: 1, cumulativePercent: '100' }]);
    });
  });

  describe('a lot that does not conform', () => {
    test('is held whole, and free when the case turns out to be none', async () => {
      const { people, plant } = story();
      const bolts = { lotNumber: BOLT_LOT, quantity: { value: '12', unit: 'EA' } };
      const input = {
        severity: 'MINOR',
        source: 'RECEIVING',
        defectCode: 'MARKING',
        description: 'heads unmarked',
      };
      await act(people.handler, 'raiseNonConformance', { ...input, lots: [bolts] });
      await plant.quiet();
      const refusal = await people.operator.refused('assembleSerial', {
        parentSerialNumber: ROTOR_SERIAL,
        lotNumber: BOLT_LOT,
        locationCode: 'STORE',
        quantity: { value: '1', unit: 'EA' },
      });
      expect(refusal.code).toBe('ON_QUALITY_HOLD');
      const held = await people.handler.send(
        'query ($number: String!) { materialLotByNumber(number: $number) { nonConformances(first: 5) { nodes { affected { hold quantity { value } } } } } }',
        { number: BOLT_LOT },
      );
      expect(held.data).toEqual({
        materialLotByNumber: {
          nonConformances: { nodes: [{ affected: [{ hold: 'BLOCKED', quantity: { value: '12' } }] }] },
        },
      });
      expect(
        await act(people.quality, 'cancelNonConformance', { id: ncr.id, reason: 'marked on the shank' }),
      ).toBe('CANCELLED');
      expect(ncr.affected).toMatchObject([{ hold: 'NONE' }]);
    });
  });
}
