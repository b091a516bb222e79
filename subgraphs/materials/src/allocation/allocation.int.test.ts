import { newId } from '@machshop/db';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
beforeAll(async () => {
  plant = await MaterialsPlant.start();
});
afterAll(() => plant?.close());

const ea = (value: string) => ({ value, unit: 'EA' });
const ALLOCATION = 'allocation { id state remaining { value } }';
const allocationsOf = async (order: string) => {
  const { _entities } = await plant.query<{
    _entities: {
      allocations: {
        lot: { number: string };
        quantity: { value: string };
        drawn: { value: string };
        state: string;
      }[];
    }[];
  }>(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkOrder {
      allocations { lot { number } quantity { value } drawn { value } state } } } }`,
    { r: [{ __typename: 'WorkOrder', id: order }] },
  );
  return (_entities[0]?.allocations ?? []).map((one) => [
    one.lot.number,
    one.quantity.value,
    one.drawn.value,
    one.state,
  ]);
};
const levelOf = async (__typename: 'Part' | 'Material', id: string) => {
  const { _entities } = await plant.query<{ _entities: { inventory: Record<string, { value: string }> }[] }>(
    `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on ${__typename} { inventory { onHand { value } allocated { value } available { value } } } } }`,
    { r: [{ __typename, id }] },
  );
  const { onHand, allocated, available } = _entities[0]?.inventory ?? {};
  return [onHand?.value, allocated?.value, available?.value];
};

/** A part that needs two of a material of its own. */
async function product(name: string, stock: Record<string, string> = {}) {
  const material = await plant.material(`${name}-MAT`);
  const part = await plant.part(`${name}-PART`);
  await plant.bill(part, [{ type: 'Material', id: material, number: `${name}-MAT`, quantity: '2' }]);
  for (const [lot, quantity] of Object.entries(stock)) await plant.receive(lot, `${name}-MAT`, quantity);
  await plant.plant.idle();
  return { material, part: part.part };
}

describe('allocations', () => {
  test('are made from the bill when an order is released, what expires first comes first; no shortage is said', async () => {
    const { material, part } = await product('A', { 'A-LOT-1': '10' });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await plant.receive('A-LOT-2', 'A-MAT', '3', { expiresAt: tomorrow });
    const order = await plant.order('A-WO', part, { quantity: '5' });
    expect(await plant.said('material.shortage', order)).toEqual([]);
    expect(await allocationsOf(order)).toEqual([
      ['A-LOT-2', '3', '0', 'ACTIVE'],
      ['A-LOT-1', '7', '0', 'ACTIVE'],
    ]);
    expect(await levelOf('Material', material)).toEqual(['13', '10', '3']);
    const allocated = await plant.plant.events('materials.material.allocated');
    expect(allocated.filter(({ data }) => data.workOrderNumber === 'A-WO')).toHaveLength(2);
  });

  test('take what there is, and a shortage says what is missing', async () => {
    const { part } = await product('B', { 'B-LOT': '7' });
    const order = await plant.order('B-WO', part, { quantity: '5' });
    expect(await plant.said('material.shortage', order)).toMatchObject([
      { definitionNumber: 'B-MAT', required: ea('10'), available: ea('7'), workOrderNumber: 'B-WO' },
    ]);
    expect(await allocationsOf(order)).toEqual([['B-LOT', '7', '0', 'ACTIVE']]);
  });

  test('the same release twice allocates once', async () => {
    const { part } = await product('C', { 'C-LOT': '100' });
    const id = newId();
    const eventId = crypto.randomUUID();
    for (let i = 0; i < 2; i++) {
      await plant.plant.say(workOrderEvents['work-order.released'], {
        id,
        eventId,
        data: {
          workOrder: { __typename: 'WorkOrder', id },
          workOrderNumber: 'C-WO',
          siteId: newId(),
          part: { __typename: 'Part', id: part },
          partNumber: 'C-PART',
          revision: 'A',
          quantity: ea('5'),
          status: 'RELEASED',
          dueAt: null,
          source: null,
          change: {
            action: 'UPDATE',
            entity: { __typename: 'WorkOrder', id },
            old: null,
            new: null,
            reason: null,
          },
        },
      });
    }
    await plant.plant.idle();
    expect(await allocationsOf(id)).toEqual([['C-LOT', '10', '0', 'ACTIVE']]);
  });

  test('are drawn by what the order is given, and keep the rest from others', async () => {
    const { part } = await product('D', { 'D-LOT': '12' });
    const order = await plant.order('D-WO', part, { quantity: '5' });
    const other = await plant.order('D-WO-2', part, { quantity: '1' });
    await plant.plant.idle();
    expect(await allocationsOf(other)).toEqual([['D-LOT', '2', '0', 'ACTIVE']]);
    await plant.order('D-WO-3', part, { quantity: '1' });
    const take = (workOrderNumber: string, value: string) =>
      plant.mutate('consumeMaterial', 'transaction { id }', {
        lotNumber: 'D-LOT',
        locationCode: 'STORE',
        quantity: ea(value),
        workOrderNumber,
      });
    expect((await take('D-WO-3', '1')).errors[0]).toMatchObject({
      code: 'ALLOCATED_ELSEWHERE',
      available: { value: '0' },
    });
    expect((await take('D-WO', '4')).errors).toEqual([]);
    expect(await allocationsOf(order)).toEqual([['D-LOT', '10', '4', 'ACTIVE']]);
    expect((await take('D-WO', '6')).errors).toEqual([]);
    expect(await allocationsOf(order)).toEqual([['D-LOT', '10', '10', 'CONSUMED']]);
    expect((await take('D-WO', '1')).errors[0]?.code).toBe('ALLOCATED_ELSEWHERE');
    await plant.verify();
  });

  test('by hand never exceed what the lot holds beyond other allocations, also at once', async () => {
    const { part } = await product('E', { 'E-LOT': '10' });
    await plant.order('E-WO', part, { quantity: '1', status: 'CREATED' });
    const one = () =>
      plant.mutate('allocateMaterial', ALLOCATION, {
        lotNumber: 'E-LOT',
        workOrderNumber: 'E-WO',
        quantity: ea('3'),
      });
    const outcomes = await Promise.all(Array.from({ length: 8 }, one));
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(3);
    const refused = outcomes.flatMap(({ errors }) => errors);
    expect(refused.every(({ code }) => code === 'INSUFFICIENT_STOCK')).toBe(true);
    await plant.verify();
  });

  test('are given back by hand once, and by the end of the order', async () => {
    const { material, part } = await product('F', { 'F-LOT': '10' });
    const id = await plant.order('F-WO', part, { quantity: '1', status: 'CREATED' });
    const input = { id: newId(), lotNumber: 'F-LOT', workOrderNumber: 'F-WO', quantity: ea('4') };
    await plant.ok('allocateMaterial', ALLOCATION, input);
    await plant.ok('allocateMaterial', ALLOCATION, input);
    expect(await levelOf('Material', material)).toEqual(['10', '4', '6']);
    await plant.ok('releaseAllocation', ALLOCATION, { id: input.id });
    await plant.ok('releaseAllocation', ALLOCATION, { id: input.id });
    const facts = {
      siteId: TEST_SITE,
      workOrderNumber: 'F-WO',
      lotNumber: 'F-LOT',
      definition: { id: material },
    };
    expect(await plant.said('allocation.released', input.id)).toMatchObject([
      { quantity: ea('4'), ...facts },
    ]);
    await plant.ok('allocateMaterial', ALLOCATION, { ...input, id: newId() });
    await plant.order('F-WO', part, { id, status: 'CANCELLED' });
    await plant.plant.idle();
    expect(await levelOf('Material', material)).toEqual(['10', '0', '10']);
    // whoever is fenced to sites hears of those: the envelope says which
    const released = await plant.plant.events('materials.allocation.released');
    const ofOrder = released.filter(({ data }) => (data.workOrder as { id: string }).id === id);
    expect(ofOrder).toMatchObject([{ siteid: TEST_SITE }, { siteid: TEST_SITE }]);
  });

  test('are not made for an order whose end was heard of before its release', async () => {
    const { part } = await product('G', { 'G-LOT': '10' });
    const id = newId();
    await plant.order('G-WO', part, { id, status: 'CANCELLED' });
    await plant.plant.idle();
    await plant.plant
      .admin`update materials.work_orders set as_of = now() + interval '1 minute' where id = ${id}`;
    await plant.order('G-WO', part, { id, status: 'RELEASED' });
    await plant.plant.idle();
    expect(await allocationsOf(id)).toEqual([]);
  });

  test('of pieces with serial numbers count completed ones as stock', async () => {
    const sub = await plant.part('H-SUB');
    const top = await plant.part('H-TOP');
    await plant.bill(top, [{ type: 'Part', id: sub.part, number: 'H-SUB', quantity: '1' }]);
    await plant.order('H-WO-SUB', sub.part, { quantity: '1' });
    await plant.serials('H-WO-SUB', 'H-SUB-1');
    const short = await plant.order('H-WO-1', top.part, { quantity: '1' });
    expect(await plant.said('material.shortage', short)).toMatchObject([
      { required: ea('1'), available: ea('0') },
    ]);
    await plant.ok('completeSerial', 'serializedPart { status }', { serialNumber: 'H-SUB-1' });
    expect(await levelOf('Part', sub.part)).toEqual(['1', '0', '1']);
    const covered = await plant.order('H-WO-2', top.part, { quantity: '1' });
    expect(await plant.said('material.shortage', covered)).toEqual([]);
  });
});
