const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'UND_ERR_SOCKET',
  // a handler's own word for another server that is away or busy
  'SERVICE_UNAVAILABLE',
]);

/**
 * Postgres' codes: 08 connection, 25006 read-only (a standby answers, after a failover), 28 not let in (a password is
 * being changed), 3D no such database (it is being restored), 40 rollback asked for, 53 resources, 57P operator
 * intervention, 58 its disk.
 */
const AWAY = /^(08|25006|28|3D|40|53|57P|58)/;

/** The database, or another server that a handler needs, is away or busy: no fault of the message, so it costs no try. */
export function isInfrastructureFault(error: unknown): boolean {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (typeof at.code === 'string' && (NETWORK.has(at.code) || AWAY.test(at.code))) return true;
  }
  return false;
}

/** It will never be readable: trying again is of no use. */
export const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && error.name === 'ZodError') ||
  (error as Error)?.constructor?.name === 'ZodError';
