import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { findCycle, packageGraph } from './package-cycles.ts';

const REPOSITORY = resolve(import.meta.dirname, '../../../..');
const HOUSES = ['packages', 'subgraphs', 'gateway', 'collectors', 'schema'];
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

const Facts = z.object({
  modules: z.array(
    z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) }),
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** A broken wall: the rule's name, and the import that breaks it. */
export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

/** What the walls look like: how much was looked at, and what breaks them. */
export type WallsReport = { readonly modules: number; readonly violations: readonly Violation[] };

/** Runs dependency-cruiser in the folder, with this repository's rules. */
function cruise(root: string, houses: readonly string[]): Promise<z.infer<typeof Facts>> {
  const args = [
    ...['--import', join(import.meta.dirname, 'typescript-6.mjs')],
    join(REPOSITORY, 'node_modules', '.bin', 'depcruise'),
    ...['--config', join(REPOSITORY, '.dependency-cruiser.cjs'), '--output-type', 'json', ...houses],
  ];
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      args,
      { cwd: root, maxBuffer: OUTPUT_LIMIT_BYTES },
      (error, stdout, stderr) => {
        // it exits with the number of violations: what counts is whether it wrote its facts
        if (!stdout.startsWith('{'))
          fail(new Error(`dependency-cruiser failed: ${stderr || error?.message}`));
        else done(Facts.parse(JSON.parse(stdout)));
      },
    );
  });
}

/**
 * Looks at every import below the folder: the rules of `.dependency-cruiser.cjs`, and no cycle between packages.
 * @param root a folder built like this repository
 */
export async function checkWalls(root: string = REPOSITORY): Promise<WallsReport> {
  const houses = HOUSES.filter((house) => existsSync(join(root, house)));
  const { modules, summary } = await cruise(root, houses);
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map((dependency) => [source, dependency.resolved] as const),
  );
  const cycle = findCycle(packageGraph(imports));
  if (cycle)
    violations.push({
      rule: 'no-cycle-between-packages',
      from: cycle[0] ?? '',
      to: cycle.slice(1).join(' → '),
    });
  return { modules: modules.length, violations };
}
