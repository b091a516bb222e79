import type { PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';

export interface Order {
  readonly id: string;
  readonly number: string;
  status: string;
  readonly releasedAt: string | null;
  readonly operations: readonly { id: string; number: number; status: string }[];
}

interface StepsAnswer {
  workOrderOperation: {
    steps: {
      nodes: { serialNumber: string; status: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

/** What the plant has of a plan, through the public API; orders and what was skipped before this run are asked for once. */
export class PlantLookup {
  readonly #client: PlantClient;
  readonly #orders = new Map<string, Order>();
  readonly #skipped = new Map<string, Promise<Set<string>>>();

  constructor(client: PlantClient) {
    this.#client = client;
  }

  /** As it was when it was looked at last. @throws where there is none */
  async order(number: string): Promise<Order> {
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

  /** The next look at this order asks the plant: something was done with it. */
  forgetOrder(number: string): void {
    this.#orders.delete(number);
  }

  /** @throws where the order or the operation is not there */
  async operationId(orderNumber: string, operationNumber: number): Promise<string> {
    const found = (await this.order(orderNumber)).operations.find(({ number }) => number === operationNumber);
    if (!found) throw new Error(`${orderNumber} has no operation ${operationNumber}`);
    return found.id;
  }

  /** As it is now; null where there is none. */
  async serial(serialNumber: string) {
    const { serializedPartBySerialNumber: serial } = await this.#client.query<{
      serializedPartBySerialNumber: { status: string; assembledInto: { parentNumber: string } | null } | null;
    }>('supervisor', documents.SERIAL, { serialNumber });
    return serial;
  }

  /** The serials that an operation was skipped for before this run. */
  skippedAt(operationId: string): Promise<Set<string>> {
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
}
