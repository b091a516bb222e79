import { OTHER_TENANT, persona, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, type Operation, type Order, operator, planner, WorkOrderPlant } from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  await plant.publish('PLATE', 'NONE', [{ number: 10 }, { number: 20 }]);
  await plant.publish('BOX', 'SERIAL', [{ number: 10 }]);
});
afterAll(() => plant?.close());

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map((error) => error.code);
const op = (order: Order, i: number) => order.operations[i] as Operation;
const plates = (more: object = {}) => ({
  partNumber: 'PLATE',
  quantity: { value: '3', unit: 'C62' },
  siteId: TEST_SITE,
  ...more,
});
const create = (input: object) => plant.order(planner, 'createWorkOrder', input);
const ask = <T>(query: string, variables: object = {}, viewer = admin) =>
  plant.plant.run<T>('work-orders', viewer, query, variables as Record<string, unknown>);

describe('who sees what', () => {
  test('lists page by due date, those without one last, each order once', async () => {
    for (let i = 0; i < 5; i++) {
      await create(
        plates({ number: `PAGE-${i}`, ...(i < 3 ? { dueAt: `2026-05-0${5 - i}T00:00:00.000Z` } : {}) }),
      );
    }
    const found: string[] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { workOrders(first: 2, after: $after, filter: { search: "PAGE-" }) { nodes { number } pageInfo { hasNextPage endCursor } } }`;
      interface Page {
        workOrders: { nodes: { number: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
      const { workOrders }: Page = await ask<Page>(query, { after });
      found.push(...workOrders.nodes.map((node) => node.number));
      after = workOrders.pageInfo.hasNextPage ? workOrders.pageInfo.endCursor : null;
    } while (after);
    expect(found).toEqual(['PAGE-2', 'PAGE-1', 'PAGE-0', 'PAGE-3', 'PAGE-4']);
  });

  test('another tenant sees none of it, by id, by number or as an entity', async () => {
    const order = await plant.released('PLATE', '1');
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const answer = await ask(
      `query ($id: ID!, $number: String!, $r: [_Any!]!) { workOrder(id: $id) { id } workOrderByNumber(number: $number) { id }
        workOrders(first: 5) { nodes { id } } _entities(representations: $r) { __typename } }`,
      {
        id: order.id,
        number: order.number,
        r: [
          { __typename: 'WorkOrder', id: order.id },
          { __typename: 'WorkOrderOperation', id: op(order, 0).id },
        ],
      },
      stranger,
    );
    expect(answer).toEqual({
      workOrder: null,
      workOrderByNumber: null,
      workOrders: { nodes: [] },
      _entities: [null, null],
    });
    const start = await plant.run('startOperation', { operationId: op(order, 0).id }, stranger);
    expect(codes(start)).toEqual(['NOT_FOUND']);
  });

  test('somebody of another site sees none of it and starts nothing there', async () => {
    const order = await plant.released('PLATE', '1');
    const elsewhere = persona('PRODUCTION_SUPERVISOR', { siteIds: [plant.newId()] });
    const answer = await ask(
      'query ($id: ID!) { workOrder(id: $id) { id } workOrders(first: 5) { nodes { id } } }',
      { id: order.id },
      elsewhere,
    );
    expect(answer).toEqual({ workOrder: null, workOrders: { nodes: [] } });
    expect(codes(await plant.run('startOperation', { operationId: op(order, 0).id }, elsewhere))).toEqual([
      'NOT_FOUND',
    ]);
    expect(codes(await plant.order(elsewhere, 'holdWorkOrder', { id: order.id, reason: 'x' }))).toEqual([
      'NOT_FOUND',
    ]);
  });

  test('an operator may not release; nobody without a token sees anything', async () => {
    const mutation = `mutation { releaseWorkOrder(input: { id: "${plant.newId()}" }) { errors { code } } }`;
    expect(await plant.plant.refuse('work-orders', operator, mutation)).toEqual(['FORBIDDEN']);
    const query = '{ workOrders(first: 1) { nodes { id } } }';
    expect(await plant.plant.refuse('work-orders', undefined, query)).toEqual(['UNAUTHENTICATED']);
  });

  test("a part's orders and an order's serials", async () => {
    const order = await plant.released('BOX', '2');
    await plant.run('startOperation', { operationId: op(order, 0).id, serialNumbers: ['V1'] });
    const [{ part_id: id } = { part_id: '' }] = await plant.plant.admin`
      select part_id from work_orders.work_orders where id = ${order.id}`;
    const answer = await ask<{ _entities: { workOrders: { nodes: { id: string; serials: object }[] } }[] }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Part { workOrders(first: 100) { nodes { id serials(first: 5) { nodes { serialNumber serializedPart { id } } } } } } } }`,
      { r: [{ __typename: 'Part', id }] },
    );
    expect(answer._entities[0]?.workOrders.nodes.find((node) => node.id === order.id)?.serials).toEqual({
      nodes: [{ serialNumber: 'V1', serializedPart: null }],
    });
  });
});
