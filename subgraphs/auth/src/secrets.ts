import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const MIN_LENGTH = 32;
const SECRET_BYTES = 32;

/** What is derived from the installation's secret, one key a purpose. */
export class Secrets {
  /** AES-256 key of the signing keys at rest. */
  readonly signingKeyEncryption: Buffer;
  readonly #throttle: Buffer;
  readonly #successor: Buffer;

  /** @throws when the secret is shorter than 32 characters */
  constructor(secret: string) {
    if (secret.length < MIN_LENGTH) {
      throw new Error(`the secret auth-key-encryption must have at least ${MIN_LENGTH} characters`);
    }
    const derive = (purpose: string) =>
      Buffer.from(hkdfSync('sha256', secret, 'machshop-auth', purpose, SECRET_BYTES));
    this.signingKeyEncryption = derive('signing-key-encryption');
    this.#throttle = derive('login-throttle');
    this.#successor = derive('refresh-successor');
  }

  /** Under what failed sign-ins of a username are counted; tells nothing of the name. */
  throttleKey(tenantId: string, username: string): string {
    return createHmac('sha256', this.#throttle).update(`${tenantId}\n${username}`).digest('base64url');
  }

  /**
   * The secret of the refresh token that follows this one. It can be made again while its predecessor is at
   * hand, and by nobody without this key: a repeated request gets the same token, so a session never forks.
   */
  successor(sessionId: string, generation: number, secret: string): string {
    return createHmac('sha256', this.#successor)
      .update(`${sessionId}\n${generation}\n${secret}`)
      .digest('base64url');
  }
}

/** A secret of 256 random bits. */
export const randomSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a random secret: it needs no salt and no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether it is the secret, in a time that tells nothing. */
export function isSecret(secret: string, hash: Buffer): boolean {
  const own = hashSecret(secret);
  return own.length === hash.length && timingSafeEqual(own, hash);
}
