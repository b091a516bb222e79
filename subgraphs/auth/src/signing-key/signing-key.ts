import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { promisify } from 'node:util';
import { exportJWK, type JWK } from 'jose';

const DAY_MS = 24 * 60 * 60_000;

/** A key that has signed for this long is replaced. */
export const KEY_LIFE_MS = 180 * DAY_MS;
/** Tokens of a retired key are accepted for this long: four times their own life. */
export const KEY_GRACE_MS = 60 * 60_000;
/** Keys are not rotated by hand more often than this. */
export const MIN_ROTATION_MS = 5 * 60_000;

const MODULUS_BITS = 2_048;
const CIPHER = 'aes-256-gcm';
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Whether the key that signs is due for replacement. */
export const isDue = (createdAt: Date, now: Date): boolean =>
  now.getTime() - createdAt.getTime() >= KEY_LIFE_MS;

/** Whether a key was made so lately that another one by hand is refused. */
export const isFresh = (createdAt: Date, now: Date): boolean =>
  now.getTime() - createdAt.getTime() < MIN_ROTATION_MS;

/** Whether tokens of a key are accepted. */
export const accepts = (key: { verifiesUntil: Date | null }, now: Date): boolean =>
  !key.verifiesUntil || key.verifiesUntil > now;

export interface NewKey {
  kid: string;
  publicJwk: JWK;
  /** Sealed. */
  privateKey: Buffer;
  createdAt: Date;
}

const generate = promisify(generateKeyPair);

/** Makes an RSA key, its private half sealed. */
export async function makeKey(encryptionKey: Buffer, now: Date): Promise<NewKey> {
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: MODULUS_BITS });
  const kid = `machshop-key-${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  const { kty, n, e } = await exportJWK(publicKey);
  const publicJwk = { kty, n, e, kid, alg: 'RS256', use: 'sig' } as JWK;
  return { kid, publicJwk, privateKey: seal(encryptionKey, kid, privateKey), createdAt: now };
}

/** PKCS #8 under AES-256-GCM, bound to the key's id: version, nonce, tag, ciphertext. */
function seal(encryptionKey: Buffer, kid: string, privateKey: KeyObject): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, encryptionKey, iv).setAAD(Buffer.from(kid));
  const text = privateKey.export({ type: 'pkcs8', format: 'der' });
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), iv, cipher.getAuthTag(), sealed]);
}

/** @throws when the secret is another one than the key was sealed with, or the row was tampered with */
export function unseal(encryptionKey: Buffer, kid: string, sealed: Buffer): KeyObject {
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES);
  try {
    if (sealed[0] !== VERSION) throw new Error(`version ${sealed[0]}`);
    const decipher = createDecipheriv(CIPHER, encryptionKey, iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(kid))
      .setAuthTag(tag);
    const text = Buffer.concat([
      decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
    return createPrivateKey({ key: text, type: 'pkcs8', format: 'der' });
  } catch {
    throw new Error(
      `the signing key ${kid} cannot be decrypted: the secret auth-key-encryption is not the one it was made with`,
    );
  }
}
