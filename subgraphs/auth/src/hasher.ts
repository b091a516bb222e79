import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Refused, ruleViolation } from '@machshop/server';
import { gauge } from '@machshop/telemetry';
import { hash, needsRehash, verify } from 'argon2';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const OPTIONS = { ...ARGON2, type: 2, hashLength: 32 } as const;
const MAX_PARALLEL = 3;
const MAX_WAITING = 200;
const waitingNow = gauge('auth_password_hashes_waiting', 'Password checks that wait for their turn');

export interface HasherLimits {
  /** Hashes at once; each takes 19 MiB and a thread of Node's pool, which has four. */
  parallel?: number;
  /** Beyond this many that wait, the next is refused with BUSY. */
  waiting?: number;
}

/** Hashes passwords by argon2id, a few at a time. */
export class PasswordHasher {
  readonly #parallel: number;
  readonly #waiting: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;
  #dummy: Promise<string> | null = null;

  constructor(limits: HasherLimits = {}) {
    this.#parallel = limits.parallel ?? Math.min(MAX_PARALLEL, availableParallelism());
    this.#waiting = limits.waiting ?? MAX_WAITING;
  }

  /** @throws Refused BUSY */
  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(normal(password), OPTIONS));
  }

  /**
   * Whether it is the password. Without a digest it takes as long and is not.
   * @throws Refused BUSY
   */
  async verify(digest: string | null, password: string): Promise<boolean> {
    this.#dummy ??= hash(randomBytes(32), OPTIONS);
    const against = digest ?? (await this.#dummy);
    const right = await this.#inTurn(() => verify(against, normal(password)));
    return digest !== null && right;
  }

  /** Whether the digest was made with other parameters than today's. */
  isStale(digest: string): boolean {
    return needsRehash(digest, ARGON2);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#parallel) {
      if (this.#queue.length >= this.#waiting) {
        throw new Refused(ruleViolation('BUSY', 'too many people sign in at once: try again in a moment'));
      }
      waitingNow.inc();
      // whoever ends hands its place over, so the count stays
      await new Promise<void>((resolve) => this.#queue.push(resolve));
      waitingNow.dec();
    } else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#queue.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}

/** The same characters however a keyboard composed them: NIST SP 800-63B 3.1.1.2. */
const normal = (password: string): string => password.normalize('NFKC');
