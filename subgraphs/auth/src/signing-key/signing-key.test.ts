import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { Secrets } from '../secrets.ts';
import { accepts, isDue, KEY_LIFE_MS, makeKey, unseal } from './signing-key.ts';

const encryptionKey = new Secrets('an installation secret of more than 32 letters').signingKeyEncryption;

test('a signing key is opened by the secret that sealed it and by no other, under its own id alone', async () => {
  const key = await makeKey(encryptionKey, new Date());
  expect(unseal(encryptionKey, key.kid, key.privateKey).asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(() => unseal(randomBytes(32), key.kid, key.privateKey)).toThrow('auth-key-encryption');
  expect(() => unseal(encryptionKey, 'another', key.privateKey)).toThrow('cannot be decrypted');
  const tampered = Buffer.from(key.privateKey);
  tampered[40] = (tampered[40] ?? 0) ^ 1;
  expect(() => unseal(encryptionKey, key.kid, tampered)).toThrow('cannot be decrypted');
});

test('the public half holds nothing private', async () => {
  const { publicJwk } = await makeKey(encryptionKey, new Date());
  expect(Object.keys(publicJwk).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
});

test('a key is due after 180 days and accepted until its grace ends', () => {
  const now = new Date(KEY_LIFE_MS);
  expect(isDue(new Date(0), now)).toBe(true);
  expect(isDue(new Date(1), now)).toBe(false);
  expect(accepts({ verifiesUntil: null }, now)).toBe(true);
  expect(accepts({ verifiesUntil: new Date(KEY_LIFE_MS + 1) }, now)).toBe(true);
  expect(accepts({ verifiesUntil: now }, now)).toBe(false);
});

test('a secret shorter than 32 characters is refused', () => {
  expect(() => new Secrets('short')).toThrow('at least 32');
});
