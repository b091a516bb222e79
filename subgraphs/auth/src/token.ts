import { AUDIENCE, ISSUER, ROLES, type RoleCode } from '@machshop/auth';
import { SignJWT } from 'jose';
import type { KeyRing } from './signing-key/key-ring.ts';

/** An access token is accepted for this long. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** Who a token is for. */
export interface TokenSubject {
  id: string;
  tenantId: string;
  username: string;
  email: string | null;
  roles: readonly RoleCode[];
  permissions: readonly string[];
  siteIds: readonly string[];
  sessionId: string | null;
}

export interface AccessToken {
  accessToken: string;
  accessTokenExpiresAt: Date;
}

/** Signs access tokens: RS256, RFC 7519. */
export class TokenSigner {
  readonly #keys: KeyRing;
  readonly #now: () => Date;

  constructor(keys: KeyRing, now: () => Date) {
    this.#keys = keys;
    this.#now = now;
  }

  async sign(subject: TokenSubject): Promise<AccessToken> {
    const { kid, privateKey } = await this.#keys.signing();
    const issuedAt = Math.floor(this.#now().getTime() / 1000);
    const expiresAt = issuedAt + ACCESS_TOKEN_SECONDS;
    const accessToken = await new SignJWT({
      username: subject.username,
      ...(subject.email ? { email: subject.email } : {}),
      roles: subject.roles.map((role) => ROLES[role].title),
      permissions: [...subject.permissions],
      tenant_id: subject.tenantId,
      site_ids: [...subject.siteIds],
      ...(subject.sessionId ? { sid: subject.sessionId } : {}),
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setSubject(subject.id)
      .setIssuer(ISSUER)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(privateKey);
    return { accessToken, accessTokenExpiresAt: new Date(expiresAt * 1000) };
  }
}
