import type { KeySource } from '@machshop/auth';
import type { Database } from '@machshop/db';
import type { Context } from '@machshop/server';
import type { Logger } from '@machshop/telemetry';
import { PasswordHasher } from './hasher.ts';
import { Secrets } from './secrets.ts';
import { KeyRing } from './signing-key/key-ring.ts';
import { TokenSigner } from './token.ts';

/** What the auth subgraph makes at its start. */
export interface AuthServices extends Readonly<Record<string, unknown>> {
  readonly hasher: PasswordHasher;
  readonly secrets: Secrets;
  readonly keyRing: KeyRing;
  readonly signer: TokenSigner;
  /** Finds the public key of a token, for a TokenVerifier in this process. */
  readonly keys: KeySource;
}

/** Opens the keys, and makes the first one where there is none. */
export async function startServices(setup: {
  db: Database;
  log: Logger;
  now: () => Date;
  secret: (name: string) => string;
}): Promise<AuthServices> {
  const { db, log, now } = setup;
  const secrets = new Secrets(setup.secret('auth-key-encryption'));
  const keyRing = new KeyRing({ db, encryptionKey: secrets.signingKeyEncryption, now, log });
  await keyRing.start();
  const signer = new TokenSigner(keyRing, now);
  return { hasher: new PasswordHasher(), secrets, keyRing, signer, keys: keyRing.source };
}

/** The services of a running auth subgraph: `authServices(running.services)`. */
export function authServices(services: Readonly<Record<string, unknown>>): AuthServices {
  if (!(services.keyRing instanceof KeyRing)) throw new Error('these are not the services of auth');
  return services as AuthServices;
}

/** The services behind a request. */
export const servicesOf = (ctx: Context): AuthServices => authServices(ctx.services);
