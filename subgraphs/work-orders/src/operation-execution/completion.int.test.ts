import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Operation, operator, supervisor, WorkOrderPlant } from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  await plant.publish('PLATE', 'NONE', [{ number: 10 }, { number: 20 }]);
  await plant.publish('BOX', 'SERIAL', [{ number: 10 }, { number: 20 }, { number: 30 }]);
});
afterAll(() => plant?.close());

const codes = (payload: { errors: { code: string }[] }) => payload.errors.map((error) => error.code);
const op = (order: { operations: Operation[] }, i: number) => order.operations[i] as Operation;

describe('reports and completion', () => {
  test('reports add up, each once, and the completion says the total', async () => {
    const order = await plant.released('PLATE', '10');
    const { execution } = await plant.run('startOperation', { operationId: op(order, 0).id });
    const report = { id: plant.newId(), executionId: execution?.id, good: '4' };
    for (let i = 0; i < 2; i++) expect(codes(await plant.run('reportOperation', report))).toEqual([]);
    expect(codes(await plant.run('reportOperation', { ...report, good: '5' }))).toEqual(['ID_TAKEN']);
    expect((await plant.find(order.id)).percentComplete).toBe(20);
    const rest = { executionId: execution?.id, good: '7' };
    expect(codes(await plant.run('reportOperation', rest))).toEqual(['MORE_THAN_ORDERED']);
    expect(codes(await plant.run('completeOperation', { ...rest, good: '3' }))).toEqual([
      'LESS_THAN_REPORTED',
    ]);
    expect(codes(await plant.run('completeOperation', { ...rest, good: '10' }))).toEqual([]);
    expect((await plant.find(order.id)).operations[0]?.status).toBe('COMPLETED');
  });

  test('completing twice: the same request changes nothing, another one is refused', async () => {
    const order = await plant.released('BOX', '1');
    const run = await plant.through(op(order, 0), {}, ['C1']);
    const again = await plant.run('completeOperation', { executionId: run.id, good: '1' });
    expect(again.execution?.completedAt).toBe(run.completedAt);
    expect(codes(await plant.run('completeOperation', { executionId: run.id, scrap: '1' }))).toEqual([
      'ALREADY_COMPLETED',
    ]);
    expect(codes(await plant.run('completeOperation', { executionId: run.id }, operator))).toEqual([
      'ALREADY_COMPLETED',
    ]);
    expect(codes(await plant.run('reportOperation', { executionId: run.id, good: '1' }))).toEqual([
      'ALREADY_COMPLETED',
    ]);
  });

  test('two who complete one run at once: it counts once', async () => {
    const order = await plant.released('PLATE', '4');
    const { execution } = await plant.run('startOperation', { operationId: op(order, 0).id });
    const input = { executionId: execution?.id, good: '2', scrap: '1' };
    const answers = await Promise.all([
      plant.run('completeOperation', input),
      plant.run('completeOperation', input, operator),
    ]);
    expect(answers.flatMap(codes)).toEqual(['ALREADY_COMPLETED']);
    const [row] = await plant.plant.admin`
      select good, scrap, lost from work_orders.work_order_operations where id = ${op(order, 0).id}`;
    expect(row).toMatchObject({ good: '2', scrap: '1', lost: '0' });
  });

  test('serials: more than ordered, none, twice, and for a part without serials are refused', async () => {
    const order = await plant.released('BOX', '1');
    const start = (serialNumbers: string[]) =>
      plant.run('startOperation', { operationId: op(order, 0).id, serialNumbers });
    expect(codes(await start([]))).toEqual(['SERIALS_MISSING']);
    expect(codes(await start(['M1', 'M1']))).toEqual(['SERIAL_TWICE']);
    expect(codes(await start(['M1', 'M2']))).toEqual(['MORE_SERIALS_THAN_ORDERED']);
    expect(codes(await start(['M1']))).toEqual([]);
    const plates = await plant.released('PLATE', '1');
    const wrong = { operationId: op(plates, 0).id, serialNumbers: ['M1'] };
    expect(codes(await plant.run('startOperation', wrong))).toEqual(['SERIALS_NOT_TRACKED']);
  });

  test('dates out of order are refused, each with its own code', async () => {
    const order = await plant.released('BOX', '1', {});
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    const start = { operationId: op(order, 0).id, serialNumbers: ['T1'] };
    expect(codes(await plant.run('startOperation', { ...start, occurredAt: at(-3_600_000) }))).toEqual([
      'STARTED_BEFORE_RELEASE',
    ]);
    expect(codes(await plant.run('startOperation', { ...start, occurredAt: at(60_000) }))).toEqual([
      'IN_THE_FUTURE',
    ]);
    expect(codes(await plant.run('startOperation', { ...start, occurredAt: at(-1) }, operator))).toEqual([
      'BACKDATING_NOT_PERMITTED',
    ]);
    const { execution } = await plant.run('startOperation', start);
    const end = { executionId: execution?.id, occurredAt: at(-3_600_000) };
    expect(codes(await plant.run('completeOperation', end))).toEqual(['COMPLETED_BEFORE_START']);
    expect(codes(await plant.run('reportOperation', { ...end, good: '1' }))).toEqual([
      'REPORTED_BEFORE_START',
    ]);
    await plant.run('completeOperation', { executionId: execution?.id });
    const next = { operationId: op(order, 1).id, serialNumbers: ['T1'], occurredAt: execution?.startedAt };
    expect(codes(await plant.run('startOperation', next))).toEqual(['STARTED_BEFORE_PREDECESSOR']);
  });
});

