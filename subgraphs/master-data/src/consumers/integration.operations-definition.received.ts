import type { Tx } from '@machshop/db';
import { type ConsumerContext, defineConsumer } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { Refused, type UserErrorData } from '@machshop/server';
import { EquipmentClassStore } from '../equipment-class/store.ts';
import { HistoryStore } from '../history/store.ts';
import { readDocument } from '../master-data-import/document.ts';
import { importDocument } from '../master-data-import/import.ts';
import type { ImportResult } from '../master-data-import/plan.ts';
import { PartStore } from '../part/store.ts';
import { RoutingStore } from '../routing/store.ts';

type Definition = EventData<(typeof integrationEvents)['operations-definition.received']>;
interface ImportError {
  element: string;
  rule: string;
  message: string;
}

/** The PLM's process becomes a published routing, or is answered with all that is wrong with it. */
export const operationsDefinitionReceived = defineConsumer(
  integrationEvents['operations-definition.received'],
  async ({ data }, ctx) => {
    const { message } = data;
    const change = { action: 'UPDATE', entity: message, old: null, reason: null } as const;
    const made = await makeRouting(ctx, data);
    if ('errors' in made) {
      const { errors } = made;
      await ctx.record(ctx.tx, masterDataEvents['routing-import.rejected'], {
        id: message.id,
        data: { message, errors, change: { ...change, new: { errors } } },
      });
      return;
    }
    const { id, number: routingNumber, version } = made.routing;
    await ctx.record(ctx.tx, masterDataEvents['routing-import.accepted'], {
      id: message.id,
      data: {
        message,
        routing: { __typename: 'Routing', id },
        change: { ...change, new: { outcome: made.outcome, routingNumber, version } },
      },
    });
  },
);

type Made = ImportResult['routings'][number] | { readonly errors: ImportError[] };

async function makeRouting(ctx: ConsumerContext, data: Definition): Promise<Made> {
  const { tenantId } = ctx.viewer;
  await new HistoryStore(ctx.tx, tenantId).lockTenant();
  const of = await partOf(ctx.tx, tenantId, data);
  const classes = [...new Set(data.operations.flatMap(({ equipmentClass }) => equipmentClass ?? []))];
  const places = await new EquipmentClassStore(ctx.tx, tenantId).workCentersOf(classes);
  const errors: ImportError[] = of ? [] : [partMissing(data)];
  const operations = data.operations.map((operation) => {
    const workCenterCode = workCenterOf(operation, places);
    if (!workCenterCode) errors.push(workCenterMissing(data, operation, places));
    return { ...operation, workCenterCode };
  });
  if (!of || errors.length > 0) return { errors };
  const description = data.description?.trim() || null;
  const routing = { ...of, number: data.routingNumber, description, operations };
  const nothing = { parts: [], materials: [], customers: [], boms: [] };
  const reason = `message ${data.externalId}`.slice(0, 2_000);
  try {
    const document = readDocument({ ...nothing, routings: [routing], reason });
    const [made] = (await importDocument(ctx, ctx.tx, document)).routings;
    if (!made) throw new Error(`no routing came of message ${data.message.id}`);
    return made;
  } catch (error) {
    // a routing is refused before anything is written
    if (error instanceof Refused)
      return { errors: error.errors.map((refusal) => asImportError(data, refusal)) };
    throw error;
  }
}

/** The place in our document means nothing to the sender: the operation's does. */
const asImportError = ({ element }: Definition, { code, message }: UserErrorData): ImportError => ({
  element,
  rule: code,
  message: message.replace(/^input\.routings\[0\](\.|: )/, ''),
});

/** The part that the message names, or the one that the routing of that number is for. */
async function partOf(tx: Tx, tenantId: string, data: Definition) {
  const { partNumber, revision, routingNumber } = data;
  if (partNumber) return { partNumber, revision };
  const [known] = await new RoutingStore(tx, tenantId).versionsOf([routingNumber]);
  if (!known) return null;
  const store = new PartStore(tx, tenantId);
  const [part] = await store.byIds([known.partId]);
  const [own] = await store.revisionsByIds([known.partRevisionId]);
  return part && own ? { partNumber: part.number, revision: revision ?? own.revision } : null;
}

type Places = ReadonlyMap<string, readonly string[]>;
type Operation = Definition['operations'][number];

/** Where the message does not name a work center, the only one that has such equipment. */
function workCenterOf(operation: Operation, places: Places): string | null {
  if (operation.workCenterCode) return operation.workCenterCode;
  const candidates = places.get(operation.equipmentClass ?? '') ?? [];
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function workCenterMissing(data: Definition, operation: Operation, places: Places): ImportError {
  const { operationNumber, equipmentClass } = operation;
  const candidates = places.get(equipmentClass ?? '') ?? [];
  const why =
    candidates.length > 1
      ? `equipment of class ${equipmentClass} stands in ${candidates.join(', ')}`
      : `no equipment of class ${equipmentClass ?? '(none)'} is known`;
  const message = `operation ${operationNumber} names no work center, and ${why}`;
  return { element: data.element, rule: 'WORK_CENTER_UNKNOWN', message };
}

const partMissing = (data: Definition): ImportError => ({
  element: data.element,
  rule: 'PART_UNKNOWN',
  message: `the message names no part, and there is no routing ${data.routingNumber}`,
});
