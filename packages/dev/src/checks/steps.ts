import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkWalls } from '../walls/walls.ts';
import { type Counts, ONE_FAILED, ONE_PASSED, ONE_SKIPPED } from './counts.ts';
import { runChild } from './run-child.ts';
import { countVitest } from './vitest-report.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const bin = (name: string): string => join(REPOSITORY, 'node_modules', '.bin', name);

/** One thing that is checked. */
export type Step = { readonly name: string; readonly title: string; run(): Promise<Counts> };

const oneOf = (exitCode: number): Counts => (exitCode === 0 ? ONE_PASSED : ONE_FAILED);

const program = (name: string, title: string, command: string, args: readonly string[]): Step => ({
  name,
  title,
  run: async () => oneOf(await runChild(command, args, REPOSITORY)),
});

const walls: Step = {
  name: 'walls',
  title: 'walls between subgraphs, packages and SQL',
  async run() {
    const { modules, violations } = await checkWalls(REPOSITORY);
    for (const { rule, from, to } of violations) console.error(`  ${rule}: ${from} → ${to}`);
    console.log(`  ${modules} modules looked at`);
    return violations.length === 0 ? ONE_PASSED : ONE_FAILED;
  },
};

const schema: Step = {
  name: 'schema',
  title: 'schema composes, keeps its rules and breaks nobody',
  async run() {
    const file = join(REPOSITORY, 'packages/dev/src/commands/schema-check.ts');
    if (!existsSync(file)) return ONE_SKIPPED;
    return oneOf(await runChild(process.execPath, [file], REPOSITORY));
  },
};

const tests = (project: string, title: string): Step => ({
  name: project,
  title,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'machshop-report-'));
    const report = join(folder, 'report.json');
    try {
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const args = [bin('vitest'), 'run', '--project', project, '--passWithNoTests', '--silent=passed-only'];
      const code = await runChild(process.execPath, [...args, ...reporters], REPOSITORY);
      return countVitest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

/** The fast part: what a developer runs before every commit. */
export const FAST: readonly Step[] = [
  program('format', 'format and lint', bin('biome'), ['check', '--max-diagnostics=50', '.']),
  program('types', 'types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  walls,
  schema,
  tests('unit', 'unit tests'),
];

/** With real PostgreSQL and NATS. */
export const INTEGRATION: readonly Step[] = [tests('int', 'integration tests')];

/** Through the gateway. */
export const END_TO_END: readonly Step[] = [tests('e2e', 'end-to-end tests')];
