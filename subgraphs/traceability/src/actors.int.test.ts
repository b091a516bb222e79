import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, program, startTestPlant, TEST_PROGRAM, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChainState, checkLine } from './audit-entry/chain.ts';
import { subgraph } from './subgraph.ts';

const auditor = persona('AUDITOR');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const serialId = { B1: id(32), C1: id(34) };
const change = (typename: string, entity: string) => ({
  action: 'UPDATE' as const,
  entity: { __typename: typename, id: entity },
  old: null,
  new: { number: entity },
  reason: 'test',
});

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  for (const serialNumber of ['B1', 'C1'] as const)
    await plant.say(materialEvents['serial.created'], {
      id: serialId[serialNumber],
      data: {
        serializedPart: { __typename: 'SerializedPart', id: serialId[serialNumber] },
        serialNumber,
        part: { __typename: 'Part', id: id(2) },
        partNumber: 'BOX',
        revision: 'A',
        workOrder: null,
        workOrderNumber: null,
        status: 'COMPLETED',
        change: change('SerializedPart', serialId[serialNumber]),
      },
    });
});
afterAll(() => plant?.close());

describe('who did it', () => {
  const actor = '{ __typename ... on User { id } ... on ApiClient { id } }';
  const byProgram = { __typename: 'ApiClient' as const, id: TEST_PROGRAM };
  const person = { __typename: 'User' as const, id: persona('OPERATOR').userId };

  const ran = (n: number, serialNumber: string, who: object) =>
    plant.say(workOrderEvents['operation-execution.completed'], {
      id: id(n),
      data: {
        execution: { __typename: 'OperationExecution', id: id(n) },
        operation: { __typename: 'WorkOrderOperation', id: id(41) },
        operationNumber: n,
        workOrder: { __typename: 'WorkOrder', id: id(42) },
        workOrderNumber: 'WO-BOX',
        siteId: TEST_SITE,
        part: { __typename: 'Part', id: id(2) },
        partNumber: 'BOX',
        workCenterCode: 'MILL',
        qualityCritical: false,
        inspectionRequired: false,
        serials: [{ serialNumber, serializedPart: null }],
        equipment: null,
        equipmentCode: null,
        operator: null,
        operatorName: 'somebody',
        startedAt: `2017-03-01T08:00:00.${n}Z`,
        completedAt: '2017-03-01T09:00:00.000Z',
        good: '1',
        scrap: '0',
        rework: '0',
        change: change('OperationExecution', id(n)),
        ...who,
      },
    });

  test('ran a step: a person, a program, the plant; of an event from before there were kinds, the person', async () => {
    await ran(501, 'C1', { operator: person });
    await ran(502, 'C1', { operator: null, performer: byProgram });
    await ran(503, 'C1', { operator: null, performer: null });
    await plant.idle();
    const { genealogy } = await plant.run<{ genealogy: { root: { steps: object[] } } }>(
      'traceability',
      auditor,
      `{ genealogy(root: { serialNumber: "C1" }) { root { steps { operationNumber operator ${actor} } } } }`,
    );
    expect(genealogy.root.steps).toEqual([
      { operationNumber: 501, operator: person },
      { operationNumber: 502, operator: byProgram },
      { operationNumber: 503, operator: null },
    ]);
  });

  test('made a link, and every entry of the audit trail: both kinds, and the chain holds', async () => {
    const machine = program('OPERATOR');
    const linked = (n: number, child: keyof typeof serialId, by?: typeof machine) =>
      plant.say(materialEvents['genealogy.linked'], {
        id: id(n),
        ...(by ? { by } : {}),
        data: {
          linkId: id(n),
          parent: { __typename: 'SerializedPart', id: id(90) },
          parentNumber: 'P1',
          child: { __typename: 'SerializedPart', id: serialId[child] },
          childNumber: child,
          quantity: { value: '1', unit: 'C62' },
          bomPosition: null,
          workOrder: null,
          operation: null,
          operator: null,
          occurredAt: '2017-04-01T10:00:00.000Z',
          change: change('SerializedPart', id(n)),
        },
      });
    await linked(601, 'C1', machine);
    await linked(602, 'B1');
    await plant.idle();
    const { genealogy, auditTrail, auditExport } = await plant.run<{
      genealogy: { edges: { id: string; linkedBy: object; linkedByName: string }[] };
      auditTrail: { nodes: object[] };
      auditExport: { lines: string[] };
    }>(
      'traceability',
      auditor,
      `query ($program: ID!) {
        genealogy(root: { serialNumber: "P1" }, maxDepth: 1) { edges { id linkedByName linkedBy ${actor} } }
        auditTrail(first: 10, filter: { actorId: $program }) { nodes { entityId actorName actor ${actor} } }
        auditExport(first: 5000) { lines } }`,
      { program: TEST_PROGRAM },
    );
    const edges = new Map(genealogy.edges.map((edge) => [edge.id, edge]));
    expect(edges.get(id(601))).toMatchObject({ linkedByName: 'erp-adapter', linkedBy: byProgram });
    expect(edges.get(id(602))).toMatchObject({ linkedByName: 'test', linkedBy: { __typename: 'User' } });
    expect(auditTrail.nodes).toEqual([{ entityId: id(601), actorName: 'erp-adapter', actor: byProgram }]);
    const state: ChainState = { sequence: null, hash: null };
    expect(auditExport.lines.map((line) => checkLine(state, line)).filter(Boolean)).toEqual([]);
    const kinds = auditExport.lines
      .map((line) => JSON.parse((JSON.parse(line) as { canonical: string }).canonical))
      .filter(({ entityId }) => entityId === id(601) || entityId === id(602))
      .map(({ actorKind }) => actorKind);
    // an event that says no kind is hashed as it always was
    expect(kinds).toEqual(['API_CLIENT', undefined]);
  });
});
