import type { Executed, Refusal, RefusalStage } from '../engine-api.ts';
import { JSON_RESPONSE, type ResponseType } from './negotiate.ts';

/**
 * Which edition decides the status of `application/graphql-response+json`: `draft` (400 for every request error,
 * 200 for partial data), or the edition of September 2026 (422 for what parses but cannot be run, 294 for
 * partial data). Both keep every MUST of the other.
 */
export type StatusEdition = 'draft' | '2026-09';

const REFUSED: Record<StatusEdition, Record<RefusalStage, number>> = {
  draft: {
    parse: 400,
    validation: 400,
    operation: 400,
    variables: 400,
    access: 403,
    limit: 400,
    timeout: 504,
    internal: 500,
  },
  '2026-09': {
    parse: 400,
    validation: 422,
    operation: 422,
    variables: 422,
    access: 403,
    limit: 422,
    timeout: 504,
    internal: 500,
  },
};

const PARTIAL: Record<StatusEdition, number> = { draft: 200, '2026-09': 294 };

/** The HTTP status of an outcome in the negotiated type. */
export function statusOf(outcome: Executed | Refusal, type: ResponseType, edition: StatusEdition): number {
  if (outcome.refused !== undefined) {
    if (outcome.status !== undefined) return outcome.status;
    // with application/json a client can trust only a 200 to be ours
    const wellFormed =
      outcome.refused !== 'internal' && outcome.refused !== 'timeout' && outcome.refused !== 'access';
    if (type === JSON_RESPONSE && wellFormed) return 200;
    return REFUSED[edition][outcome.refused];
  }
  if (type === JSON_RESPONSE || !outcome.errors || outcome.errors.length === 0) return 200;
  return PARTIAL[edition];
}
