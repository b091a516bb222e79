import { add, type Counts, NOTHING, ONE_FAILED, summary } from './counts.ts';
import { passSignals, wasInterrupted } from './run-child.ts';
import type { Step } from './steps.ts';

async function runOne(step: Step): Promise<Counts> {
  try {
    return await step.run();
  } catch (error) {
    console.error(error);
    return ONE_FAILED;
  }
}

/**
 * Runs the steps one after another, all of them, whatever fails; prints progress, what failed, and as the last
 * line what it came to.
 * @returns the exit code
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  passSignals();
  let total = NOTHING;
  const failures: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (wasInterrupted()) break;
    console.log(`\n[${index + 1}/${steps.length}] ${step.title}`);
    const begin = performance.now();
    const counts = await runOne(step);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(
      `[${index + 1}/${steps.length}] ${step.title}: ${summary(counts)} in ${seconds} s`.replace(
        ', 0 skipped',
        '',
      ),
    );
    if (counts.failed > 0) failures.push(step.title);
    total = add(total, counts);
  }
  if (wasInterrupted()) {
    total = add(total, ONE_FAILED);
    failures.push('interrupted by a signal');
  }
  console.log(failures.length > 0 ? `\nFailed: ${failures.join(', ')}` : '');
  console.log(summary(total));
  return total.failed > 0 ? 1 : 0;
}
