import { type GraphQLFormattedError, parse } from 'graphql';
import { composeSupergraph } from '../compose/compose.ts';
import { createMachshopEngine } from '../engine/engine.ts';
import type { Engine, Executed, GatewayContext } from '../engine-api.ts';
import { createApolloEngine } from '../engines/apollo.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { joined, messagesOf } from '../testing/parts.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import { type Answer, comparable, refusedAs } from './answers.ts';
import type { GeneratedOperation } from './operations.ts';
import type { TestGraph } from './test-graph.ts';
import { worldReference, worldSubgraph } from './world.ts';

/** Both engines over one test graph, and what they should answer. */
export interface Trio {
  readonly ours: Engine;
  /** Stock; it rejects for a supergraph that stock does not serve. */
  stock(): Promise<Engine>;
  /** Answers from the whole world by one schema; undefined for an operation that does not validate. */
  reference(operation: GeneratedOperation): Promise<Answer>;
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
    ours: createMachshopEngine({
      supergraph,
      transports,
      logger: SILENT,
      overrideLabels: new Set(['moved']),
      random: numbersFrom(seed),
    }),
    stock: () => createApolloEngine({ supergraph, transports, logger: SILENT }),
    reference: async ({ query, variables }) => {
      const { data, errors } = await whole(parse(query), variables);
      return comparable(
        data,
        (errors ?? []).map((error) => error.toJSON()),
        [],
      );
    },
  };
}

/** Numbers from 0 to 1, the same ones for a seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** @param tellParts told of how many messages the answer consists; without it, it is one */
export async function answerOf(
  engine: Engine,
  { query, variables }: GeneratedOperation,
  tellParts?: (messages: number) => void,
): Promise<Answer | undefined> {
  const prepared = engine.prepare(query, undefined);
  // what does not validate is no operation: names may clash in fragments made at random
  if (prepared.refused !== undefined) return undefined;
  const context: GatewayContext = { ...ANYONE, requestId: 'test', headers: {}, lifetime: new Lifetime() };
  const outcome = await engine.execute(prepared, variables, context, tellParts !== undefined);
  if (outcome.refused !== undefined) return refusedAs(outcome.errors);
  if (outcome.later) {
    const messages = await messagesOf(outcome);
    tellParts?.(messages.length);
    const { data, errors } = joined(messages);
    return comparable(data, errors, []);
  }
  const { data, errors, extensions }: Executed =
    outcome.body === undefined ? outcome : JSON.parse(outcome.body.toString());
  return comparable(data, errors ?? [], (extensions?.valueCompletion ?? []) as GraphQLFormattedError[]);
}
