import { newId } from '@machshop/db';
import { OTHER_TENANT, persona, program, TEST_PROGRAM } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
beforeAll(async () => {
  plant = await MaterialsPlant.start();
  await plant.material('BAR');
  const { part } = await plant.part('BRACKET');
  await plant.order('WO-1', part);
});
afterAll(() => plant?.close());

const ea = (value: string) => ({ value, unit: 'EA' });
const TRANSACTION = 'transaction { id }';

describe('stock', () => {
  test('of another tenant is not there, by id, by number or as an entity', async () => {
    const { lot } = await plant.receive('LOT-OURS', 'BAR', '2');
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const answer = await plant.query(
      `query ($id: ID!, $r: [_Any!]!) { materialLot(id: $id) { id } materialLotByNumber(number: "LOT-OURS") { id }
        materialLots(first: 10) { nodes { id } } inventoryBalances(first: 10) { nodes { lot { id } } }
        materialTransactions(first: 10) { nodes { id } } _entities(representations: $r) { __typename } }`,
      {
        id: lot.id,
        r: [
          { __typename: 'MaterialLot', id: lot.id },
          { __typename: 'MaterialLot', number: 'LOT-OURS' },
        ],
      },
      stranger,
    );
    expect(answer).toEqual({
      materialLot: null,
      materialLotByNumber: null,
      materialLots: { nodes: [] },
      inventoryBalances: { nodes: [] },
      materialTransactions: { nodes: [] },
      _entities: [null, null],
    });
  });

  test('a viewer of another site sees no balance of it and moves nothing', async () => {
    await plant.receive('LOT-SITE', 'BAR', '2');
    const elsewhere = persona('MATERIAL_HANDLER', { siteIds: [newId()] });
    const { inventoryBalances } = await plant.query<{ inventoryBalances: { nodes: unknown[] } }>(
      '{ inventoryBalances(first: 10, filter: { lotNumber: "LOT-SITE" }) { nodes { quantity { value } } } }',
      {},
      elsewhere,
    );
    expect(inventoryBalances.nodes).toEqual([]);
    const scrap = { lotNumber: 'LOT-SITE', locationCode: 'STORE', quantity: ea('1'), reason: 'x' };
    const refused = await plant.mutate('scrapMaterial', TRANSACTION, scrap, elsewhere);
    expect(refused.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'locationCode'] }]);
  });

  test('without the permission it is refused with FORBIDDEN', async () => {
    const query = `mutation { adjustInventory(input: { lotNumber: "L", locationCode: "STORE", quantity: { value: "1", unit: "EA" }, reason: "x" }) { errors { code } } }`;
    expect(await plant.plant.refuse('materials', persona('OPERATOR'), query)).toEqual(['FORBIDDEN']);
    expect(await plant.plant.refuse('materials', undefined, query)).toEqual(['UNAUTHENTICATED']);
    expect(await plant.plant.refuse('materials', persona('OPERATOR'), '{ verifyInventory { ok } }')).toEqual([
      'FORBIDDEN',
    ]);
  });
});

test('a program that receives, issues and certifies is named in the ledger and on the certificate', async () => {
  const byProgram = { __typename: 'ApiClient', id: TEST_PROGRAM };
  const actor = '{ __typename ... on User { id } ... on ApiClient { id } }';
  const run = async (
    viewer: ReturnType<typeof persona>,
    mutation: string,
    type: string,
    ask: string,
    input: object,
  ) => {
    const answer = await plant.plant.run<Record<string, { errors: object[] }>>(
      'materials',
      viewer,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${ask} errors { code message } } }`,
      { input },
    );
    expect(answer[mutation]?.errors).toEqual([]);
    return answer[mutation];
  };
  const keeper = program('MATERIAL_HANDLER');
  await run(keeper, 'receiveMaterial', 'ReceiveMaterialInput', 'lot { id }', {
    number: 'LOT-BY-PROGRAM',
    materialCode: 'BAR',
    quantity: ea('5'),
    locationCode: 'STORE',
  });
  const goes = { lotNumber: 'LOT-BY-PROGRAM', locationCode: 'STORE', quantity: ea('1') };
  await run(keeper, 'issueMaterial', 'IssueMaterialInput', 'transaction { id }', {
    ...goes,
    toLocationCode: 'FLOOR',
    workOrderNumber: 'WO-1',
  });
  await plant.ok('issueMaterial', TRANSACTION, { ...goes, toLocationCode: 'FLOOR', workOrderNumber: 'WO-1' });
  const { materialTransactions } = await plant.query<{ materialTransactions: { nodes: object[] } }>(
    `{ materialTransactions(first: 10, filter: { lotNumber: "LOT-BY-PROGRAM" }) { nodes { kind actorName actor ${actor} } } }`,
  );
  expect(materialTransactions.nodes).toMatchObject([
    { kind: 'ISSUE', actor: { __typename: 'User' } },
    { kind: 'ISSUE', actorName: 'erp-adapter', actor: byProgram },
    { kind: 'RECEIPT', actorName: 'erp-adapter', actor: byProgram },
  ]);
  const certified = await run(
    program('ADMINISTRATOR'),
    'recordMaterialCertificate',
    'RecordMaterialCertificateInput',
    `certificate { recordedByName recordedBy ${actor} }`,
    {
      lotNumber: 'LOT-BY-PROGRAM',
      number: 'MTR-P',
      kind: 'MILL_TEST_REPORT',
      issuedBy: 'mill',
      issuedAt: '2026-01-01',
    },
  );
  expect(certified).toMatchObject({ certificate: { recordedByName: 'erp-adapter', recordedBy: byProgram } });
});
