import { Deadlines, type EndReason, type Expirable } from '../lifetime.ts';
import { CircuitBreaker } from './breaker.ts';
import {
  type Cancel,
  type Recipient,
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphTransport,
  TransportError,
} from './transport.ts';

export interface ResilienceOptions {
  /** How long one try may take. */
  readonly timeoutMs: number;
  /** How often a read is tried again; a mutation only if it cannot have reached the subgraph. */
  readonly retries: number;
  /** The wait before the first retry; it doubles, and half of it is random. */
  readonly backoffMs: number;
  /** So many failures in a row open the circuit breaker. */
  readonly breakerFailures: number;
  readonly breakerOpenMs: number;
}

export const RESILIENCE: ResilienceOptions = {
  timeoutMs: 10_000,
  retries: 2,
  backoffMs: 40,
  breakerFailures: 10,
  breakerOpenMs: 2_000,
};

export type FetchOutcome = 'ok' | 'errors' | 'failed' | 'retried' | 'rejected' | 'shared';

type Observe = (subgraph: string, outcome: FetchOutcome) => void;

/** Puts time limit, retries and a circuit breaker around a transport. */
export class ResilientTransport implements SubgraphTransport {
  readonly #inner: SubgraphTransport;
  readonly #shared: Shared;

  constructor(
    inner: SubgraphTransport,
    options: ResilienceOptions,
    observe: Observe,
    random: () => number = Math.random,
  ) {
    this.#inner = inner;
    const breaker = new CircuitBreaker({ failures: options.breakerFailures, openMs: options.breakerOpenMs });
    this.#shared = { inner, options, observe, random, breaker, deadlines: new Deadlines(options.timeoutMs) };
  }

  send(request: SubgraphRequest, recipient: Recipient): Cancel {
    const attempts = new Attempts(this.#shared, request, recipient);
    return () => attempts.cancel();
  }

  async close(): Promise<void> {
    this.#shared.deadlines.close();
    await this.#inner.close();
  }
}

interface Shared {
  readonly inner: SubgraphTransport;
  readonly options: ResilienceOptions;
  readonly observe: Observe;
  readonly random: () => number;
  readonly breaker: CircuitBreaker;
  readonly deadlines: Deadlines;
}

/**
 * One request with all its tries. It lets go of request and recipient when it is done, so that it keeps nothing alive
 * if the runtime has placed it in its old generation.
 */
class Attempts implements Recipient, Expirable {
  before: Expirable | undefined;
  after: Expirable | undefined;
  startedAt = 0;
  readonly #shared: Shared;
  readonly #subgraph: string;
  #request: SubgraphRequest | undefined;
  #recipient: Recipient | undefined;
  #leave: (() => void) | undefined;
  #attempt = 0;
  #takeBack: Cancel | undefined;
  #pause: NodeJS.Timeout | undefined;

  constructor(shared: Shared, request: SubgraphRequest, recipient: Recipient) {
    this.#shared = shared;
    this.#subgraph = request.subgraph;
    this.#request = request;
    this.#recipient = recipient;
    this.#leave = request.context.lifetime.onEnd(this.#onEnd);
    this.#try(request);
  }

  /** The time of the try under way is over. */
  end(reason: EndReason): void {
    if (!this.#request) return;
    this.#takeBack?.();
    const fault = reason === 'timeout' ? 'timeout' : 'cancelled';
    const message = `subgraph ${this.#subgraph} did not answer within ${this.#shared.options.timeoutMs} ms`;
    this.failed(new TransportError(this.#subgraph, fault, message));
  }

  answered(response: SubgraphResponse): void {
    if (!this.#request) return;
    const { breaker, observe } = this.#shared;
    breaker.succeeded();
    observe(this.#subgraph, response.errors && response.errors.length > 0 ? 'errors' : 'ok');
    this.#settle()?.answered(response);
  }

  failed(fault: TransportError): void {
    const request = this.#request;
    if (!request) return;
    const { breaker, observe, options, deadlines } = this.#shared;
    deadlines.delete(this);
    // neither a client that left nor an answer of 4xx says that the subgraph is down
    const blameless =
      fault.fault === 'cancelled' ||
      fault.fault === 'too-large' ||
      (fault.fault === 'status' && (fault.status ?? 500) < 500);
    if (blameless) breaker.abandoned();
    else breaker.failed();
    if (this.#attempt >= options.retries || !mayRepeat(request, fault)) {
      this.#giveUp(fault, 'failed');
      return;
    }
    observe(this.#subgraph, 'retried');
    const full = options.backoffMs * 2 ** this.#attempt;
    this.#attempt += 1;
    this.#pause = setTimeout(() => this.#try(request), full / 2 + (this.#shared.random() * full) / 2);
  }

  /** Nobody waits any more. */
  cancel(): void {
    if (!this.#request) return;
    this.#takeBack?.();
    this.#shared.breaker.abandoned();
    this.#settle();
  }

  readonly #onEnd = (reason: EndReason): void => {
    if (!this.#request) return;
    this.#takeBack?.();
    this.#shared.breaker.abandoned();
    this.#giveUp(new TransportError(this.#subgraph, 'cancelled', `the request ended: ${reason}`), 'failed');
  };

  #try(request: SubgraphRequest): void {
    if (!this.#request) return;
    const { breaker, inner, deadlines } = this.#shared;
    if (!breaker.allows()) {
      const message = `subgraph ${this.#subgraph} has failed too often and is left alone for a while`;
      this.#giveUp(new TransportError(this.#subgraph, 'open', message), 'rejected');
      return;
    }
    deadlines.add(this, performance.now());
    const takeBack = inner.send(request, this);
    // a transport may answer at once
    if (this.#request) this.#takeBack = takeBack;
  }

  #giveUp(fault: TransportError, outcome: FetchOutcome): void {
    this.#shared.observe(this.#subgraph, outcome);
    this.#settle()?.failed(fault);
  }

  /** Ends the tries and gives who waits. */
  #settle(): Recipient | undefined {
    const recipient = this.#recipient;
    this.#request = undefined;
    this.#recipient = undefined;
    this.#takeBack = undefined;
    this.#shared.deadlines.delete(this);
    clearTimeout(this.#pause);
    // an ended lifetime calls back before it can be left
    this.#leave?.();
    this.#leave = undefined;
    return recipient;
  }
}

/** Statuses by which a server says that it is worth asking again. */
const PASSING = new Set([429, 502, 503, 504]);

function mayRepeat(request: SubgraphRequest, fault: TransportError): boolean {
  if (request.context.lifetime.ended !== undefined) return false;
  if (fault.fault === 'unreachable') return request.isRead || fault.unsent;
  return fault.fault === 'status' && request.isRead && PASSING.has(fault.status ?? 0);
}
