import { persona, program, TEST_PROGRAM } from '@machshop/testing';
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

describe('two who start the same at once', () => {
  test('of ten who start one operation one wins, and the others are told who', async () => {
    const order = await plant.released('PLATE', '5');
    const people = Array.from({ length: 10 }, (_, i) =>
      persona('OPERATOR', { username: `operator ${i}`, userId: plant.newId() }),
    );
    const answers = await Promise.all(
      people.map((person) => plant.run('startOperation', { operationId: op(order, 0).id }, person)),
    );
    const won = answers.filter((answer) => answer.execution);
    expect(won).toHaveLength(1);
    const winner = people[answers.indexOf(won[0] as (typeof answers)[number])]?.username;
    for (const lost of answers.filter((answer) => !answer.execution)) {
      expect(lost.errors).toMatchObject([
        {
          __typename: 'AlreadyStartedError',
          code: 'ALREADY_STARTED',
          startedBy: winner,
          startedAt: won[0]?.execution?.startedAt,
          execution: { id: won[0]?.execution?.id },
        },
      ]);
    }
  });

  test('different serials of one operation start side by side, the same serial once', async () => {
    const order = await plant.released('BOX', '6');
    const start = (serial: string) =>
      plant.run('startOperation', { operationId: op(order, 0).id, serialNumbers: [serial] }, operator);
    const answers = await Promise.all(['B1', 'B2', 'B3', 'B1', 'B4', 'B2'].map(start));
    expect(answers.filter((answer) => answer.execution)).toHaveLength(4);
    expect(answers.flatMap(codes)).toEqual(['ALREADY_STARTED', 'ALREADY_STARTED']);
  });

  test('serials given in another order do not deadlock', async () => {
    const order = await plant.released('BOX', '4');
    const start = (serialNumbers: string[]) =>
      plant.run('startOperation', { operationId: op(order, 0).id, serialNumbers });
    const answers = await Promise.all([start(['D1', 'D2']), start(['D2', 'D1'])]);
    expect(answers.filter((answer) => answer.execution)).toHaveLength(1);
  });

  test('the same request many times at once makes one run', async () => {
    const order = await plant.released('BOX', '2');
    const input = { id: plant.newId(), operationId: op(order, 0).id, serialNumbers: ['S1'] };
    const answers = await Promise.all(Array.from({ length: 5 }, () => plant.run('startOperation', input)));
    expect(new Set(answers.map((answer) => answer.execution?.id))).toEqual(new Set([input.id]));
    await plant.plant.idle();
    const started = await plant.plant.events('work-orders.operation-execution.started');
    expect(started.filter((event) => event.subject === input.id)).toHaveLength(1);
    const other = await plant.run('startOperation', { ...input, serialNumbers: ['S2'] });
    expect(other.errors).toMatchObject([{ code: 'ID_TAKEN', path: ['input', 'id'] }]);
  });

  test('an order holds while somebody starts: either the run is there or the order is held', async () => {
    const order = await plant.released('PLATE', '5');
    const [started, held] = await Promise.all([
      plant.run('startOperation', { operationId: op(order, 0).id }),
      plant.order(supervisor, 'holdWorkOrder', { id: order.id, reason: 'drawing changed' }),
    ]);
    expect(codes(held)).toEqual([]);
    if (!started.execution) expect(codes(started)).toEqual(['ILLEGAL_TRANSITION']);
    expect((await plant.find(order.id)).status).toBe('ON_HOLD');
    const later = await plant.run('startOperation', { operationId: op(order, 1).id });
    expect(later.errors).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'ON_HOLD' }]);
  });
});

