import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { iotEvents } from '@machshop/schema/events/iot.ts';
import {
  type Context,
  checkInput,
  illegalTransition,
  notFound,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { create, describing, descriptionOf, refusing } from '../sensor/commands.ts';
import { SensorStore } from '../sensor/store.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { timeSeriesOf } from '../services.ts';
import { moveHeld } from './move.ts';
import { DiscoveredTagStore } from './store.ts';
import type { DiscoveredTagRow } from './tables.ts';

const approveInput = z.object({ id: z.uuid(), ...describing });
const ignoreInput = z.object({ id: z.uuid(), reason: z.string().trim().min(1).max(2_000).nullish() });

/** Makes a sensor of a tag and moves in what is held of it. The same again changes nothing. */
export async function approveDiscoveredTag(
  ctx: Context,
  raw: unknown,
): Promise<{ discoveredTag: DiscoveredTagRow; sensor: SensorRow }> {
  const input = checkInput(approveInput, raw);
  const approved = await refusing(() =>
    ctx.write(async (tx) => {
      await new ReplicaStore(tx, ctx.viewer.tenantId).raiseVersion();
      const tag = await lockVisible(ctx, tx, input.id);
      if (tag.sensorId) {
        const [sensor] = await new SensorStore(tx, ctx.viewer.tenantId).byIds([tag.sensorId]);
        if (sensor) return { tag, sensor };
      }
      const equipment = await new ReplicaStore(tx, ctx.viewer.tenantId).equipmentByCode(tag.equipmentCode);
      if (!equipment || !mayUseSite(ctx.viewer, equipment.siteId)) {
        throw new Refused(
          ruleViolation('EQUIPMENT_UNKNOWN', `there is no equipment ${tag.equipmentCode}: create it first`, [
            'input',
            'id',
          ]),
        );
      }
      const description = descriptionOf(input, tag.tag);
      return { tag, sensor: await create(ctx, tx, newId(), equipment, tag.tag, description, tag) };
    }),
  );
  await moveHeld(ctx, timeSeriesOf(ctx), approved.tag, approved.sensor);
  const { sensor } = approved;
  return { discoveredTag: { ...approved.tag, state: 'APPROVED', sensorId: sensor.id }, sensor };
}

/** Says that nobody wants a tag. */
export async function ignoreDiscoveredTag(ctx: Context, raw: unknown): Promise<DiscoveredTagRow> {
  const input = checkInput(ignoreInput, raw);
  return ctx.write(async (tx) => {
    const replica = new ReplicaStore(tx, ctx.viewer.tenantId);
    await replica.raiseVersion();
    const tag = await lockVisible(ctx, tx, input.id);
    if (tag.state === 'IGNORED') return tag;
    if (tag.state === 'APPROVED') throw new Refused(illegalTransition(tag.tag, 'APPROVED', 'IGNORED'));
    const row = await new DiscoveredTagStore(tx, ctx.viewer.tenantId).setState(tag.id, 'IGNORED', null);
    const siteId = (await replica.sites()).find(({ code }) => code === tag.site)?.siteId ?? null;
    const discoveredTag = { __typename: 'DiscoveredTag', id: tag.id } as const;
    await ctx.record(tx, iotEvents['discovered-tag.ignored'], {
      id: tag.id,
      siteId,
      data: {
        discoveredTag,
        equipmentCode: tag.equipmentCode,
        tag: tag.tag,
        siteId,
        reason: input.reason ?? null,
        change: {
          action: 'UPDATE',
          entity: discoveredTag,
          old: { state: tag.state },
          new: { state: 'IGNORED' },
          reason: input.reason ?? null,
        },
      },
    });
    return row;
  });
}

/** The codes of the sites that the viewer works at; null means all. */
export async function visibleSites(ctx: Context, tx: Tx): Promise<string[] | null> {
  if (ctx.viewer.siteIds.length === 0) return null;
  const sites = await new ReplicaStore(tx, ctx.viewer.tenantId).sites();
  return sites.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId)).map(({ code }) => code);
}

async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<DiscoveredTagRow> {
  const tag = await new DiscoveredTagStore(tx, ctx.viewer.tenantId).lock(id);
  const sites = await visibleSites(ctx, tx);
  if (!tag || (sites && !sites.includes(tag.site)))
    throw new Refused(notFound(['input', 'id'], 'no such tag'));
  return tag;
}
