// The walls of the house. Cycles between packages are looked for by packages/dev/src/walls, from this tool's facts.

const TOOLS = '^packages/(dev|testing)/';
const TEST_CODE = '(\\.test\\.ts|/testing\\.ts|/(testing|bench|fuzz)/.*)$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-subgraph-imports-another',
      comment: 'Subgraphs speak through the graph and through events, so that each can run and move alone.',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/$1/' },
    },
    {
      name: 'only-tools-import-subgraphs',
      comment:
        'Libraries, gateway and collectors know no subgraph; packages/dev and packages/testing host them.',
      severity: 'error',
      from: { pathNot: ['^subgraphs/', TOOLS] },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'only-tests-import-tools',
      comment: 'What runs in the plant does not depend on what develops or tests it.',
      severity: 'error',
      from: { pathNot: [TOOLS, TEST_CODE, '^vitest\\.config\\.ts$'] },
      to: { path: TOOLS },
    },
    {
      name: 'sql-only-in-stores',
      comment:
        'Drizzle belongs to tables.ts and the stores, to the two packages that they stand on, and to the tests of those.',
      severity: 'error',
      from: { pathNot: ['(^|/)([a-z0-9-]*store|tables)\\.ts$', '^packages/(db|events|testing)/'] },
      to: { path: 'node_modules/drizzle-orm/' },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere, or to a package that nobody declared.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-cycle',
      comment: 'Modules that need one another when they are loaded are one module.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.machshop|coverage)/|\\.generated\\.ts$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
