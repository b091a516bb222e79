import type { Viewer } from '@machshop/auth';
import { isObject } from '../engine/own.ts';
import type { LiveEvent } from './source/event.ts';
import type { EndCode, StreamEnd } from './stream/end.ts';
import { issuedAtOf } from './viewer.ts';

/**
 * What the auth subgraph says that ends tokens, and what it means for who holds one. A changed password is not among
 * it: each session that it ends says so itself, and the one that it was changed in goes on.
 */
const SESSION_EVENTS: Readonly<Record<string, EndCode>> = {
  'auth.session.logged-out': 'SESSION_ENDED',
  'auth.session.reuse-detected': 'SESSION_ENDED',
};
const USER_EVENTS: Readonly<Record<string, EndCode>> = {
  'auth.user.locked': 'USER_LOCKED',
  'auth.user.deactivated': 'USER_DEACTIVATED',
  'auth.user.changed': 'PERMISSIONS_CHANGED',
};

/** Longer than any token lives: then it has expired of itself. */
export const REVOKED_FOR_MS = 60 * 60 * 1000;
const MAX_ENTRIES = 100_000;

const MESSAGES: Readonly<Partial<Record<EndCode, string>>> = {
  SESSION_ENDED: 'The session has ended: sign in again.',
  USER_LOCKED: 'The user is locked.',
  USER_DEACTIVATED: 'The user is deactivated.',
  PERMISSIONS_CHANGED:
    'What the user may do has changed: get a new token and subscribe again with the last cursor.',
};

interface Entry {
  readonly code: EndCode;
  /** Tokens made up to this moment are no good, in milliseconds since 1970. */
  readonly at: number;
}

/** Tokens that are no good although they have not expired, as events tell. */
export class Revocations {
  readonly #sessions = new Map<string, Entry>();
  readonly #users = new Map<string, Entry>();

  /** Learns from an event; true when streams may have to end. */
  learn(event: LiveEvent): boolean {
    const { type, data, recordedAt, tenantId } = event;
    const at = Date.parse(recordedAt);
    const sessionCode = Object.hasOwn(SESSION_EVENTS, type) ? SESSION_EVENTS[type] : undefined;
    if (sessionCode) {
      // who used a stolen refresh token holds an access token of the same family
      return remember(this.#sessions, `${tenantId} ${idOf(data.session)}`, { code: sessionCode, at });
    }
    const userCode = Object.hasOwn(USER_EVENTS, type) ? USER_EVENTS[type] : undefined;
    if (userCode) return remember(this.#users, `${tenantId} ${idOf(data.user)}`, { code: userCode, at });
    return false;
  }

  /** Why a viewer's token is no good; undefined when it is. */
  refusalOf(viewer: Viewer): StreamEnd | undefined {
    const session = this.#sessions.get(`${viewer.tenantId} ${viewer.sessionId}`);
    const user = this.#users.get(`${viewer.tenantId} ${viewer.userId}`);
    const issuedAt = issuedAtOf(viewer);
    // a token says only the second in which it was made: one of the same second may be of before
    const refusing = session ?? (user && issuedAt * 1000 <= user.at ? user : undefined);
    if (!refusing) return undefined;
    const { code } = refusing;
    return { code, message: MESSAGES[code] ?? code, resumable: code === 'PERMISSIONS_CHANGED' };
  }

  /** Forgets what has no token left to refuse. */
  sweep(now: number): void {
    for (const entries of [this.#sessions, this.#users]) {
      for (const [key, { at }] of entries) {
        if (at > now - REVOKED_FOR_MS) break;
        entries.delete(key);
      }
    }
  }
}

function idOf(reference: unknown): string {
  return isObject(reference) ? String(reference.id) : '';
}

function remember(entries: Map<string, Entry>, key: string, entry: Entry): boolean {
  entries.delete(key);
  entries.set(key, entry);
  if (entries.size > MAX_ENTRIES) entries.delete(entries.keys().next().value as string);
  return true;
}
