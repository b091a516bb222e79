import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId, type Tx } from '@machshop/db';
import { iotEvents } from '@machshop/schema/events/iot.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { moveHeld } from '../discovered-tag/move.ts';
import { DiscoveredTagStore } from '../discovered-tag/store.ts';
import type { DiscoveredTagRow } from '../discovered-tag/tables.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { KnownEquipmentRow } from '../replica/tables.ts';
import { timeSeriesOf } from '../services.ts';
import { SensorStore } from './store.ts';
import type { SensorRow } from './tables.ts';

/** What describes a sensor. */
export const describing = {
  name: z.string().trim().min(1).max(200).nullish(),
  parameter: z.string().trim().min(1).max(100),
  unit: z.string().trim().min(1).max(12).nullish(),
  validMin: z.string().nullish(),
  validMax: z.string().nullish(),
  expectedIntervalSeconds: z.int().min(1).max(31_536_000).nullish(),
};
/** A tag as collectors name it. */
export const tag = z.string().min(1).max(256);
const configureInput = z.object({ id: z.uuid().nullish(), equipmentId: z.uuid(), tag, ...describing });

type Description = Pick<
  SensorRow,
  'name' | 'parameter' | 'unit' | 'validMin' | 'validMax' | 'expectedIntervalSeconds'
>;
const DESCRIBED = ['name', 'parameter', 'unit', 'validMin', 'validMax', 'expectedIntervalSeconds'] as const;

/** The description that an input gives, with what it leaves out. */
export const descriptionOf = (input: z.output<z.ZodObject<typeof describing>>, tag: string): Description => ({
  name: input.name ?? tag,
  parameter: input.parameter,
  unit: input.unit ?? null,
  validMin: input.validMin ?? null,
  validMax: input.validMax ?? null,
  expectedIntervalSeconds: input.expectedIntervalSeconds ?? null,
});

/** Makes a tag of a machine a sensor, or changes the sensor that it is. The same again changes nothing. */
export async function configureSensor(ctx: Context, raw: unknown): Promise<SensorRow> {
  const input = checkInput(configureInput, raw);
  const saved = await refusing(() =>
    ctx.write(async (tx) => {
      await new ReplicaStore(tx, ctx.viewer.tenantId).raiseVersion();
      const equipment = await visibleEquipment(ctx, tx, input.equipmentId);
      const store = new SensorStore(tx, ctx.viewer.tenantId);
      const before = input.id
        ? await store.lock(input.id)
        : await store.byTag(equipment.equipmentId, input.tag);
      if (before && (before.equipmentId !== equipment.equipmentId || before.tag !== input.tag)) {
        throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another sensor'));
      }
      const description = descriptionOf(input, input.tag);
      if (before) return { sensor: await change(ctx, tx, before, equipment, description), held: null };
      const held = await new DiscoveredTagStore(tx, ctx.viewer.tenantId).lockTag(equipment.code, input.tag);
      const sensor = await create(
        ctx,
        tx,
        input.id ?? newId(),
        equipment,
        input.tag,
        description,
        held ?? null,
      );
      return { sensor, held };
    }),
  );
  if (saved.held) await moveHeld(ctx, timeSeriesOf(ctx), saved.held, saved.sensor);
  return saved.sensor;
}

/** Makes a sensor in a transaction that has raised the registry's version, of a held tag where there is one. */
export async function create(
  ctx: Context,
  tx: Tx,
  id: string,
  equipment: KnownEquipmentRow,
  tag: string,
  description: Description,
  held: DiscoveredTagRow | null,
): Promise<SensorRow> {
  const row = await new SensorStore(tx, ctx.viewer.tenantId).insert({
    id,
    siteId: equipment.siteId,
    equipmentId: equipment.equipmentId,
    tag,
    ...description,
    recordedAt: ctx.now(),
  });
  if (held) await new DiscoveredTagStore(tx, ctx.viewer.tenantId).setState(held.id, 'APPROVED', row.id);
  const facts = factsOf(row, equipment);
  const change = {
    action: 'CREATE' as const,
    entity: facts.sensor,
    old: null,
    new: { tag, ...description },
    reason: null,
  };
  const about = { id: row.id, siteId: row.siteId };
  if (held) {
    const discoveredTag = { __typename: 'DiscoveredTag', id: held.id } as const;
    await ctx.record(tx, iotEvents['sensor.approved'], {
      ...about,
      data: { ...facts, discoveredTag, change },
    });
  } else await ctx.record(tx, iotEvents['sensor.configured'], { ...about, data: { ...facts, change } });
  return row;
}

async function change(
  ctx: Context,
  tx: Tx,
  before: SensorRow,
  equipment: KnownEquipmentRow,
  description: Description,
): Promise<SensorRow> {
  const changed = DESCRIBED.filter((field) => before[field] !== description[field]);
  if (changed.length === 0) return before;
  const row = await new SensorStore(tx, ctx.viewer.tenantId).update(before.id, description);
  const facts = factsOf(row, equipment);
  const pick = (from: Description) => Object.fromEntries(changed.map((field) => [field, from[field]]));
  await ctx.record(tx, iotEvents['sensor.configured'], {
    id: row.id,
    siteId: row.siteId,
    data: {
      ...facts,
      change: {
        action: 'UPDATE',
        entity: facts.sensor,
        old: pick(before),
        new: pick(description),
        reason: null,
      },
    },
  });
  return row;
}

/**
 * The machine, where the viewer works at its site.
 * @throws Refused NOT_FOUND
 */
export async function visibleEquipment(ctx: Context, tx: Tx, id: string): Promise<KnownEquipmentRow> {
  const [equipment] = await new ReplicaStore(tx, ctx.viewer.tenantId).equipmentByIds([id]);
  if (!equipment || !mayUseSite(ctx.viewer, equipment.siteId))
    throw new Refused(notFound(['input', 'equipmentId'], 'no such equipment'));
  return equipment;
}

/**
 * A sensor, where the viewer works at its site.
 * @throws Refused NOT_FOUND
 */
export async function visibleSensor(ctx: Context, tx: Tx, id: string): Promise<SensorRow> {
  const [sensor] = await new SensorStore(tx, ctx.viewer.tenantId).byIds([id]);
  if (!sensor || !mayUseSite(ctx.viewer, sensor.siteId))
    throw new Refused(notFound(['input', 'sensorId'], 'no such sensor'));
  return sensor;
}

/** What the tables refuse, as refusals. */
export async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    switch (constraintOf(error)) {
      case 'sensors_tag_key':
        throw new Refused(
          invalidInput(['input', 'tag'], 'TAG_TAKEN', 'this tag is another sensor of the machine'),
        );
      case 'sensors_pkey':
        throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another sensor'));
      case 'sensors_range':
        throw new Refused(invalidInput(['input', 'validMin'], 'RANGE_EMPTY', 'validMin is above validMax'));
      default:
        throw error;
    }
  }
}

const factsOf = (row: SensorRow, equipment: KnownEquipmentRow) => ({
  sensor: { __typename: 'Sensor', id: row.id } as const,
  equipment: { __typename: 'Equipment', id: row.equipmentId } as const,
  equipmentCode: equipment.code,
  workCenterCode: equipment.workCenterCode,
  siteId: row.siteId,
  tag: row.tag,
  name: row.name,
  parameter: row.parameter,
  unit: row.unit,
  validMin: row.validMin,
  validMax: row.validMax,
});
