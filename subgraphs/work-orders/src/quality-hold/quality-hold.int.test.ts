import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Order, planner, supervisor, WorkOrderPlant } from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  await plant.publish('BOX', 'SERIAL', [{ number: 10 }, { number: 20 }]);
});
afterAll(() => plant?.close());

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map((error) => error.code);
const act = async (name: string, id: string, more: object = {}) =>
  codes(await plant.order(supervisor, name, { id, ...more }));
const orderHold = ({ id, number }: Order) => ({
  itemId: plant.newId(),
  type: 'WorkOrder' as const,
  id,
  number,
});
const statusOf = async ({ id }: Order) => (await plant.find(id)).status;

describe('a piece that quality holds', () => {
  test('starts no operation; for rework it does, and what runs may end', async () => {
    const order = await plant.released('BOX', '3');
    const operationId = order.operations[0]?.id;
    const start = (...serialNumbers: string[]) => plant.run('startOperation', { operationId, serialNumbers });
    const { execution } = await start('H-1');
    const piece = { itemId: plant.newId(), type: 'SerializedPart' as const, id: plant.newId() };
    await plant.hold(1, { ...piece, number: 'H-2', hold: 'BLOCKED' });
    await plant.hold(1, { ...piece, itemId: plant.newId(), number: 'H-1', hold: 'BLOCKED' });
    expect((await start('H-2', 'H-3')).errors).toMatchObject([
      {
        code: 'ON_QUALITY_HOLD',
        path: ['input', 'serialNumbers'],
        held: 'H-2',
        nonConformance: { id: piece.itemId },
      },
    ]);
    expect(codes(await plant.run('completeOperation', { executionId: execution?.id }))).toEqual([]);
    await plant.hold(2, { ...piece, number: 'H-2', hold: 'WORK_ONLY' });
    expect(codes(await start('H-2', 'H-3'))).toEqual([]);
  });

  test('is in the way of its order being completed, unless it is gone', async () => {
    const order = await plant.released('BOX', '1');
    for (const operation of order.operations) await plant.through(operation, {}, ['H-9']);
    const piece = {
      itemId: plant.newId(),
      type: 'SerializedPart' as const,
      id: plant.newId(),
      number: 'H-9',
    };
    const complete = async (version: number, hold: 'BLOCKED' | 'WORK_ONLY' | 'GONE') => {
      await plant.hold(version, { ...piece, hold });
      return act('completeWorkOrder', order.id);
    };
    expect(await complete(1, 'BLOCKED')).toEqual(['ON_QUALITY_HOLD']);
    expect(await complete(2, 'WORK_ONLY')).toEqual(['ON_QUALITY_HOLD']);
    expect(await complete(3, 'GONE')).toEqual([]);
  });
});

describe('an order that quality holds', () => {
  test('stands still, is not resumed by people, and goes on where it was when it is free', async () => {
    const order = await plant.released('BOX', '1');
    const held = orderHold(order);
    await plant.hold(1, { ...held, hold: 'BLOCKED' });
    expect(await statusOf(order)).toBe('ON_HOLD');
    expect(await act('resumeWorkOrder', order.id)).toEqual(['ON_QUALITY_HOLD']);
    await plant.hold(2, { ...held, hold: 'NONE' });
    expect(await statusOf(order)).toBe('RELEASED');
    const said = (await plant.plant.events('work-orders.work-order.held')).filter(
      ({ subject }) => subject === order.id,
    );
    expect(said).toMatchObject([{ data: { reason: 'held by NCR-MAIN-2026-0001' } }]);
  });

  test('is held until the last case lets it go', async () => {
    const order = await plant.released('BOX', '1');
    const [one, other] = [orderHold(order), orderHold(order)];
    await plant.hold(1, { ...one, hold: 'BLOCKED' });
    await plant.hold(1, { ...other, hold: 'BLOCKED' });
    await plant.hold(2, { ...one, hold: 'NONE' });
    expect(await statusOf(order)).toBe('ON_HOLD');
    await plant.hold(2, { ...other, hold: 'WORK_ONLY' });
    expect(await statusOf(order)).toBe('RELEASED');
  });

  test('stays held where a person held it before', async () => {
    const order = await plant.released('BOX', '1');
    await act('holdWorkOrder', order.id, { reason: 'no tool' });
    const held = orderHold(order);
    await plant.hold(1, { ...held, hold: 'BLOCKED' });
    await plant.hold(2, { ...held, hold: 'NONE' });
    expect(await statusOf(order)).toBe('ON_HOLD');
    expect(await act('resumeWorkOrder', order.id)).toEqual([]);
  });

  test('is not released either', async () => {
    const input = { partNumber: 'BOX', quantity: { value: '1', unit: 'C62' }, siteId: TEST_SITE };
    const { workOrder } = await plant.order(planner, 'createWorkOrder', input);
    const held = orderHold(workOrder as Order);
    await plant.hold(1, { ...held, hold: 'BLOCKED' });
    expect(await act('releaseWorkOrder', held.id)).toEqual(['ON_QUALITY_HOLD']);
    await plant.hold(2, { ...held, hold: 'NONE' });
    expect(await act('releaseWorkOrder', held.id)).toEqual([]);
  });
});
