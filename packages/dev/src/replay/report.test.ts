import { describe, expect, test } from 'vitest';
import { buildPlan } from './plan.ts';
import { makeReport, type ReplayRun, renderPlan, renderReport } from './report.ts';
import { lidsAndCups } from './sample-plant.ts';

const plan = buildPlan(lidsAndCups());

function run(changes: Partial<ReplayRun> = {}): ReplayRun {
  return {
    url: 'http://plant.example/graphql',
    startedAt: '2026-01-01T00:00:00.000Z',
    finishedAt: '2026-01-01T00:00:12.500Z',
    orders: plan.orders.map((order) => ({ ...order, status: 'COMPLETED' })),
    executions: plan.expected.executions,
    serials: plan.expected.serials,
    edges: plan.expected.genealogyEdges,
    events: 99,
    played: plan.steps.length - 1,
    found: 1,
    checks: [{ name: 'the audit chain verifies', ok: true, detail: '42 entries' }],
    unexpected: [],
    ...changes,
  };
}

describe('a report', () => {
  test('is fine when all that was planned is there, and says what was made up and skipped', () => {
    const report = makeReport(plan, run());
    expect(report).toMatchObject({ ok: true, seconds: 12.5, invented: plan.invented });
    expect(report.skipped).toMatchObject([{ operationNumber: 20, serialNumbers: ['ACME-PUMP-LID-002'] }]);
    const text = renderReport(report);
    expect(text).toContain('as planned');
    expect(text).toContain('operations  7 executed, 1 skipped');
    expect(text).toContain('ACME-PUMP-LID-002: Not recorded');
    expect(text).toContain('ok     the audit chain verifies: 42 entries');
    expect(text).toContain('6 checks passed');
    for (const fact of plan.invented) expect(text).toContain(fact);
  });

  test.each([
    ['an edge too many', { edges: plan.expected.genealogyEdges + 1 }, 'expected 8, found 9'],
    ['a serial missing', { serials: 5 }, 'expected 6, found 5'],
    ['a step that was not played', { played: 3 }, 'every step was played'],
    ['a failed check', { checks: [{ name: 'x', ok: false, detail: 'wrong' }] }, 'FAILED x: wrong'],
    ['anything unexpected', { unexpected: ['two starts of one piece'] }, 'two starts of one piece'],
  ])('fails for %s and says so', (_, changes, words) => {
    const report = makeReport(plan, run(changes));
    expect(report.ok).toBe(false);
    expect(renderReport(report)).toContain('NOT as planned');
    expect(renderReport(report)).toContain(words);
  });
});

test('a plan is told to a person', () => {
  const text = renderPlan(plan);
  expect(text).toContain('WO-ACME-PUMP-LID: 2 × ACME-PUMP-LID rev C');
  expect(text).toContain('ACME-PUMP-LID 20 OP2 at M100');
});
