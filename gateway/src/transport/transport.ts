import type { DocumentNode, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../engine-api.ts';
import type { Lifetime } from '../lifetime.ts';

/** One request to one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly query: string;
  /** The same as `query`, parsed; always there for in-process subgraphs. */
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The whole JSON body, when the engine has written it already. */
  readonly body?: string;
  /** A read may be sent twice. */
  readonly isRead: boolean;
  readonly context: GatewayContext;
  /** The same request, ended by another lifetime. */
  inLifetime(lifetime: Lifetime): SubgraphRequest;
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** Carries requests to subgraphs. Rejects with {@link TransportError} when there is no GraphQL answer. */
export interface SubgraphTransport {
  send(request: SubgraphRequest): Promise<SubgraphResponse>;
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

/** A request whose parts are all given. */
export class GivenRequest implements SubgraphRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isRead: boolean;
  readonly context: GatewayContext;

  constructor(parts: Omit<SubgraphRequest, 'inLifetime' | 'body'>) {
    this.subgraph = parts.subgraph;
    this.query = parts.query;
    this.document = parts.document;
    this.operationName = parts.operationName;
    this.variables = parts.variables;
    this.isRead = parts.isRead;
    this.context = parts.context;
  }

  inLifetime(lifetime: Lifetime): GivenRequest {
    return new GivenRequest({ ...this, context: { ...this.context, lifetime } });
  }
}
