import { Lifetime } from '../lifetime.ts';
import { CircuitBreaker } from './breaker.ts';
import {
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

export type FetchOutcome = 'ok' | 'errors' | 'failed' | 'retried' | 'rejected';

/** Puts time limit, retries and a circuit breaker around a transport. */
export class ResilientTransport implements SubgraphTransport {
  readonly #inner: SubgraphTransport;
  readonly #options: ResilienceOptions;
  readonly #breaker: CircuitBreaker;
  readonly #observe: (subgraph: string, outcome: FetchOutcome) => void;
  readonly #random: () => number;

  constructor(
    inner: SubgraphTransport,
    options: ResilienceOptions,
    observe: (subgraph: string, outcome: FetchOutcome) => void,
    random: () => number = Math.random,
  ) {
    this.#inner = inner;
    this.#options = options;
    this.#breaker = new CircuitBreaker({ failures: options.breakerFailures, openMs: options.breakerOpenMs });
    this.#observe = observe;
    this.#random = random;
  }

  async send(request: SubgraphRequest): Promise<SubgraphResponse> {
    const { subgraph } = request;
    for (let attempt = 0; ; attempt += 1) {
      if (!this.#breaker.allows()) {
        this.#observe(subgraph, 'rejected');
        throw new TransportError(
          subgraph,
          'open',
          `subgraph ${subgraph} has failed too often and is left alone for a while`,
        );
      }
      try {
        const response = await this.#try(request);
        this.#breaker.succeeded();
        this.#observe(subgraph, response.errors && response.errors.length > 0 ? 'errors' : 'ok');
        return response;
      } catch (error) {
        this.#report(error);
        if (attempt >= this.#options.retries || !mayRepeat(request, error)) {
          this.#observe(subgraph, 'failed');
          throw error;
        }
        this.#observe(subgraph, 'retried');
        await this.#pause(attempt, request.context.lifetime);
      }
    }
  }

  async close(): Promise<void> {
    await this.#inner.close();
  }

  #report(error: unknown): void {
    // neither a client that left nor an answer of 4xx says that the subgraph is down
    const { fault, status } =
      error instanceof TransportError ? error : { fault: 'unreachable', status: undefined };
    const ours =
      fault === 'cancelled' || fault === 'too-large' || (fault === 'status' && (status ?? 500) < 500);
    if (ours) this.#breaker.abandoned();
    else this.#breaker.failed();
  }

  #try(request: SubgraphRequest): Promise<SubgraphResponse> {
    const { subgraph } = request;
    const { ended } = request.context.lifetime;
    if (ended !== undefined)
      return Promise.reject(new TransportError(subgraph, 'cancelled', `the request ended: ${ended}`));
    return new Promise((resolve, reject) => {
      const lifetime = new Lifetime();
      const timer = setTimeout(() => {
        leave();
        reject(
          new TransportError(
            subgraph,
            'timeout',
            `subgraph ${subgraph} did not answer within ${this.#options.timeoutMs} ms`,
          ),
        );
        lifetime.end('timeout');
      }, this.#options.timeoutMs);
      const leave = request.context.lifetime.onEnd((reason) => {
        clearTimeout(timer);
        lifetime.end(reason);
        reject(new TransportError(subgraph, 'cancelled', `the request ended: ${reason}`));
      });
      this.#inner.send(request.inLifetime(lifetime)).then(
        (response) => {
          clearTimeout(timer);
          leave();
          resolve(response);
        },
        (error) => {
          clearTimeout(timer);
          leave();
          reject(error);
        },
      );
    });
  }

  async #pause(attempt: number, lifetime: Lifetime): Promise<void> {
    const full = this.#options.backoffMs * 2 ** attempt;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(
        () => {
          leave();
          resolve();
        },
        full / 2 + (this.#random() * full) / 2,
      );
      const leave = lifetime.onEnd(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Statuses by which a server says that it is worth asking again. */
const PASSING = new Set([429, 502, 503, 504]);

function mayRepeat(request: SubgraphRequest, error: unknown): boolean {
  if (!(error instanceof TransportError) || request.context.lifetime.ended !== undefined) return false;
  if (error.fault === 'unreachable') return request.isRead || error.unsent;
  return error.fault === 'status' && request.isRead && PASSING.has(error.status ?? 0);
}
