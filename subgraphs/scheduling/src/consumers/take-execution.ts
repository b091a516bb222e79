import { sumDecimals } from '@machshop/db';
import type { ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

type ExecutionSaid = EventData<(typeof workOrderEvents)['operation-execution.started']>;

/** Keeps what an event says of a run: what runs where, and how much is done. */
export async function takeExecution(ctx: ConsumerContext, data: ExecutionSaid, asOf: Date): Promise<void> {
  await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putExecution({
    id: data.execution.id,
    operationId: data.operation.id,
    equipmentId: data.equipment?.id ?? null,
    startedAt: new Date(data.startedAt),
    completedAt: data.completedAt ? new Date(data.completedAt) : null,
    done: sumDecimals([data.good, data.scrap]),
    asOf,
  });
}
