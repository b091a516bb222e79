import type { GraphQLFormattedError } from 'graphql';
import { refuseText } from '../documents/trusted.ts';
import type { Engine, GatewayContext, Identity, PreparedOperation } from '../engine-api.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import { bodyOf, codesOf, TIMED_OUT } from '../http/answer.ts';
import type { Guard } from '../http/contract.ts';
import type { Expirable, Lifetime } from '../lifetime.ts';
import { refuseCost } from '../limits/cost.ts';
import { type RateLimiter, rateRefusal } from '../limits/rate-limit.ts';
import type { Observed } from './observed.ts';
import type { Sink, Subscriber } from './stream/subscriber.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface OperationRunnerOptions {
  /** The engine to use now, held until `release`. */
  readonly acquire: () => { readonly engine: Engine; release(): void };
  readonly guards: readonly Guard[];
  readonly trustedOnly: GatewayOptions['trustedOnly'] | undefined;
  /** What one operation may cost at most. A subscription costs what it asks for at each event. */
  readonly maxCost: number;
  readonly limiter: RateLimiter | undefined;
  readonly subscriptions: Subscriptions;
  /** Ends queries and mutations that take too long. */
  readonly deadlines: { add(entry: Expirable, startedAt: number): void; delete(entry: Expirable): void };
  readonly onFault: (error: unknown, requestId: string) => void;
}

/** An operation that came on a connection. */
export interface LiveOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** Of a subscription that is resumed: the cursor of the last message. */
  readonly cursor: unknown;
  /** The same object for all that one connection wants. */
  readonly identity: Identity;
  readonly lifetime: Lifetime;
  readonly observed: Observed;
  /** The address that it counts for; undefined when it was counted with its request. */
  readonly counts?: { readonly address: string | undefined };
  /** Why a mutation may not come this way. */
  readonly noMutation?: string | undefined;
}

/** The client's end of an operation. */
export interface OperationTarget extends Sink {
  /** It is not run. */
  refuse(errors: readonly GraphQLFormattedError[]): void;
  /** The only result, of a query or a mutation, as JSON. */
  result(body: string): void;
  /** The subscription is open; its messages come to this sink. */
  opened(subscriber: Subscriber): void;
}

interface Given extends LiveOperation {
  readonly prepared: PreparedOperation;
  readonly context: GatewayContext;
}

/** Runs operations for both transports: the same checks, limits and records. */
export class OperationRunner {
  readonly #options: OperationRunnerOptions;

  constructor(options: OperationRunnerOptions) {
    this.#options = options;
  }

  /** It never rejects: a fault is an error of the operation. */
  async run(operation: LiveOperation, target: OperationTarget): Promise<void> {
    const { observed } = operation;
    observed.identity = operation.identity;
    try {
      const verdict = operation.counts && (await this.#count(operation));
      if (verdict && !verdict.allowed) {
        const { code, message, status } = rateRefusal(verdict);
        this.#refuse(observed, target, [{ message, extensions: { code } }], status);
      } else await this.#run(operation, target);
    } catch (error) {
      this.#options.onFault(error, observed.requestId);
      const code = 'INTERNAL_SERVER_ERROR';
      this.#refuse(observed, target, [{ message: 'Internal server error', extensions: { code } }], 500);
    }
  }

  #count({ identity, counts }: LiveOperation) {
    return this.#options.limiter?.take(identity, counts?.address);
  }

  async #run(operation: LiveOperation, target: OperationTarget): Promise<void> {
    const { query, operationName, identity, lifetime, observed } = operation;
    const lease = this.#options.acquire();
    try {
      const prepared =
        refuseText(query, identity.viewer, this.#options.trustedOnly) ??
        lease.engine.prepare(query, operationName);
      if (prepared.refused !== undefined) {
        this.#refuse(observed, target, prepared.errors);
        return;
      }
      observed.operation = prepared;
      const { requestId, trace } = observed;
      const context: GatewayContext = { ...identity, requestId, headers: {}, trace, lifetime };
      const given: Given = { ...operation, prepared, context };
      const errors = await this.#check(lease.engine, given);
      if (errors) this.#refuse(observed, target, errors);
      else if (prepared.kind === 'subscription') this.#open(given, target);
      else await this.#execute(lease.engine, given, target);
    } finally {
      lease.release();
    }
  }

  /** Why it may not run. */
  async #check(
    engine: Engine,
    { prepared, variables, context, observed, noMutation }: Given,
  ): Promise<readonly GraphQLFormattedError[] | undefined> {
    if (prepared.kind === 'mutation' && noMutation !== undefined)
      return [{ message: noMutation, extensions: { code: 'METHOD_NOT_ALLOWED' } }];
    observed.estimated = engine.estimate?.(prepared, variables);
    const tooCostly = refuseCost(observed.estimated ?? 0, this.#options.maxCost);
    if (tooCostly) return tooCostly.errors;
    for (const guard of this.#options.guards) {
      const refused = await guard(prepared, variables, context);
      if (refused) return refused.errors;
    }
    return undefined;
  }

  #open({ prepared, variables, cursor, identity, context, observed }: Given, target: OperationTarget): void {
    const opened = this.#options.subscriptions.open(
      { prepared, variables, cursor, identity, context, observed },
      target,
    );
    if ('refused' in opened) this.#refuse(observed, target, opened.errors);
    else target.opened(opened);
  }

  async #execute(
    engine: Engine,
    { prepared, variables, context, lifetime, observed }: Given,
    target: OperationTarget,
  ): Promise<void> {
    const { deadlines } = this.#options;
    deadlines.add(lifetime, performance.now());
    const executed = await engine.execute(prepared, variables, context);
    deadlines.delete(lifetime);
    const outcome = lifetime.ended === 'timeout' ? TIMED_OUT : executed;
    if (lifetime.ended === 'disconnect') observed.answered('ended');
    else if (outcome.refused !== undefined) this.#refuse(observed, target, outcome.errors);
    else {
      const errors = outcome.errors ?? [];
      observed.answered(errors.length > 0 ? 'partial' : 'ok', codesOf(errors), { cost: outcome.cost });
      target.result((outcome.body ?? JSON.stringify(bodyOf(outcome))).toString());
    }
  }

  #refuse(
    observed: Observed,
    target: OperationTarget,
    errors: readonly GraphQLFormattedError[],
    status = 200,
  ): void {
    const codes = codesOf(errors);
    if (observed.operation?.kind === 'subscription')
      this.#options.subscriptions.metrics.refused(codes[0] ?? 'UNKNOWN');
    observed.answered('refused', codes, { status });
    target.refuse(errors);
  }
}
