import { anyOf, type Tx } from '@machshop/db';
import { and, eq, lt, sql } from 'drizzle-orm';
import type { Throttle } from './lockout.ts';
import { addressThrottles, type LoginThrottleRow, loginThrottles } from './tables.ts';

const PRUNED_AT_ONCE = 50;

/** Every statement about failed sign-ins of one tenant's usernames. */
export class LoginThrottleStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byKeys(keys: readonly string[]): Promise<LoginThrottleRow[]> {
    return this.#tx
      .select()
      .from(loginThrottles)
      .where(and(this.#own(), anyOf(loginThrottles.usernameKey, keys)));
  }

  /** The row, held until the transaction ends; null where nothing has failed. */
  async lock(key: string): Promise<Throttle | null> {
    const [row] = await this.#tx.select().from(loginThrottles).where(this.#is(key)).for('update');
    return row ?? null;
  }

  /** As `lock`, with an empty row made where there is none, so that two failures are counted one by one. */
  async lockForFailure(key: string, now: Date): Promise<Throttle> {
    await this.#tx
      .insert(loginThrottles)
      .values({ tenantId: this.#tenantId, usernameKey: key, failures: 0, lastFailedAt: now })
      .onConflictDoNothing();
    return (await this.lock(key)) as Throttle;
  }

  async save(key: string, { failures, lastFailedAt, lockedUntil }: Throttle): Promise<void> {
    await this.#tx.update(loginThrottles).set({ failures, lastFailedAt, lockedUntil }).where(this.#is(key));
  }

  async clear(key: string): Promise<void> {
    await this.#tx.delete(loginThrottles).where(this.#is(key));
  }

  /** Takes away some of what has been forgotten anyway. */
  async prune(before: Date): Promise<void> {
    const old = this.#tx
      .select({ key: loginThrottles.usernameKey })
      .from(loginThrottles)
      .where(and(this.#own(), lt(loginThrottles.lastFailedAt, before)))
      .limit(PRUNED_AT_ONCE)
      .for('update', { skipLocked: true });
    await this.#tx
      .delete(loginThrottles)
      .where(and(this.#own(), sql`${loginThrottles.usernameKey} in ${old}`));
  }

  #is(key: string) {
    return and(this.#own(), eq(loginThrottles.usernameKey, key));
  }

  #own() {
    return eq(loginThrottles.tenantId, this.#tenantId);
  }
}

/** Every statement about failed sign-ins from addresses; they are of the installation, not of a tenant. */
export class AddressThrottleStore {
  readonly #tx: Tx;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async find(address: string): Promise<Throttle | null> {
    const [row] = await this.#tx.select().from(addressThrottles).where(eq(addressThrottles.address, address));
    return row ?? null;
  }

  async lock(address: string): Promise<Throttle | null> {
    const [row] = await this.#tx
      .select()
      .from(addressThrottles)
      .where(eq(addressThrottles.address, address))
      .for('update');
    return row ?? null;
  }

  async lockForFailure(address: string, now: Date): Promise<Throttle> {
    await this.#tx
      .insert(addressThrottles)
      .values({ address, failures: 0, lastFailedAt: now })
      .onConflictDoNothing();
    return (await this.lock(address)) as Throttle;
  }

  async save(address: string, { failures, lastFailedAt, lockedUntil }: Throttle): Promise<void> {
    await this.#tx
      .update(addressThrottles)
      .set({ failures, lastFailedAt, lockedUntil })
      .where(eq(addressThrottles.address, address));
  }

  async prune(before: Date): Promise<void> {
    const old = this.#tx
      .select({ address: addressThrottles.address })
      .from(addressThrottles)
      .where(lt(addressThrottles.lastFailedAt, before))
      .limit(PRUNED_AT_ONCE)
      .for('update', { skipLocked: true });
    await this.#tx.delete(addressThrottles).where(sql`${addressThrottles.address} in ${old}`);
  }
}
