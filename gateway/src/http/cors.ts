import type { IncomingHttpHeaders } from 'node:http';

const ALLOWED_HEADERS =
  'authorization, content-type, accept, x-request-id, last-event-id, traceparent, graphql-require-preflight, apollo-require-preflight, x-apollo-operation-name';
const EXPOSED_HEADERS = 'x-request-id, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/** Which pages of other origins may call: exact origins, or `*` for any (then without credentials). */
export interface CorsPolicy {
  readonly origins: readonly string[];
}

/** Headers that let the page at `origin` read the answer; none if the origin is not on the list. */
export function corsHeaders(policy: CorsPolicy, headers: IncomingHttpHeaders): Record<string, string> {
  const origin = headers.origin;
  if (policy.origins.length === 0) return {};
  if (policy.origins.includes('*'))
    return { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED_HEADERS };
  if (origin === undefined || !policy.origins.includes(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': EXPOSED_HEADERS,
  };
}

/** The further headers of the answer to a preflight. */
export function preflightHeaders(methods: string): Record<string, string> {
  return {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': ALLOWED_HEADERS,
    'access-control-max-age': '7200',
  };
}
