import { composeServices } from '@apollo/composition';
import { Supergraph as ApolloSupergraph, type Schema } from '@apollo/federation-internals';
import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { type EventField, eventFieldsOf } from '../subscriptions/source/event-fields.ts';
import { EVENTS_ADDRESS, virtualSubgraph } from '../subscriptions/source/virtual-subgraph.ts';

/** A subgraph's name, SDL and, where it is reached over HTTP, address. */
export interface SubgraphSource {
  readonly name: string;
  readonly sdl: string;
  readonly url?: string;
  /** Its Subscription fields, as its `events.graphql` files declare them. */
  readonly events?: string | undefined;
}

/** A composed graph: everything an engine needs to be built from. */
export interface Supergraph {
  /** The supergraph SDL, the same text for the same subgraphs in any order. */
  readonly sdl: string;
  /** Apollo's model of it, which the planner wants. */
  readonly federated: ApolloSupergraph;
  /** The API schema in Apollo's model. */
  readonly api: Schema;
  /** The schema that clients see. */
  readonly apiSchema: GraphQLSchema;
  /** The supergraph itself in graphql-js, inaccessible elements included. */
  readonly fullSchema: GraphQLSchema;
  /** Names and addresses, in the order of the SDL; the address is empty for a subgraph in process. */
  readonly subgraphs: readonly { readonly name: string; readonly url: string }[];
  /** The Subscription fields that events feed, by name. */
  readonly eventFields: ReadonlyMap<string, EventField>;
  /** The labels of `@override`: fields with one move for the requests that it holds for. */
  readonly overrideLabels: ReadonlySet<string>;
}

/** Composition or loading failed; `reasons` has one readable line for each fault. */
export class CompositionError extends Error {
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(`the supergraph does not compose:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
    this.name = 'CompositionError';
    this.reasons = reasons;
  }
}

/** Composes subgraphs. Throws {@link CompositionError}. */
export function composeSupergraph(sources: readonly SubgraphSource[]): Supergraph {
  const duplicate = sources.find((a, i) => sources.findIndex((b) => b.name === a.name) !== i);
  if (duplicate) throw new CompositionError([`two subgraphs are named ${duplicate.name}`]);
  const sorted = [...sources].sort((a, b) => (a.name < b.name ? -1 : 1));
  const hosted = sorted.map(({ name, sdl, url }) => ({
    name,
    typeDefs: parseSubgraph(name, sdl),
    url: url ?? '',
  }));
  const services = [...hosted, ...virtualServices(sorted, hosted)];
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(result.errors.map(readable));
  return loadSupergraph(result.supergraphSdl);
}

/** Reads a supergraph SDL. Throws {@link CompositionError}. */
export function loadSupergraph(sdl: string): Supergraph {
  try {
    // null: directives of access control are read as well, the engines decide what they can serve
    const federated = ApolloSupergraph.build(sdl, { supportedFeatures: null });
    const api = federated.apiSchema();
    return {
      sdl,
      federated,
      api,
      apiSchema: api.toGraphQLJSSchema({ includeDefer: true }),
      fullSchema: federated.schema.toGraphQLJSSchema(),
      subgraphs: federated
        .subgraphsMetadata()
        .filter(({ url }) => url !== EVENTS_ADDRESS)
        .map(({ name, url }) => ({ name, url })),
      eventFields: eventFieldsOf(federated),
      overrideLabels: overrideLabelsOf(federated),
    };
  } catch (error) {
    if (error instanceof CompositionError) throw error;
    throw new CompositionError(messagesOf(error));
  }
}

/** The labels by which fields move from one subgraph to another. */
function overrideLabelsOf({ schema }: ApolloSupergraph): ReadonlySet<string> {
  const applications = schema.directive('join__field')?.applications() ?? [];
  return new Set(
    [...applications].flatMap((one) => {
      const { overrideLabel } = one.arguments();
      return typeof overrideLabel === 'string' ? [overrideLabel] : [];
    }),
  );
}

/** The supergraph as text to commit: the same for the same subgraphs, ending with a newline. */
export function printSupergraph(supergraph: Supergraph): string {
  return `${supergraph.sdl.trimEnd()}\n`;
}

interface Service {
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly url: string;
}

/** The subgraphs that stand for events. */
function virtualServices(sources: readonly SubgraphSource[], services: readonly Service[]): Service[] {
  const domains = services.map(({ typeDefs }) => typeDefs);
  return sources.flatMap(({ name, events }) => {
    if (!events) return [];
    parseSubgraph(`${name}-events`, events);
    const typeDefs = parseSubgraph(`${name}-events`, virtualSubgraph(events, domains));
    return [{ name: `${name}-events`, typeDefs, url: EVENTS_ADDRESS }];
  });
}

function parseSubgraph(name: string, sdl: string) {
  try {
    return parse(sdl);
  } catch (error) {
    const { message, locations } = error as GraphQLError;
    const at = locations?.[0] ? ` (line ${locations[0].line}, column ${locations[0].column})` : '';
    throw new CompositionError([`[${name}] ${message}${at}`]);
  }
}

function readable(error: GraphQLError): string {
  const code = error.extensions.code;
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}

function messagesOf(error: unknown): string[] {
  const causes = (error as { causes?: readonly GraphQLError[] }).causes;
  if (Array.isArray(causes) && causes.length > 0) return causes.map(readable);
  return [error instanceof Error ? error.message : String(error)];
}
