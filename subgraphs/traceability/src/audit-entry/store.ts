import { insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, gt, gte, lte } from 'drizzle-orm';
import { EMPTY, type Head } from './audit-entry.ts';
import { type AuditEntryRow, auditEntries, auditHeads } from './tables.ts';

export interface AuditFilter {
  entityType?: string | null | undefined;
  entityId?: string | null | undefined;
  actorId?: string | null | undefined;
  eventType?: string | null | undefined;
  from?: Date | null | undefined;
  to?: Date | null | undefined;
}

/** Every statement about the audit trail of one tenant. */
export class AuditStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async head(): Promise<Head | undefined> {
    const [row] = await this.#tx.select().from(auditHeads).where(eq(auditHeads.tenantId, this.#tenantId));
    return row;
  }

  /** The chain's end, held until the transaction's end: entries are chained one after another. */
  async lockHead(): Promise<Head> {
    const lock = () =>
      this.#tx.select().from(auditHeads).where(eq(auditHeads.tenantId, this.#tenantId)).for('update');
    const [row] = await lock();
    if (row) return row;
    await this.#tx
      .insert(auditHeads)
      .values({ tenantId: this.#tenantId, ...EMPTY })
      .onConflictDoNothing();
    const [fresh] = await lock();
    return fresh as Head;
  }

  /** Appends entries that continue the chain, in their order. */
  async append(entries: readonly Omit<AuditEntryRow, 'tenantId'>[]): Promise<void> {
    const last = entries.at(-1);
    if (!last) return;
    const rows = entries.map((entry) => ({ ...entry, tenantId: this.#tenantId }));
    await insertMany(this.#tx, auditEntries, rows);
    await this.#tx
      .update(auditHeads)
      .set({ sequence: last.sequence, hash: last.hash })
      .where(eq(auditHeads.tenantId, this.#tenantId));
  }

  page(request: PageRequest, filter: AuditFilter): Promise<AuditEntryRow[]> {
    const page = keyset(request, [auditEntries.sequence], 'desc');
    return this.#tx
      .select()
      .from(auditEntries)
      .where(
        page.where(
          this.#own(),
          filter.entityType ? eq(auditEntries.entityType, filter.entityType) : undefined,
          filter.entityId ? eq(auditEntries.entityId, filter.entityId) : undefined,
          filter.actorId ? eq(auditEntries.actorId, filter.actorId) : undefined,
          filter.eventType ? eq(auditEntries.eventType, filter.eventType) : undefined,
          filter.from ? gte(auditEntries.occurredAt, filter.from) : undefined,
          filter.to ? lte(auditEntries.occurredAt, filter.to) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  after(sequence: bigint, first: number): Promise<AuditEntryRow[]> {
    return this.#tx
      .select()
      .from(auditEntries)
      .where(and(this.#own(), gt(auditEntries.sequence, sequence)))
      .orderBy(asc(auditEntries.sequence))
      .limit(first);
  }

  #own() {
    return eq(auditEntries.tenantId, this.#tenantId);
  }
}
