import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Engine } from '../engine-api.ts';
import type { GatewayOptions } from '../gateway-options.ts';
import type { Lifetime } from '../lifetime.ts';
import type { RateLimiter } from '../limits/rate-limit.ts';
import type { Authenticate, Guard, OperationRecord } from './contract.ts';
import { Exchange } from './exchange.ts';
import type { Responder } from './respond.ts';
import type { StatusEdition } from './status.ts';

export interface GraphQLHandlerOptions {
  /** The engine to use now, held until `release`. */
  readonly acquire: () => { readonly engine: Engine; release(): void };
  readonly authenticate: Authenticate;
  readonly guards: readonly Guard[];
  readonly trustedOnly: GatewayOptions['trustedOnly'] | undefined;
  /** What one operation may cost at most. */
  readonly maxCost: number;
  readonly limiter: RateLimiter | undefined;
  /** How many proxies stand before this gateway. */
  readonly trustedHops: number;
  readonly responder: Responder;
  readonly maxBodyBytes: number;
  readonly edition: StatusEdition;
  readonly observe: (record: OperationRecord) => void;
  readonly onFault: (error: unknown, requestId: string) => void;
  readonly graphiql: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Answers GraphQL over HTTP. */
export class GraphQLHandler {
  readonly #options: GraphQLHandlerOptions;

  constructor(options: GraphQLHandlerOptions) {
    this.#options = options;
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    lifetime: Lifetime,
    startedAt: number,
  ): Promise<void> {
    const exchange = new Exchange(this.#options, request, response, lifetime, startedAt);
    try {
      await exchange.run();
    } catch (error) {
      exchange.fail(error);
    }
  }
}
