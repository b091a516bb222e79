import { randomUUID } from 'node:crypto';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { describe, expect, test } from 'vitest';
import type { Caller, Refusal } from '../caller.ts';
import {
  BLADE_SERIALS,
  BLADES,
  operationId,
  type Story,
  type Tell,
  TITANIUM_LOT,
  theOrder,
} from './story.ts';

const [FIRST, SECOND, THIRD] = BLADE_SERIALS;

/** A run of an operation. */
interface Run {
  readonly execution: { readonly id: string; readonly operatorName: string };
}

const start = (caller: Caller, operation: string, equipmentCode: string, ...serialNumbers: string[]) =>
  caller.act<Run>(
    'startOperation',
    { operationId: operation, equipmentCode, serialNumbers },
    'execution { id operatorName }',
  );

/** Material, serials and the operations of the blades. */
export function making(story: Tell): void {
  describe('material', () => {
    const consumption = async ({ people }: Story, serialNumber: string, value = '2.5') => ({
      id: randomUUID(),
      lotNumber: TITANIUM_LOT,
      locationCode: 'STORE',
      quantity: { value, unit: 'KGM' },
      workOrderNumber: BLADES,
      operationId: await operationId(people.operator, BLADES, 10),
      serialNumber,
      bomPosition: 10,
    });

    test('of a critical kind is not used without its certificate', async () => {
      const { people } = story();
      const lot = {
        materialCode: 'TI-6AL-4V',
        quantity: { value: '8.5', unit: 'KGM' },
        heatNumber: 'H-88123',
        supplierLotNumber: 'TW-7',
      };
      await people.handler.act('receiveMaterial', { number: TITANIUM_LOT, locationCode: 'STORE', ...lot });
      const allocation = {
        lotNumber: TITANIUM_LOT,
        workOrderNumber: BLADES,
        quantity: { value: '7.5', unit: 'KGM' },
      };
      await people.planner.act('allocateMaterial', allocation);
      const serials = BLADE_SERIALS.map((serialNumber) => ({ id: randomUUID(), serialNumber }));
      await people.operator.act('createSerials', { workOrderNumber: BLADES, serials });
      const refusal = await people.operator.refused('consumeMaterial', await consumption(story(), FIRST));
      expect(refusal.code).toBe('CERTIFICATE_MISSING');
    });

    test('is used with it, once, however often the same request comes', async () => {
      const { people } = story();
      await people.inspector.act('recordMaterialCertificate', {
        lotNumber: TITANIUM_LOT,
        number: 'MTR-1',
        kind: 'MILL_TEST_REPORT',
        issuedBy: 'Titanium Works',
        issuedAt: '2026-01-02',
      });
      for (const serialNumber of BLADE_SERIALS) {
        const input = await consumption(story(), serialNumber);
        await people.operator.act('consumeMaterial', input);
        await people.operator.act('consumeMaterial', input);
      }
      expect(await onHand(people.operator)).toBe('1');
    });

    test('is not used beyond what there is', async () => {
      const refusal = await story().people.operator.refused(
        'consumeMaterial',
        await consumption(story(), FIRST, '1.5'),
      );
      expect(refusal).toMatchObject({ code: 'INSUFFICIENT_STOCK', available: { value: '1', unit: 'KGM' } });
      expect(await onHand(story().people.operator)).toBe('1');
    });
  });

  describe('operations', () => {
    test('two operators start the same one at once: one has it, the other is told who', async () => {
      const { people } = story();
      const input = {
        operationId: await operationId(people.operator, BLADES, 10),
        equipmentCode: 'MILL-1',
        serialNumbers: [FIRST],
      };
      const answers = await Promise.all(
        [people.operator, people.mate].map(async (caller) => {
          const data = await caller.ask<{ startOperation: Run & { errors: Refusal[] } }>(
            `mutation ($input: StartOperationInput!) { startOperation(input: $input) {
              execution { id operatorName } errors { code ... on AlreadyStartedError { startedBy startedAt } } } }`,
            { input },
          );
          return data.startOperation;
        }),
      );
      const winner = answers.find(({ execution }) => execution !== null)?.execution.operatorName;
      expect(['operator', 'mate']).toContain(winner);
      const refusals = answers.flatMap(({ errors }) => errors);
      expect(refusals).toEqual([
        { code: 'ALREADY_STARTED', startedBy: winner, startedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
      ]);
    });

    test('a machine is in use while an operation runs on it', async () => {
      const { people, plant } = story();
      await plant.quiet();
      expect(await statusOf(people.operator, 'MILL-1')).toBe('IN_USE');
    });

    test('one is refused on a machine that is down', async () => {
      const { people, plant } = story();
      const { equipmentByCode } = await people.maintenance.ask<{ equipmentByCode: { id: string } }>(
        '{ equipmentByCode(code: "MILL-2") { id } }',
      );
      const down = { id: equipmentByCode.id, status: 'DOWN', reason: 'spindle bearing' };
      await people.maintenance.act('changeEquipmentStatus', down);
      await plant.quiet();
      const input = {
        operationId: await operationId(people.operator, BLADES, 10),
        equipmentCode: 'MILL-2',
        serialNumbers: [SECOND],
      };
      expect(await people.operator.refused('startOperation', input)).toMatchObject({
        code: 'EQUIPMENT_UNUSABLE',
      });
    });

    test('one is refused before its predecessor', async () => {
      const { people } = story();
      const input = {
        operationId: await operationId(people.operator, BLADES, 20),
        equipmentCode: 'BENCH-1',
        serialNumbers: [SECOND],
      };
      expect(await people.operator.refused('startOperation', input)).toMatchObject({
        code: 'PREDECESSOR_INCOMPLETE',
        operationNumbers: [10],
      });
    });

    test('the mill makes the blades', async () => {
      const { people, plant } = story();
      const mill = await operationId(people.operator, BLADES, 10);
      const [open] = await openRuns(people.operator, mill);
      await people.operator.act('completeOperation', { executionId: open });
      const { execution } = await start(people.operator, mill, 'MILL-1', SECOND, THIRD);
      await people.operator.act('completeOperation', { executionId: execution.id });
      await plant.quiet();
      expect((await theOrder(people.operator, BLADES)).operations[0]).toMatchObject({ status: 'COMPLETED' });
      expect(await statusOf(people.operator, 'MILL-1')).toBe('AVAILABLE');
    });

    test('one does not complete with a failed inspection, and does once it passed', async () => {
      const { people, plant } = story();
      const bench = await operationId(people.operator, BLADES, 20);
      const { execution } = await start(people.operator, bench, 'BENCH-1', FIRST);
      const inspect = inspection(story(), (await theOrder(people.operator, BLADES)).id, bench, FIRST);
      await inspect('FAILED');
      const refusal = await people.operator.refused('completeOperation', { executionId: execution.id });
      expect(refusal).toMatchObject({
        __typename: 'InspectionsNotPassedError',
        inspectionNumbers: ['INSP-1'],
      });
      await inspect('PASSED');
      await people.operator.act('completeOperation', { executionId: execution.id });
      const rest = await start(people.mate, bench, 'BENCH-1', SECOND, THIRD);
      await people.mate.act('completeOperation', { executionId: rest.execution.id });
      for (const serialNumber of BLADE_SERIALS) await people.operator.act('completeSerial', { serialNumber });
      await plant.quiet();
    });

    test('the supervisor completes the order of the blades', async () => {
      const { people, plant } = story();
      const { id } = await theOrder(people.supervisor, BLADES);
      await people.supervisor.act('completeWorkOrder', { id });
      await plant.quiet();
      expect(await theOrder(people.supervisor, BLADES)).toMatchObject({ status: 'COMPLETED' });
    });
  });
}

/** Says the result of an inspection as quality would. */
function inspection({ plant }: Story, workOrderId: string, operation: string, serialNumber: string) {
  const id = randomUUID();
  return async (result: 'PASSED' | 'FAILED') => {
    await plant.say(plant.tenant.tenantId, qualityEvents['inspection.completed'], {
      id,
      data: {
        inspection: { __typename: 'Inspection', id },
        inspectionNumber: 'INSP-1',
        workOrder: { __typename: 'WorkOrder', id: workOrderId },
        operation: { __typename: 'WorkOrderOperation', id: operation },
        serialNumber,
        result,
        change: {
          action: 'UPDATE',
          entity: { __typename: 'Inspection', id },
          old: null,
          new: { result },
          reason: null,
        },
      },
    });
    await plant.quiet();
  };
}

async function onHand(caller: Caller): Promise<string> {
  const { materialLotByNumber } = await caller.ask<{ materialLotByNumber: { onHand: { value: string } } }>(
    `{ materialLotByNumber(number: "${TITANIUM_LOT}") { onHand { value } } }`,
  );
  return materialLotByNumber.onHand.value;
}

async function statusOf(caller: Caller, code: string): Promise<string> {
  const { equipmentByCode } = await caller.ask<{ equipmentByCode: { status: string } }>(
    'query ($code: String!) { equipmentByCode(code: $code) { status } }',
    { code },
  );
  return equipmentByCode.status;
}

async function openRuns(caller: Caller, operation: string): Promise<string[]> {
  const { workOrderOperation } = await caller.ask<{
    workOrderOperation: { executions: { nodes: { id: string; completedAt: string | null }[] } };
  }>(
    'query ($id: ID!) { workOrderOperation(id: $id) { executions(first: 100) { nodes { id completedAt } } } }',
    { id: operation },
  );
  return workOrderOperation.executions.nodes.filter((run) => run.completedAt === null).map(({ id }) => id);
}
