import { needsUnlessOwn, type Permissions, publicAccess, signedIn } from '@machshop/server';
import type { SessionRow } from './tables.ts';

export const permissions: Permissions = {
  Query: { me: publicAccess },
  Mutation: { login: publicAccess, refresh: publicAccess, logout: publicAccess },
  Viewer: publicAccess,
  Session: {
    '*': signedIn,
    ...Object.fromEntries(
      ['startedAt', 'lastUsedAt', 'expiresAt', 'endedAt', 'endReason', 'clientAddress'].map((field) => [
        field,
        needsUnlessOwn<SessionRow>('user:read', (session, viewer) => session.userId === viewer.userId),
      ]),
    ),
  },
};
