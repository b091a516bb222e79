import { describe, expect, test } from 'vitest';
import { MASTER_DATA, schedule } from './master-data.ts';
import { signIn } from './people.ts';
import { BLADES, orderOf, ROTOR, SCHEDULE_ID, type Tell, theOrder } from './story.ts';

const IMPORTED = `materials { outcome } customers { outcome } parts { outcome } boms { outcome } routings { outcome }`;
type Imported = Record<'materials' | 'customers' | 'parts' | 'boms' | 'routings', { outcome: string }[]>;

export const SCHEDULE = schedule(SCHEDULE_ID, [
  { number: BLADES, partNumber: 'BLADE-100', routingNumber: 'RT-BLADE', quantity: '3' },
  { number: ROTOR, partNumber: 'ROTOR-200', routingNumber: 'RT-ROTOR', quantity: '1' },
]);

/** People, machines, master data, and the orders that the ERP sends. */
export function preparation(story: Tell): void {
  describe('people', () => {
    test('each sees who they are and what they may do', async () => {
      const { people, plant } = story();
      const { me } = await people.operator.ask<{ me: Record<string, unknown> }>(
        '{ me { username roles permissions tenant { code } } }',
      );
      expect(me).toMatchObject({
        username: 'operator',
        roles: ['Operator'],
        tenant: { code: plant.tenant.code },
      });
      expect(me.permissions).toContain('operation:start');
      expect(me.permissions).not.toContain('workOrder:release');
    });

    test('a password that the administrator gave permits nothing but to choose another one', async () => {
      const { people, plant } = story();
      const user = {
        username: 'trainee',
        displayName: 'Trainee',
        roles: ['OPERATOR'],
        password: 'for one sign-in only',
      };
      await people.administrator.act('createUser', user);
      const { caller, mustChangePassword } = await signIn(plant, plant.tenant, user.username, user.password);
      expect(mustChangePassword).toBe(true);
      const { errors } = await caller.send('{ workOrders(first: 1) { nodes { id } } }');
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    });
  });

  describe('machines and master data', () => {
    test('maintenance sets machines up, and the material handler the stores', async () => {
      const { people, plant } = story();
      const { siteId } = plant.tenant;
      for (const code of ['MILL', 'BENCH'])
        await people.maintenance.act('createWorkCenter', { siteId, code, name: code, area: 'SHOP' });
      for (const [code, workCenterCode, equipmentClass] of [
        ['MILL-1', 'MILL', '5-AXIS'],
        ['MILL-2', 'MILL', '5-AXIS'],
        ['BENCH-1', 'BENCH', 'BENCH'],
      ])
        await people.maintenance.act('createEquipment', { workCenterCode, code, name: code, equipmentClass });
      await people.handler.act('createInventoryLocation', {
        siteId,
        code: 'STORE',
        name: 'Store',
        kind: 'STORE',
      });
      await plant.quiet();
    });

    test('the administrator says what an hour costs', async () => {
      const rate = {
        kind: 'LABOR',
        personnelClass: 'MACHINIST',
        ratePerHour: '72',
        effectiveFrom: '2026-01-01T00:00:00Z',
      };
      await story().people.administrator.act('setCostRate', rate);
    });

    test('the planner imports parts, bills and routings; the same import again changes nothing', async () => {
      const { people, plant } = story();
      const first = await people.planner.act<Imported>('importMasterData', MASTER_DATA, IMPORTED);
      expect(outcomes(first)).toEqual(new Set(['CREATED']));
      const second = await people.planner.act<Imported>('importMasterData', MASTER_DATA, IMPORTED);
      expect(outcomes(second)).toEqual(new Set(['UNCHANGED']));
      await plant.quiet();
    });
  });

  describe('the ERP', () => {
    const post = (who: 'erp' | 'operator', body: string) =>
      story().people[who].fetch('/integration/b2mml', {
        method: 'POST',
        headers: { 'content-type': 'application/xml', accept: 'application/xml' },
        body,
      });

    test('sends a schedule as B2MML over HTTP: 202, and the orders are there', async () => {
      const { people, plant } = story();
      const answer = await post('erp', SCHEDULE);
      expect(answer.status).toBe(202);
      expect(await answer.text()).toContain('actionCode="Accepted"');
      await plant.quiet();
      expect((await theOrder(people.planner, BLADES)).operations.map(({ number }) => number)).toEqual([
        10, 20,
      ]);
      expect(await theOrder(people.planner, ROTOR)).toMatchObject({ status: 'CREATED' });
      const { integrationMessageByExternalId: message } = await people.erp.ask<Record<string, unknown>>(
        `{ integrationMessageByExternalId(externalId: "${SCHEDULE_ID}") {
          state workOrders(first: 10) { nodes { workOrderNumber workOrder { number } } } } }`,
      );
      const made = [BLADES, ROTOR].map((number) => ({ workOrderNumber: number, workOrder: { number } }));
      expect(message).toEqual({ state: 'APPLIED', workOrders: { nodes: made } });
    });

    test('sends the same message again: 200, and nothing comes of it', async () => {
      const { people, plant } = story();
      expect((await post('erp', SCHEDULE)).status).toBe(200);
      await plant.quiet();
      const { workOrders } = await people.planner.ask<{ workOrders: { nodes: unknown[] } }>(
        '{ workOrders(first: 100) { nodes { number } } }',
      );
      expect(workOrders.nodes).toHaveLength(2);
    });

    test('sends a bad one: 422 with the rule, and no order of it', async () => {
      const { people, plant } = story();
      const bad = schedule('ERP-SCHEDULE-8', [
        { number: 'GOOD-ONE', partNumber: 'BLADE-100', routingNumber: 'RT-BLADE', quantity: '1' },
        { number: 'BAD-ONE', partNumber: 'NO-SUCH-PART', routingNumber: 'RT-BLADE', quantity: '1' },
      ]);
      const answer = await post('erp', bad);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toMatch(/<Note>PART_UNKNOWN line \d+ /);
      await plant.quiet();
      expect(await orderOf(people.planner, 'GOOD-ONE')).toBeNull();
    });

    test('is the only one who may: an operator gets 403, a stranger 401', async () => {
      expect((await post('operator', SCHEDULE)).status).toBe(403);
      const headers = { 'content-type': 'application/xml' };
      const stranger = await story().nobody.fetch('/integration/b2mml', {
        method: 'POST',
        headers,
        body: SCHEDULE,
      });
      expect(stranger.status).toBe(401);
    });

    test('has its orders released by the planner', async () => {
      const { people, plant } = story();
      for (const number of [BLADES, ROTOR]) {
        const { id } = await theOrder(people.planner, number);
        await people.planner.act('releaseWorkOrder', { id });
        expect(await theOrder(people.operator, number)).toMatchObject({ status: 'RELEASED' });
      }
      await plant.quiet();
    });
  });
}

const outcomes = (imported: Imported): Set<string> =>
  new Set(
    [imported.materials, imported.customers, imported.parts, imported.boms, imported.routings]
      .flat()
      .map(({ outcome }) => outcome),
  );
