import { anyOf, type Tx } from '@machshop/db';
import { eq, sql } from 'drizzle-orm';
import { type TenantRow, tenants } from './tables.ts';

const BOOTSTRAP_LOCK = 7_206_452;

/** The settings of a transaction that looks a tenant up by its code. */
export const byTenantCode = (code: string) => ({ 'app.tenant_code': code });
/** The settings of a transaction of the installation itself, which sees every tenant's name and no data. */
export const INSTALLATION = { 'app.scope': 'installation' } as const;

/** Every statement about tenants; what it finds depends on the settings of the transaction. */
export class TenantStore {
  readonly #tx: Tx;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  byIds(ids: readonly string[]): Promise<TenantRow[]> {
    return this.#tx.select().from(tenants).where(anyOf(tenants.id, ids));
  }

  async byCode(code: string): Promise<TenantRow | null> {
    const [row] = await this.#tx.select().from(tenants).where(eq(tenants.code, code));
    return row ?? null;
  }

  /** At most `limit` of those that the transaction sees. */
  visible(limit: number): Promise<TenantRow[]> {
    return this.#tx.select().from(tenants).orderBy(tenants.id).limit(limit);
  }

  /** One bootstrap at a time, until the transaction ends. */
  async lockBootstrap(): Promise<void> {
    await this.#tx.execute(sql`select pg_advisory_xact_lock(${BOOTSTRAP_LOCK})`);
  }

  /** Who changes what a tenant must always have, its administrator, holds this. */
  async lock(id: string): Promise<void> {
    await this.#tx.select({ id: tenants.id }).from(tenants).where(eq(tenants.id, id)).for('update');
  }

  /** From here on the transaction is fenced to another tenant. */
  async actIn(tenantId: string): Promise<void> {
    await this.#tx.execute(sql`select set_config('app.tenant_id', ${tenantId}, true)`);
  }

  async insert(row: TenantRow): Promise<void> {
    await this.#tx.insert(tenants).values(row);
  }
}
