import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, SchedulingPlant } from '../testing.ts';

let plant: SchedulingPlant;
beforeAll(async () => {
  plant = await SchedulingPlant.start();
  for (const n of [100, 200]) await plant.order(n);
  await plant.idle();
  await plant.begin(1000);
  await plant.idle();
  expect((await plant.publish(idOf(1000), 1)).errors).toEqual([]);
});
afterAll(() => plant?.close());

const progress = async (operation: number) => {
  const [row] = await plant.plant.admin`select status, assigned_equipment_id as machine
    from scheduling.operation_progress where operation_id = ${idOf(operation)}`;
  return row;
};
const execution = async (n: number) => {
  const [row] = await plant.plant.admin`select done, completed_at is not null as over
    from scheduling.operation_executions where id = ${idOf(n + 9_000)}`;
  return row;
};
/** Says something, and waits until it is known. */
const hear = async (said: Promise<string>) => {
  await said;
  await plant.idle();
};

describe('an event that comes late', () => {
  test('of a start leaves an operation that is over COMPLETED', async () => {
    await hear(plant.operation(100, 10, 'started'));
    expect(await progress(110)).toMatchObject({ status: 'IN_PROGRESS' });
    await hear(plant.operation(100, 10, 'completed'));
    await hear(plant.late(() => plant.operation(100, 10, 'started')));
    expect(await progress(110)).toMatchObject({ status: 'COMPLETED' });
  });

  test('of an assignment leaves an operation on the machine that it was given since', async () => {
    await hear(plant.operation(100, 20, 'started'));
    await hear(plant.assigned(100, 20, 11));
    await hear(plant.assigned(100, 20, 12));
    await hear(plant.late(() => plant.assigned(100, 20, 11)));
    expect(await progress(120)).toEqual({ status: 'IN_PROGRESS', machine: idOf(12) });
  });

  test('of a report takes nothing back of what a run made since, and a run that is over stays over', async () => {
    await hear(plant.run(200, 10, 11, 'started'));
    await hear(plant.run(200, 10, 11, 'reported', '2'));
    await hear(plant.late(() => plant.run(200, 10, 11, 'reported', '1')));
    expect(await execution(200)).toEqual({ done: '2', over: false });
    await hear(plant.run(200, 10, 11, 'completed', '2'));
    await hear(plant.run(200, 10, 11, 'started'));
    expect(await execution(200)).toEqual({ done: '2', over: true });
  });

  test('of material neither ends a shortage that was found since nor brings one back', async () => {
    await hear(plant.material(200, 'shortage'));
    expect(await plant.openConflicts()).toContain('MATERIAL_MISSING');
    await hear(plant.late(() => plant.material(200, 'allocated')));
    expect(await plant.openConflicts()).toContain('MATERIAL_MISSING');
    await hear(plant.material(200, 'allocated'));
    expect(await plant.openConflicts()).not.toContain('MATERIAL_MISSING');
    await hear(plant.late(() => plant.material(200, 'shortage')));
    expect(await plant.openConflicts()).not.toContain('MATERIAL_MISSING');
  });
});
