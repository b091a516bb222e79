import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import type { DeadLetterState } from './dead-letter.ts';
import { type DeadLetterRow, deadLetters } from './tables.ts';

export interface DeadLetterFilter {
  state?: DeadLetterState | null | undefined;
  consumer?: string | null | undefined;
  eventType?: string | null | undefined;
}

/** Every statement about dead letters of one tenant. */
export class DeadLetterStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<DeadLetterRow[]> {
    return this.#tx
      .select()
      .from(deadLetters)
      .where(and(this.#own(), anyOf(deadLetters.id, ids)));
  }

  /** Newest first. */
  page(request: PageRequest, filter: DeadLetterFilter): Promise<DeadLetterRow[]> {
    const page = keyset(request, [deadLetters.failedAt, deadLetters.id], 'desc');
    return this.#tx
      .select()
      .from(deadLetters)
      .where(
        page.where(
          this.#own(),
          filter.state ? eq(deadLetters.state, filter.state) : undefined,
          filter.consumer ? eq(deadLetters.consumer, filter.consumer) : undefined,
          filter.eventType ? eq(deadLetters.eventType, filter.eventType) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<DeadLetterRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(deadLetters)
      .where(and(this.#own(), eq(deadLetters.id, id)))
      .for('update');
    return row;
  }

  async add(row: Omit<DeadLetterRow, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(deadLetters)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async update(
    id: string,
    changes: Pick<
      DeadLetterRow,
      'state' | 'resolvedAt' | 'resolvedBy' | 'resolvedByKind' | 'resolvedByName' | 'reason'
    >,
  ): Promise<DeadLetterRow> {
    const [saved] = await this.#tx
      .update(deadLetters)
      .set(changes)
      .where(and(this.#own(), eq(deadLetters.id, id)))
      .returning();
    return saved as DeadLetterRow;
  }

  #own() {
    return eq(deadLetters.tenantId, this.#tenantId);
  }
}
