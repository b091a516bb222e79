import { ensure } from '../client/ensure.ts';
import type { DemoUser, PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';
import type { ReplayPlan } from './plan-types.ts';

/** Makes what the steps stand on: machines, the location, parts, materials, bills and routings. Again: nothing. */
export async function preparePlant(client: PlantClient, plan: ReplayPlan): Promise<void> {
  const { sites } = await client.query<{ sites: { nodes: { id: string; code: string }[] } }>(
    'maintenance',
    documents.SITES,
  );
  const [site] = sites.nodes;
  if (!site) throw new Error('the plant has no site');
  for (const { code, name, area } of plan.workCenters) {
    await make(client, 'maintenance', documents.WORK_CENTER, code, documents.CREATE_WORK_CENTER, {
      siteId: site.id,
      code,
      name,
      area,
    });
  }
  for (const { code, name, equipmentClass, manufacturer, model, workCenterCode } of plan.equipment) {
    const input = { workCenterCode, code, name, equipmentClass, manufacturer, model };
    await make(client, 'maintenance', documents.EQUIPMENT, code, documents.CREATE_EQUIPMENT, input);
  }
  await make(client, 'material.handler', documents.LOCATION, plan.locationCode, documents.CREATE_LOCATION, {
    siteId: site.id,
    code: plan.locationCode,
    name: 'Raw material store',
    kind: 'STORE',
  });
  await importMasterData(client, plan);
}

async function make(
  client: PlantClient,
  user: DemoUser,
  find: string,
  code: string,
  create: string,
  input: Record<string, unknown>,
): Promise<void> {
  const look = async () => {
    const [found] = Object.values(
      await client.query<Record<string, { id: string } | null>>(user, find, { code }),
    );
    return found ?? null;
  };
  await ensure(look, () => client.mutate<{ id: string }>(user, create, input, `making ${code}`));
}

const IMPORT = `mutation ($input: ImportMasterDataInput!) {
  importMasterData(input: $input) { errors { __typename code message path } }
}`;

/** The same document again changes nothing. */
async function importMasterData(client: PlantClient, plan: ReplayPlan): Promise<void> {
  const effectiveFrom = new Date(Date.parse(plan.schedule.publishedAt) - DAY_MS).toISOString();
  await client.mutate(
    'planner',
    IMPORT,
    {
      materials: plan.materials.map(({ number, name, unit }) => ({ code: number, name, unit })),
      parts: plan.parts.map(({ number, revision, name, unit, tracking }) => ({
        number,
        revision,
        name,
        unit,
        tracking,
        effectiveFrom,
      })),
      boms: plan.parts.map(({ number, revision, components, rawMaterialNumber }) => ({
        partNumber: number,
        revision,
        effectiveFrom,
        lines:
          components.length > 0
            ? components.map(({ position, partNumber, quantity }) => ({
                position,
                partNumber,
                quantity: { value: quantity, unit: unitOf(plan, partNumber) },
              }))
            : [{ position: 10, materialCode: rawMaterialNumber, quantity: rawNeed(plan, number) }],
      })),
      routings: plan.parts.map((part) => ({
        number: part.routingNumber,
        partNumber: part.number,
        revision: part.revision,
        operations: part.routing.map((operation) => ({
          operationNumber: operation.number,
          name: operation.name,
          workCenterCode: operation.workCenterCode,
          equipmentClass: operation.equipmentClass,
          setupSeconds: String(operation.setupSeconds),
          runSecondsPerUnit: String(operation.runSeconds),
        })),
      })),
    },
    'importing the master data',
  );
}

const DAY_MS = 86_400_000;

const unitOf = (plan: ReplayPlan, partNumber: string): string =>
  plan.parts.find(({ number }) => number === partNumber)?.unit ?? 'EA';

/** How much raw material one piece takes: as its consumption says. */
function rawNeed(plan: ReplayPlan, partNumber: string): { value: string; unit: string } {
  const serials = new Set(
    plan.serials.filter((serial) => serial.partNumber === partNumber).map(({ number }) => number),
  );
  const step = plan.steps.find(
    (candidate) => candidate.kind === 'consume-material' && serials.has(candidate.serialNumber),
  );
  if (step?.kind !== 'consume-material') throw new Error(`no piece of ${partNumber} takes any raw material`);
  return { value: step.quantity, unit: step.unit };
}
