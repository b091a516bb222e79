import type { PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';
import type { ReplayPlan, ReplayStep, StepOutcome } from './plan-types.ts';
import { PlantLookup } from './plant-lookup.ts';
import { importSchedule } from './schedule-import.ts';

type Play<K extends ReplayStep['kind']> = (step: Extract<ReplayStep, { kind: K }>) => Promise<StepOutcome>;

/**
 * Plays the steps of a plan, one after another. Each step carries an id of its own or a natural key, so that a
 * step that was sent and never answered can be sent again.
 */
export class Player {
  readonly #client: PlantClient;
  readonly #plan: ReplayPlan;
  readonly #seen: PlantLookup;
  /** By the server's clock, which is also ours when it runs here; a minute of difference is taken as none. */
  readonly #began: number;
  #last: StepOutcome = 'FOUND';

  constructor(client: PlantClient, plan: ReplayPlan, now: number) {
    this.#client = client;
    this.#seen = new PlantLookup(client);
    this.#plan = plan;
    this.#began = now;
  }

  async play(step: ReplayStep): Promise<StepOutcome> {
    this.#last = await (this.#plays[step.kind] as Play<typeof step.kind>)(step as never);
    return this.#last;
  }

  readonly #plays: { [K in ReplayStep['kind']]: Play<K> } = {
    'import-schedule': async () => importSchedule(this.#client, this.#plan.schedule),

    'receive-lot': async ({ id, role, lotNumber, at }) => {
      const lot = this.#plan.lots.find(({ number }) => number === lotNumber);
      if (!lot) throw new Error(`the plan has no lot ${lotNumber}`);
      const input = {
        id,
        number: lot.number,
        materialCode: lot.materialNumber,
        quantity: { value: lot.received, unit: lot.unit },
        locationCode: this.#plan.locationCode,
        supplierLotNumber: lot.supplierLotNumber,
        occurredAt: at,
      };
      const payload = await this.#client.mutate<{ lot: { recordedAt: string } }>(
        role,
        documents.RECEIVE_LOT,
        input,
        `receiving ${lotNumber}`,
      );
      return this.#since(payload.lot.recordedAt);
    },

    'release-order': async ({ role, orderNumber, at }) => {
      const order = await this.#seen.order(orderNumber);
      if (order.status !== 'CREATED') return 'FOUND';
      await this.#client.mutate(
        role,
        documents.RELEASE,
        { id: order.id, occurredAt: at },
        `releasing ${orderNumber}`,
      );
      this.#seen.forgetOrder(orderNumber);
      return 'PLAYED';
    },

    'create-serials': async ({ role, orderNumber, serialNumbers, at }) => {
      const input = {
        workOrderNumber: orderNumber,
        serials: serialNumbers.map((serialNumber) => ({ serialNumber })),
        occurredAt: at,
      };
      const first = serialNumbers[0] as string;
      if (await this.#seen.serial(first)) return 'FOUND';
      await this.#client.mutate(
        role,
        documents.CREATE_SERIALS,
        input,
        `creating the serials of ${orderNumber}`,
      );
      return 'PLAYED';
    },

    'consume-material': async ({
      id,
      role,
      orderNumber,
      operationNumber,
      serialNumber,
      lotNumber,
      quantity,
      unit,
      at,
    }) => {
      const input = {
        id,
        lotNumber,
        locationCode: this.#plan.locationCode,
        quantity: { value: quantity, unit },
        workOrderNumber: orderNumber,
        operationId: await this.#seen.operationId(orderNumber, operationNumber),
        serialNumber,
        bomPosition: 10,
        occurredAt: at,
      };
      const payload = await this.#client.mutate<{ transaction: { recordedAt: string } }>(
        role,
        documents.CONSUME,
        input,
        `consuming ${lotNumber} for ${serialNumber}`,
      );
      return this.#since(payload.transaction.recordedAt);
    },

    'start-operation': async ({
      id,
      role,
      orderNumber,
      operationNumber,
      serialNumber,
      equipmentCode,
      at,
    }) => {
      const operationId = await this.#seen.operationId(orderNumber, operationNumber);
      const input = { id, operationId, equipmentCode, serialNumbers: [serialNumber], occurredAt: at };
      const payload = await this.#client.mutate<{ execution: { recordedAt: string } }>(
        role,
        documents.START,
        input,
        `starting ${operationNumber} of ${serialNumber}`,
      );
      return this.#since(payload.execution.recordedAt);
    },

    'complete-operation': async ({ role, orderNumber, operationNumber, serialNumber, executionId, at }) => {
      const input = { executionId, occurredAt: at };
      const doing = `completing ${operationNumber} of ${serialNumber}`;
      const payload = await this.#client.mutate<{ execution: { completionRecordedAt: string } }>(
        role,
        documents.COMPLETE,
        input,
        doing,
      );
      await this.#completeSerialAfter(orderNumber, operationNumber, serialNumber, at);
      return this.#since(payload.execution.completionRecordedAt);
    },

    'skip-operation': async ({ role, orderNumber, operationNumber, serialNumber, reason, at }) => {
      const operationId = await this.#seen.operationId(orderNumber, operationNumber);
      const skipped = await this.#seen.skippedAt(operationId);
      if (!skipped.has(serialNumber)) {
        const input = { operationId, serialNumbers: [serialNumber], reason, occurredAt: at };
        await this.#client.mutate(
          role,
          documents.SKIP,
          input,
          `skipping ${operationNumber} of ${serialNumber}`,
        );
      }
      await this.#completeSerialAfter(orderNumber, operationNumber, serialNumber, at);
      return skipped.has(serialNumber) ? 'FOUND' : 'PLAYED';
    },

    // the last piece completed the operation by itself; here it is looked at
    'finish-operation': async ({ orderNumber, operationNumber }) => {
      this.#seen.forgetOrder(orderNumber);
      const operation = (await this.#seen.order(orderNumber)).operations.find(
        ({ number }) => number === operationNumber,
      );
      if (operation?.status !== 'COMPLETED' && operation?.status !== 'SKIPPED') {
        throw new Error(
          `operation ${operationNumber} of ${orderNumber} is ${operation?.status}, though every piece is through`,
        );
      }
      return this.#last;
    },

    assemble: async ({ id, role, orderNumber, operationNumber, serialNumber, components, at }) => {
      let outcome: StepOutcome = 'FOUND';
      const operationId = await this.#seen.operationId(orderNumber, operationNumber);
      for (const [index, component] of components.entries()) {
        if ((await this.#seen.serial(component.serialNumber))?.assembledInto?.parentNumber === serialNumber)
          continue;
        const input = {
          id: linkId(id, index),
          parentSerialNumber: serialNumber,
          childSerialNumber: component.serialNumber,
          bomPosition: component.position,
          workOrderNumber: orderNumber,
          operationId,
          occurredAt: at,
        };
        await this.#client.mutate(
          role,
          documents.ASSEMBLE,
          input,
          `assembling ${component.serialNumber} into ${serialNumber}`,
        );
        outcome = 'PLAYED';
      }
      return outcome;
    },

    'complete-order': async ({ role, orderNumber, at }) => {
      this.#seen.forgetOrder(orderNumber);
      const order = await this.#seen.order(orderNumber);
      if (order.status === 'COMPLETED' || order.status === 'CLOSED') return 'FOUND';
      await this.#client.mutate(
        role,
        documents.COMPLETE_ORDER,
        { id: order.id, occurredAt: at },
        `completing ${orderNumber}`,
      );
      this.#seen.forgetOrder(orderNumber);
      return 'PLAYED';
    },
  };

  /** A piece that is through its last operation is complete. */
  async #completeSerialAfter(
    orderNumber: string,
    operationNumber: number,
    serialNumber: string,
    at: string,
  ): Promise<void> {
    const order = await this.#seen.order(orderNumber);
    if (operationNumber !== order.operations.at(-1)?.number) return;
    if ((await this.#seen.serial(serialNumber))?.status !== 'IN_PROCESS') return;
    await this.#client.mutate(
      'supervisor',
      documents.COMPLETE_SERIAL,
      { serialNumber, occurredAt: at },
      `completing ${serialNumber}`,
    );
  }

  #since(recordedAt: string): StepOutcome {
    return Date.parse(recordedAt) >= this.#began ? 'PLAYED' : 'FOUND';
  }
}

/** The links of one assembly step: its id with the component's place in the last digit but one. */
function linkId(stepId: string, index: number): string {
  return `${stepId.slice(0, -2)}${(index + 16).toString(16).padStart(2, '0')}`;
}
