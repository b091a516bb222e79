import { mayUseSite } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { occurredAt, reason } from '../inputs.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import { changeSerial } from '../serialized-part/serial-events.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import { lotEnd, orderEnd, pieceEnd, type Traceable, type TraceableType } from './component-link.ts';
import { type LinkFacts, recordLink } from './links.ts';
import { ComponentLinkStore } from './store.ts';
import type { ComponentLinkRow } from './tables.ts';

const removeInput = z.object({ linkId: z.uuid(), reason, scrap: z.boolean().nullish(), occurredAt });

/** Takes a component out of its parent. One that is out already changes nothing. */
export async function removeSerial(ctx: Context, raw: unknown): Promise<ComponentLinkRow> {
  const input = checkInput(removeInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  return ctx.write(async (tx) => {
    const store = new ComponentLinkStore(tx, ctx.viewer.tenantId);
    const link = await store.lock(input.linkId);
    const facts = link && (await factsOf(ctx, tx, link));
    if (!link || !facts || (facts.siteId && !mayUseSite(ctx.viewer, facts.siteId))) {
      throw new Refused(notFound(['input', 'linkId'], 'there is no such link'));
    }
    if (link.childType === 'WorkOrder') {
      throw new Refused(
        ruleViolation('NO_COMPONENT', 'material that is common to an order is no component', [
          'input',
          'linkId',
        ]),
      );
    }
    if (link.unlinkedAt) {
      if (link.unlinkReason === input.reason) return link;
      throw new Refused(
        ruleViolation('ALREADY_REMOVED', `it was removed at ${link.unlinkedAt.toISOString()}`, [
          'input',
          'linkId',
        ]),
      );
    }
    if (at < link.linkedAt) {
      throw new Refused(
        invalidInput(
          ['input', 'occurredAt'],
          'BEFORE_ASSEMBLY',
          `it was assembled at ${link.linkedAt.toISOString()}`,
        ),
      );
    }
    const row = await store.unlink(link.id, at, input.reason);
    await recordLink(ctx, tx, 'genealogy.unlinked', row, facts);
    if (row.childType === 'SerializedPart') await release(ctx, tx, row, input.scrap ?? false, at);
    return row;
  });
}

/** The piece is on its own again. */
async function release(
  ctx: Context,
  tx: Tx,
  link: ComponentLinkRow,
  scrap: boolean,
  at: Date,
): Promise<void> {
  const [serial] = await new SerializedPartStore(tx, ctx.viewer).lock([link.childNumber]);
  if (!serial) throw new Error(`link ${link.id} has no piece`);
  if (serial.status !== 'ASSEMBLED') {
    throw new Refused(illegalTransition(serial.serialNumber, serial.status, 'COMPLETED'));
  }
  await changeSerial(ctx, tx, serial, scrap ? 'SCRAPPED' : 'COMPLETED', link.unlinkReason, at);
}

/** The site of a link is that of what the component is in. */
async function factsOf(ctx: Context, tx: Tx, link: ComponentLinkRow): Promise<LinkFacts> {
  const parent = await endOf(ctx, tx, link.parentType, link.parentId);
  const child = await endOf(ctx, tx, link.childType, link.childId);
  return {
    siteId: parent.siteId,
    parentDefinition: parent.end.definition,
    childDefinition: child.end.definition,
  };
}

/** What stands at an end of a link, and its site: a lot lies anywhere. */
async function endOf(
  ctx: Context,
  tx: Tx,
  type: TraceableType,
  id: string,
): Promise<{ end: Traceable; siteId: string | null }> {
  const { tenantId } = ctx.viewer;
  if (type === 'SerializedPart') {
    const [piece] = await new SerializedPartStore(tx, ctx.viewer).byIds([id]);
    if (piece) return { end: pieceEnd(piece), siteId: piece.siteId };
  } else if (type === 'MaterialLot') {
    const [lot] = await new MaterialLotStore(tx, tenantId).byIds([id]);
    if (lot) return { end: lotEnd(lot), siteId: null };
  } else {
    const order = await new WorkOrderStore(tx, tenantId).byId(id);
    if (order) return { end: orderEnd(order), siteId: order.siteId };
  }
  throw new Error(`a link names ${type} ${id}, which is not there`);
}
