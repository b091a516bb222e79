import { randomUUID } from 'node:crypto';
import { schedulingEvents } from '@machshop/schema/events/scheduling.ts';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { E2ePlant } from './e2e-plant.ts';
import { startEmbedded } from './embedded.ts';
import { MASTER_DATA } from './scenario/master-data.ts';
import { hire, type People, signIn } from './scenario/people.ts';

let plant: E2ePlant;
let people: People;
beforeAll(async () => {
  plant = await startEmbedded(inject('adminDatabaseUrl'), 'live');
  people = await hire(plant, plant.tenant);
  const { siteId } = plant.tenant;
  await people.maintenance.act('createWorkCenter', { siteId, code: 'MILL', name: 'Mill', area: 'SHOP' });
  const machine = { workCenterCode: 'MILL', code: 'MILL-1', name: 'Mill', equipmentClass: '5-AXIS' };
  await people.maintenance.act('createEquipment', machine);
  await people.maintenance.act('createWorkCenter', { siteId, code: 'BENCH', name: 'Bench', area: 'SHOP' });
  await plant.quiet();
});
afterAll(() => plant?.close());

/** What was heard of a field, by event. */
const heard = (messages: readonly unknown[], field: string) =>
  messages.map((message) => (message as { data: Record<string, { event: string }> }).data[field]);

describe('live over the public gateway', () => {
  test('who signs in, and who fails to', async () => {
    const field = 'accountActivity';
    const messages = await people.administrator.listen(
      `subscription { ${field} { event username failures user { username } } }`,
    );
    await signIn(plant, plant.tenant, 'admin', plant.tenant.adminPassword);
    await expect(signIn(plant, plant.tenant, 'operator', 'guessed')).rejects.toThrow('INVALID_CREDENTIALS');
    await expect
      .poll(() => heard(messages, field))
      .toEqual([
        { event: 'auth.session.logged-in', username: 'admin', failures: null, user: { username: 'admin' } },
        { event: 'auth.login.failed', username: 'operator', failures: 1, user: null },
      ]);
  });

  test('is of nobody’s account to who may not see users', async () => {
    const { errors } = await people.operator.send('subscription { accountActivity { event } }');
    expect(errors).toHaveLength(1);
  });

  test('master data as it is published, and what it is about', async () => {
    const field = 'masterDataChanged';
    const messages = await people.planner.listen(
      `subscription { ${field} { event part { number } material { code } customer { code } routing { number } } }`,
    );
    await people.planner.act('importMasterData', MASTER_DATA);
    await expect
      .poll(() => heard(messages, field), { timeout: 10_000 })
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ event: 'master-data.part.published', part: { number: 'BLADE-100' } }),
          expect.objectContaining({ event: 'master-data.routing.published' }),
          expect.objectContaining({ material: { code: 'TI-6AL-4V' } }),
        ]),
      );
  });

  test('what is moved by hand in a schedule, of its site', async () => {
    const field = 'scheduleChanged';
    const { siteId, tenantId } = plant.tenant;
    const selection = '{ event siteId schedule { id } scheduledOperation { id } }';
    const messages = await people.planner.listen(
      `subscription { ${field}(siteId: "${siteId}") ${selection} }`,
    );
    const id = randomUUID();
    const place = {
      schedule: { __typename: 'Schedule' as const, id: randomUUID() },
      scheduledOperation: { __typename: 'ScheduledOperation' as const, id },
      operation: { __typename: 'WorkOrderOperation' as const, id: randomUUID() },
      operationNumber: 10,
      workOrder: { __typename: 'WorkOrder' as const, id: randomUUID() },
      workOrderNumber: 'WO-1',
      workCenterCode: 'MILL',
      equipment: { __typename: 'Equipment' as const, id: randomUUID() },
      plannedStartAt: '2026-01-05T06:00:00.000Z',
      plannedEndAt: '2026-01-05T08:00:00.000Z',
      pinned: true,
      change: {
        action: 'UPDATE' as const,
        entity: { __typename: 'ScheduledOperation', id },
        old: null,
        new: null,
        reason: null,
      },
    };
    const moved = schedulingEvents['scheduled-operation.moved'];
    await plant.say(tenantId, moved, { id, data: { ...place, siteId: randomUUID() } });
    await plant.say(tenantId, moved, { id, data: { ...place, siteId } });
    const { schedule, scheduledOperation } = place;
    await expect
      .poll(() => heard(messages, field), { timeout: 10_000 })
      .toEqual([
        {
          event: 'scheduling.scheduled-operation.moved',
          siteId,
          schedule: { id: schedule.id },
          scheduledOperation: { id: scheduledOperation.id },
        },
      ]);
  });

  test('an andon board of a site: what calls for somebody, and when it is over', async () => {
    const field = 'andonBoard';
    const { siteId } = plant.tenant;
    const messages = await people.auditor.listen(
      `subscription { ${field}(siteId: "${siteId}") {
        event reason workCenterCode equipment { code } nonConformance { defectCode } } }`,
    );
    const elsewhere = await people.auditor.listen(
      `subscription { ${field}(siteId: "${siteId}", workCenterCode: "BENCH") { event } }`,
    );
    const { equipmentByCode } = await people.maintenance.ask<{ equipmentByCode: { id: string } }>(
      '{ equipmentByCode(code: "MILL-1") { id } }',
    );
    const { id } = equipmentByCode;
    await people.maintenance.act('changeEquipmentStatus', { id, status: 'DOWN', reason: 'spindle' });
    await people.maintenance.act('changeEquipmentStatus', { id, status: 'AVAILABLE' });
    await plant.quiet();
    await people.inspector.act('raiseNonConformance', {
      severity: 'MAJOR',
      source: 'IN_PROCESS',
      defectCode: 'DIM-OOT',
      description: 'too thin',
      partNumber: 'BLADE-100',
      quantity: { value: '1', unit: 'C62' },
      equipmentCode: 'MILL-1',
    });
    const at = { workCenterCode: 'MILL', equipment: { code: 'MILL-1' } };
    await expect
      .poll(() => heard(messages, field), { timeout: 10_000 })
      .toEqual([
        expect.objectContaining({ event: 'equipment.equipment.downtime', reason: 'spindle', ...at }),
        expect.objectContaining({ event: 'equipment.equipment.downtime-ended', ...at }),
        expect.objectContaining({
          event: 'quality.ncr.created',
          nonConformance: { defectCode: 'DIM-OOT' },
          ...at,
        }),
      ]);
    expect(elsewhere).toEqual([]);
  });
});
