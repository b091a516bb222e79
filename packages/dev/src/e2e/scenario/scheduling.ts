import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Tell } from './story.ts';

const WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const HOUR_MS = 3_600_000;

interface Planned {
  readonly status: string;
  readonly revision: number;
  readonly operations: {
    readonly nodes: readonly { readonly status: string; readonly equipment: { readonly id: string } }[];
  };
}

/** What the planner does: plans what is open, publishes it, hears what gets in its way. */
export function scheduling(story: Tell): void {
  describe('a schedule', () => {
    const id = randomUUID();

    test('is planned within the calendars of the site, and published for the floor', async () => {
      const { people, plant } = story();
      const { siteId } = plant.tenant;
      const order = { number: 'E2E-SPARES', partNumber: 'BLADE-100', quantity: { value: '2', unit: 'EA' } };
      const { workOrder } = await people.planner.act<{ workOrder: { id: string } }>(
        'createWorkOrder',
        order,
        'workOrder { id }',
      );
      await people.planner.act('releaseWorkOrder', { id: workOrder.id });
      await plant.quiet();
      const shifts = WEEK.map((day) => ({ day, start: '00:00', end: '24:00' }));
      await people.planner.act('setResourceCalendar', { siteId, name: 'Around the clock', shifts });
      const from = Date.now() + 300 * HOUR_MS;
      await people.maintenance.act('addCalendarException', {
        siteId,
        workCenterCode: 'BENCH',
        kind: 'CLOSED',
        startsAt: new Date(from).toISOString(),
        endsAt: new Date(from + HOUR_MS).toISOString(),
        reason: 'new benches',
      });
      const heard = await people.operator.listen(
        'subscription { scheduleChanged(events: ["scheduling.schedule.published"]) { event schedule { status } } }',
      );
      await people.planner.act('planSchedule', { id, siteId, budgetSeconds: 1, iterations: 100 });
      const read = async () =>
        (
          await people.planner.ask<{ schedule: Planned }>(
            `query ($id: ID!) { schedule(id: $id) { status revision operations(first: 50) { nodes { status equipment { id } } } } }`,
            { id },
          )
        ).schedule;
      await expect.poll(async () => (await read()).status, { timeout: 30_000 }).toBe('DRAFT');
      const { revision, operations } = await read();
      expect(operations.nodes.length).toBeGreaterThan(0);
      await people.planner.act('publishSchedule', { id, revision });
      await expect.poll(() => JSON.stringify(heard), { timeout: 30_000 }).toContain('PUBLISHED');
    });

    test('is in conflict while a machine of it is down, and an andon board says so', async () => {
      const { people, plant } = story();
      const { publishedSchedule } = await people.planner.ask<{ publishedSchedule: Planned }>(
        `query ($siteId: ID!) { publishedSchedule(siteId: $siteId) { operations(first: 50) { nodes { status equipment { id } } } } }`,
        { siteId: plant.tenant.siteId },
      );
      const waiting = publishedSchedule.operations.nodes.find(
        ({ status }) => status === 'READY' || status === 'WAITING',
      );
      const machine = { id: waiting?.equipment.id };
      const open = async () =>
        JSON.stringify(
          await people.planner.ask(
            '{ scheduleConflicts(first: 50, filter: { open: true, kind: MACHINE_DOWN }) { nodes { kind } } }',
          ),
        );
      const board = await people.planner.listen(
        `subscription { andonBoard(siteId: "${plant.tenant.siteId}", events: ["scheduling.conflict.detected", "scheduling.conflict.resolved"]) {
          event text conflict { kind } equipment { id } } }`,
      );
      const told = (event: string) =>
        expect.objectContaining({
          event,
          text: expect.stringMatching(/ is /),
          conflict: { kind: 'MACHINE_DOWN' },
          equipment: machine,
        });
      const said = () => board.map((one) => (one as { data?: { andonBoard: unknown } }).data?.andonBoard);
      await people.maintenance.act('changeEquipmentStatus', { ...machine, status: 'DOWN', reason: 'belt' });
      await expect.poll(open, { timeout: 30_000 }).toContain('MACHINE_DOWN');
      await people.maintenance.act('changeEquipmentStatus', { ...machine, status: 'AVAILABLE' });
      await expect.poll(open, { timeout: 30_000 }).not.toContain('MACHINE_DOWN');
      await expect
        .poll(said, { timeout: 30_000 })
        .toEqual(
          expect.arrayContaining([
            told('scheduling.conflict.detected'),
            told('scheduling.conflict.resolved'),
          ]),
        );
    });
  });
}
