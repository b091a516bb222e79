import { anonymous, permissionsOf, ROLES, type RoleCode, type Viewer } from '@machshop/auth';
import { type AccessRules, type Grants, isMet, readAccessRules } from '@machshop/gateway';
import type { Subgraph } from '@machshop/server';
import { persona } from '@machshop/testing';
import { type GraphQLResolveInfo, isObjectType } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { composePlant } from './schema.ts';
import { loadSubgraphs } from './subgraphs.ts';

let subgraphs: readonly Subgraph[];
let rules: AccessRules;
beforeAll(async () => {
  subgraphs = await loadSubgraphs();
  const supergraph = composePlant(subgraphs);
  rules = readAccessRules(supergraph.sdl, supergraph.apiSchema);
}, 60_000);

const CALLERS: readonly { readonly name: string; readonly viewer: Viewer; readonly grants: Grants }[] = [
  {
    name: 'nobody',
    viewer: anonymous(),
    grants: { signedIn: false, administrator: false, permissions: new Set() },
  },
  ...(Object.keys(ROLES) as RoleCode[]).map((role) => ({
    name: role,
    viewer: persona(role),
    grants: {
      signedIn: true,
      administrator: role === 'ADMINISTRATOR',
      permissions: new Set<string>(permissionsOf([role])),
    },
  })),
];
/** Their commands ask for more than their rules: whose session it is, what is in the lists. */
const ASKING_COMMANDS = new Set(['Mutation.logout', 'Mutation.importMasterData']);
const REFUSED = ['FORBIDDEN', 'UNAUTHENTICATED'];

/** Whether the subgraph itself refuses; whatever else goes wrong without a database is no refusal. */
async function refuses(subgraph: Subgraph, type: string, field: string, args: object, viewer: Viewer) {
  const parent = subgraph.schema.getType(type);
  if (!isObjectType(parent)) throw new Error(`no type ${type}`);
  const { resolve } = parent.getFields()[field] ?? {};
  if (!resolve) throw new Error(`${type}.${field} has no resolver`);
  try {
    await resolve({}, args, { viewer }, { fieldName: field, parentType: parent } as GraphQLResolveInfo);
    return false;
  } catch (error) {
    return REFUSED.includes(String((error as { extensions?: { code?: string } }).extensions?.code));
  }
}

describe('gateway and subgraph agree', () => {
  test('on every root field, for every role', async () => {
    let compared = 0;
    for (const subgraph of subgraphs) {
      for (const root of [subgraph.schema.getQueryType(), subgraph.schema.getMutationType()]) {
        for (const field of Object.keys(root?.getFields() ?? {})) {
          const coordinate = `${root?.name}.${field}`;
          if (field.startsWith('_') || ASKING_COMMANDS.has(coordinate)) continue;
          const own = rules.written.get(coordinate) ?? [];
          for (const { name, viewer, grants } of CALLERS) {
            const gateway = !own.every((condition) => isMet(condition, grants));
            const itself = await refuses(subgraph, root?.name as string, field, {}, viewer);
            expect(`${coordinate} ${name} ${gateway}`).toBe(`${coordinate} ${name} ${itself}`);
            compared += 1;
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(1_000);
  });

  test('on every entity: what the gateway lets through a type, its own subgraph lets through _entities', async () => {
    let compared = 0;
    for (const subgraph of subgraphs) {
      const entities = subgraph.schema.getType('_Entity');
      if (!entities || !('getTypes' in entities)) continue;
      for (const type of entities.getTypes()) {
        // elsewhere it is a stub: the rule there is of the fields that are added
        if (!type.description) continue;
        const own = rules.written.get(type.name) ?? [];
        for (const { name, viewer, grants } of CALLERS) {
          const gateway = !own.every((condition) => isMet(condition, grants));
          const args = { representations: [{ __typename: type.name, id: 'x' }] };
          const itself = await refuses(subgraph, 'Query', '_entities', args, viewer);
          expect(`${type.name} ${name} ${gateway}`).toBe(`${type.name} ${name} ${itself}`);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});
