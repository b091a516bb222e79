import { beforeAll, describe, expect, test } from 'vitest';
import type { Caller } from '../caller.ts';
import { signInProgram } from './people.ts';
import { operationId, type Tell, theOrder } from './story.ts';

const ORDER = 'E2E-CELL';
const LOT = 'LOT-CELL-1';
const SERIAL = 'BLADE-CELL-1';
const NAME = 'Cell controller';

/** Who it was, as the graph tells it: a person by the username, a program by its name. */
const WHO = '{ __typename ... on User { username } ... on ApiClient { name } }';
const PROGRAM = { __typename: 'ApiClient', name: NAME };

/** A program does what people do: whatever it did names it, everywhere. */
export function programs(story: Tell): void {
  describe('a program', () => {
    let cell: Caller;
    beforeAll(async () => {
      const { people, plant } = story();
      cell = await signInProgram(plant, people.administrator, NAME, ['OPERATOR', 'MATERIAL_HANDLER']);
      await people.planner.act('createWorkOrder', {
        number: ORDER,
        siteId: plant.tenant.siteId,
        partNumber: 'BLADE-100',
        quantity: { value: '1', unit: 'C62' },
      });
      const { id } = await theOrder(people.planner, ORDER);
      await people.planner.act('releaseWorkOrder', { id });
      await plant.quiet();
    });

    test('that receives material stands in the ledger', async () => {
      await cell.act('receiveMaterial', {
        number: LOT,
        locationCode: 'STORE',
        materialCode: 'TI-6AL-4V',
        quantity: { value: '2', unit: 'KGM' },
        heatNumber: 'H-1',
        supplierLotNumber: 'TW-8',
      });
      const { materialTransactions } = await story().people.auditor.ask<Record<string, object>>(
        `{ materialTransactions(first: 5, filter: { lotNumber: "${LOT}" }) { nodes { kind actorName actor ${WHO} } } }`,
      );
      expect(materialTransactions).toEqual({ nodes: [{ kind: 'RECEIPT', actorName: NAME, actor: PROGRAM }] });
    });

    test('that runs an operation stands in the run, the history, the machine’s log and the genealogy', async () => {
      const { people, plant } = story();
      await cell.act('createSerials', { workOrderNumber: ORDER, serials: [{ serialNumber: SERIAL }] });
      await plant.quiet();
      const started = await cell.act<{ execution: { id: string } }>(
        'startOperation',
        {
          operationId: await operationId(cell, ORDER, 10),
          equipmentCode: 'MILL-1',
          serialNumbers: [SERIAL],
        },
        'execution { id }',
      );
      await cell.act('completeOperation', { executionId: started.execution.id });
      await plant.quiet();
      const { operationExecution } = await people.auditor.ask<Record<string, object>>(
        `query ($id: ID!) { operationExecution(id: $id) { operatorName operator ${WHO}
          workOrder { history(first: 20) { nodes { action actor ${WHO} } } } } }`,
        { id: started.execution.id },
      );
      expect(operationExecution).toMatchObject({ operatorName: NAME, operator: PROGRAM });
      expect(operationExecution).toMatchObject({
        workOrder: {
          history: {
            nodes: expect.arrayContaining([
              { action: 'OPERATION_STARTED', actor: PROGRAM },
              { action: 'RELEASED', actor: { __typename: 'User', username: 'planner' } },
            ]),
          },
        },
      });
      const { serializedPartBySerialNumber: part } = await people.auditor.ask<Record<string, object>>(
        `{ serializedPartBySerialNumber(serialNumber: "${SERIAL}") { genealogy { root { steps { operationNumber operator ${WHO} } } } } }`,
      );
      expect(part).toEqual({
        genealogy: { root: { steps: [{ operationNumber: 10, operator: PROGRAM }] } },
      });
    });

    test('that changes a machine’s status and escalates an alert stands beside the person who acknowledged it', async () => {
      const { people, plant } = story();
      const { equipmentByCode } = await cell.ask<{ equipmentByCode: { id: string } }>(
        '{ equipmentByCode(code: "MILL-1") { id } }',
      );
      const { id } = equipmentByCode;
      const heard = await people.administrator.listen(
        `subscription { equipmentStatusChanged { to actorName actor ${WHO} } }`,
      );
      await cell.act('changeEquipmentStatus', { id, status: 'MAINTENANCE', reason: 'coolant' });
      const { sensorAlerts } = await cell.ask<{ sensorAlerts: { nodes: { id: string }[] } }>(
        '{ sensorAlerts(first: 1) { nodes { id } } }',
      );
      await expect
        .poll(() => heard)
        .toMatchObject([
          { data: { equipmentStatusChanged: { to: 'MAINTENANCE', actorName: NAME, actor: PROGRAM } } },
        ]);
      await cell.act('escalateSensorAlert', { id: sensorAlerts.nodes[0]?.id, reason: 'nobody came' });
      await plant.quiet();
      const answer = await people.auditor.ask(
        `query ($alert: ID!) {
          equipmentByCode(code: "MILL-1") { log(first: 1) { nodes { actorName actor ${WHO} } } }
          sensorAlert(id: $alert) { acknowledgedBy ${WHO} escalatedByName escalatedBy ${WHO} } }`,
        { alert: sensorAlerts.nodes[0]?.id },
      );
      expect(answer).toEqual({
        equipmentByCode: { log: { nodes: [{ actorName: NAME, actor: PROGRAM }] } },
        sensorAlert: {
          acknowledgedBy: { __typename: 'User', username: 'operator' },
          escalatedByName: NAME,
          escalatedBy: PROGRAM,
        },
      });
    });

    test('is named in the audit trail with its id, and shows no more than its name', async () => {
      const { people } = story();
      const { me } = await cell.ask<{ me: { id: string; apiClient: object; user: null } }>(
        '{ me { id user { id } apiClient { name } } }',
      );
      expect(me).toMatchObject({ user: null, apiClient: { name: NAME } });
      const { auditTrail } = await people.auditor.ask<{ auditTrail: { nodes: object[] } }>(
        `query ($id: ID!) { auditTrail(first: 100, filter: { actorId: $id }) { nodes { eventType actor ${WHO} } } }`,
        { id: me.id },
      );
      for (const eventType of [
        'auth.api-client.logged-in',
        'materials.lot.received',
        'work-orders.operation-execution.completed',
        'equipment.equipment.status-changed',
        'iot.alert.escalated',
      ])
        expect(auditTrail.nodes).toContainEqual({ eventType, actor: PROGRAM });
      const { errors } = await people.operator.send(
        `{ equipmentByCode(code: "MILL-1") { log(first: 1) { nodes { actor { ... on ApiClient { clientId } } } } } }`,
      );
      expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['FORBIDDEN']);
    });

    test('is refused what is a person’s own', async () => {
      const passwords = { oldPassword: 'a secret is no password', newPassword: 'and gets no successor' };
      expect(await cell.refused('changeOwnPassword', passwords)).toMatchObject({ code: 'PERSON_REQUIRED' });
    });
  });
}
