import { materialEvents } from '@machshop/schema/events/materials.ts';
import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  admin,
  type Operation,
  type Order,
  operator,
  planner,
  supervisor,
  WorkOrderPlant,
} from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  await plant.publish('PLATE', 'NONE', [{ number: 10, personnelClass: 'CNC' }, { number: 20 }]);
});
afterAll(() => plant?.close());

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map((error) => error.code);
const op = (order: Order, i: number) => order.operations[i] as Operation;
const plates = () => ({ partNumber: 'PLATE', quantity: { value: '3', unit: 'C62' }, siteId: TEST_SITE });
const create = (input: object) => plant.order(planner, 'createWorkOrder', input);
const ask = <T>(query: string, variables: Record<string, unknown>) =>
  plant.plant.run<T>('work-orders', admin, query, variables);

describe('cost and material', () => {
  test('labor and overhead by the hour at the rates of the time, material by its unit cost', async () => {
    const rate = (input: object) => plant.mutate(admin, 'setCostRate', input, 'costRate { id }');
    const from = '2020-01-01T00:00:00.000Z';
    const labor = {
      id: plant.newId(),
      kind: 'LABOR',
      personnelClass: 'CNC',
      ratePerHour: '60',
      effectiveFrom: from,
    };
    expect(codes(await rate(labor))).toEqual([]);
    expect(codes(await rate(labor))).toEqual([]);
    expect(codes(await rate({ ...labor, id: plant.newId() }))).toEqual(['RATE_TAKEN']);
    expect(codes(await rate({ ...labor, ratePerHour: '61' }))).toEqual(['ID_TAKEN']);
    expect(codes(await rate({ ...labor, kind: 'OVERHEAD', id: null }))).toEqual(['WRONG_KIND']);
    await rate({ kind: 'OVERHEAD', workCenterCode: 'MILL', ratePerHour: '30', effectiveFrom: from });
    const currency = await plant.mutate(admin, 'setCostCurrency', { currency: 'EUR' }, 'currency');
    expect(codes(currency)).toEqual(['RATES_EXIST']);

    const { workOrder: order } = await create(plates());
    const at = (minutes: number) => new Date(Date.now() - 7_200_000 + minutes * 60_000).toISOString();
    await plant.order(supervisor, 'releaseWorkOrder', { id: order?.id, occurredAt: at(0) });
    const operation = op(order as Order, 0);
    const { execution } = await plant.run('startOperation', { operationId: operation.id, occurredAt: at(0) });
    await plant.run('completeOperation', { executionId: execution?.id, good: '3', occurredAt: at(30) });
    const lot = { __typename: 'MaterialLot' as const, id: plant.newId() };
    const transaction = { __typename: 'MaterialTransaction' as const, id: plant.newId() };
    const change = { action: 'CREATE' as const, entity: transaction, old: null, new: null, reason: null };
    await plant.plant.say(materialEvents['material.consumed'], {
      id: transaction.id,
      data: {
        transaction,
        kind: 'CONSUMPTION',
        lot,
        lotNumber: 'L-1',
        definition: { __typename: 'Material', id: plant.newId() },
        definitionNumber: 'ALU',
        quantity: { value: '-2.5', unit: 'KGM' },
        locationCode: 'RAW',
        toLocationCode: null,
        workOrder: { __typename: 'WorkOrder', id: order?.id as string },
        workOrderNumber: order?.number as string,
        occurredAt: at(5),
        unitCost: '4.10',
        operation: null,
        serialNumber: null,
        change,
      },
    });
    await plant.plant.idle();
    const query = `query ($id: ID!) { workOrder(id: $id) { actualCost { labor material overhead total currency }
      materials { number definition { __typename } allocated { value } consumed { value unit } } } }`;
    const { workOrder } = await ask<{ workOrder: object }>(query, { id: order?.id });
    expect(workOrder).toEqual({
      actualCost: { labor: '30.00', material: '10.25', overhead: '15.00', total: '55.25', currency: 'USD' },
      materials: [
        {
          number: 'ALU',
          definition: { __typename: 'Material' },
          allocated: { value: '0' },
          consumed: { value: '2.5', unit: 'KGM' },
        },
      ],
    });
    expect(await plant.plant.refuse('work-orders', operator, query, { id: order?.id })).toEqual([
      'FORBIDDEN',
    ]);
  });

  test('allocations add up, less what was released, whichever is heard of first', async () => {
    const { workOrder: order } = await create(plates());
    const allocation = { __typename: 'Allocation' as const, id: plant.newId() };
    const lot = { __typename: 'MaterialLot' as const, id: plant.newId() };
    const workOrder = { __typename: 'WorkOrder' as const, id: order?.id as string };
    const change = { action: 'CREATE' as const, entity: allocation, old: null, new: null, reason: null };
    const base = { allocation, workOrder, lot, change };
    await plant.plant.say(materialEvents['allocation.released'], {
      id: allocation.id,
      data: { ...base, quantity: { value: '1', unit: 'KGM' } },
    });
    await plant.plant.idle();
    await plant.plant.say(materialEvents['material.allocated'], {
      id: allocation.id,
      data: {
        ...base,
        workOrderNumber: order?.number as string,
        definition: { __typename: 'Material', id: plant.newId() },
        definitionNumber: 'STEEL',
        lotNumber: 'L-2',
        quantity: { value: '5', unit: 'KGM' },
      },
    });
    await plant.plant.idle();
    const answer = await ask<{ workOrder: { materials: object[] } }>(
      'query ($id: ID!) { workOrder(id: $id) { materials { number allocated { value unit } } } }',
      { id: order?.id },
    );
    expect(answer.workOrder.materials).toEqual([{ number: 'STEEL', allocated: { value: '4', unit: 'KGM' } }]);
  });
});
