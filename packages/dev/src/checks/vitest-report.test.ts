import { expect, test } from 'vitest';
import { summary } from './counts.ts';
import { countVitest } from './vitest-report.ts';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

test('tests are counted by what became of them', () => {
  const report = {
    success: false,
    testResults: [file('passed', 'passed', 'skipped', 'pending'), file('failed', 'failed', 'passed')],
  };
  expect(summary(countVitest(report, 1))).toBe('2 passed, 1 failed, 2 skipped');
});

test('a file that did not load counts as one failure', () => {
  expect(countVitest({ success: false, testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual(
    {
      passed: 1,
      failed: 1,
      skipped: 0,
    },
  );
});

test('a run that failed outside of every test counts as one failure', () => {
  expect(countVitest({ success: true, testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
});

test('a runner that died without a report counts as one failure', () => {
  expect(countVitest(undefined, 137)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a project without tests passes with nothing', () => {
  expect(summary(countVitest({ success: true, testResults: [] }, 0))).toBe('0 passed, 0 failed, 0 skipped');
});
