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
import { changeSerial } from '../serialized-part/serial-events.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import { recordLink } from './links.ts';
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
    const siteId = link && (await siteOf(ctx, tx, link));
    if (!link || (siteId && !mayUseSite(ctx.viewer, siteId))) {
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
    await recordLink(ctx, tx, 'genealogy.unlinked', row, siteId);
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

async function siteOf(ctx: Context, tx: Tx, link: ComponentLinkRow): Promise<string | null> {
  if (link.parentType !== 'SerializedPart') return null;
  const [parent] = await new SerializedPartStore(tx, ctx.viewer).byIds([link.parentId]);
  return parent?.siteId ?? null;
}
