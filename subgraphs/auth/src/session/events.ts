import type { Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import type { SessionEndReason } from './tables.ts';

interface SessionFacts {
  id: string;
  userId: string;
  startedAt: Date;
  expiresAt: Date;
}

const factsOf = (session: SessionFacts, username: string) => ({
  session: { __typename: 'Session', id: session.id } as const,
  user: { __typename: 'User', id: session.userId } as const,
  username,
});

/** Says that somebody signed in. */
export async function recordLogin(record: Recorder, tx: Tx, session: SessionFacts, username: string) {
  const facts = factsOf(session, username);
  const { startedAt, expiresAt } = session;
  await record(tx, authEvents['session.logged-in'], {
    id: session.id,
    data: {
      ...facts,
      change: {
        action: 'ACCESS',
        entity: facts.session,
        old: null,
        new: { username, startedAt: startedAt.toISOString(), expiresAt: expiresAt.toISOString() },
        reason: null,
      },
    },
  });
}

/** Says that a session ended, so that gateways end its streams. */
export async function recordEnd(
  record: Recorder,
  tx: Tx,
  session: SessionFacts,
  username: string,
  reason: SessionEndReason,
) {
  const facts = factsOf(session, username);
  const event = reason === 'REUSE_DETECTED' ? 'session.reuse-detected' : 'session.logged-out';
  await record(tx, authEvents[event], {
    id: session.id,
    data: {
      ...facts,
      change: {
        action: 'UPDATE',
        entity: facts.session,
        old: { endedAt: null },
        new: { endReason: reason },
        reason: null,
      },
    },
  });
}
