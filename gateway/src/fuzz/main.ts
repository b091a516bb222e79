import { parseArgs } from 'node:util';
import { type FuzzReport, fuzz } from './run.ts';

// node gateway/src/fuzz/main.ts [--seconds 60] [--seed <number>]
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const seconds = Number(values.seconds);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 32) : Number(values.seed);
if (!(seconds > 0) || !Number.isInteger(seed)) {
  process.stderr.write('usage: node gateway/src/fuzz/main.ts [--seconds <seconds>] [--seed <number>]\n');
  process.exit(2);
}
const report = await fuzz({ seconds, seed });
process.stdout.write(render(report));
process.exit(report.failures.length > 0 ? 1 : 0);

function render({ kinds, attacks, failures, heapMb, seed: used }: FuzzReport): string {
  const lines = [...kinds]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { count, slowestMs, outcomes }]) => {
      const shown = [...outcomes]
        .sort(([, a], [, b]) => b - a)
        .map(([outcome, times]) => `${outcome} ×${times}`)
        .join(', ');
      return `${kind.padEnd(30)} ${String(count).padStart(6)} ${slowestMs.toFixed(0).padStart(6)} ms  ${shown}`;
    });
  return [
    ...lines,
    '',
    `${attacks} attacks with seed ${used}; memory ${heapMb.before.toFixed(1)} MB, then ${heapMb.after.toFixed(1)} MB`,
    failures.length === 0 ? 'no failures' : `${failures.length} failures:\n${failures.join('\n')}`,
    '',
  ].join('\n');
}
