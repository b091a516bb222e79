import type { IncomingMessage } from 'node:http';
import type { Trace } from '@machshop/telemetry';
import type { GatewayContext, Identity, PreparedOperation, Refusal } from '../engine-api.ts';

/** What is known of one GraphQL request when it has been answered. */
export interface OperationRecord {
  readonly operation: PreparedOperation | undefined;
  readonly identity: Identity | undefined;
  readonly requestId: string;
  readonly status: number;
  readonly durationMs: number;
  /** `ok`, `partial` (data and errors), `refused` (no data) or `ended` (nobody waited for the answer). */
  readonly outcome: 'ok' | 'partial' | 'refused' | 'ended';
  /** The codes of the errors, each once. */
  readonly codes: readonly string[];
  readonly trace: Trace;
  /** What it might have cost at most, and what it cost, as far as it came. */
  readonly cost: { readonly estimated: number | undefined; readonly actual: number | undefined };
  /** Of an operation that came over WebSocket or wants server-sent events. */
  readonly live?: LiveFacts;
}

/** What is known beside of an operation on a connection that lives on. */
export interface LiveFacts {
  readonly transport: 'ws' | 'sse';
  /** A subscription gives a record when it begins and one when it ends, `ended`, with the time it was open. */
  readonly phase: 'answer' | 'begin' | 'end';
  /** How many messages a subscription was sent, when it has ended. */
  readonly messages: number;
}

/** The facts that a host may authenticate by. */
export interface AuthenticationRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly remoteAddress: string | undefined;
}

/** Says who calls, or throws {@link HttpRefusal} with 401 or 403. */
export type Authenticate = (request: AuthenticationRequest) => Identity | Promise<Identity>;

/** Looks at an operation before it runs: limits, persisted operations, introspection. */
export type Guard = (
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>> | undefined,
  context: GatewayContext,
) => Refusal | undefined | Promise<Refusal | undefined>;
