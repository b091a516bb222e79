import type { PlantClient } from '../client/plant-client.ts';
import { deterministicId } from '../replay/ids.ts';

const MADE_AT = Date.UTC(2026, 0, 5, 6);
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
const id = (key: string) => deterministicId(MADE_AT, `demo plant ${key}`);
const CASE = id('non-conformance');

interface Seen {
  readonly nonConformance: {
    readonly status: string;
    readonly affected: readonly { readonly id: string }[];
    readonly actions: readonly unknown[];
  } | null;
}

/**
 * A case to look at: a blade that was milled too thin, which quality and engineering let pass, and whose cause is being
 * worked on. Through the public API, with the demo log-ins. A plant that has it already is left alone.
 */
export async function seedDemoQuality(client: PlantClient, say: (line: string) => void): Promise<void> {
  const look = () =>
    client.query<Seen>(
      'inspector',
      'query ($id: ID!) { nonConformance(id: $id) { status affected { id } actions { id } } }',
      { id: CASE },
    );
  if ((await look()).nonConformance?.actions.length) return;
  say('filling the demo plant: a blade that does not conform');
  const { workOrderByNumber: order } = await client.query<{
    workOrderByNumber: { operations: { id: string }[] };
  }>('operator', '{ workOrderByNumber(number: "WO-DEMO-001") { operations { id } } }');
  await act(client, 'operator', 'raiseNonConformance', {
    id: CASE,
    severity: 'MAJOR',
    source: 'IN_PROCESS',
    defectCode: 'DIM-THIN',
    description: 'root thickness below the limit after rough machining',
    serialNumbers: ['BLADE-0001'],
    operationId: order.operations[0]?.id,
    equipmentCode: 'DMU-01',
    measurement: {
      characteristic: 'root thickness',
      nominal: '12.50',
      lowerLimit: '12.45',
      upperLimit: '12.55',
      actual: '12.438',
      unit: 'MMT',
    },
  });
  // a start that was cut short goes on where it was
  const { status } = (await look()).nonConformance ?? {};
  if (status === 'OPEN') {
    const containment = 'BLADE-0001 in the cage, BLADE-0002 measured at the machine: within';
    await act(client, 'inspector', 'containNonConformance', { id: CASE, containment });
  }
  await dispose(client, look);
  // somebody may have gone another way with it meanwhile
  if ((await look()).nonConformance?.status === 'VERIFICATION') await workOn(client);
}

async function dispose(client: PlantClient, look: () => Promise<Seen>): Promise<void> {
  const seen = (await look()).nonConformance;
  if (seen?.status !== 'CONTAINED' && seen?.status !== 'UNDER_REVIEW') return;
  await act(client, 'inspector', 'reviewNonConformance', { id: CASE });
  const dispositionId = id('disposition');
  await act(client, 'inspector', 'proposeDisposition', {
    id: dispositionId,
    itemId: seen.affected[0]?.id,
    kind: 'USE_AS_IS',
    justification: 'finish machining takes the face that is thin; strength was calculated with 12.40',
  });
  for (const [user, mutation] of [
    ['quality.engineer', 'decideDispositionForQuality'],
    ['engineer', 'decideDispositionForEngineering'],
  ] as const)
    await act(client, user, mutation, { dispositionId, decision: 'APPROVED' });
}

async function workOn(client: PlantClient): Promise<void> {
  const nonConformanceId = CASE;
  const user = 'quality.engineer';
  await act(client, user, 'setEightDTeam', {
    nonConformanceId,
    leader: 'quality.engineer',
    members: ['inspector', 'engineer', 'supervisor'],
  });
  for (const [discipline, content] of [
    ['D1', 'quality, production and engineering'],
    ['D2', 'one of three blades 0.012 mm below the limit, at the root, after operation 10'],
    ['D3', 'the other blades were measured'],
  ] as const)
    await act(client, user, 'completeEightDStep', { nonConformanceId, discipline, content });
  await act(client, user, 'recordRootCause', {
    nonConformanceId,
    category: 'METHOD',
    statement: 'the life of the insert is not counted',
    whys: ['the insert was worn', 'it was used for 41 parts', 'nobody counts parts by insert'],
  });
  await act(client, user, 'completeEightDStep', {
    nonConformanceId,
    discipline: 'D4',
    content: 'seen by the wear of the insert, proven with a new one',
  });
  await act(client, user, 'planCorrectiveAction', {
    id: id('corrective action'),
    nonConformanceId,
    kind: 'CORRECTIVE',
    description: 'the program counts parts by insert and stops at 30',
    owner: 'engineer',
    dueAt: new Date(MADE_AT + YEAR_MS).toISOString(),
  });
}

async function act(
  client: PlantClient,
  user: Parameters<PlantClient['mutate']>[0],
  mutation: string,
  input: Record<string, unknown>,
): Promise<void> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { __typename code message path } } }`;
  await client.mutate(user, document, input, mutation);
}
