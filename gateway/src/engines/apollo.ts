import { createHash } from 'node:crypto';
import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway/dist/datasources/types.js';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { GraphQLError, type GraphQLFormattedError, getVariableValues, Kind, parse } from 'graphql';
import type { AccessControl } from '../access/control.ts';
import { refuseWhole, withoutAccess } from '../access/stock.ts';
import type { Supergraph } from '../compose/compose.ts';
import { Documents, refusal } from '../documents/documents.ts';
import type { Engine, Executed, GatewayContext, Logger, PreparedOperation, Refusal } from '../engine-api.ts';
import { silenceApolloTelemetry } from '../env.ts';
import type { DocumentLimits } from '../limits/document-limits.ts';
import { Lru } from '../lru.ts';
import { maskSubgraphError, maskTransportError } from '../masking.ts';
import { EVENTS_ADDRESS } from '../subscriptions/source/virtual-subgraph.ts';
import { type SubgraphTransport, sendAsync } from '../transport/transport.ts';

export interface ApolloEngineOptions {
  readonly supergraph: Supergraph;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly logger: Logger;
  /** What callers may see; an operation that asks for more is refused as a whole. */
  readonly access?: AccessControl | undefined;
  readonly limits?: DocumentLimits | undefined;
}

/** Stock @apollo/gateway behind our interface: the oracle of the differential tests, the baseline of the benchmark. */
export async function createApolloEngine({
  supergraph,
  transports,
  logger,
  access,
  limits,
}: ApolloEngineOptions): Promise<Engine> {
  silenceApolloTelemetry();
  const gateway = new ApolloGateway({
    supergraphSdl: withoutAccess(supergraph.sdl),
    logger: apolloLogger(logger),
    queryPlannerConfig: { exposeDocumentNodeInFetchNode: false },
    buildService: ({ name, url }) => {
      const transport = transports.get(name);
      // a subgraph that stands for events is asked by subscriptions alone, which stock does not execute
      if (!transport && url === EVENTS_ADDRESS) return NO_SOURCE;
      if (!transport) throw new Error(`no transport for subgraph ${name}`);
      return new TransportDataSource(name, transport);
    },
  });
  const { executor, schema } = await gateway.load();
  const documents = new Documents(schema, limits);
  const execute = async (
    operation: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<Executed | Refusal> => {
    const refused = access && refuseWhole(access, schema, operation, context);
    if (refused) return refused;
    const coerced = getVariableValues(schema, operation.operation.variableDefinitions ?? [], variables ?? {});
    if (coerced.errors) return refusal('variables', 'BAD_USER_INPUT', coerced.errors);
    const result = await executor(requestContextOf(operation, variables ?? {}, context, schema, logger));
    return formatted(result);
  };
  return {
    name: 'apollo',
    schema,
    prepare: (query, operationName) => documents.prepare(query, operationName),
    execute,
    close: () => gateway.stop(),
  };
}

const NO_SOURCE: GraphQLDataSource = {
  process: () => Promise.reject(new GraphQLError('Only events answer for this subgraph.')),
};

/** Lets stock's data source speak through our transports. */
class TransportDataSource implements GraphQLDataSource {
  readonly #subgraph: string;
  readonly #transport: SubgraphTransport;
  readonly #documents = new Lru<string, ReturnType<typeof parse>>(1_000);

  constructor(subgraph: string, transport: SubgraphTransport) {
    this.#subgraph = subgraph;
    this.#transport = transport;
  }

  async process(options: GraphQLDataSourceProcessOptions) {
    const query = options.request.query ?? '';
    let document = this.#documents.get(query);
    if (!document) {
      document = parse(query);
      this.#documents.set(query, document);
    }
    const context = options.context.gateway as GatewayContext;
    try {
      const response = await sendAsync(this.#transport, {
        subgraph: this.#subgraph,
        query,
        document,
        operationName: options.request.operationName,
        variables: options.request.variables ?? {},
        isRead: !document.definitions.some(
          (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'mutation',
        ),
        context,
      });
      // stock writes into what it gets; an in-process subgraph may keep its objects
      const data = response.data === undefined ? undefined : structuredClone(response.data);
      const errors = response.errors?.map((error) => maskSubgraphError(error, this.#subgraph));
      return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
    } catch (error) {
      const { message, extensions } = maskTransportError(error, this.#subgraph);
      throw new GraphQLError(message, { extensions: extensions ?? {} });
    }
  }
}

function requestContextOf(
  operation: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
  context: GatewayContext,
  schema: Engine['schema'],
  logger: Logger,
): GatewayGraphQLRequestContext {
  const operationName = operation.operation.name?.value;
  return {
    request: {
      query: operation.source,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
    },
    logger: apolloLogger(logger),
    schema,
    schemaHash: '' as GatewayGraphQLRequestContext['schemaHash'],
    context: { gateway: context },
    cache: NO_CACHE,
    queryHash: createHash('sha256').update(operation.source).digest('hex'),
    document: operation.document,
    source: operation.source,
    operationName: operationName ?? null,
    operation: operation.operation,
    metrics: {},
    overallCachePolicy: undefined,
  };
}

const NO_CACHE: GatewayGraphQLRequestContext['cache'] = {
  get: async () => undefined,
  set: async () => undefined,
  delete: async () => undefined,
};

function formatted(
  result: Awaited<ReturnType<Awaited<ReturnType<ApolloGateway['load']>>['executor']>>,
): Executed | Refusal {
  const errors = result.errors?.map((error): GraphQLFormattedError => {
    const { message, path, extensions } =
      error instanceof GraphQLError ? error.toJSON() : (error as GraphQLFormattedError);
    return { message, ...(path ? { path } : {}), ...(extensions ? { extensions } : {}) };
  });
  if (result.data === undefined) {
    return {
      refused: 'internal',
      errors: errors ?? [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
    };
  }
  return {
    data: result.data,
    ...(errors && errors.length > 0 ? { errors } : {}),
    ...(result.extensions ? { extensions: result.extensions } : {}),
  };
}

function apolloLogger(logger: Logger) {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (message?: unknown) =>
    logger[level]({ component: 'apollo' }, String(message));
  return { debug: at('debug'), info: at('debug'), warn: at('warn'), error: at('error') };
}
