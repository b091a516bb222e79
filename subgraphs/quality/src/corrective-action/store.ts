import type { Viewer } from '@machshop/auth';
import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import type { ActionKind, ActionStatus } from './corrective-action.ts';
import { type CorrectiveActionRow, correctiveActions } from './tables.ts';

export interface CorrectiveActionFilter {
  siteId?: string | null | undefined;
  ownerUsername?: string | null | undefined;
  kind?: ActionKind | null | undefined;
  status?: ActionStatus | null | undefined;
  nonConformanceId?: string | null | undefined;
  overdue?: boolean | null | undefined;
}

/** Every statement about actions of one tenant. */
export class CorrectiveActionStore {
  readonly #tx: Tx;
  readonly #viewer: Viewer;

  constructor(tx: Tx, viewer: Viewer) {
    this.#tx = tx;
    this.#viewer = viewer;
  }

  byIds(ids: readonly string[]): Promise<CorrectiveActionRow[]> {
    return this.#tx
      .select()
      .from(correctiveActions)
      .where(and(this.#own(), anyOf(correctiveActions.id, ids)));
  }

  /** By due date. */
  byNonConformances(ids: readonly string[]): Promise<CorrectiveActionRow[]> {
    return this.#tx
      .select()
      .from(correctiveActions)
      .where(and(this.#own(), anyOf(correctiveActions.nonConformanceId, ids)))
      .orderBy(asc(correctiveActions.dueAt), asc(correctiveActions.id));
  }

  page(request: PageRequest, filter: CorrectiveActionFilter, now: Date): Promise<CorrectiveActionRow[]> {
    const page = keyset(request, [correctiveActions.dueAt, correctiveActions.id]);
    const { siteIds } = this.#viewer;
    const { siteId, ownerUsername, kind, status, nonConformanceId } = filter;
    return this.#tx
      .select()
      .from(correctiveActions)
      .where(
        page.where(
          this.#own(),
          siteIds.length > 0 ? anyOf(correctiveActions.siteId, siteIds) : undefined,
          siteId ? anyOf(correctiveActions.siteId, [siteId]) : undefined,
          ownerUsername ? eq(correctiveActions.ownerUsername, ownerUsername) : undefined,
          kind ? eq(correctiveActions.kind, kind) : undefined,
          status ? eq(correctiveActions.status, status) : undefined,
          nonConformanceId ? anyOf(correctiveActions.nonConformanceId, [nonConformanceId]) : undefined,
          filter.overdue == null ? undefined : overdue(filter.overdue, now),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Throws a violation of `corrective_actions_pkey`. */
  async insert(row: Omit<CorrectiveActionRow, 'tenantId'>): Promise<CorrectiveActionRow> {
    const [saved] = await this.#tx
      .insert(correctiveActions)
      .values({ ...row, tenantId: this.#viewer.tenantId })
      .returning();
    return saved as CorrectiveActionRow;
  }

  async update(
    id: string,
    changes: Partial<Omit<CorrectiveActionRow, 'id' | 'tenantId'>>,
  ): Promise<CorrectiveActionRow> {
    const [saved] = await this.#tx
      .update(correctiveActions)
      .set(changes)
      .where(and(this.#own(), eq(correctiveActions.id, id)))
      .returning();
    return saved as CorrectiveActionRow;
  }

  #own() {
    return eq(correctiveActions.tenantId, this.#viewer.tenantId);
  }
}

function overdue(wanted: boolean, now: Date): SQL {
  const late = sql`(${correctiveActions.status} in ('PLANNED', 'INEFFECTIVE') and ${correctiveActions.dueAt} < ${now.toISOString()}::timestamptz)`;
  return wanted ? late : sql`not ${late}`;
}
