import { createHash, randomUUID } from 'node:crypto';
import type { Executed, Refusal } from '../engine-api.ts';
import type { Reply } from './respond.ts';

/** The answer to a request whose time is over. */
export const TIMED_OUT: Refusal = {
  refused: 'timeout',
  errors: [{ message: 'The request took too long.', extensions: { code: 'REQUEST_TIMEOUT' } }],
};

/** The body of an answer that an engine has not written. */
export function bodyOf(outcome: Executed | Refusal): object {
  if (outcome.refused !== undefined) return { errors: outcome.errors };
  const { data, errors, extensions } = outcome;
  return {
    ...(errors && errors.length > 0 ? { errors } : undefined),
    data: data ?? null,
    ...(extensions ? { extensions } : undefined),
  };
}

/**
 * An answer that its caller may keep and ask again whether it still holds: weakly tagged, for it is the same in
 * whatever encoding.
 */
export function tagged(reply: Reply, known: string | undefined): Reply {
  const etag = `W/"${createHash('sha256')
    .update(reply.body ?? '')
    .digest('base64url')}"`;
  const headers = { ...reply.headers, etag, 'cache-control': 'private, no-cache' };
  const holds = known?.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*') ?? false;
  return holds ? { status: 304, headers } : { ...reply, headers };
}

/** The codes of errors, each once. */
export function codesOf(
  errors: readonly { readonly extensions?: { readonly [name: string]: unknown } }[],
): string[] {
  const codes = new Set<string>();
  for (const { extensions } of errors) codes.add(String(extensions?.code ?? 'UNKNOWN'));
  return [...codes];
}

/**
 * The caller's id of a request where it is one, else one of ours.
 * @param unique an id that no other request has, where there is one already
 */
export function requestIdOf(header: string | string[] | undefined, unique?: string): string {
  return typeof header === 'string' && /^[\w.:-]{1,64}$/.test(header) ? header : (unique ?? randomUUID());
}
