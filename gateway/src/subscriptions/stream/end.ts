import type { GraphQLFormattedError } from 'graphql';

/** Why a stream ends that its client did not end. */
export type EndCode =
  | 'TOKEN_EXPIRED'
  | 'SESSION_ENDED'
  | 'USER_LOCKED'
  | 'USER_DEACTIVATED'
  | 'PERMISSIONS_CHANGED'
  | 'SLOW_CONSUMER'
  | 'RETENTION_PASSED'
  | 'CURSOR_UNKNOWN'
  | 'SCHEMA_CHANGED'
  | 'EVENTS_UNAVAILABLE'
  | 'SHUTDOWN';

/** The end of a stream. */
export interface StreamEnd {
  readonly code: EndCode;
  /** What happened and what to do about it. */
  readonly message: string;
  /** Whether the same subscription with the last cursor goes on without a loss. */
  readonly resumable: boolean;
  readonly reasons?: readonly string[];
}

/** A slow reader's end. */
export const TOO_SLOW: StreamEnd = {
  code: 'SLOW_CONSUMER',
  message: 'Messages come faster than they are read: subscribe again with the last cursor.',
  resumable: true,
};
export const RETENTION_PASSED: StreamEnd = {
  code: 'RETENTION_PASSED',
  message:
    'Messages after this cursor are not kept any more: read the present state and subscribe without one.',
  resumable: false,
};
export const SHUTDOWN: StreamEnd = {
  code: 'SHUTDOWN',
  message: 'The gateway stops: subscribe again with the last cursor.',
  resumable: true,
};
export const UNAVAILABLE: StreamEnd = {
  code: 'EVENTS_UNAVAILABLE',
  message: 'The stream of events is away: subscribe again with the last cursor.',
  resumable: true,
};
export const TOKEN_EXPIRED: StreamEnd = {
  code: 'TOKEN_EXPIRED',
  message: 'The access token has expired: get a new one and subscribe again with the last cursor.',
  resumable: true,
};

/** The end as GraphQL says it. */
export function errorOf({ code, message, resumable, reasons }: StreamEnd): GraphQLFormattedError {
  return { message, extensions: { code, resumable, ...(reasons ? { reasons } : {}) } };
}
