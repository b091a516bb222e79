import { defineConsumer } from '@machshop/events';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { followHolds } from '../quality-hold/quality-hold.ts';
import { QualityHoldStore } from '../quality-hold/store.ts';

/** Quality holds pieces and orders, or lets them go. */
export const ncrHoldChanged = defineConsumer(
  qualityEvents['ncr.hold-changed'],
  async ({ data, time }, ctx) => {
    const store = new QualityHoldStore(ctx.tx, ctx.viewer.tenantId);
    const orders = new Set<string>();
    for (const { itemId, entity, number, hold } of data.affected) {
      if (entity.__typename === 'MaterialLot') continue;
      if (entity.__typename === 'WorkOrder') orders.add(entity.id);
      await store.put({
        itemId,
        nonConformanceId: data.nonConformance.id,
        nonConformanceNumber: data.nonConformanceNumber,
        entityType: entity.__typename,
        entityId: entity.id,
        number,
        hold,
        version: data.version,
        asOf: new Date(time),
      });
    }
    for (const id of [...orders].sort()) await followHolds(ctx, ctx.tx, id);
  },
);
