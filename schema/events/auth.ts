import { z } from 'zod';
import { change, defineEvents, ref } from './define.ts';

const session = z.object({ session: ref('Session'), user: ref('User'), username: z.string(), change });
const apiClient = z.object({ apiClient: ref('ApiClient'), name: z.string(), change });
const user = z.object({ user: ref('User'), username: z.string(), change });
const site = z.object({
  site: ref('Site'),
  code: z.string(),
  /** IANA: `America/Detroit`. */
  timeZone: z.string().optional(),
  change,
});

/** What the auth subgraph says. */
export const authEvents = defineEvents('auth', {
  'session.logged-in': session,
  'session.logged-out': session,
  /** A used refresh token came back: every session of its family is revoked. */
  'session.reuse-detected': session,
  'login.failed': z.object({ username: z.string(), failures: z.int(), reason: z.string(), change }),
  'user.locked': user.extend({ lockedUntil: z.iso.datetime() }),
  'user.created': user,
  'user.changed': user,
  'user.deactivated': user,
  'user.reactivated': user,
  'user.unlocked': user,
  'user.password-changed': user,
  'api-client.created': apiClient,
  'api-client.secret-rotated': apiClient,
  'api-client.deactivated': apiClient,
  'api-client.logged-in': apiClient,
  'tenant.created': z.object({ tenant: ref('Tenant'), code: z.string(), change }),
  'site.created': site,
  'site.changed': site,
  'signing-key.rotated': z.object({ kid: z.string(), retiresAt: z.iso.datetime().nullable(), change }),
});
