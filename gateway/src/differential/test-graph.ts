import type { SubgraphSource } from '../compose/compose.ts';
import { withLink } from '../testing/subgraphs.ts';
import type { WorldOptions } from './world.ts';

/** A small supergraph that shows some features of federation. */
export interface TestGraph extends Omit<WorldOptions, 'seed' | 'deletions'> {
  readonly name: string;
  readonly subgraphs: readonly SubgraphSource[];
}

/** A subgraph of the second federation. */
export const subgraph = (name: string, sdl: string): SubgraphSource => ({ name, sdl: withLink(sdl) });
