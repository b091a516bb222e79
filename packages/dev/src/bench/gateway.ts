import { run as runGateway } from '../../../../gateway/src/bench/run.ts';

/** Stock Apollo against our engine over the same subgraphs: see gateway/src/bench. */
export async function run(args: readonly string[]): Promise<boolean> {
  await runGateway(args);
  return true;
}
