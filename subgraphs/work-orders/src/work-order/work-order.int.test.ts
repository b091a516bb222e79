import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, type Operation, type Order, planner, supervisor, WorkOrderPlant } from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  await plant.publish('PLATE', 'NONE', [{ number: 10, personnelClass: 'CNC' }, { number: 20 }]);
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

describe('making an order', () => {
  test('gives it the next number of the year and the operations of its routing', async () => {
    const { workOrder } = await create(plates());
    expect(workOrder).toMatchObject({ status: 'CREATED', percentComplete: 0 });
    expect(workOrder?.number).toMatch(/^WO-\d{4}-\d{6}$/);
    expect(workOrder?.operations.map((row) => [row.number, row.status])).toEqual([
      [10, 'PENDING'],
      [20, 'PENDING'],
    ]);
  });

  test('twenty at once get twenty numbers', async () => {
    const made = await Promise.all(Array.from({ length: 20 }, () => create(plates())));
    expect(new Set(made.map((answer) => answer.workOrder?.number)).size).toBe(20);
  });

  test('the same id again changes nothing; with other content it is refused with ID_TAKEN', async () => {
    const input = { ...plates({ number: 'SAME-1' }), id: plant.newId() };
    const answers = await Promise.all([create(input), create(input), create(input)]);
    expect(new Set(answers.map((answer) => answer.workOrder?.id))).toEqual(new Set([input.id]));
    expect((await create({ ...input, priority: 1 })).errors).toMatchObject([
      { code: 'ID_TAKEN', path: ['input', 'id'] },
    ]);
    expect((await create(plates({ number: 'SAME-1' }))).errors).toMatchObject([
      { code: 'NUMBER_TAKEN', path: ['input', 'number'] },
    ]);
  });

  test('what is wrong with it is said at its field', async () => {
    const wrong = async (more: object) => (await create(plates(more))).errors[0];
    expect(await wrong({ partNumber: 'NOBODY' })).toMatchObject({
      code: 'PART_NOT_FOUND',
      path: ['input', 'partNumber'],
    });
    expect(await wrong({ revision: 'Z' })).toMatchObject({
      code: 'PART_NOT_FOUND',
      path: ['input', 'revision'],
    });
    expect(await wrong({ quantity: { value: '0', unit: 'C62' } })).toMatchObject({ code: 'NOT_POSITIVE' });
    expect(await wrong({ quantity: { value: '1', unit: 'KGM' } })).toMatchObject({ code: 'UNIT_MISMATCH' });
    expect(await wrong({ partNumber: 'BOX', quantity: { value: '1.5', unit: 'EA' } })).toMatchObject({
      code: 'NOT_WHOLE',
    });
    expect(await wrong({ routingNumber: 'R-OTHER' })).toMatchObject({ code: 'ROUTING_NOT_FOUND' });
    expect(await wrong({ priority: 101 })).toMatchObject({
      code: 'INVALID_VALUE',
      path: ['input', 'priority'],
    });
    expect(
      await wrong({ plannedStartAt: '2026-03-02T00:00:00.000Z', plannedEndAt: '2026-03-01T00:00:00.000Z' }),
    ).toMatchObject({ code: 'END_BEFORE_START' });
  });

  test('without a routing it can be made, not released, and released once there is one', async () => {
    await plant.publish('BARE', 'NONE', []);
    const { workOrder } = await create(plates({ partNumber: 'BARE' }));
    const release = () => plant.order(planner, 'releaseWorkOrder', { id: workOrder?.id });
    expect(codes(await release())).toEqual(['ROUTING_MISSING']);
    await plant.publish('BARE', 'NONE', [{ number: 10 }]);
    // the routing is for the new revision: this order's revision still has none
    expect(codes(await release())).toEqual(['ROUTING_MISSING']);
    const { workOrder: second } = await create(plates({ partNumber: 'BARE' }));
    expect(codes(await plant.order(planner, 'releaseWorkOrder', { id: second?.id }))).toEqual([]);
  });

  test('without a site it goes where its work center is', async () => {
    const workCenter = { __typename: 'WorkCenter' as const, id: plant.newId() };
    const change = { action: 'CREATE' as const, entity: workCenter, old: null, new: null, reason: null };
    expect(codes(await create(plates({ siteId: null })))).toEqual(['SITE_MISSING']);
    await plant.plant.say(equipmentEvents['work-center.created'], {
      id: workCenter.id,
      data: { workCenter, code: 'MILL', siteId: TEST_SITE, change },
    });
    await plant.plant.idle();
    expect(codes(await create(plates({ siteId: null })))).toEqual([]);
  });
});

