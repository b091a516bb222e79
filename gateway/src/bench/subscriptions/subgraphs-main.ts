import { hostOverHttp } from '../../testing/subgraphs.ts';
import { SUBGRAPHS } from './world.ts';

// the subgraphs in a process of their own
const hosted = await Promise.all(
  SUBGRAPHS.map(async (subgraph) => ({ name: subgraph.name, url: (await hostOverHttp(subgraph)).url })),
);
process.once('disconnect', () => process.exit(0));
process.send?.(hosted);
