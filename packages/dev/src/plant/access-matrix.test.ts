import { readAccessRules } from '@machshop/gateway';
import { buildSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessMatrix } from './access-matrix.ts';
import { committed, composePlant } from './schema.ts';
import { loadSubgraphs } from './subgraphs.ts';

let rules: ReturnType<typeof readAccessRules>;
let matrix: string;
beforeAll(async () => {
  const supergraph = composePlant(await loadSubgraphs());
  rules = readAccessRules(supergraph.sdl, supergraph.apiSchema);
  matrix = accessMatrix(rules, supergraph.apiSchema);
  // every subgraph is loaded and composed
}, 60_000);

describe('the plant', () => {
  test('has no field without a rule', () => {
    expect(rules.unruled()).toEqual([]);
  });

  test('shows who may do what in a committed page', () => {
    expect(committed('access-matrix.md'), 'run npm run codegen and review the change').toBe(matrix);
  });

  test('lets nobody without a token do more than see who they are and sign in', () => {
    const open = matrix
      .split('\n')
      .filter((line) => line.split('|')[3]?.trim() === '●')
      .map((line) => line.split('|')[1]?.trim())
      .sort();
    expect(open).toEqual([
      'Mutation.clientLogin',
      'Mutation.login',
      'Mutation.logout',
      'Mutation.refresh',
      'Query.me',
      'Viewer',
    ]);
  });

  test('lets auditors change nothing', () => {
    const columns = matrix.split('\n').find((line) => line.startsWith('| | needs')) as string;
    const auditor = columns.split('|').findIndex((title) => title.trim() === 'Auditor');
    const allowed = matrix
      .split('\n')
      .filter((line) => line.startsWith('| Mutation.') && line.split('|')[auditor]?.trim() === '●')
      .map((line) => line.split('|')[1]?.trim())
      .sort();
    // what every token may do: the commands of an import ask again for each of its lists
    expect(allowed).toEqual([
      'Mutation.changeOwnPassword',
      'Mutation.clientLogin',
      'Mutation.importMasterData',
      'Mutation.login',
      'Mutation.logout',
      'Mutation.refresh',
    ]);
  });
});

test('a field without a rule shows in the page, and is the administrators’ alone', () => {
  const sdl = 'type Query { open: Int } type Thing { a: Int }';
  const schema = buildSchema(sdl);
  const page = accessMatrix(readAccessRules(sdl, schema), schema);
  expect(page).toContain('| Query.open | **no rule** |  |  |  |  |  |  |  |  |  |  | ● |');
});
