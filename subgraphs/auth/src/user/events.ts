import type { Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import type { UserRow } from './tables.ts';

/** What an event may say of a user: nothing of the password. */
export const describeUser = (row: UserRow): Record<string, unknown> => ({
  username: row.username,
  displayName: row.displayName,
  email: row.email,
  roles: row.roles,
  siteIds: row.siteIds,
  active: row.active,
});

type UserEvent =
  | 'user.created'
  | 'user.changed'
  | 'user.deactivated'
  | 'user.reactivated'
  | 'user.unlocked'
  | 'user.password-changed';

/** Says what happened to a user. */
export async function recordUser(
  record: Recorder,
  tx: Tx,
  event: UserEvent,
  row: UserRow,
  change: {
    old: Record<string, unknown> | null;
    new: Record<string, unknown> | null;
    reason?: string | null;
  },
): Promise<void> {
  const user = { __typename: 'User', id: row.id } as const;
  await record(tx, authEvents[event], {
    id: row.id,
    data: {
      user,
      username: row.username,
      change: {
        action: event === 'user.created' ? 'CREATE' : 'UPDATE',
        entity: user,
        old: change.old,
        new: change.new,
        reason: change.reason ?? null,
      },
    },
  });
}
