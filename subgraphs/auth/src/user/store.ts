import type { RoleCode } from '@machshop/auth';
import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, count, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import { type UserRow, users } from './tables.ts';

export interface UserFilter {
  role?: RoleCode | null | undefined;
  active?: boolean | null | undefined;
}

/** Every statement about users of one tenant. */
export class UserStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<UserRow[]> {
    return this.#tx
      .select()
      .from(users)
      .where(and(this.#own(), anyOf(users.id, ids)));
  }

  byUsernames(usernames: readonly string[]): Promise<UserRow[]> {
    return this.#tx
      .select()
      .from(users)
      .where(and(this.#own(), anyOf(users.username, usernames)));
  }

  /** @param siteIds only users who share one of these sites, or work at every one; empty means no such fence */
  page(request: PageRequest, filter: UserFilter, siteIds: readonly string[]): Promise<UserRow[]> {
    const page = keyset(request, [users.username, users.id]);
    return this.#tx
      .select()
      .from(users)
      .where(
        page.where(
          this.#own(),
          filter.role ? holds(filter.role) : undefined,
          filter.active != null ? eq(users.active, filter.active) : undefined,
          siteIds.length > 0
            ? or(
                sql`cardinality(${users.siteIds}) = 0`,
                sql`${users.siteIds} && ${sql.param(siteIds)}::uuid[]`,
              )
            : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<UserRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(users)
      .where(and(this.#own(), eq(users.id, id)))
      .for('update');
    return row;
  }

  /** Active administrators other than this user. */
  async otherAdministrators(id: string): Promise<number> {
    const [row] = await this.#tx
      .select({ others: count() })
      .from(users)
      .where(and(this.#own(), ne(users.id, id), eq(users.active, true), holds('ADMINISTRATOR')));
    return row?.others ?? 0;
  }

  /** Throws a violation of `users_username_key` or `users_pkey`. */
  async insert(row: Omit<UserRow, 'tenantId'>): Promise<UserRow> {
    const [saved] = await this.#tx
      .insert(users)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as UserRow;
  }

  async update(id: string, changes: Partial<Omit<UserRow, 'id' | 'tenantId'>>): Promise<UserRow> {
    const [saved] = await this.#tx
      .update(users)
      .set(changes)
      .where(and(this.#own(), eq(users.id, id)))
      .returning();
    return saved as UserRow;
  }

  #own() {
    return eq(users.tenantId, this.#tenantId);
  }
}

const holds = (role: RoleCode): SQL => sql`${role} = any(${users.roles})`;
