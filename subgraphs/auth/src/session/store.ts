import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, count, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm';
import {
  type RefreshTokenRow,
  refreshTokens,
  type SessionEndReason,
  type SessionRow,
  sessions,
} from './tables.ts';

const PRUNED_AT_ONCE = 5;

/** Every statement about sessions of one tenant and their refresh tokens. */
export class SessionStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<SessionRow[]> {
    return this.#tx
      .select()
      .from(sessions)
      .where(and(this.#own(), anyOf(sessions.id, ids)));
  }

  pageOfUser(userId: string, request: PageRequest): Promise<SessionRow[]> {
    const page = keyset(request, [sessions.id], 'desc');
    return this.#tx
      .select()
      .from(sessions)
      .where(page.where(this.#own(), eq(sessions.userId, userId)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<SessionRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sessions)
      .where(and(this.#own(), eq(sessions.id, id)))
      .for('update');
    return row;
  }

  async openCount(userId: string, now: Date): Promise<number> {
    const [row] = await this.#tx
      .select({ open: count() })
      .from(sessions)
      .where(
        and(this.#own(), eq(sessions.userId, userId), isNull(sessions.endedAt), gt(sessions.expiresAt, now)),
      );
    return row?.open ?? 0;
  }

  async insert(row: Omit<SessionRow, 'tenantId' | 'endedAt' | 'endReason'>): Promise<void> {
    await this.#tx.insert(sessions).values({ ...row, tenantId: this.#tenantId });
  }

  async touch(id: string, now: Date): Promise<void> {
    await this.#tx
      .update(sessions)
      .set({ lastUsedAt: now })
      .where(and(this.#own(), eq(sessions.id, id)));
  }

  async end(id: string, now: Date, reason: SessionEndReason): Promise<void> {
    await this.#tx
      .update(sessions)
      .set({ endedAt: now, endReason: reason })
      .where(and(this.#own(), eq(sessions.id, id), isNull(sessions.endedAt)));
  }

  /** Ends every open session of a user but one; answers which. */
  async endOfUser(
    userId: string,
    now: Date,
    reason: SessionEndReason,
    but: string | null,
  ): Promise<SessionRow[]> {
    return this.#tx
      .update(sessions)
      .set({ endedAt: now, endReason: reason })
      .where(
        and(
          this.#own(),
          eq(sessions.userId, userId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, now),
          but ? ne(sessions.id, but) : undefined,
        ),
      )
      .returning();
  }

  async token(sessionId: string, generation: number): Promise<RefreshTokenRow | undefined> {
    const [row] = await this.#tx.select().from(refreshTokens).where(this.#isToken(sessionId, generation));
    return row;
  }

  async newestGeneration(sessionId: string): Promise<number> {
    const [row] = await this.#tx
      .select({ generation: refreshTokens.generation })
      .from(refreshTokens)
      .where(and(eq(refreshTokens.tenantId, this.#tenantId), eq(refreshTokens.sessionId, sessionId)))
      .orderBy(desc(refreshTokens.generation))
      .limit(1);
    return row?.generation ?? 0;
  }

  async addToken(row: Omit<RefreshTokenRow, 'tenantId' | 'usedAt' | 'usedFrom'>): Promise<void> {
    await this.#tx.insert(refreshTokens).values({ ...row, tenantId: this.#tenantId });
  }

  async useToken(sessionId: string, generation: number, now: Date, from: string | null): Promise<void> {
    await this.#tx
      .update(refreshTokens)
      .set({ usedAt: now, usedFrom: from })
      .where(this.#isToken(sessionId, generation));
  }

  /** Takes away some sessions that expired before, with their tokens; the audit trail keeps what happened. */
  async prune(before: Date): Promise<void> {
    const old = this.#tx
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(this.#own(), lt(sessions.expiresAt, before)))
      .limit(PRUNED_AT_ONCE)
      .for('update', { skipLocked: true });
    await this.#tx.delete(sessions).where(and(this.#own(), sql`${sessions.id} in ${old}`));
  }

  #isToken(sessionId: string, generation: number) {
    return and(
      eq(refreshTokens.tenantId, this.#tenantId),
      eq(refreshTokens.sessionId, sessionId),
      eq(refreshTokens.generation, generation),
    );
  }

  #own() {
    return eq(sessions.tenantId, this.#tenantId);
  }
}
