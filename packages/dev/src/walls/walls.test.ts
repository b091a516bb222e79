import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCycle, packageGraph } from './package-cycles.ts';
import { checkWalls } from './walls.ts';

const NODE_MODULES = resolve(import.meta.dirname, '../../../../node_modules');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'machshop-walls-'));
  symlinkSync(NODE_MODULES, join(root, 'node_modules'));
});

afterEach(() => rmSync(root, { recursive: true }));

/** Builds a small repository and says which rules it breaks. */
async function brokenBy(files: Record<string, string>): Promise<string[]> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const { violations } = await checkWalls(root);
  return [...new Set(violations.map((violation) => violation.rule))].sort();
}

const value = 'export const value = 1;\nexport type Value = number;\n';

describe('the walls', () => {
  test('stand in a repository that keeps to them', async () => {
    expect(
      await brokenBy({
        'packages/db/src/index.ts': "import { sql } from 'drizzle-orm';\nexport { sql };\n",
        'subgraphs/a/src/thing/tables.ts':
          "import { pgTable } from 'drizzle-orm/pg-core';\nexport { pgTable };\n",
        'subgraphs/a/src/thing/store.ts':
          "import { sql } from 'drizzle-orm';\nimport './tables.ts';\nexport { sql };\n",
        'subgraphs/a/src/thing/lot-store.ts': "import { eq } from 'drizzle-orm';\nexport { eq };\n",
        'packages/dev/src/start.ts': "import '../../../subgraphs/a/src/thing/store.ts';\n",
      }),
    ).toEqual([]);
  });

  test('fall when a subgraph imports another, be it a type alone', async () => {
    const rules = await brokenBy({
      'subgraphs/a/src/x.ts': "import type { Value } from '../../b/src/y.ts';\nexport type X = Value;\n",
      'subgraphs/b/src/y.ts': value,
    });
    expect(rules).toEqual(['no-subgraph-imports-another']);
  });

  test('fall when a library or the gateway imports a subgraph', async () => {
    const subgraph = { 'subgraphs/a/src/x.ts': value };
    const reaching = "import { value } from '../../../subgraphs/a/src/x.ts';\nexport const copy = value;\n";
    expect(await brokenBy({ ...subgraph, 'packages/db/src/y.ts': reaching })).toEqual([
      'only-tools-import-subgraphs',
    ]);
    const gateway = { 'gateway/src/y.ts': reaching.replace('../../../', '../../') };
    expect(await brokenBy({ ...subgraph, ...gateway })).toEqual(['only-tools-import-subgraphs']);
  });

  test('fall when a resolver imports Drizzle', async () => {
    const rules = await brokenBy({
      'subgraphs/a/src/thing/resolvers.ts': "import { sql } from 'drizzle-orm';\nexport { sql };\n",
    });
    expect(rules).toEqual(['sql-only-in-stores']);
  });

  test('fall when what runs in the plant imports a test tool, and stand when a test does', async () => {
    const tool = { 'packages/testing/src/x.ts': value };
    const using = "import '../../../packages/testing/src/x.ts';\n";
    expect(await brokenBy({ ...tool, 'subgraphs/a/src/y.int.test.ts': using })).toEqual([]);
    expect(await brokenBy({ ...tool, 'subgraphs/a/src/y.ts': using })).toEqual(['only-tests-import-tools']);
  });

  test('fall when an import leads nowhere', async () => {
    expect(await brokenBy({ 'subgraphs/a/src/x.ts': "import './gone.ts';\n" })).toEqual(['no-unresolvable']);
  });

  test('fall when modules, or packages, need one another in a circle', async () => {
    const rules = await brokenBy({
      'packages/a/src/x.ts': "import { value } from '../../b/src/y.ts';\nexport const other = value;\n",
      'packages/b/src/y.ts': "import { other } from '../../a/src/x.ts';\nexport const value = () => other;\n",
    });
    expect(rules).toEqual(['no-cycle', 'no-cycle-between-packages']);
  });
});

describe('cycles between packages', () => {
  test('are found where no two modules form one, and named in order', () => {
    const graph = packageGraph([
      ['packages/a/src/1.ts', 'packages/b/src/1.ts'],
      ['packages/b/src/2.ts', 'gateway/src/1.ts'],
      ['gateway/src/2.ts', 'packages/a/src/2.ts'],
    ]);
    expect(findCycle(graph)).toEqual(['packages/a', 'packages/b', 'gateway', 'packages/a']);
  });

  test('are not made by tests, nor by imports within a package', () => {
    const graph = packageGraph([
      ['packages/a/src/1.ts', 'packages/b/src/1.ts'],
      ['packages/b/src/1.int.test.ts', 'packages/a/src/1.ts'],
      ['packages/b/src/1.ts', 'packages/b/src/2.ts'],
    ]);
    expect(findCycle(graph)).toBeUndefined();
  });
});
