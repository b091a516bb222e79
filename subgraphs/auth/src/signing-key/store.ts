import type { Tx } from '@machshop/db';
import { desc, gt, isNull, or, sql } from 'drizzle-orm';
import { type SigningKeyRow, signingKeys } from './tables.ts';

const LOCK = 7_206_453;
/** One a five minutes for an hour, and the one that signs: more than rotation leaves. */
const MAX_KEYS = 20;

/** Every statement about the keys that sign tokens; they are of the installation, not of a tenant. */
export class SigningKeyStore {
  readonly #tx: Tx;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  /** The keys whose tokens are accepted, newest first. */
  accepted(now: Date): Promise<SigningKeyRow[]> {
    return this.#tx
      .select()
      .from(signingKeys)
      .where(or(isNull(signingKeys.retiredAt), gt(signingKeys.verifiesUntil, now)))
      .orderBy(desc(signingKeys.createdAt))
      .limit(MAX_KEYS);
  }

  /** One rotation at a time, until the transaction ends. */
  async lockRotation(): Promise<void> {
    await this.#tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);
  }

  async active(): Promise<SigningKeyRow | null> {
    const [row] = await this.#tx.select().from(signingKeys).where(isNull(signingKeys.retiredAt));
    return row ?? null;
  }

  /** The key that signs signs no more. */
  async retireActive(now: Date, verifiesUntil: Date): Promise<void> {
    await this.#tx
      .update(signingKeys)
      .set({ retiredAt: now, verifiesUntil })
      .where(isNull(signingKeys.retiredAt));
  }

  /** Tokens of retired keys are no longer accepted. */
  async endGrace(now: Date): Promise<void> {
    await this.#tx.update(signingKeys).set({ verifiesUntil: now }).where(gt(signingKeys.verifiesUntil, now));
  }

  async insert(row: Pick<SigningKeyRow, 'kid' | 'publicJwk' | 'privateKey' | 'createdAt'>): Promise<void> {
    await this.#tx.insert(signingKeys).values(row);
  }
}
