import { newId } from '@machshop/db';
import { persona, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
let unit: string;
let screw: string;
beforeAll(async () => {
  plant = await MaterialsPlant.start();
  screw = await plant.material('SCREW');
  const part = await plant.part('UNIT');
  unit = part.part;
  await plant.order('WO', part.part, { quantity: '100' });
  const bracket = await plant.part('BRACKET', 'LOT');
  await plant.order('WO-LOT', bracket.part);
  await plant.order('WO-LOT-2', bracket.part);
});
afterAll(() => plant?.close());

const LINK = 'link { id unlinkedAt }';
const put = (childSerialNumber: string, parentSerialNumber: string, more: object = {}) =>
  plant.mutate('assembleSerial', LINK, { parentSerialNumber, childSerialNumber, ...more });
const assemble = (childSerialNumber: string, parentSerialNumber: string, more: object = {}) =>
  plant.ok<{ link: { id: string } }>('assembleSerial', LINK, {
    parentSerialNumber,
    childSerialNumber,
    ...more,
  });
const piece = async (serialNumber: string) => {
  const query = `query ($n: String!) { serializedPartBySerialNumber(serialNumber: $n) { status
    components { componentNumber bomPosition } assembledInto { parentNumber } } }`;
  const answer = await plant.query<{
    serializedPartBySerialNumber: {
      status: string;
      components: { componentNumber: string; bomPosition: number | null }[];
      assembledInto: { parentNumber: string } | null;
    };
  }>(query, { n: serialNumber });
  return answer.serializedPartBySerialNumber;
};

describe('assembly', () => {
  test('puts a piece into another while its own order is still open, and says so', async () => {
    await plant.serials('WO', 'A-TOP', 'A-1', 'A-2');
    const id = newId();
    const first = await assemble('A-1', 'A-TOP', { id, bomPosition: 20 });
    const again = await assemble('A-1', 'A-TOP', { id, bomPosition: 20 });
    await assemble('A-2', 'A-TOP', { bomPosition: 10 });
    expect(again).toEqual(first);
    expect(await piece('A-1')).toMatchObject({
      status: 'ASSEMBLED',
      assembledInto: { parentNumber: 'A-TOP' },
    });
    expect((await piece('A-TOP')).components.map((one) => one.componentNumber)).toEqual(['A-2', 'A-1']);
    expect(await plant.said('genealogy.linked', id)).toMatchObject([
      {
        linkId: id,
        parentNumber: 'A-TOP',
        parentDefinition: { __typename: 'Part', id: unit },
        childNumber: 'A-1',
        childDefinition: { __typename: 'Part', id: unit },
        quantity: { value: '1', unit: 'C62' },
        reason: null,
      },
    ]);
    expect((await put('A-2', 'A-TOP', { id })).errors[0]?.code).toBe('ID_TAKEN');
  });

  test('of a piece that is in another already is refused with where it is; of two at once, one wins', async () => {
    await plant.serials('WO', 'B-TOP', 'B-TOP-2', 'B-1');
    const outcomes = await Promise.all([put('B-1', 'B-TOP'), put('B-1', 'B-TOP-2')]);
    const [refused] = outcomes.flatMap(({ errors }) => errors);
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const { assembledInto } = await piece('B-1');
    expect(refused).toMatchObject({
      code: 'ALREADY_ASSEMBLED',
      parentSerialNumber: assembledInto?.parentNumber,
      path: ['input', 'childSerialNumber'],
    });
  });

  test('that would close a cycle is refused with the way that it would close', async () => {
    await plant.serials('WO', 'C-1', 'C-2', 'C-3');
    expect((await put('C-1', 'C-1')).errors[0]).toMatchObject({ cycle: ['C-1', 'C-1'] });
    await assemble('C-2', 'C-1');
    await assemble('C-3', 'C-2');
    expect((await put('C-1', 'C-3')).errors[0]).toMatchObject({
      code: 'GENEALOGY_CYCLE',
      cycle: ['C-3', 'C-1', 'C-2', 'C-3'],
    });
  });

  test('of two that would close a cycle together, at most one succeeds', async () => {
    for (let round = 0; round < 5; round++) {
      const n = (name: string) => `D${round}-${name}`;
      await plant.serials('WO', n('P1'), n('C1'), n('P2'), n('C2'));
      // C1 contains P2, and C2 contains P1
      await assemble(n('P2'), n('C1'));
      await assemble(n('P1'), n('C2'));
      const outcomes = await Promise.all([put(n('C1'), n('P1')), put(n('C2'), n('P2'))]);
      expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
      expect(outcomes.flatMap(({ errors }) => errors)[0]?.code).toBe('GENEALOGY_CYCLE');
    }
  });

  test('is undone by removing: the piece is on its own again and may go elsewhere', async () => {
    await plant.serials('WO', 'E-TOP', 'E-TOP-2', 'E-1', 'E-2');
    const { link } = await assemble('E-1', 'E-TOP');
    const removal = { linkId: link.id, reason: 'leaks' };
    await plant.ok('removeSerial', LINK, removal);
    await plant.ok('removeSerial', LINK, removal);
    expect(await piece('E-1')).toMatchObject({ status: 'COMPLETED', assembledInto: null });
    expect(await plant.said('genealogy.unlinked', link.id)).toMatchObject([
      {
        linkId: link.id,
        reason: 'leaks',
        parentDefinition: { __typename: 'Part', id: unit },
        childDefinition: { __typename: 'Part', id: unit },
        change: { reason: 'leaks' },
      },
    ]);
    await assemble('E-1', 'E-TOP-2');
    const second = await assemble('E-2', 'E-TOP');
    await plant.ok('removeSerial', LINK, { linkId: second.link.id, reason: 'broken', scrap: true });
    expect((await piece('E-2')).status).toBe('SCRAPPED');
    expect((await put('E-2', 'E-TOP')).errors[0]?.code).toBe('ILLEGAL_TRANSITION');
  });

  test('is refused for a time when the piece was in another, or when it would have closed a cycle', async () => {
    await plant.serials('WO', 'T-TOP', 'T-OTHER', 'T-1');
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const { link } = await assemble('T-1', 'T-TOP', { occurredAt: at(50) });
    const early = { linkId: link.id, reason: 'leaks', occurredAt: at(60) };
    expect((await plant.mutate('removeSerial', LINK, early)).errors[0]?.code).toBe('BEFORE_ASSEMBLY');
    await plant.ok('removeSerial', LINK, { ...early, occurredAt: at(20) });
    expect((await put('T-1', 'T-OTHER', { occurredAt: at(30) })).errors[0]?.code).toBe('BEFORE_REMOVAL');
    expect((await put('T-TOP', 'T-1', { occurredAt: at(30) })).errors[0]?.code).toBe('GENEALOGY_CYCLE');
    await assemble('T-TOP', 'T-1', { occurredAt: at(10) });
  });

  test('of a piece in an assembly is not scrapped before it is removed', async () => {
    await plant.serials('WO', 'F-TOP', 'F-1');
    await assemble('F-1', 'F-TOP');
    const { errors } = await plant.mutate('scrapSerial', 'serializedPart { id }', {
      serialNumber: 'F-1',
      reason: 'x',
    });
    expect(errors[0]?.code).toBe('IN_ASSEMBLY');
  });

  test('of a quantity of a lot takes it from stock, once for one id', async () => {
    await plant.serials('WO', 'G-TOP');
    await plant.receive('LOT-SCREW', 'SCREW', '10');
    const input = {
      id: newId(),
      parentSerialNumber: 'G-TOP',
      lotNumber: 'LOT-SCREW',
      quantity: { value: '4', unit: 'EA' },
    };
    await plant.ok('assembleSerial', LINK, input);
    await plant.ok('assembleSerial', LINK, input);
    const { materialLotByNumber: lot } = await plant.query<{
      materialLotByNumber: { onHand: { value: string } };
    }>('{ materialLotByNumber(number: "LOT-SCREW") { onHand { value } } }');
    expect(lot.onHand.value).toBe('6');
    expect(await plant.said('material.consumed', input.id)).toHaveLength(1);
    expect(await plant.said('genealogy.linked', input.id)).toMatchObject([
      { childNumber: 'LOT-SCREW', childDefinition: { __typename: 'Material', id: screw } },
    ]);
    const more = await plant.mutate('assembleSerial', LINK, {
      ...input,
      id: newId(),
      quantity: { value: '7', unit: 'EA' },
    });
    expect(more.errors[0]?.code).toBe('INSUFFICIENT_STOCK');
  });

  test('of many is all or none', async () => {
    await plant.serials('WO', 'H-TOP', 'H-1', 'H-2');
    const components = ['H-1', 'H-2', 'H-1'].map((childSerialNumber) => ({
      parentSerialNumber: 'H-TOP',
      childSerialNumber,
    }));
    const refused = await plant.mutate('assembleSerials', 'links { id }', { components });
    expect(refused.errors).toMatchObject([
      { code: 'ALREADY_ASSEMBLED', path: ['input', 'components', '2', 'childSerialNumber'] },
    ]);
    expect((await piece('H-1')).status).toBe('IN_PROCESS');
    await plant.ok('assembleSerials', 'links { id }', { components: components.slice(0, 2) });
    expect((await piece('H-TOP')).components).toHaveLength(2);
  });

  test('of material that is common to an order is undone at the order’s site alone, and says which that is', async () => {
    await plant.receive('LOT-COMMON', 'SCREW', '10');
    const taken = { lotNumber: 'LOT-COMMON', quantity: { value: '2', unit: 'EA' }, locationCode: 'STORE' };
    const { link } = await plant.ok<{ link: { id: string } }>('consumeMaterial', LINK, {
      workOrderNumber: 'WO',
      ...taken,
    });
    const removal = { linkId: link.id, reason: 'not used' };
    const elsewhere = persona('ADMINISTRATOR', { siteIds: [newId()] });
    const { errors } = await plant.mutate('removeSerial', LINK, removal, elsewhere);
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'linkId'] }]);
    await plant.ok('removeSerial', LINK, removal, persona('ADMINISTRATOR', { siteIds: [TEST_SITE] }));
    await plant.plant.idle();
    const unlinked = await plant.plant.events('materials.genealogy.unlinked');
    expect(unlinked.filter(({ subject }) => subject === link.id)).toMatchObject([
      {
        siteid: TEST_SITE,
        data: {
          parentDefinition: { __typename: 'Part', id: unit },
          childDefinition: { __typename: 'Material', id: screw },
          reason: 'not used',
        },
      },
    ]);
  });

  test('of lots through the orders that made them closes no cycle either', async () => {
    const produce = (number: string, workOrderNumber: string) =>
      plant.mutate('produceLot', 'lot { id }', {
        number,
        workOrderNumber,
        quantity: { value: '5', unit: 'EA' },
        locationCode: 'STORE',
      });
    const consume = (lotNumber: string, workOrderNumber: string) =>
      plant.mutate('consumeMaterial', 'link { id }', {
        lotNumber,
        workOrderNumber,
        quantity: { value: '1', unit: 'EA' },
        locationCode: 'STORE',
      });
    expect((await produce('LOT-X', 'WO-LOT')).errors).toEqual([]);
    expect((await produce('LOT-Y', 'WO-LOT-2')).errors).toEqual([]);
    const outcomes = await Promise.all([consume('LOT-Y', 'WO-LOT'), consume('LOT-X', 'WO-LOT-2')]);
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const [refused] = outcomes.flatMap(({ errors }) => errors);
    expect(refused?.cycle).toHaveLength(5);
    expect((await consume('LOT-X', 'WO-LOT')).errors[0]).toMatchObject({
      cycle: ['WO-LOT', 'LOT-X', 'WO-LOT'],
    });
    await plant.verify();
  });
});
