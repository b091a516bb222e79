import { newId } from '@machshop/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let shop: MaterialsPlant;
beforeAll(async () => {
  shop = await MaterialsPlant.start();
});
afterAll(() => shop?.close());

const codes = async (mutation: string, field: string, input: object) =>
  (await shop.mutate(mutation, `${field} { __typename }`, input)).errors.map(({ code }) => code);

test('a piece that is held is neither assembled nor completed nor given material; free again it is', async () => {
  const blade = await shop.part('BLADE-Q');
  const rotor = await shop.part('ROTOR-Q');
  await shop.order('WO-Q1', blade.part);
  await shop.order('WO-Q2', rotor.part);
  await shop.material('TI-Q');
  await shop.plant.idle();
  await shop.receive('LOT-Q', 'TI-Q', '10');
  const [piece] = (await shop.serials('WO-Q1', 'Q-1')).serializedParts;
  await shop.serials('WO-Q2', 'R-1');
  const held = { itemId: newId(), type: 'SerializedPart' as const, id: piece?.id as string, number: 'Q-1' };
  const ncr = newId();
  const uses = async () => [
    await codes('assembleSerial', 'link', { parentSerialNumber: 'R-1', childSerialNumber: 'Q-1' }),
    await codes('completeSerial', 'serializedPart', { serialNumber: 'Q-1' }),
  ];
  const work = () =>
    codes('consumeMaterial', 'transaction', {
      lotNumber: 'LOT-Q',
      locationCode: 'STORE',
      quantity: { value: '1', unit: 'EA' },
      workOrderNumber: 'WO-Q1',
      serialNumber: 'Q-1',
    });
  const refused = ['ON_QUALITY_HOLD'];
  await shop.hold({ id: ncr, version: 1 }, { ...held, hold: 'BLOCKED' });
  expect([...(await uses()), await work()]).toEqual([refused, refused, refused]);
  await shop.hold({ id: ncr, version: 3 }, { ...held, hold: 'WORK_ONLY' });
  expect([...(await uses()), await work()]).toEqual([refused, refused, []]);
  // news that is older than what is known changes nothing
  await shop.hold({ id: ncr, version: 2 }, { ...held, hold: 'NONE' });
  expect(await uses()).toEqual([refused, refused]);
  await shop.hold({ id: ncr, version: 4 }, { ...held, hold: 'NONE' });
  expect(await uses()).toEqual([[], []]);
});

test('a piece is held as long as any case holds it', async () => {
  const { part } = await shop.part('BLADE-Q2');
  await shop.order('WO-Q3', part);
  await shop.plant.idle();
  const [piece] = (await shop.serials('WO-Q3', 'Q-2')).serializedParts;
  const held = { type: 'SerializedPart' as const, id: piece?.id as string, number: 'Q-2' };
  const items = [newId(), newId()];
  for (const itemId of items)
    await shop.hold({ id: newId(), version: 1 }, { ...held, itemId, hold: 'BLOCKED' });
  await shop.hold({ id: newId(), version: 2 }, { ...held, itemId: items[0] as string, hold: 'NONE' });
  expect(await codes('completeSerial', 'serializedPart', { serialNumber: 'Q-2' })).toEqual([
    'ON_QUALITY_HOLD',
  ]);
  await shop.hold({ id: newId(), version: 2 }, { ...held, itemId: items[1] as string, hold: 'NONE' });
  expect(await codes('completeSerial', 'serializedPart', { serialNumber: 'Q-2' })).toEqual([]);
  const free = async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Part { inventory { onHand { value } available { value } } } } }`;
    const { _entities } = await shop.query<{ _entities: { inventory: object }[] }>(query, {
      r: [{ __typename: 'Part', id: part }],
    });
    return _entities[0]?.inventory;
  };
  expect(await free()).toEqual({ onHand: { value: '1' }, available: { value: '1' } });
  await shop.hold({ id: newId(), version: 3 }, { ...held, itemId: items[1] as string, hold: 'BLOCKED' });
  expect(await free()).toEqual({ onHand: { value: '1' }, available: { value: '0' } });
});

test('a lot that is held is neither issued nor reserved; it may be moved and scrapped', async () => {
  const { part } = await shop.part('BLADE-Q3');
  await shop.order('WO-Q4', part);
  const material = await shop.material('TI-Q3');
  await shop.plant.idle();
  const { lot } = await shop.receive('LOT-Q3', 'TI-Q3', '10');
  const held = { itemId: newId(), type: 'MaterialLot' as const, id: lot.id, number: 'LOT-Q3' };
  const ncr = newId();
  await shop.hold({ id: ncr, version: 1 }, { ...held, hold: 'BLOCKED' });
  const level = async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Material { inventory { onHand { value } available { value } } } } }`;
    const { _entities } = await shop.query<{ _entities: unknown[] }>(query, {
      r: [{ __typename: 'Material', id: material }],
    });
    return _entities[0];
  };
  expect(await level()).toEqual({ inventory: { onHand: { value: '10' }, available: { value: '0' } } });
  const some = { lotNumber: 'LOT-Q3', quantity: { value: '1', unit: 'EA' } };
  const from = { ...some, locationCode: 'STORE' };
  const issue = { ...from, toLocationCode: 'FLOOR', workOrderNumber: 'WO-Q4' };
  const { errors } = await shop.mutate('issueMaterial', 'transaction { __typename }', issue);
  expect(errors).toMatchObject([{ code: 'ON_QUALITY_HOLD', held: 'LOT-Q3', nonConformance: { id: ncr } }]);
  expect(await codes('allocateMaterial', 'allocation', { ...some, workOrderNumber: 'WO-Q4' })).toEqual([
    'ON_QUALITY_HOLD',
  ]);
  expect(await codes('transferMaterial', 'transaction', { ...from, toLocationCode: 'HOLD' })).toEqual([]);
  expect(await codes('scrapMaterial', 'transaction', { ...from, reason: 'bad' })).toEqual([]);
  await shop.hold({ id: ncr, version: 2 }, { ...held, hold: 'NONE' });
  expect(await level()).toEqual({ inventory: { onHand: { value: '9' }, available: { value: '8' } } });
});
