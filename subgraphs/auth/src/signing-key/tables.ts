import { timestampColumn } from '@machshop/db';
import { customType, jsonb, pgSchema, text } from 'drizzle-orm/pg-core';
import type { JWK } from 'jose';

const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const signingKeys = pgSchema('auth').table('signing_keys', {
  kid: text('kid').primaryKey(),
  publicJwk: jsonb('public_jwk').$type<JWK>().notNull(),
  privateKey: bytea('private_key').notNull(),
  createdAt: timestampColumn('created_at').notNull(),
  retiredAt: timestampColumn('retired_at'),
  verifiesUntil: timestampColumn('verifies_until'),
});
export type SigningKeyRow = typeof signingKeys.$inferSelect;

/** A key without its private half. */
export type SigningKeyFacts = Omit<SigningKeyRow, 'privateKey' | 'publicJwk'>;
