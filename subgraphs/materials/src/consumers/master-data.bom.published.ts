import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { DefinitionStore } from '../definition/store.ts';

/** Keeps what a part is made of. */
export const bomPublished = defineConsumer(masterDataEvents['bom.published'], async ({ data }, ctx) => {
  await new DefinitionStore(ctx.tx, ctx.viewer.tenantId).putBill({
    id: data.bom.id,
    partId: data.part.id,
    partRevisionId: data.partRevision.id,
    effectiveFrom: new Date(data.effectiveFrom),
    effectiveTo: data.effectiveTo ? new Date(data.effectiveTo) : null,
    lines: data.lines,
  });
});
