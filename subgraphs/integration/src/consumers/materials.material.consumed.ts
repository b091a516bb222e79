import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { materialActualXml, takenQuantity } from '../integration-message/outgoing.ts';
import { idsOf, send } from '../integration-message/send.ts';
import { IntegrationMessageStore } from '../integration-message/store.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Material went into work: the ERP gets a material actual, and the order's performance will name it. */
export const materialConsumed = defineConsumer(
  materialEvents['material.consumed'],
  async ({ id: eventId, time, siteid, data }, ctx) => {
    const taken = takenQuantity(data);
    if (taken === null) {
      return ctx.log.warn({ transaction: data.transaction.id }, 'a consumption that took nothing');
    }
    const replicas = new ReplicaStore(ctx.tx, ctx.viewer.tenantId);
    if (data.workOrder) {
      await replicas.addConsumption({
        transactionId: data.transaction.id,
        workOrderId: data.workOrder.id,
        operationId: data.operation?.id ?? null,
        definitionNumber: data.definitionNumber,
        lotNumber: data.lotNumber,
        serialNumber: data.serialNumber,
        quantity: taken,
        unit: data.quantity.unit,
        occurredAt: new Date(data.occurredAt),
      });
    }
    const operation = data.operation ? await replicas.operation(data.operation.id) : undefined;
    const siteId = siteid ?? operation?.siteId ?? null;
    const ids = idsOf('MATERIAL_ACTUAL', eventId);
    const store = new IntegrationMessageStore(ctx.tx, ctx.viewer.tenantId);
    const origin = data.workOrder ? await store.originOf(data.workOrder.id) : undefined;
    const requestId = origin?.requestId ?? null;
    const facts = {
      externalId: ids.externalId,
      publishedAt: time,
      siteCode: siteId === null ? null : await replicas.siteCode(siteId),
      requestId,
      operationNumber: operation?.operationNumber ?? null,
    };
    const number = data.workOrderNumber ?? data.workOrder?.id;
    const workOrder = data.workOrder && number ? { id: data.workOrder.id, number, requestId } : null;
    const outgoing = { kind: 'MATERIAL_ACTUAL', siteId, workOrder, sentAt: new Date(time) } as const;
    await send(ctx, ids, outgoing, materialActualXml(data, facts, taken));
  },
);
