import type { ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

type OrderSaid = EventData<(typeof workOrderEvents)['work-order.created']>;

/** Keeps what an event says of an order, with its plan where it says that too. */
export async function takeOrder(ctx: ConsumerContext, data: OrderSaid, asOf: Date): Promise<void> {
  const store = new ReplicaStore(ctx.tx, ctx.viewer.tenantId);
  const { plan, workOrder } = data;
  const newest = await store.putOrder(
    {
      id: workOrder.id,
      siteId: data.siteId,
      number: data.workOrderNumber,
      partId: data.part.id,
      partNumber: data.partNumber,
      revision: data.revision,
      quantity: data.quantity.value,
      status: data.status,
      dueAt: data.dueAt ? new Date(data.dueAt) : null,
      asOf,
    },
    plan && {
      priority: plan.priority,
      plannedStartAt: plan.plannedStartAt ? new Date(plan.plannedStartAt) : null,
    },
  );
  // an event that came late says nothing of how the order is made now
  if (newest && plan)
    await store.putOperations(
      workOrder.id,
      plan.operations.map(({ operation, operationNumber, ...rest }) => ({
        id: operation.id,
        workOrderId: workOrder.id,
        number: operationNumber,
        ...rest,
        asOf,
      })),
    );
  await recheckPublished(ctx, data.siteId, { workOrderIds: [workOrder.id] });
}
