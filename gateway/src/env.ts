import { COST_LIMITS, type CostLimits } from './limits/cost.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits/document-limits.ts';
import { RATE_LIMITS, type RateLimits } from './limits/rate-limit.ts';

/** The settings that the gateway takes from its environment. */
export interface Environment {
  /** GATEWAY_ENGINE: `machshop` (ours, the default) or `apollo` (stock). */
  readonly engine: 'machshop' | 'apollo';
  /** AUTH_JWKS_URL: where the keys of tokens are. */
  readonly jwksUrl: string | undefined;
  /** NATS_URL: where events are that feed subscriptions; without it there are none. */
  readonly natsUrl: string | undefined;
  /** CORS_ORIGINS: a list with commas; `*` for any. */
  readonly corsOrigins: readonly string[];
  /** LOG_LEVEL, default info. */
  readonly logLevel: string;
  /** PORT, default 4000. */
  readonly port: number;
  /** HOST, default 127.0.0.1. */
  readonly host: string;
  /** GRAPHQL_HTTP_EDITION: which edition's status codes, `draft` or `2026-09`. */
  readonly edition: 'draft' | '2026-09';
  /** OVERRIDE_LABELS: a list with commas of labels of `@override`, other than of percent, that hold. */
  readonly overrideLabels: ReadonlySet<string>;
  /** The permission that introspection needs: `schema:introspect` where NODE_ENV is `production`, else none. */
  readonly introspection: string | undefined;
  /** RATE_LIMIT_USER, RATE_LIMIT_ANONYMOUS: requests a minute of a user, default 1000, and of an address, default 100; 0 for no limit. */
  readonly rateLimits: RateLimits;
  /** REDIS_URL: where several gateways count requests together. */
  readonly redisUrl: string | undefined;
  /** TRUSTED_HOPS: how many proxies stand before this gateway and add to X-Forwarded-For; default 0. */
  readonly trustedHops: number;
  /** MAX_DEPTH, MAX_ALIASES, MAX_ROOT_FIELDS, MAX_FIELDS: of one operation. */
  readonly limits: DocumentLimits;
  /** MAX_COST: of one operation, as estimated before it runs; ASSUMED_LIST_SIZE: of a list that says nothing. */
  readonly cost: CostLimits;
}

/**
 * Reads the environment. Throws on a value that is not allowed.
 * @param given values that go before those of the environment
 */
export function readEnvironment(given: Readonly<Record<string, string>> = {}): Environment {
  const env = { ...process.env, ...given };
  return {
    engine: oneOf('GATEWAY_ENGINE', env.GATEWAY_ENGINE, ['machshop', 'apollo']),
    jwksUrl: env.AUTH_JWKS_URL || undefined,
    natsUrl: env.NATS_URL || undefined,
    corsOrigins: listOf(env.CORS_ORIGINS),
    overrideLabels: new Set(listOf(env.OVERRIDE_LABELS)),
    logLevel: env.LOG_LEVEL || 'info',
    port: portOf(env.PORT),
    host: env.HOST || '127.0.0.1',
    edition: oneOf('GRAPHQL_HTTP_EDITION', env.GRAPHQL_HTTP_EDITION, ['draft', '2026-09']),
    rateLimits: {
      user: countOf(env, 'RATE_LIMIT_USER', RATE_LIMITS.user, 0),
      anonymous: countOf(env, 'RATE_LIMIT_ANONYMOUS', RATE_LIMITS.anonymous, 0),
    },
    redisUrl: env.REDIS_URL || undefined,
    trustedHops: countOf(env, 'TRUSTED_HOPS', 0, 0),
    limits: {
      depth: countOf(env, 'MAX_DEPTH', DOCUMENT_LIMITS.depth),
      aliases: countOf(env, 'MAX_ALIASES', DOCUMENT_LIMITS.aliases),
      rootFields: countOf(env, 'MAX_ROOT_FIELDS', DOCUMENT_LIMITS.rootFields),
      fields: countOf(env, 'MAX_FIELDS', DOCUMENT_LIMITS.fields),
    },
    cost: {
      max: countOf(env, 'MAX_COST', COST_LIMITS.max),
      assumedSize: countOf(env, 'ASSUMED_LIST_SIZE', COST_LIMITS.assumedSize),
    },
    introspection: env.NODE_ENV === 'production' ? 'schema:introspect' : undefined,
  };
}

function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly [T, ...T[]]): T {
  if (!value) return allowed[0];
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`${name} is ${value}, but must be one of ${allowed.join(', ')}`);
  return found;
}

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);

function countOf(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  byDefault: number,
  least = 1,
): number {
  const count = Number(env[name] || byDefault);
  if (!Number.isSafeInteger(count) || count < least)
    throw new Error(`${name} is ${env[name]}, but must be a whole number from ${least}`);
  return count;
}

function portOf(value: string | undefined): number {
  const port = Number(value || 4000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is ${value}, but must be a number up to 65535`);
  return port;
}

/** The stock gateway reports to Apollo unless its environment says not to. */
export function silenceApolloTelemetry(): void {
  process.env.APOLLO_TELEMETRY_DISABLED = '1';
}
