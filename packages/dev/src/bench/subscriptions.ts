import { runSubscriptions } from '@machshop/gateway/bench/subscriptions';
import { reporter } from './report.ts';

/** Live subscriptions: delay, CPU, subgraph calls and memory, shared and each on its own (`--quick`). */
export const run = (args: readonly string[]): Promise<boolean> =>
  runSubscriptions(args, reporter('subscriptions'));
