import { Decimal } from '@machshop/db';
import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { MaterialStore } from '../replica/material-store.ts';

/** Material went into an order: it costs. */
export const materialConsumed = defineConsumer(
  materialEvents['material.consumed'],
  async ({ data }, { tx, viewer }) => {
    if (!data.workOrder) return;
    await new MaterialStore(tx, viewer.tenantId).use({
      id: data.transaction.id,
      workOrderId: data.workOrder.id,
      operationId: data.operation?.id ?? null,
      definitionType: data.definition.__typename,
      definitionId: data.definition.id,
      definitionNumber: data.definitionNumber,
      unit: data.quantity.unit,
      // the ledger says what the balance changed by: what was used is the other way round
      quantity: new Decimal(data.quantity.value).negated().toFixed(),
      unitCost: data.unitCost,
      occurredAt: new Date(data.occurredAt),
    });
  },
);