describe('machines', () => {
  test('one that is down is refused, so is one of another work center', async () => {
    const order = await plant.released('PLATE', '1');
    await plant.machine('MILL-1');
    await plant.machine('MILL-2', 'DOWN');
    await plant.machine('LATHE-1', 'AVAILABLE', 'LATHE');
    const start = (equipmentCode: string) =>
      plant.run('startOperation', { operationId: op(order, 0).id, equipmentCode });
    expect(codes(await start('MILL-2'))).toEqual(['EQUIPMENT_UNUSABLE']);
    expect(codes(await start('LATHE-1'))).toEqual(['WRONG_EQUIPMENT']);
    expect(codes(await start('MILL-9'))).toEqual(['NOT_FOUND']);
    expect(codes(await start('MILL-1'))).toEqual([]);
  });

  test('without one the operation runs on the machine it is assigned to', async () => {
    const order = await plant.released('PLATE', '1');
    const machine = await plant.machine('MILL-7');
    const assigned = await plant.mutate<{ operation: { equipment: { id: string } } }>(
      supervisor,
      'assignEquipment',
      { operationId: op(order, 0).id, equipmentCode: 'MILL-7' },
      'operation { equipment { id } }',
    );
    expect(assigned).toMatchObject({ errors: [], operation: { equipment: { id: machine } } });
    const { execution } = await plant.run('startOperation', { operationId: op(order, 0).id });
    await plant.plant.idle();
    const events = await plant.plant.events('work-orders.operation-execution.started');
    expect(events.find((event) => event.subject === execution?.id)?.data).toMatchObject({
      equipmentCode: 'MILL-7',
      siteId: TEST_SITE,
      operatorName: 'production.supervisor',
    });
  });
});

describe('inspections', () => {
  test('an operation does not complete while one is open or failed; the last completion counts', async () => {
    const order = await plant.released('PLATE', '2');
    const inspection = plant.newId();
    const { execution } = await plant.run('startOperation', { operationId: op(order, 0).id });
    const end = () => plant.run('completeOperation', { executionId: execution?.id, good: '2' });
    await plant.inspection(inspection, order, op(order, 0), null);
    expect((await end()).errors).toMatchObject([
      { code: 'INSPECTION_OPEN', inspectionNumbers: [`INS-${inspection.slice(-4)}`] },
    ]);
    await plant.inspection(inspection, order, op(order, 0), 'FAILED');
    expect(codes(await end())).toEqual(['INSPECTION_FAILED']);
    await plant.inspection(inspection, order, op(order, 0), 'PASSED');
    expect(codes(await end())).toEqual([]);
  });

  test('a failed serial may be scrapped, and its neighbours complete', async () => {
    const order = await plant.released('BOX', '2');
    const start = { operationId: op(order, 0).id, serialNumbers: ['I1', 'I2'] };
    const { execution } = await plant.run('startOperation', start);
    await plant.inspection(plant.newId(), order, op(order, 0), 'FAILED', 'I2');
    const end = { executionId: execution?.id };
    expect(codes(await plant.run('completeOperation', end))).toEqual(['INSPECTION_FAILED']);
    const scrap = { ...end, scrapSerialNumbers: ['I2'], good: '1', scrap: '1' };
    expect(codes(await plant.run('completeOperation', scrap))).toEqual([]);
  });
});

test('starting and completing take at most eight statements each, outbox and transaction included', async () => {
  const order = await plant.released('BOX', '5');
  await plant.through(op(order, 0), {}, ['N1']);
  const db = plant.plant.running.get('work-orders')?.db;
  const count = async (work: () => Promise<unknown>) => {
    const before = db?.statements ?? 0;
    await work();
    return (db?.statements ?? 0) - before;
  };
  const input = { id: plant.newId(), operationId: op(order, 0).id, serialNumbers: ['N2'] };
  const query = (name: string) =>
    `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { execution { id } errors { code } } }`;
  const send = (name: string, given: object) => () =>
    plant.plant.run('work-orders', supervisor, query(name), { input: given });
  expect(await count(send('startOperation', input))).toBeLessThanOrEqual(8);
  expect(await count(send('completeOperation', { executionId: input.id }))).toBeLessThanOrEqual(8);
});
