import { describe, expect, test } from 'vitest';
import type { Answer, Caller } from '../caller.ts';
import { KnownValues } from '../known-values.ts';
import { mutationsOf, queriesOf } from '../operations.ts';
import { MASTER_DATA } from './master-data.ts';
import type { People } from './people.ts';
import { BLADES, type Tell } from './story.ts';

/** Without a token one may sign in, or end a session by its refresh token. */
const FOR_EVERYBODY = new Set(['login', 'clientLogin', 'refresh', 'logout']);
/** With a token one may choose another password, and import what one might also edit. */
const FOR_THE_SIGNED_IN = new Set([...FOR_EVERYBODY, 'changeOwnPassword', 'importMasterData']);

/** What is not theirs to do. */
const NOT_THEIRS: readonly (readonly [keyof People, string, string])[] = [
  ['operator', 'releaseWorkOrder', 'workOrder:release'],
  ['operator', 'receiveMaterial', 'inventory:receive'],
  ['operator', 'scrapSerial', 'serial:scrap'],
  ['operator', 'createEquipment', 'equipment:edit'],
  ['planner', 'startOperation', 'operation:start'],
  ['planner', 'consumeMaterial', 'inventory:issue'],
  ['planner', 'completeWorkOrder', 'workOrder:complete'],
  ['supervisor', 'createUser', 'user:edit'],
  ['supervisor', 'setCostRate', 'workOrder:editRates'],
  ['supervisor', 'adjustInventory', 'inventory:adjust'],
  ['inspector', 'assembleSerial', 'serial:assemble'],
  ['inspector', 'startOperation', 'operation:start'],
  ['operator', 'cancelNonConformance', 'nonConformance:close'],
  ['inspector', 'closeNonConformance', 'nonConformance:close'],
  ['quality', 'decideDispositionForEngineering', 'disposition:decideForEngineering'],
  ['engineer', 'decideDispositionForQuality', 'disposition:decideForQuality'],
  ['planner', 'raiseNonConformance', 'nonConformance:raise'],
  ['handler', 'releaseWorkOrder', 'workOrder:release'],
  ['handler', 'quarantineLot', 'lot:disposition'],
  ['maintenance', 'completeOperation', 'operation:complete'],
  ['maintenance', 'createWorkOrder', 'workOrder:create'],
  ['erp', 'releaseWorkOrder', 'workOrder:release'],
  ['erp', 'replayDeadLetter', 'deadLetter:replay'],
  ['erp', 'createUser', 'user:edit'],
];

const codesOf = ({ errors }: Answer): unknown[] => errors.map(({ extensions }) => extensions?.code);

/** Who may not. */
export function permissions(story: Tell): void {
  describe('permissions', () => {
    const outcomes = async (caller: Caller, open: ReadonlySet<string>) => {
      const found = new Map<string, unknown[]>();
      for (const { field, query, variables } of mutationsOf(story().plant.schema))
        if (!open.has(field)) found.set(field, codesOf(await caller.send(query, variables)));
      return found;
    };

    test('every mutation is refused to a stranger', async () => {
      const found = await outcomes(story().nobody, FOR_EVERYBODY);
      expect(found.size).toBeGreaterThan(60);
      expect([...found].filter(([, codes]) => codes.join() !== 'UNAUTHENTICATED')).toEqual([]);
    });

    test('every mutation is refused to an auditor, who only looks', async () => {
      const found = await outcomes(story().people.auditor, FOR_THE_SIGNED_IN);
      expect([...found].filter(([, codes]) => codes.join() !== 'FORBIDDEN')).toEqual([]);
    });

    test.each(NOT_THEIRS)('%s may not %s: it needs %s', async (who, field, permission) => {
      const { people, plant } = story();
      const operation = mutationsOf(plant.schema).find((one) => one.field === field);
      const { errors } = await people[who].send(operation?.query ?? '', { ...operation?.variables });
      expect(errors.map(({ extensions }) => extensions)).toMatchObject([{ code: 'FORBIDDEN', permission }]);
    });

    test('an import needs the permission for each kind of thing in it', async () => {
      const { people } = story();
      const query =
        'mutation ($input: ImportMasterDataInput!) { importMasterData(input: $input) { __typename } }';
      const { customers } = MASTER_DATA;
      for (const [who, input] of [
        ['auditor', MASTER_DATA],
        ['operator', { customers }],
        ['maintenance', { materials: MASTER_DATA.materials }],
      ] as const)
        expect(codesOf(await people[who].send(query, { input }))).toEqual(['FORBIDDEN']);
    });

    test('every query is refused to a stranger, but for who they are: nobody', async () => {
      const { nobody, plant } = story();
      const values = await KnownValues.read(plant.admin, plant.subgraphs, plant.tenant.tenantId, NO_TENANT);
      for (const { name, field, query, variables } of queriesOf(plant.schema, values.fill).operations) {
        const answer = await nobody.send(query, { ...variables });
        if (field === 'me') expect(answer.data).toEqual({ me: null });
        else expect([name, ...new Set(codesOf(answer))]).toEqual([name, 'UNAUTHENTICATED']);
        expect(Object.values(answer.data ?? {}).filter(Boolean), name).toEqual([]);
      }
    });

    test('a field with a rule of its own is null with an error, and the rest is answered', async () => {
      const { data, errors } = await story().people.operator.send(
        `{ workOrderByNumber(number: "${BLADES}") { number actualCost { total } } }`,
      );
      expect(data).toEqual({ workOrderByNumber: { number: BLADES, actualCost: null } });
      expect(errors).toMatchObject([
        { path: ['workOrderByNumber', 'actualCost'], extensions: { permission: 'workOrder:readCost' } },
      ]);
    });

    test('a token that is none, or was changed, is refused', async () => {
      const { plant } = story();
      const [head, , signature] = (story().people.operator.token ?? '').split('.');
      const claims = Buffer.from(JSON.stringify({ sub: 'x', tenant_id: plant.tenant.tenantId })).toString(
        'base64url',
      );
      for (const token of ['nonsense', `${head}.${claims}.${signature}`]) {
        const answer = await story().nobody.fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify({ query: '{ me { username } }' }),
        });
        expect(answer.status).toBe(401);
      }
    });
  });
}

const NO_TENANT = '00000000-0000-0000-0000-000000000000';
