import type { GraphQLFormattedError } from 'graphql';
import { TransportError } from './transport/transport.ts';

const INTERNAL = 'Internal server error';

/**
 * What a client may know of a subgraph's own error: message, path and facts, but no stack trace and no text
 * of an internal fault. The subgraph's name is added, the place in its document is taken off.
 */
export function maskSubgraphError(error: GraphQLFormattedError, subgraph: string): GraphQLFormattedError {
  const {
    stacktrace: _stack,
    exception: _exception,
    ...rest
  } = (error.extensions ?? {}) as Record<string, unknown>;
  const code = typeof rest.code === 'string' ? rest.code : 'DOWNSTREAM_SERVICE_ERROR';
  const message =
    code === 'INTERNAL_SERVER_ERROR' || typeof error.message !== 'string' ? INTERNAL : error.message;
  return {
    message,
    ...(error.path ? { path: error.path } : {}),
    extensions: { ...rest, code, serviceName: subgraph },
  };
}

/** What a client may know of a subgraph that gave no answer. */
export function maskTransportError(error: unknown, subgraph: string): GraphQLFormattedError {
  const fault = error instanceof TransportError ? error.fault : undefined;
  if (fault === undefined) {
    return { message: INTERNAL, extensions: { code: 'INTERNAL_SERVER_ERROR', serviceName: subgraph } };
  }
  const [code, message] =
    fault === 'timeout' || fault === 'cancelled'
      ? ['SUBGRAPH_TIMEOUT', `The ${subgraph} service did not answer in time.`]
      : ['SUBGRAPH_UNAVAILABLE', `The ${subgraph} service is not available.`];
  return { message, extensions: { code, serviceName: subgraph } };
}
