import { main } from '@machshop/server';
import { subgraph } from './subgraph.ts';

await main(subgraph);
