import { kindOfActor } from '@machshop/auth';
import { actorKindOf, type CloudEvent, type ConsumerContext } from '@machshop/events';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { performerOf, workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { BillStore } from '../as-built/store.ts';
import { closingPath } from '../genealogy/genealogy.ts';
import { GenealogyStore } from '../genealogy/store.ts';
import { ProcessStepStore } from '../process-step/store.ts';

type Fact = (event: CloudEvent, ctx: ConsumerContext) => Promise<void>;

const MAX_LEVELS = 500;

function fact<D extends EventDefinition>(
  definition: D,
  handle: (event: CloudEvent<EventData<D>>, ctx: ConsumerContext) => Promise<void>,
): [string, Fact] {
  return [definition.type, handle as Fact];
}

const KINDS = { SerializedPart: 'SERIAL', MaterialLot: 'LOT', WorkOrder: 'WORK_ORDER' } as const;
const NO_FACTS = {
  definitionType: null,
  definitionId: null,
  definitionNumber: null,
  revision: null,
  unit: null,
  size: null,
  workOrderId: null,
} as const;

type Lot = EventData<(typeof materialEvents)['lot.received']>;
type Serial = EventData<(typeof materialEvents)['serial.created']>;
type Order = EventData<(typeof workOrderEvents)['work-order.created']>;
type Link = EventData<(typeof materialEvents)['genealogy.linked']>;
type Execution = EventData<(typeof workOrderEvents)['operation-execution.started']>;

const lot = ({ data }: CloudEvent<Lot>, ctx: ConsumerContext) =>
  new GenealogyStore(ctx.tx, ctx.viewer.tenantId).putNode({
    ...NO_FACTS,
    id: data.lot.id,
    kind: 'LOT',
    number: data.lotNumber,
    definitionType: data.definition.__typename,
    definitionId: data.definition.id,
    definitionNumber: data.definitionNumber,
    unit: data.unit,
  });

const serial = ({ data }: CloudEvent<Serial>, ctx: ConsumerContext) =>
  new GenealogyStore(ctx.tx, ctx.viewer.tenantId).putNode({
    id: data.serializedPart.id,
    kind: 'SERIAL',
    number: data.serialNumber,
    definitionType: 'Part',
    definitionId: data.part.id,
    definitionNumber: data.partNumber,
    revision: data.revision,
    unit: null,
    size: null,
    workOrderId: data.workOrder?.id ?? null,
  });

const order = ({ data }: CloudEvent<Order>, ctx: ConsumerContext) =>
  new GenealogyStore(ctx.tx, ctx.viewer.tenantId).putNode({
    id: data.workOrder.id,
    kind: 'WORK_ORDER',
    number: data.workOrderNumber,
    definitionType: 'Part',
    definitionId: data.part.id,
    definitionNumber: data.partNumber,
    revision: data.revision,
    unit: data.quantity.unit,
    size: data.quantity.value,
    workOrderId: null,
  });

async function linked({ data, ...event }: CloudEvent<Link>, ctx: ConsumerContext): Promise<void> {
  const store = new GenealogyStore(ctx.tx, ctx.viewer.tenantId);
  await store.lockGenealogy();
  const ends = [
    { ...data.parent, number: data.parentNumber },
    { ...data.child, number: data.childNumber },
  ];
  for (const { __typename, id, number } of ends)
    await store.putNode({ ...NO_FACTS, id, kind: KINDS[__typename], number });
  // what is above the parent now must not be what goes into it
  const above = await store.reach(data.parent.id, 'UP', MAX_LEVELS, new Date(data.occurredAt));
  const path = closingPath(data.parent.id, data.child.id, above);
  if (path) {
    const names = new Map((await store.nodesByIds(path)).map((node) => [node.id, node.number]));
    throw new Error(
      `${data.childNumber} cannot be in ${data.parentNumber}: ${path.map((id) => names.get(id) ?? id).join(' contains ')}`,
    );
  }
  await store.putEdge({
    id: data.linkId,
    parentId: data.parent.id,
    childId: data.child.id,
    quantity: data.quantity.value,
    unit: data.quantity.unit,
    bomPosition: data.bomPosition,
    workOrderId: data.workOrder?.id ?? null,
    operationId: data.operation?.id ?? null,
    linkedAt: new Date(data.occurredAt),
    linkedById: event.actorid,
    linkedByKind: actorKindOf(event),
    linkedByName: event.actorname,
    recordedAt: new Date(event.time),
  });
}

async function unlinked({ data, ...event }: CloudEvent<Link>, ctx: ConsumerContext): Promise<void> {
  const store = new GenealogyStore(ctx.tx, ctx.viewer.tenantId);
  const known = await store.edge(data.linkId);
  // tried again, and at last a dead letter: the link may be among the dead letters itself
  if (!known) throw new Error(`there is no edge ${data.linkId} to end`);
  await store.endEdge(data.linkId, new Date(data.occurredAt), event.actorname, data.change.reason);
}

const execution = ({ data }: CloudEvent<Execution>, ctx: ConsumerContext) => {
  const performer = performerOf(data);
  return new ProcessStepStore(ctx.tx, ctx.viewer.tenantId).put({
    executionId: data.execution.id,
    workOrderId: data.workOrder.id,
    workOrderNumber: data.workOrderNumber,
    operationId: data.operation.id,
    operationNumber: data.operationNumber,
    workCenterCode: data.workCenterCode,
    equipmentId: data.equipment?.id ?? null,
    equipmentCode: data.equipmentCode,
    operatorId: performer?.id ?? null,
    operatorKind: kindOfActor(performer),
    operatorName: data.operatorName,
    startedAt: new Date(data.startedAt),
    completedAt: data.completedAt ? new Date(data.completedAt) : null,
    good: data.good,
    scrap: data.scrap,
    rework: data.rework,
    serialNumbers: data.serials.map(({ serialNumber }) => serialNumber),
  });
};

/** What is kept of an event beside its audit entry, by the event's type. */
export const facts: ReadonlyMap<string, Fact> = new Map([
  fact(materialEvents['lot.received'], lot),
  fact(materialEvents['lot.changed'], lot),
  fact(materialEvents['serial.created'], serial),
  fact(materialEvents['serial.changed'], serial),
  fact(materialEvents['serial.scrapped'], serial),
  fact(materialEvents['genealogy.linked'], linked),
  fact(materialEvents['genealogy.unlinked'], unlinked),
  fact(materialEvents['transaction.recorded'], async ({ data }, ctx) => {
    // how much of a produced lot there is in all: shares of it are taken by this
    if (data.kind === 'PRODUCTION')
      await new GenealogyStore(ctx.tx, ctx.viewer.tenantId).addSize(data.lot.id, data.quantity.value);
  }),
  fact(workOrderEvents['work-order.created'], order),
  fact(workOrderEvents['work-order.changed'], order),
  fact(workOrderEvents['operation-execution.started'], execution),
  fact(workOrderEvents['operation-execution.reported'], execution),
  fact(workOrderEvents['operation-execution.completed'], execution),
  fact(masterDataEvents['part.published'], ({ data }, ctx) =>
    new BillStore(ctx.tx, ctx.viewer.tenantId).putRevision(data.partRevision.id, data.part.id, data.revision),
  ),
  fact(masterDataEvents['bom.published'], ({ data }, ctx) =>
    new BillStore(ctx.tx, ctx.viewer.tenantId).putBill({
      bomId: data.bom.id,
      partId: data.part.id,
      partRevisionId: data.partRevision.id,
      effectiveFrom: new Date(data.effectiveFrom),
      effectiveTo: data.effectiveTo ? new Date(data.effectiveTo) : null,
      lines: data.lines.map(({ position, component, componentNumber, quantity }) => ({
        position,
        component,
        componentNumber,
        quantity,
      })),
    }),
  ),
]);
