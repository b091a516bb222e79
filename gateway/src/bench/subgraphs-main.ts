import { createServer } from 'node:http';
import { freePort } from '@machshop/testing/ports.ts';
import { execute, parse } from 'graphql';
import { schemaOf, type TestSubgraph } from '../testing/subgraphs.ts';
import { benchSubgraphs } from './graph.ts';

/** The benchmark's subgraphs in a process of their own; equal requests are answered from memory. */
async function host(subgraph: TestSubgraph): Promise<{ name: string; url: string }> {
  const schema = schemaOf(subgraph);
  const known = new Map<string, Buffer>();
  const answer = async (body: string): Promise<Buffer> => {
    let bytes = known.get(body);
    if (!bytes) {
      const { query, variables, operationName } = JSON.parse(body);
      const result = await execute({
        schema,
        document: parse(query),
        variableValues: variables,
        operationName,
      });
      bytes = Buffer.from(JSON.stringify(result));
      known.set(body, bytes);
    }
    return bytes;
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      const bytes = await answer(Buffer.concat(chunks).toString());
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
        .end(bytes);
    });
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { name: subgraph.name, url: `http://127.0.0.1:${port}/graphql` };
}

const addresses = await Promise.all(benchSubgraphs().map(host));
process.send?.(addresses);
process.once('disconnect', () => process.exit(0));
