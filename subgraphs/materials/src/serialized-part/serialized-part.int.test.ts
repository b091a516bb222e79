import { newId } from '@machshop/db';
import { OTHER_TENANT, persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
let box: { part: string; revision: string };
beforeAll(async () => {
  plant = await MaterialsPlant.start();
  await plant.material('RAW');
  box = await plant.part('BOX');
});
afterAll(() => plant?.close());

const ea = (value: string) => ({ value, unit: 'EA' });
const consume = (orderNumber: string, lotNumber: string, value: string, more: object = {}) =>
  plant.ok<{ transaction: { id: string }; link: { id: string } }>(
    'consumeMaterial',
    'transaction { id } link { id }',
    { workOrderNumber: orderNumber, lotNumber, locationCode: 'STORE', quantity: ea(value), ...more },
  );
const statusOf = async (serialNumber: string) => {
  const query = `query ($n: String!) { serializedPartBySerialNumber(serialNumber: $n) { status completedAt } }`;
  const answer = await plant.query<{
    serializedPartBySerialNumber: { status: string; completedAt: string | null };
  }>(query, { n: serialNumber });
  return answer.serializedPartBySerialNumber;
};

describe('serials', () => {
  test('are created for an order all at once, each with an event; the same ids again change nothing', async () => {
    await plant.order('WO-A', box.part);
    const serials = ['A-1', 'A-2', 'A-3'].map((serialNumber) => ({ id: newId(), serialNumber }));
    const input = { workOrderNumber: 'WO-A', serials };
    const fields = 'serializedParts { id serialNumber status part { id } workOrder { id } }';
    const first = await plant.ok('createSerials', fields, input);
    const again = await plant.ok('createSerials', fields, input);
    expect(again).toEqual(first);
    const events = await plant.said('serial.created', ...serials.map(({ id }) => id));
    expect(events.map(({ serialNumber }) => serialNumber)).toEqual(['A-1', 'A-2', 'A-3']);
  });

  test('with a number that is taken are all refused, also when two create it at once', async () => {
    await plant.order('WO-B', box.part);
    const create = (...numbers: string[]) =>
      plant.mutate('createSerials', 'serializedParts { id }', {
        workOrderNumber: 'WO-B',
        serials: numbers.map((serialNumber) => ({ serialNumber })),
      });
    const outcomes = await Promise.all([create('B-1', 'B-2'), create('B-2', 'B-3'), create('B-2')]);
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    const codes = outcomes.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual(['SERIAL_NUMBER_TAKEN', 'SERIAL_NUMBER_TAKEN']);
    const again = await create('B-9', 'B-2');
    expect(again.errors).toMatchObject([{ path: ['input', 'serials', '1', 'serialNumber'] }]);
    expect(await statusOf('B-9')).toBeNull();
  });

  test('of a part that is not tracked by serial are refused', async () => {
    const bolt = await plant.part('BOLT', 'LOT');
    await plant.order('WO-BOLT', bolt.part);
    const { errors } = await plant.mutate('createSerials', 'serializedParts { id }', {
      workOrderNumber: 'WO-BOLT',
      serials: [{ serialNumber: 'BOLT-1' }],
    });
    expect(errors[0]?.code).toBe('NOT_SERIAL_TRACKED');
  });

  test('consume material each for itself: one edge from lot to piece, none to the order', async () => {
    const order = await plant.order('WO-C', box.part);
    await plant.receive('LOT-C', 'RAW', '2');
    const { serializedParts } = await plant.serials('WO-C', 'C-1', 'C-2');
    const { link, transaction } = await consume('WO-C', 'LOT-C', '1', {
      serialNumber: 'C-1',
      bomPosition: 10,
    });
    const [linked] = await plant.said('genealogy.linked', link.id);
    expect(linked).toMatchObject({
      parent: { __typename: 'SerializedPart', id: serializedParts[0]?.id },
      child: { __typename: 'MaterialLot' },
      childNumber: 'LOT-C',
      quantity: { value: '1', unit: 'EA' },
      bomPosition: 10,
      workOrder: { id: order },
    });
    const [consumed] = await plant.said('material.consumed', transaction.id);
    expect(consumed).toMatchObject({ serialNumber: 'C-1', workOrderNumber: 'WO-C' });
    const all = await plant.plant.events('materials.genealogy.linked');
    expect(all.filter(({ data }) => (data.child as { id: string }).id === order)).toEqual([]);
  });

  test('reach material that is common to the order by an edge to it, made when the first is consumed and for later ones at once', async () => {
    const order = await plant.order('WO-D', box.part);
    await plant.receive('LOT-D', 'RAW', '10');
    await plant.serials('WO-D', 'D-1', 'D-2');
    await consume('WO-D', 'LOT-D', '4');
    await consume('WO-D', 'LOT-D', '1');
    await plant.serials('WO-D', 'D-3');
    await plant.plant.idle();
    const edges = (await plant.plant.events('materials.genealogy.linked')).map(({ data }) => data);
    const toOrder = edges.filter(({ child }) => (child as { id: string }).id === order);
    expect(toOrder.map(({ parentNumber }) => parentNumber).sort()).toEqual(['D-1', 'D-2', 'D-3']);
    expect(toOrder[0]).toMatchObject({ quantity: { value: '1', unit: 'C62' }, childNumber: 'WO-D' });
    const ofOrder = edges.filter(({ parent }) => (parent as { id: string }).id === order);
    expect(ofOrder.map(({ quantity }) => quantity)).toEqual([ea('4'), ea('1')]);
  });

  test('made while the first common material is consumed all get their edge once', async () => {
    const order = await plant.order('WO-E', box.part);
    await plant.receive('LOT-E', 'RAW', '10');
    await Promise.all([
      plant.serials('WO-E', 'E-1'),
      consume('WO-E', 'LOT-E', '1'),
      plant.serials('WO-E', 'E-2'),
      consume('WO-E', 'LOT-E', '1'),
      plant.serials('WO-E', 'E-3'),
    ]);
    const links = await plant.plant.admin`select parent_number from materials.component_links
      where child_id = ${order} order by 1`;
    expect(links.map((row) => row.parent_number)).toEqual(['E-1', 'E-2', 'E-3']);
  });

  test('are completed with their order, unless there are more of them than good ones', async () => {
    const id = await plant.order('WO-F', box.part);
    await plant.serials('WO-F', 'F-1', 'F-2');
    await plant.ok('scrapSerial', 'serializedPart { status }', { serialNumber: 'F-2', reason: 'crack' });
    await plant.order('WO-F', box.part, { id, status: 'COMPLETED', good: '1' });
    await plant.plant.idle();
    expect((await statusOf('F-1')).status).toBe('COMPLETED');
    expect((await statusOf('F-2')).status).toBe('SCRAPPED');
    const other = await plant.order('WO-G', box.part);
    await plant.serials('WO-G', 'G-1', 'G-2');
    await plant.order('WO-G', box.part, { id: other, status: 'COMPLETED', good: '1' });
    await plant.plant.idle();
    expect((await statusOf('G-1')).status).toBe('IN_PROCESS');
  });

  test('that were bought are taken out of their lot, one unit each', async () => {
    await plant.part('BEARING');
    const { lot } = await plant.ok<{ lot: { id: string } }>('receiveMaterial', 'lot { id }', {
      number: 'LOT-BEARING',
      partNumber: 'BEARING',
      quantity: ea('3'),
      locationCode: 'STORE',
    });
    const take = (...numbers: string[]) =>
      plant.mutate('createSerials', 'serializedParts { status lot { number status } }', {
        lotNumber: 'LOT-BEARING',
        locationCode: 'STORE',
        serials: numbers.map((serialNumber) => ({ serialNumber })),
      });
    expect((await take('BRG-1', 'BRG-2')).serializedParts).toMatchObject([{ status: 'COMPLETED' }, {}]);
    await plant.plant.idle();
    const created = (await plant.plant.events('materials.serial.created')).map(({ data }) => data);
    expect(created.filter(({ partNumber }) => partNumber === 'BEARING')).toMatchObject([
      { serialNumber: 'BRG-1', lot: { __typename: 'MaterialLot', id: lot.id } },
      { serialNumber: 'BRG-2', lot: { __typename: 'MaterialLot', id: lot.id } },
    ]);
    expect((await take('BRG-3', 'BRG-4')).errors[0]?.code).toBe('INSUFFICIENT_STOCK');
    expect(await statusOf('BRG-3')).toBeNull();
    const last = await take('BRG-3');
    expect(last.serializedParts).toMatchObject([{ lot: { number: 'LOT-BEARING', status: 'EXHAUSTED' } }]);
    await plant.verify();
  });

  test('are found by thousands of ids and numbers in two statements a key, as entities', async () => {
    await plant.order('WO-MANY', box.part, { quantity: '2000' });
    for (let at = 0; at < 2_000; at += 200) {
      await plant.serials('WO-MANY', ...Array.from({ length: 200 }, (_, i) => `MANY-${at + i}`));
    }
    const representations = Array.from({ length: 2_000 }, (_, i) => ({
      __typename: 'SerializedPart',
      serialNumber: `MANY-${i}`,
    }));
    const running = plant.plant.running.get('materials');
    const before = running?.db.statements ?? 0;
    const { _entities } = await plant.query<{ _entities: { serialNumber: string; partNumber: string }[] }>(
      `query ($representations: [_Any!]!) { _entities(representations: $representations) {
        ... on SerializedPart { serialNumber partNumber } } }`,
      { representations },
    );
    expect(_entities.map(({ serialNumber }) => serialNumber)).toEqual(
      representations.map(({ serialNumber }) => serialNumber),
    );
    // 1,000 keys a statement, each in a transaction of three statements and its control
    expect((running?.db.statements ?? 0) - before).toBeLessThanOrEqual(8);
  });

  test('of another tenant are not there, and the same number may be used there', async () => {
    await plant.order('WO-H', box.part);
    const { serializedParts } = await plant.serials('WO-H', 'H-1');
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const answer = await plant.query(
      `query ($id: ID!) { serializedPart(id: $id) { id } serializedPartBySerialNumber(serialNumber: "H-1") { id }
        serializedParts(first: 5) { nodes { id } } }`,
      { id: serializedParts[0]?.id },
      stranger,
    );
    const nothing = { nodes: [] };
    expect(answer).toEqual({
      serializedPart: null,
      serializedPartBySerialNumber: null,
      serializedParts: nothing,
    });
  });
});
