import { randomUUID } from 'node:crypto';
import { parseTraceparent, startSpan, type Trace, tracing } from '@machshop/telemetry';
import type { Identity, PreparedOperation } from '../engine-api.ts';
import type { LiveFacts, OperationRecord } from '../http/contract.ts';

/** Sees the records of operations. */
export type Observe = (record: OperationRecord) => void;

/**
 * One operation of a connection that lives on, for log, metrics and traces: a span from when it came to its answer,
 * or to when its subscription is open.
 */
export class Observed {
  readonly requestId: string;
  readonly trace: Trace;
  identity: Identity | undefined;
  operation: PreparedOperation | undefined;
  /** What it may cost at most. */
  estimated: number | undefined;
  readonly #observe: Observe;
  readonly #transport: LiveFacts['transport'];
  readonly #startedAt = performance.now();
  #endSpan: ((codes: readonly string[]) => void) | undefined;

  /** @param traceparent the caller's trace context, where it sent one */
  constructor(
    observe: Observe,
    transport: LiveFacts['transport'],
    traceparent: unknown,
    requestId: string = randomUUID(),
  ) {
    this.#observe = observe;
    this.#transport = transport;
    this.requestId = requestId;
    const caller = typeof traceparent === 'string' ? parseTraceparent(traceparent) : null;
    const span = startSpan('graphql', caller, { kind: 'server' });
    this.trace = span.trace;
    if (!tracing()) return;
    this.#endSpan = (codes) => {
      this.#endSpan = undefined;
      span.set('network.protocol.name', transport === 'ws' ? 'websocket' : 'sse');
      span.set('graphql.operation.type', this.operation?.kind ?? 'none');
      if (this.operation?.name) span.set('graphql.operation.name', this.operation.name);
      if (codes.length > 0) span.fail(codes.join());
      span.end();
    };
  }

  /** It is answered, or refused. */
  answered(
    outcome: OperationRecord['outcome'],
    codes: readonly string[] = [],
    { status = 200, cost }: { readonly status?: number; readonly cost?: number | undefined } = {},
  ): void {
    this.#record('answer', outcome, codes, status, cost, 0);
  }

  /** Its subscription is open. */
  begun(): void {
    this.#record('begin', 'ok', [], 200, undefined, 0);
  }

  /** Its subscription is over. */
  ended(codes: readonly string[], messages: number): void {
    this.#record('end', 'ended', codes, 200, undefined, messages);
  }

  #record(
    phase: LiveFacts['phase'],
    outcome: OperationRecord['outcome'],
    codes: readonly string[],
    status: number,
    actual: number | undefined,
    messages: number,
  ): void {
    this.#endSpan?.(codes);
    const { operation, identity, requestId, trace, estimated } = this;
    this.#observe({
      operation,
      identity,
      requestId,
      status,
      durationMs: performance.now() - this.#startedAt,
      outcome,
      codes,
      cost: { estimated, actual },
      trace,
      live: { transport: this.#transport, phase, messages },
    });
  }
}
