import type { ConsumerContext } from '@machshop/events';
import { ReplicaStore } from '../replica/store.ts';
import { ScheduleStore } from '../schedule/store.ts';
import { recheck, type Scope } from '../schedule-conflict/recheck.ts';

/** Looks at what of a site's published schedule may be in conflict now, or no longer. */
export async function recheckPublished(ctx: ConsumerContext, siteId: string, scope: Scope): Promise<void> {
  const published = await new ScheduleStore(ctx.tx, ctx.viewer.tenantId).lockPublished(siteId);
  if (published) await recheck(ctx, ctx.tx, published, scope);
}

/** The same for an order of a site that the event does not name. */
export async function recheckOrder(ctx: ConsumerContext, workOrderId: string): Promise<void> {
  const [order] = await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).ordersByIds([workOrderId]);
  if (order) await recheckPublished(ctx, order.siteId, { workOrderIds: [workOrderId] });
}
