import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { OTHER_TENANT, persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChainState, checkLine } from './audit-entry/chain.ts';
import { subgraph } from './subgraph.ts';

const auditor = persona('AUDITOR');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const change = (typename: string, entity: string, action: 'CREATE' | 'UPDATE' = 'CREATE') => ({
  action,
  entity: { __typename: typename, id: entity },
  old: null,
  new: { number: entity },
  reason: 'test',
});
const PARTS = { ASSY: id(1), BOX: id(2), COVER: id(3) };
const ORDER = id(10);
const LOT = id(20);
const serialId = { A1: id(31), B1: id(32), B2: id(33), C1: id(34) };
type Serial = keyof typeof serialId;

let plant: TestPlant;

const serial = (number: Serial, part: keyof typeof PARTS, order: string | null) =>
  plant.say(materialEvents['serial.created'], {
    id: serialId[number],
    data: {
      serializedPart: { __typename: 'SerializedPart', id: serialId[number] },
      serialNumber: number,
      part: { __typename: 'Part', id: PARTS[part] },
      partNumber: part,
      revision: 'A',
      workOrder: order ? { __typename: 'WorkOrder', id: order } : null,
      workOrderNumber: order ? 'WO-1' : null,
      status: 'COMPLETED',
      change: change('SerializedPart', serialId[number]),
    },
  });

const link = (
  n: number,
  parent: Serial,
  child: Serial | 'BAR',
  at: string,
  event: 'linked' | 'unlinked' = 'linked',
) =>
  plant.say(materialEvents[`genealogy.${event}`], {
    id: id(n),
    occurredAt: new Date(at),
    data: {
      linkId: id(n),
      parent: { __typename: 'SerializedPart', id: serialId[parent] },
      parentNumber: parent,
      child:
        child === 'BAR'
          ? { __typename: 'MaterialLot', id: LOT }
          : { __typename: 'SerializedPart', id: serialId[child] },
      childNumber: child,
      quantity: child === 'BAR' ? { value: '0.75', unit: 'KGM' } : { value: '1', unit: 'C62' },
      bomPosition: 10,
      workOrder: { __typename: 'WorkOrder', id: ORDER },
      operation: null,
      operator: null,
      occurredAt: at,
      change: change('SerializedPart', serialId[parent], 'UPDATE'),
    },
  });

beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await plant.say(masterDataEvents['part.published'], {
    id: PARTS.ASSY,
    data: {
      part: { __typename: 'Part', id: PARTS.ASSY },
      partRevision: { __typename: 'PartRevision', id: id(4) },
      partNumber: 'ASSY',
      revision: 'A',
      name: 'Assembly',
      unit: 'C62',
      tracking: 'SERIAL',
      critical: false,
      change: change('Part', PARTS.ASSY),
    },
  });
  await plant.say(masterDataEvents['bom.published'], {
    id: id(5),
    data: {
      bom: { __typename: 'Bom', id: id(5) },
      part: { __typename: 'Part', id: PARTS.ASSY },
      partRevision: { __typename: 'PartRevision', id: id(4) },
      effectiveFrom: '2017-01-01T00:00:00.000Z',
      effectiveTo: null,
      lines: [
        {
          position: 10,
          component: { __typename: 'Part', id: PARTS.BOX },
          componentNumber: 'BOX',
          quantity: { value: '1', unit: 'C62' },
          operationNumber: null,
        },
        {
          position: 20,
          component: { __typename: 'Part', id: PARTS.COVER },
          componentNumber: 'COVER',
          quantity: { value: '1', unit: 'C62' },
          operationNumber: null,
        },
      ],
      change: change('Bom', id(5)),
    },
  });
  await plant.say(workOrderEvents['work-order.created'], {
    id: ORDER,
    data: {
      workOrder: { __typename: 'WorkOrder', id: ORDER },
      workOrderNumber: 'WO-1',
      siteId: TEST_SITE,
      part: { __typename: 'Part', id: PARTS.ASSY },
      partNumber: 'ASSY',
      revision: 'A',
      quantity: { value: '1', unit: 'C62' },
      status: 'CREATED',
      dueAt: null,
      source: null,
      change: change('WorkOrder', ORDER),
    },
  });
  await plant.say(materialEvents['lot.received'], {
    id: LOT,
    data: {
      lot: { __typename: 'MaterialLot', id: LOT },
      lotNumber: 'BAR',
      definition: { __typename: 'Material', id: id(6) },
      definitionNumber: 'AL-6061',
      unit: 'KGM',
      supplierLotNumber: null,
      change: change('MaterialLot', LOT),
    },
  });
  await serial('A1', 'ASSY', ORDER);
  await serial('B1', 'BOX', null);
  await serial('B2', 'BOX', null);
  await serial('C1', 'COVER', null);
  await link(100, 'B1', 'BAR', '2017-02-01T10:00:00.000Z');
  await link(101, 'A1', 'B1', '2017-02-02T10:00:00.000Z');
  await link(101, 'A1', 'B1', '2017-02-05T10:00:00.000Z', 'unlinked');
  await link(102, 'A1', 'B2', '2017-02-05T10:00:00.000Z');
  await plant.say(workOrderEvents['operation-execution.completed'], {
    id: id(40),
    data: {
      execution: { __typename: 'OperationExecution', id: id(40) },
      operation: { __typename: 'WorkOrderOperation', id: id(41) },
      operationNumber: 10,
      workOrder: { __typename: 'WorkOrder', id: id(42) },
      workOrderNumber: 'WO-BOX',
      siteId: TEST_SITE,
      part: { __typename: 'Part', id: PARTS.BOX },
      partNumber: 'BOX',
      workCenterCode: 'MILL',
      qualityCritical: false,
      inspectionRequired: false,
      serials: [{ serialNumber: 'B1', serializedPart: null }],
      equipment: { __typename: 'Equipment', id: id(43) },
      equipmentCode: 'HURCO-02',
      operator: null,
      operatorName: 'op',
      startedAt: '2017-02-01T08:00:00.000Z',
      completedAt: '2017-02-01T09:00:00.000Z',
      good: '1',
      scrap: '0',
      rework: '0',
      change: change('OperationExecution', id(40), 'UPDATE'),
    },
  });
  await plant.idle();
});
afterAll(() => plant?.close());

const numbers = (nodes: { number: string }[]) => nodes.map(({ number }) => number).sort();
const ask = (root: string, more = '') =>
  plant
    .run<{
      genealogy: {
        nodes: { number: string; quantity: { value: string } }[];
        edges: { childId: string }[];
        truncated: boolean;
      };
    }>(
      'traceability',
      auditor,
      `{ genealogy(root: ${root} ${more}) { truncated nodes { number depth quantity { value unit } } edges { parentId childId } } }`,
    )
    .then(({ genealogy }) => genealogy);

describe('as of a time', () => {
  test('before the box was replaced the first one was in the assembly, with its bar', async () => {
    const then = await ask('{ serialNumber: "A1" }', 'asOf: "2017-02-03T00:00:00Z"');
    expect(numbers(then.nodes)).toEqual(['A1', 'B1', 'BAR']);
    expect(then.nodes.find(({ number }) => number === 'BAR')?.quantity).toEqual({
      value: '0.75',
      unit: 'KGM',
    });
  });

  test('after it the second one is', async () => {
    expect(numbers((await ask('{ serialNumber: "A1" }')).nodes)).toEqual(['A1', 'B2']);
  });

  test('a lot leads forward to what contained it then', async () => {
    expect(
      numbers((await ask('{ lotNumber: "BAR" }', 'direction: UP, asOf: "2017-02-03T00:00:00Z"')).nodes),
    ).toEqual(['A1', 'B1', 'BAR']);
    expect(numbers((await ask('{ lotNumber: "BAR" }', 'direction: UP')).nodes)).toEqual(['B1', 'BAR']);
  });

  test('one level says that there is more', async () => {
    const then = await ask('{ serialNumber: "A1" }', 'maxDepth: 1, asOf: "2017-02-03T00:00:00Z"');
    expect(then.truncated).toBe(true);
    expect(numbers(then.nodes)).toEqual(['A1', 'B1']);
  });
});