describe('the sequence', () => {
  test('for a quantity the next operation waits for the whole one before', async () => {
    const order = await plant.released('PLATE', '5');
    const early = await plant.run('startOperation', { operationId: op(order, 1).id });
    expect(early.errors).toMatchObject([{ code: 'PREDECESSOR_INCOMPLETE', operationNumbers: [10] }]);
    await plant.through(op(order, 0), { good: '3' });
    expect(codes(await plant.run('startOperation', { operationId: op(order, 1).id }))).toEqual([
      'PREDECESSOR_INCOMPLETE',
    ]);
    await plant.through(op(order, 0), { good: '1', scrap: '1' });
    // one was scrapped: four are left
    expect((await plant.find(order.id)).operations.map((row) => row.status)).toEqual(['COMPLETED', 'READY']);
    const over = await plant.run('startOperation', { operationId: op(order, 1).id });
    const completion = { executionId: over.execution?.id, good: '5' };
    expect(codes(await plant.run('completeOperation', completion))).toEqual(['MORE_THAN_ORDERED']);
    expect(codes(await plant.run('completeOperation', { ...completion, good: '4' }))).toEqual([]);
    expect((await plant.find(order.id)).operations[1]?.status).toBe('COMPLETED');
  });

  test('for serials it holds one by one', async () => {
    const order = await plant.released('BOX', '2');
    await plant.through(op(order, 0), {}, ['Q1']);
    const next = (serial: string) =>
      plant.run('startOperation', { operationId: op(order, 1).id, serialNumbers: [serial] });
    expect(codes(await next('Q2'))).toEqual(['PREDECESSOR_INCOMPLETE']);
    expect(codes(await next('Q1'))).toEqual([]);
    expect((await plant.find(order.id)).operations.map((row) => row.status)).toEqual([
      'IN_PROGRESS',
      'IN_PROGRESS',
      'PENDING',
    ]);
  });

  test('parallel neighbours do not wait for each other, what follows waits for all of them', async () => {
    await plant.publish('PAIR', 'SERIAL', [
      { number: 10, sequencing: 'PARALLEL' },
      { number: 20, sequencing: 'PARALLEL' },
      { number: 30 },
    ]);
    const order = await plant.released('PAIR', '1');
    await plant.through(op(order, 1), {}, ['P1']);
    const last = () => plant.run('startOperation', { operationId: op(order, 2).id, serialNumbers: ['P1'] });
    expect((await last()).errors).toMatchObject([{ code: 'PREDECESSOR_INCOMPLETE', operationNumbers: [10] }]);
    await plant.through(op(order, 0), {}, ['P1']);
    expect(codes(await last())).toEqual([]);
  });

  test('a scrapped serial is out of what follows, and the others end the operations without it', async () => {
    const order = await plant.released('BOX', '2');
    for (const row of order.operations) await plant.through(row, {}, ['X1']);
    await plant.through(op(order, 0), { scrap: '1' }, ['X2']);
    const after = await plant.find(order.id);
    expect(after.operations.map((row) => row.status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(after.percentComplete).toBe(100);
    await plant.plant.idle();
    const completed = (await plant.plant.events('work-orders.operation.completed')).filter(
      (event) => (event.data.workOrder as { id: string }).id === order.id,
    );
    expect(completed).toHaveLength(3);
    const more = await plant.run('startOperation', { operationId: op(order, 1).id, serialNumbers: ['X2'] });
    expect(codes(more)).toEqual(['ILLEGAL_TRANSITION']);
  });

  test('a serial that is to be reworked goes through the operation again', async () => {
    const order = await plant.released('BOX', '1');
    await plant.through(op(order, 0), { rework: '1', good: '0' }, ['W1']);
    const next = () => plant.run('startOperation', { operationId: op(order, 1).id, serialNumbers: ['W1'] });
    expect(codes(await next())).toEqual(['PREDECESSOR_INCOMPLETE']);
    await plant.through(op(order, 0), { good: '1' }, ['W1']);
    expect(codes(await next())).toEqual([]);
  });

  test('what parallel operations scrap of a quantity is lost to what follows, at most all of it', async () => {
    await plant.publish('TWIN', 'NONE', [
      { number: 10, sequencing: 'PARALLEL' },
      { number: 20, sequencing: 'PARALLEL' },
      { number: 30 },
    ]);
    const order = await plant.released('TWIN', '4');
    await plant.through(op(order, 0), { good: '1', scrap: '3' });
    await plant.through(op(order, 1), { good: '1', scrap: '3' });
    const { operations } = await plant.find(order.id);
    expect(operations.map((row) => row.status)).toEqual(['COMPLETED', 'COMPLETED', 'SKIPPED']);
  });

  test('when everything was scrapped, nothing is left for the rest: it is skipped', async () => {
    const order = await plant.released('PLATE', '2');
    await plant.through(op(order, 0), { scrap: '2' });
    expect((await plant.find(order.id)).operations.map((row) => row.status)).toEqual([
      'COMPLETED',
      'SKIPPED',
    ]);
  });
});

describe('skipping', () => {
  test('one serial goes on without the operation, with a reason', async () => {
    const order = await plant.released('BOX', '2');
    await plant.through(op(order, 0), {}, ['K1', 'K2']);
    const skip = { operationId: op(order, 1).id, serialNumbers: ['K2'], reason: 'no recording' };
    expect(codes(await plant.skip(skip))).toEqual([]);
    expect(codes(await plant.skip(skip))).toEqual([]);
    expect(
      codes(await plant.run('startOperation', { operationId: op(order, 2).id, serialNumbers: ['K2'] })),
    ).toEqual([]);
    await plant.through(op(order, 1), {}, ['K1']);
    expect((await plant.find(order.id)).operations[1]?.status).toBe('COMPLETED');
    await plant.plant.idle();
    const events = await plant.plant.events('work-orders.operation.serials-skipped');
    expect(events.filter((event) => event.subject === op(order, 1).id)).toMatchObject([
      { data: { serialNumbers: ['K2'], reason: 'no recording' } },
    ]);
  });

  test('the operation as a whole, what is not through goes on without it', async () => {
    const order = await plant.released('PLATE', '3');
    expect(codes(await plant.skip({ operationId: op(order, 0).id, reason: 'not needed' }))).toEqual([]);
    expect((await plant.find(order.id)).operations.map((row) => row.status)).toEqual(['SKIPPED', 'READY']);
    await plant.through(op(order, 1), { good: '3' });
  });

  test('not while it runs', async () => {
    const order = await plant.released('PLATE', '3');
    await plant.run('startOperation', { operationId: op(order, 0).id });
    expect(codes(await plant.skip({ operationId: op(order, 0).id, reason: 'x' }))).toEqual([
      'OPERATION_RUNNING',
    ]);
  });

  test('needs operation:skip', async () => {
    const query = `mutation { skipOperation(input: { operationId: "${plant.newId()}", reason: "x" }) { errors { code } } }`;
    expect(await plant.plant.refuse('work-orders', operator, query)).toEqual(['FORBIDDEN']);
  });
});

describe('who did it', () => {
  const actor = 'actor { __typename ... on User { id } ... on ApiClient { id } }';
  const operatorOf = actor.replace('actor', 'operator');
  const WHO = `query ($id: ID!) { operationExecution(id: $id) {
    operatorName ${operatorOf} reports(first: 5) { nodes { operatorName ${operatorOf} } }
    workOrder { history(first: 20) { nodes { action actorName ${actor} } } } } }`;

  interface Who {
    operationExecution: {
      operatorName: string;
      operator: object | null;
      reports: { nodes: object[] };
      workOrder: { history: { nodes: { action: string; actorName: string; actor: object | null }[] } };
    };
  }

  test('is a program where a program did it, in the run, its reports, the history and the event', async () => {
    const order = await plant.released('PLATE', '5');
    const machine = program('OPERATOR');
    const byProgram = { __typename: 'ApiClient', id: TEST_PROGRAM };
    const { execution } = await plant.run('startOperation', { operationId: op(order, 0).id }, machine);
    const executionId = execution?.id as string;
    await plant.run('reportOperation', { executionId, good: '2' }, machine);
    await plant.run('reportOperation', { executionId, good: '1' }, operator);
    expect(codes(await plant.run('completeOperation', { executionId, good: '5' }, machine))).toEqual([]);
    const { operationExecution: run } = await plant.plant.run<Who>('work-orders', operator, WHO, {
      id: executionId,
    });
    expect(run).toMatchObject({ operatorName: 'erp-adapter', operator: byProgram });
    expect(run.reports.nodes).toEqual([
      { operatorName: 'erp-adapter', operator: byProgram },
      { operatorName: 'operator', operator: { __typename: 'User', id: operator.userId } },
    ]);
    const { nodes } = run.workOrder.history;
    const started = nodes.find(({ action }) => action === 'OPERATION_STARTED');
    expect(started).toMatchObject({ actorName: 'erp-adapter', actor: byProgram });
    const created = nodes.find(({ action }) => action === 'CREATED');
    expect(created?.actor).toMatchObject({ __typename: 'User' });
    await plant.plant.idle();
    const events = (await plant.plant.events('work-orders.operation-execution.completed')).filter(
      ({ subject }) => subject === executionId,
    );
    expect(events).toMatchObject([
      {
        actorid: TEST_PROGRAM,
        actorkind: 'API_CLIENT',
        actorname: 'erp-adapter',
        data: { operator: null, performer: byProgram, operatorName: 'erp-adapter' },
      },
    ]);
  });

  test('names persons alone as personnel to the ERP', async () => {
    const order = await plant.released('PLATE', '2');
    for (const [i, viewer] of [program('OPERATOR'), operator].entries()) {
      const { execution } = await plant.run('startOperation', { operationId: op(order, i).id }, viewer);
      await plant.run('completeOperation', { executionId: execution?.id, good: '2' }, viewer);
    }
    expect(codes(await plant.order(supervisor, 'completeWorkOrder', { id: order.id }))).toEqual([]);
    await plant.plant.idle();
    const [event] = (await plant.plant.events('work-orders.work-order.completed')).filter(
      ({ subject }) => subject === order.id,
    );
    expect(event?.data.operations).toMatchObject([{ operatorNames: [] }, { operatorNames: ['operator'] }]);
  });
});
