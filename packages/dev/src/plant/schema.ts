import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeSupergraph, printSupergraph, readAccessRules, type Supergraph } from '@machshop/gateway';
import { eventCatalogue } from '@machshop/schema/events/index.ts';
import type { Subgraph } from '@machshop/server';
import { printSchema } from 'graphql';
import { accessMatrix } from './access-matrix.ts';
import { asyncApi } from './asyncapi.ts';

/** The folder of the contract. */
export const SCHEMA = join(import.meta.dirname, '../../../../schema');

/** Where a subgraph is found among containers: its name is its host. */
export const CONTAINER_PORTS: Readonly<Record<string, number>> = {
  'work-orders': 3001,
  quality: 3002,
  materials: 3003,
  traceability: 3004,
  equipment: 3005,
  iot: 3006,
  scheduling: 3008,
  'master-data': 3007,
  auth: 3010,
  integration: 3011,
};

/** The plant's graph, with the addresses of its subgraphs: those of containers where no others are given. */
export function composePlant(
  subgraphs: readonly Subgraph[],
  originOf = (name: string) => `http://${name}:${CONTAINER_PORTS[name]}`,
): Supergraph {
  return composeSupergraph(
    subgraphs.map(({ name, sdl, events }) => ({ name, sdl, events, url: `${originOf(name)}/graphql` })),
  );
}

/** The files of the contract that are made from the subgraphs, by their path in `schema/`. */
export function contractFiles(subgraphs: readonly Subgraph[]): Map<string, string> {
  const supergraph = composePlant(subgraphs);
  const files = new Map<string, string>();
  for (const { name, sdl } of subgraphs) files.set(`subgraphs/${name}.graphql`, `${sdl.trim()}\n`);
  files.set('supergraph.graphql', printSupergraph(supergraph));
  files.set('api.graphql', `${printSchema(supergraph.apiSchema)}\n`);
  const rules = readAccessRules(supergraph.sdl, supergraph.apiSchema);
  files.set('access-matrix.md', accessMatrix(rules, supergraph.apiSchema));
  files.set('asyncapi.yaml', asyncApi(eventCatalogue));
  return files;
}

/** The committed text of a contract's file, or null when there is none. */
export function committed(path: string): string | null {
  try {
    return readFileSync(join(SCHEMA, path), 'utf8');
  } catch {
    return null;
  }
}
