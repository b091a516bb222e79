import {
  type Recipient,
  type SubgraphResponse,
  type SubgraphTransport,
  TransportError,
} from '../../transport/transport.ts';
import { copyJson } from './copy.ts';
import type { EngineRequest } from './request.ts';

interface Passenger {
  readonly request: EngineRequest;
  readonly recipient: Recipient;
}

/**
 * Sends requests, and lets equal reads of one viewer that are under way at the same time share one answer.
 * A read that began before a mutation ended is not joined after it: everybody reads what they wrote.
 */
export class SharedReads {
  readonly #transports: ReadonlyMap<string, SubgraphTransport>;
  readonly #onShared: (subgraph: string) => void;
  #flights = new Map<string, Passenger[]>();

  constructor(transports: ReadonlyMap<string, SubgraphTransport>, onShared: (subgraph: string) => void) {
    this.#transports = transports;
    this.#onShared = onShared;
  }

  send(request: EngineRequest, recipient: Recipient): void {
    const { subgraph } = request;
    const transport = this.#transports.get(subgraph);
    if (!transport)
      recipient.failed(new TransportError(subgraph, 'unreachable', `there is no transport for ${subgraph}`));
    else if (request.isRead) this.#read(request, recipient, transport);
    else this.#write(request, recipient, transport);
  }

  #write(request: EngineRequest, recipient: Recipient, transport: SubgraphTransport): void {
    this.#flights = new Map();
    const landed = () => {
      this.#flights = new Map();
    };
    transport.send(request, {
      answered: (response) => {
        landed();
        recipient.answered(response);
      },
      failed: (fault) => {
        landed();
        recipient.failed(fault);
      },
    });
  }

  #read(request: EngineRequest, recipient: Recipient, transport: SubgraphTransport): void {
    const key = `${request.documentId} ${request.context.scope}\0${request.variablesText}`;
    const joined = this.#flights.get(key);
    if (joined) {
      joined.push({ request, recipient });
      this.#onShared(request.subgraph);
      return;
    }
    const flights = this.#flights;
    const passengers: Passenger[] = [];
    flights.set(key, passengers);
    transport.send(request, {
      answered: (response) => {
        flights.delete(key);
        if (passengers.length === 0) {
          recipient.answered(response);
          return;
        }
        // whoever gets an answer adds to it: each gets one of its own
        const copies = passengers.map(() => copyJson(response));
        recipient.answered(response);
        for (const [i, passenger] of passengers.entries())
          passenger.recipient.answered(copies[i] as SubgraphResponse);
      },
      failed: (fault) => {
        flights.delete(key);
        recipient.failed(fault);
        for (const passenger of passengers) {
          // the one who had asked has left: those who joined ask for themselves
          const stranded =
            fault.fault === 'cancelled' && passenger.request.context.lifetime.ended === undefined;
          if (stranded) this.send(passenger.request, passenger.recipient);
          else passenger.recipient.failed(fault);
        }
      },
    });
  }
}