test('a serial shows what was done to it, and backward its lots', async () => {
  const { _entities } = await plant.run<{ _entities: unknown[] }>(
    'traceability',
    auditor,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on SerializedPart {
      genealogy { root { steps { operationNumber equipmentCode startedAt completedAt } } }
      backwardTrace { number lot { id } }
    } } }`,
    { r: [{ __typename: 'SerializedPart', id: serialId.B1 }] },
  );
  expect(_entities).toEqual([
    {
      genealogy: {
        root: {
          steps: [
            {
              operationNumber: 10,
              equipmentCode: 'HURCO-02',
              startedAt: '2017-02-01T08:00:00.000Z',
              completedAt: '2017-02-01T09:00:00.000Z',
            },
          ],
        },
      },
      backwardTrace: [{ number: 'BAR', lot: { id: LOT } }],
    },
  ]);
});

test('an order as built shows the cover that is missing', async () => {
  const { _entities } = await plant.run<{ _entities: unknown[] }>(
    'traceability',
    auditor,
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkOrder { asBuilt {
      units { node { number } components { item { number } bomPosition } }
      differences { kind serialNumber componentNumber designed { value } built { value } }
    } } } }`,
    { r: [{ __typename: 'WorkOrder', id: ORDER }] },
  );
  expect(_entities).toEqual([
    {
      asBuilt: {
        units: [{ node: { number: 'A1' }, components: [{ item: { number: 'B2' }, bomPosition: 10 }] }],
        differences: [
          {
            kind: 'MISSING',
            serialNumber: 'A1',
            componentNumber: 'COVER',
            designed: { value: '1' },
            built: null,
          },
        ],
      },
    },
  ]);
});

test('a link that would close a cycle becomes a dead letter that shows the path, and changes nothing', async () => {
  await link(200, 'B2', 'A1', '2017-02-06T10:00:00.000Z');
  await expect
    .poll(async () => (await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages, {
      timeout: 20_000,
    })
    .toBe(1);
  const letter = await plant.bus.manager.streams.getMessage('MES_DEAD_LETTERS', { seq: 1 });
  expect(letter.json<{ error: string }>().error).toContain('A1 cannot be in B2: B2 contains A1 contains B2');
  expect(numbers((await ask('{ serialNumber: "B2" }')).nodes)).toEqual(['B2']);
});

describe('the audit trail', () => {
  const lines = async () => {
    const { auditExport } = await plant.run<{
      auditExport: { lines: string[]; head: { sequence: string; hash: string } };
    }>('traceability', auditor, '{ auditExport(first: 5000) { lines head { sequence hash } } }');
    return auditExport;
  };

  test('holds every event once, chained', async () => {
    const before = await lines();
    const state: ChainState = { sequence: null, hash: null };
    expect(before.lines.map((line) => checkLine(state, line)).filter(Boolean)).toEqual([]);
    expect(before.head.hash).toBe(state.hash);
    const events = await plant.events();
    // the refused link is audited too
    expect(before.lines).toHaveLength(events.length);
  });

  test('cannot be changed, by its own role or by the administrator', async () => {
    await expect(plant.admin`update traceability.audit_entries set actor_name = 'nobody'`).rejects.toThrow(
      'append-only',
    );
    await expect(plant.admin`delete from traceability.audit_entries`).rejects.toThrow('append-only');
  });

  test('is searched by entity, and closed to those without the permission', async () => {
    const { auditTrail } = await plant.run<{
      auditTrail: { nodes: { eventType: string; reason: string }[] };
    }>(
      'traceability',
      auditor,
      `{ auditTrail(first: 10, filter: { entityType: "WorkOrder", entityId: "${ORDER}" }) { nodes { eventType reason action actorName } } }`,
    );
    expect(auditTrail.nodes).toEqual([
      { eventType: 'work-orders.work-order.created', reason: 'test', action: 'CREATE', actorName: 'test' },
    ]);
    expect(
      await plant.refuse(
        'traceability',
        persona('OPERATOR'),
        '{ auditTrail(first: 1) { nodes { eventType } } }',
      ),
    ).toEqual(['FORBIDDEN']);
  });

  test('of another tenant is another chain', async () => {
    const stranger = persona('AUDITOR', { tenantId: OTHER_TENANT });
    expect(
      await plant.run(
        'traceability',
        stranger,
        '{ auditHead { sequence } genealogy(root: { serialNumber: "A1" }) { depth } }',
      ),
    ).toEqual({
      auditHead: null,
      genealogy: null,
    });
  });
});
