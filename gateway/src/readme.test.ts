import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { GatewayMetrics } from './metrics.ts';
import { SubscriptionMetrics } from './subscriptions/metrics.ts';

const at = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const README = at('../README.md');

/** The part of the README under a heading. */
function section(title: string): string {
  const [, text = ''] = README.split(`\n## ${title}\n`);
  return text.split('\n## ')[0] ?? '';
}

/** What stands in backquotes in the first column of the tables of a text. */
const firstColumn = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => String(name)))
    .sort();

test('the README names every metric, and no other', async () => {
  const registry = new Registry();
  new GatewayMetrics(registry);
  new SubscriptionMetrics(registry);
  const metrics = registry.getMetricsAsArray();
  expect(firstColumn(section('Traces and metrics'))).toEqual(metrics.map(({ name }) => name).sort());
});

test('the README names every variable of the environment that the gateway reads, and no other', () => {
  const source = at('env.ts') + at('../../packages/telemetry/src/env.ts');
  const read = [...source.matchAll(/\benv\.([A-Z][A-Z_]+)|\(env, '([A-Z][A-Z_]+)'/g)];
  const names = new Set(read.map(([, dotted, counted]) => dotted ?? counted));
  names.delete('APOLLO_TELEMETRY_DISABLED'); // is set, not read
  expect(firstColumn(section('Settings'))).toEqual([...names].sort());
});
