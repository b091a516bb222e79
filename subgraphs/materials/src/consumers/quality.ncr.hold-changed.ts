import { defineConsumer } from '@machshop/events';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { QualityHoldStore } from '../quality-hold/store.ts';

/** Quality holds pieces and lots, or lets them go. */
export const ncrHoldChanged = defineConsumer(
  qualityEvents['ncr.hold-changed'],
  async ({ data, time }, { tx, viewer }) => {
    const store = new QualityHoldStore(tx, viewer.tenantId);
    for (const { itemId, entity, hold } of data.affected) {
      if (entity.__typename === 'WorkOrder') continue;
      await store.put({
        itemId,
        nonConformanceId: data.nonConformance.id,
        nonConformanceNumber: data.nonConformanceNumber,
        entityId: entity.id,
        hold,
        version: data.version,
        asOf: new Date(time),
      });
    }
  },
);
