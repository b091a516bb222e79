import { type GraphQLFormattedError, parse } from 'graphql';
import { composeSupergraph } from '../compose/compose.ts';
import { createMachshopEngine } from '../engine/engine.ts';
import type { Engine, Executed, GatewayContext } from '../engine-api.ts';
import { createApolloEngine } from '../engines/apollo.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import type { TestGraph } from './graphs.ts';
import type { GeneratedOperation } from './operations.ts';
import { worldReference, worldSubgraph } from './world.ts';

/** Both engines over one test graph, and what they should answer. */
export interface Trio {
  readonly ours: Engine;
  readonly stock: Engine;
  /** Answers from the whole world by one schema; undefined for an operation that does not validate. */
  reference(operation: GeneratedOperation): Promise<Answer>;
}

/** What an engine answered, in a form to compare. */
export interface Answer {
  readonly ordered: string;
  /** The data, with the fields of each object in the order of their names. */
  readonly data: string;
  /**
   * Where errors of subgraphs and fetches nulled something: response paths without the indexes of lists.
   * When an error nulls more than its field, a subgraph may or may not report further ones from inside of
   * what is null by then, so these count as one.
   */
  readonly errors: readonly string[];
  /** Where the answer has null though the schema allows none: stock tells of it only if there is no other error. */
  readonly completions: readonly string[];
  /** Both together. */
  readonly nulled: readonly string[];
  readonly refused: string | undefined;
}

export async function enginesOf(graph: TestGraph, seed: number, deletions = false): Promise<Trio> {
  const supergraph = composeSupergraph(graph.subgraphs);
  const options = { ...graph, seed, deletions };
  const transports = new Map(
    graph.subgraphs.map(({ name, sdl }) => [name, new InProcessTransport(worldSubgraph(sdl, options))]),
  );
  const whole = worldReference(
    supergraph.apiSchema,
    graph.subgraphs.map(({ sdl }) => sdl),
    options,
  );
  return {
    ours: createMachshopEngine({ supergraph, transports, logger: SILENT }),
    stock: await createApolloEngine({ supergraph, transports, logger: SILENT }),
    reference: async ({ query, variables }) => {
      const { data, errors } = await whole(parse(query), variables);
      return answer(
        data,
        (errors ?? []).map((error) => error.toJSON()),
        [],
      );
    },
  };
}

export async function answerOf(
  engine: Engine,
  { query, variables }: GeneratedOperation,
): Promise<Answer | undefined> {
  const prepared = engine.prepare(query, undefined);
  // what does not validate is no operation: names may clash in fragments made at random
  if (prepared.refused !== undefined) return undefined;
  const context: GatewayContext = { ...ANYONE, requestId: 'test', headers: {}, lifetime: new Lifetime() };
  const outcome = await engine.execute(prepared, variables, context);
  if (outcome.refused !== undefined) {
    return {
      ordered: '',
      data: '',
      errors: [],
      completions: [],
      nulled: [],
      refused: outcome.errors.map(({ message }) => message).join(),
    };
  }
  const { data, errors, extensions }: Executed =
    outcome.body === undefined ? outcome : JSON.parse(outcome.body.toString());
  return answer(data, errors ?? [], (extensions?.valueCompletion ?? []) as GraphQLFormattedError[]);
}

function answer(
  data: unknown,
  errors: readonly GraphQLFormattedError[],
  hidden: readonly GraphQLFormattedError[],
): Answer {
  const places = (list: readonly GraphQLFormattedError[]) =>
    [...new Set(list.map(({ path }) => placeOf(path ?? [], data)))].sort();
  return {
    ordered: JSON.stringify(data),
    data: JSON.stringify(sorted(data)),
    errors: places(errors.filter((error) => !isCompletion(error))),
    completions: places([...errors.filter(isCompletion), ...hidden]),
    nulled: places([...errors, ...hidden]),
    refused: undefined,
  };
}

function isCompletion({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === 'INVALID_GRAPHQL' && extensions.serviceName === undefined;
}

/** The path up to the first null on its way, without indexes. */
function placeOf(path: readonly (string | number)[], data: unknown): string {
  const names: string[] = [];
  let value: unknown = data;
  for (const step of path) {
    if (value === null) break;
    if (typeof step === 'string') names.push(step);
    value = (value as Record<string | number, unknown> | undefined)?.[step];
  }
  return names.join('.');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
