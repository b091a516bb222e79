import type { Anomaly } from './anomalies.ts';
import type { ReplayPlan } from './plan-types.ts';

/** One thing that was looked at after playing, through the public API. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** What was seen, or what was expected and what was seen instead. */
  readonly detail: string;
}

/** How an order stands at the end. */
export interface ReportedOrder {
  readonly number: string;
  readonly partNumber: string;
  readonly quantity: string;
  readonly status: string;
}

export interface SkippedReport {
  readonly orderNumber: string;
  readonly operationNumber: number;
  readonly reason: string;
  readonly serialNumbers: readonly string[];
}

/** What a run saw and did; from it and the plan comes the report. */
export interface ReplayRun {
  /** Where it was played. */
  readonly url: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly orders: readonly ReportedOrder[];
  readonly executions: number;
  readonly serials: number;
  readonly edges: number;
  readonly events: number;
  /** Steps that changed the plant. */
  readonly played: number;
  /** Steps that an earlier run had played. */
  readonly found: number;
  readonly checks: readonly Check[];
  /** Whatever went otherwise than planned. */
  readonly unexpected: readonly string[];
}

/** What a replay ends with. `ok` is false when any check failed or anything was unexpected. */
export interface ReplayReport extends ReplayRun {
  readonly plan: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly skipped: readonly SkippedReport[];
  readonly anomalies: readonly Anomaly[];
  readonly invented: readonly string[];
}

/** Puts the report together, comparing what was counted with what the plan expects. */
export function makeReport(plan: ReplayPlan, run: ReplayRun): ReplayReport {
  const { expected } = plan;
  const checks = [
    ...run.checks,
    counted('every step was played or found played', plan.steps.length, run.played + run.found),
    counted('orders', expected.orders, run.orders.length),
    counted('operation executions', expected.executions, run.executions),
    counted('serial numbers', expected.serials, run.serials),
    counted('genealogy edges', expected.genealogyEdges, run.edges),
  ];
  return {
    ...run,
    checks,
    plan: plan.name,
    ok: checks.every((check) => check.ok) && run.unexpected.length === 0,
    seconds: (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000,
    skipped: skippedOperations(plan),
    anomalies: plan.anomalies,
    invented: plan.invented,
  };
}

function counted(name: string, expected: number, seen: number): Check {
  const ok = seen === expected;
  return { name, ok, detail: ok ? String(seen) : `expected ${expected}, found ${seen}` };
}

/** The plan's skipped operations, those with one reason together. */
export function skippedOperations(plan: ReplayPlan): SkippedReport[] {
  const skips = plan.steps.filter((step) => step.kind === 'skip-operation');
  const groups = Object.values(
    Object.groupBy(skips, (step) => `${step.orderNumber}/${step.operationNumber}/${step.reason}`),
  );
  return groups.flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    const { orderNumber, operationNumber, reason } = first;
    return { orderNumber, operationNumber, reason, serialNumbers: group.map((step) => step.serialNumber) };
  });
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];
}

function skippedLines(skipped: readonly SkippedReport[]): string[] {
  return skipped.map(
    (one) => `${one.orderNumber} operation ${one.operationNumber}: ${span(one.serialNumbers)}: ${one.reason}`,
  );
}

/** `BOX-005`, or `BOX-005 … BOX-020 (16)`. */
function span(serials: readonly string[]): string {
  const [first = ''] = serials;
  return serials.length <= 1 ? first : `${first} … ${serials.at(-1)} (${serials.length})`;
}

function anomalyLines(anomalies: readonly Anomaly[]): string[] {
  return anomalies.map((one) => `${one.kind} ${one.where}: ${one.detail}; ${one.rule}`);
}

/** The report for a person at a terminal. */
export function renderReport(report: ReplayReport): string {
  const failed = report.checks.filter((check) => !check.ok);
  return [
    `Replay of ${report.plan} at ${report.url}: ${report.ok ? 'as planned' : 'NOT as planned'}`,
    '',
    `  orders      ${report.orders.length}`,
    `  operations  ${report.executions} executed, ${report.skipped.reduce((n, one) => n + one.serialNumbers.length, 0)} skipped`,
    `  serials     ${report.serials}`,
    `  edges       ${report.edges}`,
    `  events      ${report.events}`,
    `  steps       ${report.played} played, ${report.found} found played before`,
    `  time        ${report.seconds.toFixed(1)} s`,
    ...section(
      'Orders',
      report.orders.map(
        (order) => `${order.number}: ${order.quantity} × ${order.partNumber}, ${order.status}`,
      ),
    ),
    ...section('Skipped operations', skippedLines(report.skipped)),
    ...section('What the recordings do not hold and was made up', report.invented),
    ...section('What is odd in the recordings', anomalyLines(report.anomalies)),
    ...section(
      'Checks',
      report.checks.map((check) => `${check.ok ? 'ok    ' : 'FAILED'} ${check.name}: ${check.detail}`),
    ),
    ...section('Unexpected', report.unexpected),
    '',
    report.ok
      ? `${report.checks.length} checks passed`
      : `${failed.length} of ${report.checks.length} checks failed, ${report.unexpected.length} unexpected`,
    '',
  ].join('\n');
}

/** A plan for a person at a terminal: what would be played. */
export function renderPlan(plan: ReplayPlan): string {
  const first = plan.steps.find((step) => step.kind === 'start-operation');
  const last = plan.steps.at(-1);
  return [
    `Plan of ${plan.name}: ${plan.steps.length} steps, operations from ${first?.at} to ${last?.at}`,
    ...section(
      'Orders',
      plan.orders.map(
        (order) => `${order.number}: ${order.quantity} × ${order.partNumber} rev ${order.revision}`,
      ),
    ),
    ...section(
      'Operations',
      plan.parts.flatMap((part) =>
        part.routing.map(
          (one) => `${part.number} ${one.number} ${one.name} at ${one.workCenterCode}, ${one.runSeconds} s`,
        ),
      ),
    ),
    ...section(
      'Lots',
      plan.lots.map((lot) => `${lot.number}: ${lot.received} received, ${lot.used} used`),
    ),
    ...section('Skipped operations', skippedLines(skippedOperations(plan))),
    ...section('What the recordings do not hold and is made up', plan.invented),
    ...section('What is odd in the recordings', anomalyLines(plan.anomalies)),
    '',
  ].join('\n');
}
