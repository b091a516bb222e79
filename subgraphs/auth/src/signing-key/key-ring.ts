import { createPublicKey, type KeyObject } from 'node:crypto';
import { type KeySource, systemViewer, type Viewer } from '@machshop/auth';
import type { Database, Tx } from '@machshop/db';
import { recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import type { Logger, Trace } from '@machshop/telemetry';
import { errors, type JSONWebKeySet } from 'jose';
import { INSTALLATION, TenantStore } from '../tenant/store.ts';
import { accepts, isDue, isFresh, KEY_GRACE_MS, makeKey, unseal } from './signing-key.ts';
import { SigningKeyStore } from './store.ts';
import type { SigningKeyFacts, SigningKeyRow } from './tables.ts';

/** Other processes may have rotated: keys in memory are read again after this. */
const FRESH_MS = 30_000;
/** A token that names an unknown key makes us look, but not more often than this. */
const MISS_MS = 1_000;
const MAX_TENANTS = 10_000;

interface HeldKey {
  row: SigningKeyRow;
  publicKey: KeyObject;
}

export interface RotateRequest {
  /** Null when the key is too old. */
  by: { viewer: Viewer; trace: Trace } | null;
  reason: string | null;
  /** Tokens of all other keys are refused at once. */
  compromised: boolean;
}

/** The keys that sign and check tokens: in the database sealed, here open. */
export class KeyRing {
  readonly #db: Database;
  readonly #encryptionKey: Buffer;
  readonly #now: () => Date;
  readonly #log: Logger;
  #held = new Map<string, HeldKey>();
  #signing: { row: SigningKeyRow; privateKey: KeyObject } | null = null;
  #loadedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | null = null;
  #missedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: { db: Database; encryptionKey: Buffer; now: () => Date; log: Logger }) {
    this.#db = parts.db;
    this.#encryptionKey = parts.encryptionKey;
    this.#now = parts.now;
    this.#log = parts.log;
  }

  /** Makes the first key where there is none, and a new one where it is too old. */
  async start(): Promise<void> {
    await this.signing();
  }

  /** Finds the public key of a token: given to a TokenVerifier in this process. */
  readonly source: KeySource = async ({ kid }) => {
    await this.#refresh();
    let held = this.#held.get(kid ?? '');
    const time = this.#now().getTime();
    if (!held && time - this.#missedAt >= MISS_MS) {
      this.#missedAt = time;
      await this.#load();
      held = this.#held.get(kid ?? '');
    }
    if (!held || !accepts(held.row, this.#now())) throw new errors.JWKSNoMatchingKey();
    return held.publicKey;
  };

  /** The public keys whose tokens are accepted: RFC 7517. */
  async jwks(): Promise<JSONWebKeySet> {
    await this.#refresh();
    const now = this.#now();
    const rows = [...this.#held.values()].map(({ row }) => row).filter((row) => accepts(row, now));
    return { keys: rows.map((row) => row.publicJwk) };
  }

  /** The key that signs; rotated first when it is due. */
  async signing(): Promise<{ kid: string; privateKey: KeyObject }> {
    await this.#refresh();
    if (!this.#signing || isDue(this.#signing.row.createdAt, this.#now())) {
      const reason = this.#signing ? 'the key has reached its age' : 'there was no key';
      await this.rotate({ by: null, reason, compromised: false });
    }
    if (!this.#signing) throw new Error('there is no signing key');
    return { kid: this.#signing.row.kid, privateKey: this.#signing.privateKey };
  }

  /**
   * Signs with a new key from now on.
   * @returns null when it was refused, because the key is younger than five minutes
   */
  async rotate(request: RotateRequest): Promise<SigningKeyFacts | null> {
    // made before the lock is taken: it takes a tenth of a second
    const made = await makeKey(this.#encryptionKey, this.#now());
    const kid = await this.#db.writeAs(INSTALLATION, async (tx) => {
      const store = new SigningKeyStore(tx);
      await store.lockRotation();
      const active = await store.active();
      const now = this.#now();
      if (active && request.by && !request.compromised && isFresh(active.createdAt, now)) return null;
      // another process was faster
      if (active && !request.by && !isDue(active.createdAt, now)) return active.kid;
      const until = new Date(now.getTime() + (request.compromised ? 0 : KEY_GRACE_MS));
      await store.retireActive(now, until);
      if (request.compromised) await store.endGrace(now);
      await store.insert(made);
      await this.#record(tx, active, made.kid, until, request);
      return made.kid;
    });
    if (!kid) return null;
    this.#log.info({ kid, reason: request.reason, compromised: request.compromised }, 'signing key in use');
    await this.#load();
    return this.#held.get(kid)?.row ?? null;
  }

  /** Every tenant hears of it: the keys sign the tokens of all. */
  async #record(
    tx: Tx,
    old: SigningKeyRow | null,
    kid: string,
    until: Date,
    { by, reason, compromised }: RotateRequest,
  ): Promise<void> {
    const tenants = new TenantStore(tx);
    for (const { id } of await tenants.visible(MAX_TENANTS)) {
      const viewer = by?.viewer.tenantId === id ? by.viewer : systemViewer(id, 'signing keys');
      await tenants.actIn(id);
      await recorder(
        'auth',
        viewer,
        this.#now,
        by?.trace ?? null,
      )(tx, authEvents['signing-key.rotated'], {
        id: kid,
        data: {
          kid,
          retiresAt: old ? until.toISOString() : null,
          change: {
            action: 'CREATE',
            entity: { __typename: 'SigningKey', id: kid },
            old: old ? { kid: old.kid } : null,
            new: { kid, compromised },
            // the words of one tenant's administrator are not for another
            reason: viewer === by?.viewer || !by ? reason : null,
          },
        },
      });
    }
  }

  #refresh(): Promise<void> {
    return this.#now().getTime() - this.#loadedAt < FRESH_MS ? Promise.resolve() : this.#load();
  }

  #load(): Promise<void> {
    this.#loading ??= this.#read().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #read(): Promise<void> {
    const rows = await this.#db.readAs(INSTALLATION, (tx) => new SigningKeyStore(tx).accepted(this.#now()));
    const held = rows.map((row): [string, HeldKey] => {
      const known = this.#held.get(row.kid);
      const publicKey = known?.publicKey ?? createPublicKey({ key: row.publicJwk, format: 'jwk' });
      return [row.kid, { row, publicKey }];
    });
    const active = rows.find((row) => !row.retiredAt);
    if (!active) this.#signing = null;
    else if (this.#signing?.row.kid !== active.kid) {
      const privateKey = unseal(this.#encryptionKey, active.kid, active.privateKey);
      this.#signing = { row: active, privateKey };
    }
    this.#held = new Map(held);
    this.#loadedAt = this.#now().getTime();
  }
}
