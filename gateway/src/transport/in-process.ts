import {
  type SubgraphExecute,
  type SubgraphRequest,
  type SubgraphResponse,
  type SubgraphTransport,
  TransportError,
} from './transport.ts';

/** Calls subgraphs that live in this process; nothing is serialised. */
export class InProcessTransport implements SubgraphTransport {
  readonly #execute: SubgraphExecute;

  constructor(execute: SubgraphExecute) {
    this.#execute = execute;
  }

  async send(request: SubgraphRequest): Promise<SubgraphResponse> {
    try {
      return await this.#execute(request);
    } catch (cause) {
      throw new TransportError(request.subgraph, 'unreachable', `subgraph ${request.subgraph} threw`, {
        cause,
      });
    }
  }

  async close(): Promise<void> {}
}
