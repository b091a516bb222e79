import type { Trace } from '@machshop/telemetry';
import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../engine-api.ts';

/** One request to one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly query: string;
  /** The same as `query`, parsed; equal requests have the same object. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The whole JSON body, when the engine has written it already. */
  readonly body?: string;
  /** A read may be sent twice. */
  readonly isRead: boolean;
  readonly context: GatewayContext;
  /** The span of this request, where spans are recorded. */
  trace?: Trace | undefined;
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Who waits for an answer. Exactly one of the two is called, once, unless the request is taken back before. */
export interface Recipient {
  answered(response: SubgraphResponse): void;
  failed(fault: TransportError): void;
}

/** Takes a request back: its recipient is not called any more. */
export type Cancel = () => void;

/**
 * Carries requests to subgraphs. It calls back rather than return a promise: several layers pass an answer on,
 * and a promise for each costs more than they do.
 */
export interface SubgraphTransport {
  send(request: SubgraphRequest, recipient: Recipient): Cancel;
  close(): Promise<void>;
}

/** A subgraph in this process. The objects of its answer belong to the engine, which adds to them. */
export type SubgraphExecute = (request: SubgraphRequest) => Promise<SubgraphResponse>;

export type TransportFault =
  | 'unreachable'
  | 'timeout'
  | 'status'
  | 'malformed'
  | 'too-large'
  | 'cancelled'
  | 'open';

/** A subgraph that could not be reached or did not answer in GraphQL. */
export class TransportError extends Error {
  readonly subgraph: string;
  readonly fault: TransportFault;
  /** True if the request cannot have had an effect, so that a mutation may be tried again too. */
  readonly unsent: boolean;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;

  constructor(subgraph: string, fault: TransportFault, message: string, facts: TransportFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'TransportError';
    this.subgraph = subgraph;
    this.fault = fault;
    this.unsent = facts.unsent ?? false;
    this.status = facts.status;
  }
}

export interface TransportFacts {
  readonly cause?: unknown;
  readonly unsent?: boolean;
  readonly status?: number;
}

/** Sends and waits. */
export function sendAsync(transport: SubgraphTransport, request: SubgraphRequest): Promise<SubgraphResponse> {
  return new Promise((answered, failed) => transport.send(request, { answered, failed }));
}
