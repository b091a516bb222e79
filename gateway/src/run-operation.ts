import type { GraphQLFormattedError } from 'graphql';
import type { Identity } from './engine-api.ts';
import type { EngineHolder } from './engine-holder.ts';
import { Lifetime } from './lifetime.ts';

/** An operation of the host itself. */
export interface RunRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  readonly requestId: string;
  readonly lifetime?: Lifetime;
}

/** What an operation of the host came to; without `data` it was refused. */
export interface RunResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Runs an operation without HTTP. */
export async function runOperation(holder: EngineHolder, request: RunRequest): Promise<RunResult> {
  const lease = holder.acquire();
  try {
    const prepared = lease.engine.prepare(request.query, request.operationName);
    if (prepared.refused !== undefined) return { errors: prepared.errors };
    const context = {
      ...request.identity,
      requestId: request.requestId,
      headers: {},
      lifetime: request.lifetime ?? new Lifetime(),
    };
    const outcome = await lease.engine.execute(prepared, request.variables, context);
    if (outcome.refused !== undefined) return { errors: outcome.errors };
    return outcome.body === undefined ? outcome : (JSON.parse(outcome.body.toString()) as RunResult);
  } finally {
    lease.release();
  }
}
