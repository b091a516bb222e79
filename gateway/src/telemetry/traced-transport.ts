import { parseTraceparent, startSpan, type Trace, tracing } from '@machshop/telemetry';
import type { GatewayContext } from '../engine-api.ts';
import type { Cancel, Recipient, SubgraphRequest, SubgraphTransport } from '../transport/transport.ts';

/** The trace that a request belongs to, if it belongs to one. */
export function traceOf({ trace, headers }: GatewayContext): Trace | null {
  if (trace) return trace;
  const { traceparent } = headers;
  return typeof traceparent === 'string' ? parseTraceparent(traceparent) : null;
}

/** Puts each request to a subgraph, its retries included, into a span, and tells the subgraph which. */
export class TracedTransport implements SubgraphTransport {
  readonly #inner: SubgraphTransport;

  constructor(inner: SubgraphTransport) {
    this.#inner = inner;
  }

  send(request: SubgraphRequest, recipient: Recipient): Cancel {
    if (!tracing()) return this.#inner.send(request, recipient);
    const { subgraph, operationName } = request;
    const span = startSpan(`fetch ${subgraph}`, traceOf(request.context), {
      kind: 'client',
      attributes: {
        'graphql.subgraph': subgraph,
        ...(operationName ? { 'graphql.operation.name': operationName } : {}),
      },
    });
    request.trace = span.trace;
    const cancel = this.#inner.send(request, {
      answered(response) {
        if (response.errors && response.errors.length > 0) span.set('graphql.errors', response.errors.length);
        span.end();
        recipient.answered(response);
      },
      failed(fault) {
        span.fail(fault);
        span.end();
        recipient.failed(fault);
      },
    });
    return () => {
      cancel();
      span.end();
    };
  }

  close(): Promise<void> {
    return this.#inner.close();
  }
}
