import { type ConsumerContext, defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { type ConsumptionLine, performanceXml } from '../integration-message/outgoing.ts';
import { idsOf, send } from '../integration-message/send.ts';
import { IntegrationMessageStore } from '../integration-message/store.ts';
import { ReplicaStore } from '../replica/store.ts';

/** An order consumed more often than this: its lines are added up by operation and lot. */
const SINGLE_LINES = 1_000;
/** Lines of one message, at most. */
const MAX_LINES = 10_000;

/** An order is done: the ERP gets its performance. */
export const workOrderCompleted = defineConsumer(
  workOrderEvents['work-order.completed'],
  async ({ id: eventId, time, data }, ctx) => {
    const { tenantId } = ctx.viewer;
    const origin = await new IntegrationMessageStore(ctx.tx, tenantId).originOf(data.workOrder.id);
    const requestId = data.source?.requestId ?? null;
    const ids = idsOf('PERFORMANCE', eventId);
    const facts = {
      externalId: ids.externalId,
      publishedAt: time,
      siteCode: await new ReplicaStore(ctx.tx, tenantId).siteCode(data.siteId),
      requestId,
      scheduleId: requestId === null ? null : (origin?.scheduleId ?? null),
    };
    const xml = performanceXml(data, facts, await linesOf(ctx, data.workOrder.id));
    const workOrder = { id: data.workOrder.id, number: data.workOrderNumber, requestId };
    const outgoing = { kind: 'PERFORMANCE', siteId: data.siteId, workOrder, sentAt: new Date(time) } as const;
    await send(ctx, ids, outgoing, xml);
  },
);

async function linesOf(ctx: ConsumerContext, workOrderId: string): Promise<ConsumptionLine[]> {
  const store = new ReplicaStore(ctx.tx, ctx.viewer.tenantId);
  const rows = await store.consumptionOf(workOrderId, SINGLE_LINES + 1);
  if (rows.length <= SINGLE_LINES) return rows.map((row) => ({ ...row, id: row.transactionId }));
  const totals = await store.consumptionTotals(workOrderId, MAX_LINES + 1);
  if (totals.length > MAX_LINES) {
    ctx.log.warn(
      { workOrder: workOrderId, most: MAX_LINES },
      'consumption left out of a performance message',
    );
  }
  return totals
    .slice(0, MAX_LINES)
    .map((total, index) => ({ ...total, id: String(index + 1), serialNumber: null }));
}
