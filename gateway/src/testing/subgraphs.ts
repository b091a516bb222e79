import { createServer, type Server } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { freePort } from '@machshop/testing/ports.ts';
import { execute, type GraphQLSchema, parse } from 'graphql';
import type { GatewaySubgraph } from '../gateway.ts';
import type { SubgraphExecute, SubgraphRequest, SubgraphResponse } from '../transport/transport.ts';

/** A subgraph with its resolvers, for tests and benchmarks of the gateway. */
export interface TestSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: GraphQLResolverMap<unknown>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible", "@override", "@tag", "@context", "@fromContext"])\n`;

/** A subgraph's SDL with the federation link in front. */
export function withLink(sdl: string): string {
  return LINK + sdl;
}

/** The executable schema of a test subgraph. */
export function schemaOf({ sdl, resolvers }: TestSubgraph): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
}

/** The function that runs a test subgraph in this process; `seen` gets every request. */
export function executeOf(
  subgraph: TestSubgraph,
  seen?: (request: SubgraphRequest) => void,
): SubgraphExecute {
  const schema = schemaOf(subgraph);
  return async (request) => {
    seen?.(request);
    const { document, variables, operationName } = request;
    return (await execute({
      schema,
      document,
      variableValues: variables,
      operationName,
      contextValue: request.context,
    })) as SubgraphResponse;
  };
}

/** A test subgraph as the gateway takes it, in process. */
export function inProcess(
  subgraph: TestSubgraph,
  seen?: (request: SubgraphRequest) => void,
): GatewaySubgraph {
  return { name: subgraph.name, sdl: subgraph.sdl, execute: executeOf(subgraph, seen) };
}

/** Hosts a test subgraph over HTTP on a free port. */
export async function hostOverHttp(
  subgraph: TestSubgraph,
): Promise<{ readonly url: string; readonly server: Server }> {
  const schema = schemaOf(subgraph);
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      response.writeHead(404).end();
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const { query, variables, operationName } = JSON.parse(Buffer.concat(chunks).toString());
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
      });
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/graphql`, server };
}
