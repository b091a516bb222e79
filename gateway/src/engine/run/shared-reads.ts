import { Lifetime } from '../../lifetime.ts';
import { type SubgraphResponse, type SubgraphTransport, TransportError } from '../../transport/transport.ts';
import { copyJson } from './copy.ts';
import type { EngineRequest } from './request.ts';

interface Flight {
  readonly answer: Promise<SubgraphResponse>;
  readonly lifetime: Lifetime;
  /** How many wait for the answer. */
  waiting: number;
  /** How many the answer was promised to: more than one means copies. */
  promised: number;
}

/**
 * Sends requests, and lets equal reads of one viewer that are under way at the same time share one answer.
 * A read that began before a mutation ended is not joined after it: everybody reads what they wrote.
 */
export class SharedReads {
  readonly #transports: ReadonlyMap<string, SubgraphTransport>;
  readonly #onShared: ((subgraph: string) => void) | undefined;
  #flights = new Map<string, Flight>();

  constructor(transports: ReadonlyMap<string, SubgraphTransport>, onShared?: (subgraph: string) => void) {
    this.#transports = transports;
    this.#onShared = onShared;
  }

  send(request: EngineRequest): Promise<SubgraphResponse> {
    const transport = this.#transports.get(request.subgraph);
    if (!transport) {
      return Promise.reject(
        new TransportError(request.subgraph, 'unreachable', `there is no transport for ${request.subgraph}`),
      );
    }
    if (!request.isRead) {
      this.#flights = new Map();
      return transport.send(request).finally(() => {
        this.#flights = new Map();
      });
    }
    return this.#read(request, transport);
  }

  #read(request: EngineRequest, transport: SubgraphTransport): Promise<SubgraphResponse> {
    const { lifetime, scope } = request.context;
    const key = `${request.documentId} ${scope}\0${request.variablesText}`;
    const known = this.#flights.get(key);
    if (known && known.lifetime.ended === undefined) {
      known.promised += 1;
      known.waiting += 1;
      this.#onShared?.(request.subgraph);
      return this.#wait(known, lifetime, request.subgraph);
    }
    const flights = this.#flights;
    // the flight outlives its first passenger if others have boarded
    const own = new Lifetime();
    const flight: Flight = {
      lifetime: own,
      waiting: 1,
      promised: 1,
      answer: transport.send(request.inLifetime(own)).finally(() => {
        if (flights.get(key) === flight) flights.delete(key);
      }),
    };
    flights.set(key, flight);
    return this.#wait(flight, lifetime, request.subgraph);
  }

  #wait(flight: Flight, lifetime: Lifetime, subgraph: string): Promise<SubgraphResponse> {
    return new Promise((resolve, reject) => {
      const leave = lifetime.onEnd((reason) => {
        flight.waiting -= 1;
        if (flight.waiting === 0) flight.lifetime.end(reason);
        reject(new TransportError(subgraph, 'cancelled', `the request ended: ${reason}`));
      });
      flight.answer.then(
        (response) => {
          leave();
          // whoever gets an answer adds to it: each gets one of its own
          resolve(flight.promised > 1 ? copyJson(response) : response);
        },
        (fault) => {
          leave();
          reject(fault);
        },
      );
    });
  }
}
