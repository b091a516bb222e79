import type { Tx } from '@machshop/db';
import { and, arrayOverlaps, asc, eq } from 'drizzle-orm';
import { processSteps, type StepRow } from './tables.ts';

/** Every statement about process steps of one tenant. */
export class ProcessStepStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** A later event about the same execution knows more. */
  async put(row: Omit<StepRow, 'tenantId'>): Promise<void> {
    const { executionId, ...facts } = row;
    await this.#tx
      .insert(processSteps)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: processSteps.executionId, set: facts });
  }

  bySerialNumbers(serialNumbers: readonly string[]): Promise<StepRow[]> {
    return this.#tx
      .select()
      .from(processSteps)
      .where(and(this.#own(), arrayOverlaps(processSteps.serialNumbers, [...serialNumbers])))
      .orderBy(asc(processSteps.startedAt), asc(processSteps.executionId));
  }

  byWorkOrder(workOrderId: string, limit: number): Promise<StepRow[]> {
    return this.#tx
      .select()
      .from(processSteps)
      .where(and(this.#own(), eq(processSteps.workOrderId, workOrderId)))
      .orderBy(asc(processSteps.startedAt), asc(processSteps.executionId))
      .limit(limit);
  }

  #own() {
    return eq(processSteps.tenantId, this.#tenantId);
  }
}
