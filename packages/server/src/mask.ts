import { randomUUID } from 'node:crypto';
import { isInfrastructureFault } from '@machshop/events';
import type { Logger } from '@machshop/telemetry';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { UserFacingError } from './errors.ts';

/**
 * Hides what was not written for a client: the fault is logged under a reference, and the client gets the
 * reference. Errors of the request itself (a variable of the wrong type) are shown. A database that is away is
 * no fault of ours: the client is told to try again.
 */
export function maskErrors(result: ExecutionResult, log: Logger): ExecutionResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => maskError(error, log)) };
}

function maskError(error: GraphQLError, log: Logger): GraphQLError {
  const original = error.originalError;
  const readable = error instanceof UserFacingError || original instanceof UserFacingError;
  if (readable || !original || original instanceof GraphQLError) {
    return error.extensions.code ? error : withCode(error, 'BAD_USER_INPUT');
  }
  if (isInfrastructureFault(original)) {
    log.warn({ err: original, path: error.path }, 'a server that is needed is away');
    return withCode(error, 'SERVICE_UNAVAILABLE', 'the service is not available for the moment: try again');
  }
  const reference = randomUUID();
  log.error({ err: original, reference, path: error.path }, 'fault in a resolver');
  return withCode(error, 'INTERNAL_SERVER_ERROR', `an internal error occurred; reference ${reference}`, {
    reference,
  });
}

const withCode = (
  error: GraphQLError,
  code: string,
  message = error.message,
  more: Record<string, unknown> = {},
): GraphQLError =>
  new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: { ...error.extensions, ...more, code },
  });
