import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Subgraph } from '@machshop/server';

/** Every subgraph, in the order in which they start: who signs tokens and who listens first. */
export const SUBGRAPHS = [
  'auth',
  'master-data',
  'equipment',
  'materials',
  'work-orders',
  'scheduling',
  'quality',
  'iot',
  'traceability',
  'integration',
] as const;

const FOLDER = join(import.meta.dirname, '../../../../subgraphs');

/** Loads the subgraphs' definitions. */
export function loadSubgraphs(names: readonly string[] = SUBGRAPHS): Promise<Subgraph[]> {
  return Promise.all(
    names
      .map((name) => join(FOLDER, name, 'src/subgraph.ts'))
      .filter((file) => existsSync(file))
      .map(async (file) => ((await import(file)) as { subgraph: Subgraph }).subgraph),
  );
}
