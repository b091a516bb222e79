import type { IncomingHttpHeaders } from 'node:http';
import type { Trace } from '@machshop/telemetry';
import type { DocumentNode, GraphQLFormattedError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Lifetime } from './lifetime.ts';

/** Who calls: the answer of the host's `authenticate`. */
export interface Identity {
  /** What the host knows of the caller; passed untouched to in-process subgraphs. */
  readonly viewer: unknown;
  /** Callers with the same scope may share one in-flight read. It must name tenant, user and permissions. */
  readonly scope: string;
  /** Headers that go along to subgraphs over HTTP (the caller's token, for one). */
  readonly forward: Readonly<Record<string, string>>;
}

/** What one request carries through engine and transports. */
export interface GatewayContext extends Identity {
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  /** The trace that it belongs to; without it, the one that its headers name. */
  readonly trace?: Trace | undefined;
  /** Ends early when the client goes away or the time limit is reached. */
  readonly lifetime: Lifetime;
}

/** Where a request error arose: it decides the HTTP status. */
export type RefusalStage =
  | 'parse'
  | 'validation'
  | 'operation'
  | 'variables'
  | 'access'
  | 'limit'
  | 'timeout'
  | 'internal';

/** A request that is not executed; the response has no `data`. */
export interface Refusal {
  readonly refused: RefusalStage;
  readonly errors: readonly GraphQLFormattedError[];
  /** Overrules the status that belongs to the stage. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A document that parsed and validated, with its operation chosen. */
export interface PreparedOperation {
  readonly refused?: undefined;
  /** The operation's name, a NUL, the normalised text: equal keys mean equal plans. */
  readonly key: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly name: string | undefined;
  readonly source: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** It came by the id of an operation that was known beforehand. */
  readonly trusted?: boolean;
}

/** An executed operation. `body`, where an engine gives it, is the whole response already written as JSON. */
export interface Executed {
  readonly refused?: undefined;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly body?: string | Buffer;
  /** What it came to cost, where the engine counts. */
  readonly cost?: number;
  /** What of the answer comes later. `body` then says that something follows. It must be read to its end or returned. */
  readonly later?: AsyncGenerator<LaterAnswer, void>;
}

/** A message with parts of an answer that came earlier: `incremental` and `hasNext` of incremental delivery. */
export interface LaterAnswer {
  readonly body: string | Buffer;
  readonly hasNext: boolean;
  readonly errors: readonly GraphQLFormattedError[];
  readonly cost: number;
}

/** A subscription that is planned: events are handed in, answers come out. */
export interface PlannedSubscription {
  readonly refused?: undefined;
  /** The root field's name in the schema. */
  readonly field: string;
  /** The root field's arguments, coerced, with defaults. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The names of the object types that the operation selects from. */
  readonly types: ReadonlySet<string>;
  /**
   * The answer for one event: `read` gives the fields of its payload by name, the rest of the selection is
   * fetched for the caller of `context`.
   */
  answer(read: (name: string) => unknown, context: GatewayContext): Promise<Executed>;
}

/** Executes operations over one supergraph. A new supergraph is a new engine. */
export interface Engine {
  readonly name: 'machshop' | 'apollo';
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  prepare(query: string, operationName: string | undefined): PreparedOperation | Refusal;
  /** @param inParts whether what `@defer` says may come later; otherwise, and in engines that do not know it, all comes at once */
  execute(
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
    inParts?: boolean,
  ): Promise<Executed | Refusal>;
  /** Plans an operation before somebody sends it; throws where it cannot be planned. */
  warm?(operation: PreparedOperation): void;
  /** What the operation may cost at most, by `@cost` and `@listSize`. */
  estimate?(operation: PreparedOperation, variables: Readonly<Record<string, unknown>> | undefined): number;
  /** Plans a subscription; an engine without it serves none. */
  subscribe?(
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): PlannedSubscription | Refusal;
  close(): Promise<void>;
}

/** What the gateway writes its log to; pino fits. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
