import { anyOf, type Tx } from '@machshop/db';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Discipline } from './eight-d.ts';
import { type EightDMemberRow, type EightDStepRow, eightDMembers, eightDSteps } from './tables.ts';

/** Every statement about the eight disciplines of one tenant's non-conformances. */
export class EightDStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Those that somebody wrote something for, in their order. */
  steps(nonConformanceIds: readonly string[]): Promise<EightDStepRow[]> {
    return this.#tx
      .select()
      .from(eightDSteps)
      .where(
        and(eq(eightDSteps.tenantId, this.#tenantId), anyOf(eightDSteps.nonConformanceId, nonConformanceIds)),
      )
      .orderBy(asc(eightDSteps.discipline));
  }

  async putStep(
    nonConformanceId: string,
    discipline: Discipline,
    changes: Partial<Omit<EightDStepRow, 'nonConformanceId' | 'discipline' | 'tenantId' | 'recordedAt'>>,
    recordedAt: Date,
  ): Promise<void> {
    await this.#tx
      .insert(eightDSteps)
      .values({ ...changes, nonConformanceId, discipline, tenantId: this.#tenantId, recordedAt })
      .onConflictDoUpdate({
        target: [eightDSteps.nonConformanceId, eightDSteps.discipline],
        set: { ...changes, recordedAt },
        setWhere: eq(eightDSteps.tenantId, this.#tenantId),
      });
  }

  /** It came back: everything that was complete is open again, what was written stays. */
  async reopen(nonConformanceId: string): Promise<void> {
    await this.#tx
      .update(eightDSteps)
      .set({ completedAt: null, completedById: null, completedByKind: null, completedByName: null })
      .where(
        and(eq(eightDSteps.tenantId, this.#tenantId), eq(eightDSteps.nonConformanceId, nonConformanceId)),
      );
  }

  /** The leader first, then by name. */
  members(nonConformanceIds: readonly string[]): Promise<EightDMemberRow[]> {
    return this.#tx
      .select()
      .from(eightDMembers)
      .where(
        and(
          eq(eightDMembers.tenantId, this.#tenantId),
          anyOf(eightDMembers.nonConformanceId, nonConformanceIds),
        ),
      )
      .orderBy(desc(eightDMembers.leader), asc(eightDMembers.username));
  }

  async setMembers(
    nonConformanceId: string,
    rows: readonly Omit<EightDMemberRow, 'tenantId'>[],
  ): Promise<void> {
    await this.#tx
      .delete(eightDMembers)
      .where(
        and(eq(eightDMembers.tenantId, this.#tenantId), eq(eightDMembers.nonConformanceId, nonConformanceId)),
      );
    await this.#tx.insert(eightDMembers).values(rows.map((row) => ({ ...row, tenantId: this.#tenantId })));
  }
}
