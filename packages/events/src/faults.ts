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

/** The database, or another server that a handler needs, is away or busy: no fault of the message, so it costs no try. */
export function isInfrastructureFault(error: unknown): boolean {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    // 08 connection, 53 resources, 57P operator intervention, 40 rollback asked for
    if (typeof at.code === 'string' && (NETWORK.has(at.code) || /^(08|53|57P|40)/.test(at.code))) return true;
  }
  return false;
}

/** It will never be readable: trying again is of no use. */
export const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && error.name === 'ZodError') ||
  (error as Error)?.constructor?.name === 'ZodError';
