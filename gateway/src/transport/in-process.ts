import {
  type Cancel,
  type Recipient,
  type SubgraphExecute,
  type SubgraphRequest,
  type SubgraphTransport,
  TransportError,
} from './transport.ts';

/** Calls subgraphs that live in this process; nothing is serialised. */
export class InProcessTransport implements SubgraphTransport {
  readonly #execute: SubgraphExecute;

  constructor(execute: SubgraphExecute) {
    this.#execute = execute;
  }

  send(request: SubgraphRequest, recipient: Recipient): Cancel {
    let wanted = true;
    const fail = (cause: unknown) => {
      const { subgraph } = request;
      if (wanted)
        recipient.failed(
          new TransportError(subgraph, 'unreachable', `subgraph ${subgraph} threw`, { cause }),
        );
    };
    let answer: ReturnType<SubgraphExecute>;
    try {
      answer = this.#execute(request);
    } catch (cause) {
      answer = Promise.reject(cause);
    }
    answer.then((response) => {
      if (wanted) recipient.answered(response);
    }, fail);
    return () => {
      wanted = false;
    };
  }

  async close(): Promise<void> {}
}
