import { Refused } from '@machshop/sdk';
import type { PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';
import type { ReplayPlan, ReplayStep } from './plan-types.ts';

interface Order {
  readonly id: string;
  readonly number: string;
  status: string;
  readonly releasedAt: string | null;
  readonly operations: readonly { id: string; number: number; status: string }[];
}

/** PLAYED changed the plant; FOUND was there from an earlier run. */
export type StepOutcome = 'PLAYED' | 'FOUND';

type Play<K extends ReplayStep['kind']> = (step: Extract<ReplayStep, { kind: K }>) => Promise<StepOutcome>;

/**
 * Plays the steps of a plan, one after another. Each step carries an id of its own or a natural key, so that a
 * step that was sent and never answered can be sent again.
 */
export class Player {
  readonly #client: PlantClient;
  readonly #plan: ReplayPlan;
  readonly #orders = new Map<string, Order>();
  readonly #skipped = new Map<string, Promise<Set<string>>>();
  /** By the server's clock, which is also ours when it runs here; a minute of difference is taken as none. */
  readonly #began: number;
  #last: StepOutcome = 'FOUND';

  constructor(client: PlantClient, plan: ReplayPlan, now: number) {
    this.#client = client;
    this.#plan = plan;
    this.#began = now;
  }

  async play(step: ReplayStep): Promise<StepOutcome> {
    this.#last = await (this.#plays[step.kind] as Play<typeof step.kind>)(step as never);
    return this.#last;
  }

  readonly #plays: { [K in ReplayStep['kind']]: Play<K> } = {
    'import-schedule': async () => this.#importSchedule(),

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
      const order = await this.#order(orderNumber);
      if (order.status !== 'CREATED') return 'FOUND';
      await this.#client.mutate(
        role,
        documents.RELEASE,
        { id: order.id, occurredAt: at },
        `releasing ${orderNumber}`,
      );
      this.#orders.delete(orderNumber);
      return 'PLAYED';
    },

    'create-serials': async ({ role, orderNumber, serialNumbers, at }) => {
      const input = {
        workOrderNumber: orderNumber,
        serials: serialNumbers.map((serialNumber) => ({ serialNumber })),
        occurredAt: at,
      };
      const first = serialNumbers[0] as string;
      if (await this.#serial(first)) return 'FOUND';
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
        operationId: await this.#operationId(orderNumber, operationNumber),
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
      const operationId = await this.#operationId(orderNumber, operationNumber);
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
      const operationId = await this.#operationId(orderNumber, operationNumber);
      const skipped = await this.#skippedAt(operationId);
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
      this.#orders.delete(orderNumber);
      const operation = (await this.#order(orderNumber)).operations.find(
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
      const operationId = await this.#operationId(orderNumber, operationNumber);
      for (const [index, component] of components.entries()) {
        if ((await this.#serial(component.serialNumber))?.assembledInto?.parentNumber === serialNumber)
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
      this.#orders.delete(orderNumber);
      const order = await this.#order(orderNumber);
      if (order.status === 'COMPLETED' || order.status === 'CLOSED') return 'FOUND';
      await this.#client.mutate(
        role,
        documents.COMPLETE_ORDER,
        { id: order.id, occurredAt: at },
        `completing ${orderNumber}`,
      );
      this.#orders.delete(orderNumber);
      return 'PLAYED';
    },
  };

  /** The ERP's schedule makes the orders. What the plant has not heard of yet is tried again. */
  async #importSchedule(): Promise<StepOutcome> {
    const received = await this.#client
      .mutate<{ outcome: string; message: { id: string; state: string } }>(
        'integration',
        documents.RECEIVE_B2MML,
        { xml: this.#plan.schedule.xml },
        'sending the schedule',
      )
      .catch((error: unknown) => {
        if (
          error instanceof Refused &&
          error.refusals.some(({ __typename }) => __typename === 'MessageRejectedError')
        )
          return null;
        throw error;
      });
    const sent = received ?? (await this.#sentBefore());
    let retries = 0;
    await this.#client.until(async () => {
      const { integrationMessage: message } = await this.#client.query<{
        integrationMessage: {
          state: string;
          errors: { line: number; element: string; rule: string; message: string }[];
        };
      }>('integration', documents.MESSAGE, { id: sent.message.id });
      if (message.state === 'APPLIED') return true;
      if (message.state !== 'REJECTED') return null;
      const faults = message.errors.map(
        (fault) => `line ${fault.line} ${fault.element}: ${fault.rule}: ${fault.message}`,
      );
      if (++retries > MAX_RETRIES) throw new Error(`the schedule was rejected: ${faults.join('; ')}`);
      await new Promise((resolve) => setTimeout(resolve, 100 * retries));
      await this.#client.mutate(
        'integration',
        documents.RETRY_MESSAGE,
        { id: sent.message.id },
        'sending the schedule again',
      );
      return null;
    }, 'the schedule');
    return sent.outcome === 'DUPLICATE' ? 'FOUND' : 'PLAYED';
  }

  /** The message that was kept, though it was rejected. */
  async #sentBefore(): Promise<{ outcome: string; message: { id: string } }> {
    const { integrationMessageByExternalId: message } = await this.#client.query<{
      integrationMessageByExternalId: { id: string } | null;
    }>('integration', 'query ($id: String!) { integrationMessageByExternalId(externalId: $id) { id } }', {
      id: this.#plan.schedule.messageId,
    });
    if (!message) throw new Error('the schedule was rejected and is not kept');
    return { outcome: 'REJECTED', message };
  }

  async #order(number: string): Promise<Order> {
    const known = this.#orders.get(number);
    if (known) return known;
    const { workOrderByNumber: order } = await this.#client.query<{ workOrderByNumber: Order | null }>(
      'supervisor',
      documents.ORDER,
      { number },
    );
    if (!order) throw new Error(`there is no order ${number}`);
    this.#orders.set(number, order);
    return order;
  }

  async #operationId(orderNumber: string, operationNumber: number): Promise<string> {
    const found = (await this.#order(orderNumber)).operations.find(
      ({ number }) => number === operationNumber,
    );
    if (!found) throw new Error(`${orderNumber} has no operation ${operationNumber}`);
    return found.id;
  }

  async #serial(serialNumber: string) {
    const { serializedPartBySerialNumber: serial } = await this.#client.query<{
      serializedPartBySerialNumber: { status: string; assembledInto: { parentNumber: string } | null } | null;
    }>('supervisor', documents.SERIAL, { serialNumber });
    return serial;
  }

  /** The serials that an operation was skipped for before this run. */
  #skippedAt(operationId: string): Promise<Set<string>> {
    let known = this.#skipped.get(operationId);
    if (!known) {
      known = this.#readSkipped(operationId);
      this.#skipped.set(operationId, known);
    }
    return known;
  }

  async #readSkipped(operationId: string): Promise<Set<string>> {
    const skipped = new Set<string>();
    for (let after: string | null = null; ; ) {
      const answer: StepsAnswer = await this.#client.query('supervisor', documents.OPERATION_STEPS, {
        id: operationId,
        after,
      });
      const { nodes, pageInfo } = answer.workOrderOperation.steps;
      for (const { serialNumber, status } of nodes) if (status === 'SKIPPED') skipped.add(serialNumber);
      if (!pageInfo.hasNextPage) return skipped;
      after = pageInfo.endCursor;
    }
  }

  /** A piece that is through its last operation is complete. */
  async #completeSerialAfter(
    orderNumber: string,
    operationNumber: number,
    serialNumber: string,
    at: string,
  ): Promise<void> {
    const order = await this.#order(orderNumber);
    if (operationNumber !== order.operations.at(-1)?.number) return;
    if ((await this.#serial(serialNumber))?.status !== 'IN_PROCESS') return;
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

const MAX_RETRIES = 30;

interface StepsAnswer {
  workOrderOperation: {
    steps: {
      nodes: { serialNumber: string; status: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

/** The links of one assembly step: its id with the component's place in the last digit but one. */
function linkId(stepId: string, index: number): string {
  return `${stepId.slice(0, -2)}${(index + 16).toString(16).padStart(2, '0')}`;
}
