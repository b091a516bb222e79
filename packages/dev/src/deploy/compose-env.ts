import { randomBytes } from 'node:crypto';

const DEMANDED = /\$\{([A-Z][A-Z0-9_]*):\?/g;

/** The names of the secrets that a compose file demands (`${NAME:?…}`), each once, in order. */
export const demandedBy = (compose: string): string[] =>
  [...new Set([...compose.matchAll(DEMANDED)].map((match) => match[1] ?? ''))].sort();

/** The names that an env file sets. */
export const namesIn = (envFile: string): Set<string> =>
  new Set(envFile.split('\n').flatMap((line) => /^([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []));

/**
 * Completes an env file: what the compose file demands and the file does not set gets a fresh secret
 * (32 random bytes, base64url: safe in a URL). What is set stays.
 */
export function completeEnv(compose: string, envFile: string): string {
  const known = namesIn(envFile);
  const missing = demandedBy(compose).filter((name) => !known.has(name));
  const lines = missing.map((name) => `${name}=${randomBytes(32).toString('base64url')}`);
  return [envFile.trimEnd(), ...lines].filter(Boolean).join('\n').concat('\n');
}
