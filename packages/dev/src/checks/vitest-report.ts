import { z } from 'zod';
import { add, type Counts, NOTHING, ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.ts';

const Report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

const countTest = (status: string): Counts => {
  if (status === 'passed') return ONE_PASSED;
  return status === 'failed' ? ONE_FAILED : ONE_SKIPPED;
};

/**
 * Counts the tests of vitest's JSON report. A file that failed without a failed test (it did not load, a hook
 * threw) counts as one failure, and so does a run that failed without any (an error outside of every test).
 * @param report the parsed report; whatever is not one counts as one failure
 * @param exitCode of vitest
 */
export function countVitest(report: unknown, exitCode: number): Counts {
  const parsed = Report.safeParse(report);
  if (!parsed.success) return ONE_FAILED;
  let total = NOTHING;
  for (const file of parsed.data.testResults) {
    const counts = file.assertionResults.map((test) => countTest(test.status)).reduce(add, NOTHING);
    total = add(total, counts);
    if (file.status === 'failed' && counts.failed === 0) total = add(total, ONE_FAILED);
  }
  const failedUnseen = (exitCode !== 0 || !parsed.data.success) && total.failed === 0;
  return failedUnseen ? add(total, ONE_FAILED) : total;
}