describe('the life of an order', () => {
  test('from creation to close, with its history and its events', async () => {
    const order = await plant.released('PLATE', '3');
    await plant.through(op(order, 0), { good: '3' });
    expect((await plant.find(order.id)).status).toBe('IN_PROGRESS');
    const complete = () => plant.order(supervisor, 'completeWorkOrder', { id: order.id });
    expect((await complete()).errors).toMatchObject([
      { code: 'OPERATIONS_INCOMPLETE', operationNumbers: [20] },
    ]);
    await plant.through(op(order, 1), { good: '2', scrap: '1' });
    expect(codes(await complete())).toEqual([]);
    expect(codes(await complete())).toEqual([]);
    expect(codes(await plant.order(supervisor, 'closeWorkOrder', { id: order.id }))).toEqual([]);
    const { workOrder } = await ask<{
      workOrder: { history: { nodes: { action: string; actorName: string }[] } };
    }>(
      `query ($id: ID!) { workOrder(id: $id) { history(first: 20) { nodes { action old new actorName occurredAt recordedAt } } } }`,
      { id: order.id },
    );
    expect(workOrder.history.nodes.map((entry) => entry.action).reverse()).toEqual([
      'CREATED',
      'RELEASED',
      'STARTED',
      'OPERATION_STARTED',
      'OPERATION_COMPLETED',
      'OPERATION_STARTED',
      'OPERATION_COMPLETED',
      'COMPLETED',
      'CLOSED',
    ]);
    await plant.plant.idle();
    const all = (await plant.plant.events()).filter((event) => event.subject === order.id);
    expect(all.map((event) => event.type)).toEqual(
      ['created', 'released', 'started', 'completed', 'closed'].map(
        (name) => `work-orders.work-order.${name}`,
      ),
    );
    expect(all[3]?.data).toMatchObject({
      good: '2',
      scrap: '1',
      rework: '0',
      currency: 'USD',
      operations: [
        { operationNumber: 10, status: 'COMPLETED', good: '3', operatorNames: ['production.supervisor'] },
        { operationNumber: 20, status: 'COMPLETED', good: '2', scrap: '1', machineSeconds: '0' },
      ],
      change: { old: { status: 'IN_PROGRESS' }, new: { status: 'COMPLETED' } },
    });
  });

  test('a held order goes back to where it was; releasing it is refused with ILLEGAL_TRANSITION', async () => {
    const order = await plant.released('PLATE', '1');
    await plant.order(supervisor, 'holdWorkOrder', { id: order.id, reason: 'material' });
    const released = await plant.order(planner, 'releaseWorkOrder', { id: order.id });
    expect(released.errors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'ON_HOLD', to: 'RELEASED' }]);
    const resumed = await plant.order(supervisor, 'resumeWorkOrder', { id: order.id });
    expect(resumed.workOrder?.status).toBe('RELEASED');
    await plant.plant.idle();
    const held = await plant.plant.events('work-orders.work-order.held');
    expect(held.at(-1)).toMatchObject({ subject: order.id, data: { reason: 'material' } });
  });

  test('it cannot be cancelled once it is in progress, held or not', async () => {
    const order = await plant.released('PLATE', '1');
    const cancel = (id: string) => plant.order(planner, 'cancelWorkOrder', { id, reason: 'not wanted' });
    await plant.run('startOperation', { operationId: op(order, 0).id });
    expect(codes(await cancel(order.id))).toEqual(['ILLEGAL_TRANSITION']);
    await plant.order(supervisor, 'holdWorkOrder', { id: order.id, reason: 'x' });
    expect(codes(await cancel(order.id))).toEqual(['ILLEGAL_TRANSITION']);
    const other = await plant.released('PLATE', '1');
    await plant.order(supervisor, 'holdWorkOrder', { id: other.id, reason: 'x' });
    expect((await cancel(other.id)).workOrder?.status).toBe('CANCELLED');
  });

  test('a failed or open inspection of the order stands in the way of its completion', async () => {
    const order = await plant.released('PLATE', '1');
    for (const operation of order.operations) await plant.through(operation, { good: '1' });
    const id = plant.newId();
    const complete = () => plant.order(supervisor, 'completeWorkOrder', { id: order.id });
    await plant.inspection(id, order, null, null);
    expect(codes(await complete())).toEqual(['INSPECTION_OPEN']);
    await plant.inspection(id, order, null, 'FAILED');
    expect(codes(await complete())).toEqual(['INSPECTION_FAILED']);
    await plant.inspection(id, order, null, 'PASSED');
    expect(codes(await complete())).toEqual([]);
  });

  test('the end is not before the last run', async () => {
    const order = await plant.released('PLATE', '1');
    for (const operation of order.operations) await plant.through(operation, { good: '1' });
    const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
    const refused = await plant.order(supervisor, 'completeWorkOrder', { id: order.id, occurredAt });
    expect(codes(refused)).toEqual(['COMPLETED_BEFORE_LAST_RUN']);
  });

  test('quantity and routing change until the release, the plan until the end', async () => {
    const { workOrder } = await create(plates());
    const change = (input: object) =>
      plant.order(planner, 'changeWorkOrder', { id: workOrder?.id, ...input });
    expect(
      codes(await change({ quantity: { value: '7', unit: 'EA' }, priority: 3, reason: 'more' })),
    ).toEqual([]);
    await plant.order(planner, 'releaseWorkOrder', { id: workOrder?.id });
    expect(codes(await change({ quantity: { value: '8', unit: 'EA' } }))).toEqual(['RELEASED_ALREADY']);
    expect(codes(await change({ dueAt: '2027-01-01T00:00:00.000Z' }))).toEqual([]);
    await plant.plant.idle();
    const changed = (await plant.plant.events('work-orders.work-order.changed')).filter(
      (event) => event.subject === workOrder?.id,
    );
    expect(changed[0]?.data).toMatchObject({
      quantity: { value: '7', unit: 'C62' },
      change: { old: { quantity: '3', priority: 50 }, new: { quantity: '7', priority: 3 }, reason: 'more' },
    });
    await plant.through(op(workOrder as Order, 0), { good: '7' });
  });

  test('a superseded routing stays with the orders that have it', async () => {
    const { routingId, partRevisionId } = await plant.publish('OLD', 'NONE', [{ number: 10 }]);
    const { workOrder } = await create(plates({ partNumber: 'OLD' }));
    const entity = { __typename: 'Routing' as const, id: routingId };
    await plant.plant.say(masterDataEvents['routing.superseded'], {
      id: routingId,
      data: {
        routing: entity,
        routingNumber: 'R-OLD',
        version: 1,
        part: { __typename: 'Part', id: plant.newId() },
        partRevision: { __typename: 'PartRevision', id: partRevisionId },
        partNumber: 'OLD',
        revision: 'A',
        operations: [],
        change: { action: 'UPDATE', entity, old: null, new: null, reason: null },
      },
    });
    await plant.plant.idle();
    expect(
      (await plant.order(planner, 'releaseWorkOrder', { id: workOrder?.id })).workOrder?.operations,
    ).toHaveLength(1);
    expect((await create(plates({ partNumber: 'OLD' }))).workOrder?.operations).toHaveLength(0);
  });
});
