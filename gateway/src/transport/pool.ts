import { TracedTransport } from '../telemetry/traced-transport.ts';
import type { HttpTransportOptions } from './http-common.ts';
import { Http1Transport } from './http1/transport.ts';
import { InProcessTransport } from './in-process.ts';
import { type FetchOutcome, type ResilienceOptions, ResilientTransport } from './resilient.ts';
import type { SubgraphExecute, SubgraphTransport } from './transport.ts';
import { UndiciTransport } from './undici.ts';

/** How one subgraph is reached: by a function in this process or by its address. */
export interface SubgraphTarget {
  readonly name: string;
  readonly url?: string | undefined;
  readonly execute?: SubgraphExecute | undefined;
}

interface Entry {
  readonly transport: SubgraphTransport;
  users: number;
}

/** Keeps transports over a swap of the supergraph: the same target keeps its connections. */
export class TransportPool {
  readonly #byUrl = new Map<string, Entry>();
  readonly #byFunction = new Map<SubgraphExecute, Entry>();
  readonly #http: HttpTransportOptions;
  readonly #resilience: ResilienceOptions;
  readonly #observe: (subgraph: string, outcome: FetchOutcome) => void;

  constructor(
    http: HttpTransportOptions,
    resilience: ResilienceOptions,
    observe: (subgraph: string, outcome: FetchOutcome) => void,
  ) {
    this.#http = http;
    this.#resilience = resilience;
    this.#observe = observe;
  }

  /** Transports for the targets, and the function that gives them back. */
  lease(targets: readonly SubgraphTarget[]): {
    readonly transports: ReadonlyMap<string, SubgraphTransport>;
    release(): Promise<void>;
  } {
    const entries = targets.map((target) => [target.name, this.#entry(target)] as const);
    for (const [, entry] of entries) entry.users += 1;
    return {
      transports: new Map(entries.map(([name, entry]) => [name, entry.transport])),
      release: async () => {
        for (const [, entry] of entries) entry.users -= 1;
        await this.#sweep();
      },
    };
  }

  #entry({ name, url, execute }: SubgraphTarget): Entry {
    if (execute)
      return remember(this.#byFunction, execute, () => this.#guarded(new InProcessTransport(execute)));
    if (!url) throw new Error(`the subgraph ${name} has neither an address nor a function to call`);
    return remember(this.#byUrl, url, () => this.#guarded(httpTransport(url, this.#http)));
  }

  #guarded(transport: SubgraphTransport): SubgraphTransport {
    return new TracedTransport(new ResilientTransport(transport, this.#resilience, this.#observe));
  }

  async #sweep(): Promise<void> {
    const unused: SubgraphTransport[] = [];
    for (const map of [this.#byUrl, this.#byFunction] as Map<unknown, Entry>[]) {
      for (const [key, entry] of map) {
        if (entry.users > 0) continue;
        map.delete(key);
        unused.push(entry.transport);
      }
    }
    await Promise.all(unused.map((transport) => transport.close()));
  }
}

function remember<K>(map: Map<K, Entry>, key: K, make: () => SubgraphTransport): Entry {
  const known = map.get(key);
  if (known) return known;
  const entry = { transport: make(), users: 0 };
  map.set(key, entry);
  return entry;
}

function httpTransport(address: string, options: HttpTransportOptions): SubgraphTransport {
  const url = new URL(address);
  const own = url.protocol === 'http:' && options.client !== 'undici';
  return own ? new Http1Transport(url, options) : new UndiciTransport(url, options);
}
