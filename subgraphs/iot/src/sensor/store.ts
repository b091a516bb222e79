import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import { knownEquipment } from '../replica/tables.ts';
import { type SensorRow, sensors } from './tables.ts';

export interface SensorFilter {
  siteId?: string | null | undefined;
  equipmentId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  tag?: string | null | undefined;
}

/** Every statement about sensors of one tenant. */
export class SensorStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<SensorRow[]> {
    return this.#tx
      .select()
      .from(sensors)
      .where(and(this.#own(), anyOf(sensors.id, ids)));
  }

  /** By machine and tag. */
  byEquipment(equipmentIds: readonly string[]): Promise<SensorRow[]> {
    return this.#tx
      .select()
      .from(sensors)
      .where(and(this.#own(), anyOf(sensors.equipmentId, equipmentIds)))
      .orderBy(asc(sensors.equipmentId), asc(sensors.tag));
  }

  async byTag(equipmentId: string, tag: string): Promise<SensorRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sensors)
      .where(and(this.#own(), eq(sensors.equipmentId, equipmentId), eq(sensors.tag, tag)));
    return row;
  }

  /** Sensors of a work center's machines, by machine and tag; at most `limit`. */
  async ofWorkCenter(
    workCenterCode: string,
    siteIds: readonly string[],
    limit: number,
  ): Promise<SensorRow[]> {
    const rows = await this.#tx
      .select({ sensor: sensors })
      .from(sensors)
      .innerJoin(knownEquipment, eq(knownEquipment.equipmentId, sensors.equipmentId))
      .where(and(this.#own(), eq(knownEquipment.workCenterCode, workCenterCode), this.#atSites(siteIds)))
      .orderBy(asc(knownEquipment.code), asc(sensors.tag))
      .limit(limit);
    return rows.map(({ sensor }) => sensor);
  }

  /** By id; `siteIds` empty means every site. */
  async page(request: PageRequest, filter: SensorFilter, siteIds: readonly string[]): Promise<SensorRow[]> {
    const page = keyset(request, [sensors.tag, sensors.id]);
    const rows = await this.#tx
      .select({ sensor: sensors })
      .from(sensors)
      .innerJoin(knownEquipment, eq(knownEquipment.equipmentId, sensors.equipmentId))
      .where(
        page.where(
          this.#own(),
          this.#atSites(siteIds),
          filter.siteId ? anyOf(sensors.siteId, [filter.siteId]) : undefined,
          filter.equipmentId ? anyOf(sensors.equipmentId, [filter.equipmentId]) : undefined,
          filter.workCenterCode ? eq(knownEquipment.workCenterCode, filter.workCenterCode) : undefined,
          filter.tag ? eq(sensors.tag, filter.tag) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
    return rows.map(({ sensor }) => sensor);
  }

  async lock(id: string): Promise<SensorRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sensors)
      .where(and(this.#own(), anyOf(sensors.id, [id])))
      .for('update');
    return row;
  }

  all(): Promise<SensorRow[]> {
    return this.#tx.select().from(sensors).where(this.#own());
  }

  /** Throws a violation of `sensors_tag_key`, `sensors_range` or `sensors_pkey`. */
  async insert(row: Omit<SensorRow, 'tenantId' | 'series'>): Promise<SensorRow> {
    const [saved] = await this.#tx
      .insert(sensors)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as SensorRow;
  }

  async update(
    id: string,
    changes: Partial<Omit<SensorRow, 'id' | 'tenantId' | 'series'>>,
  ): Promise<SensorRow> {
    const [saved] = await this.#tx
      .update(sensors)
      .set(changes)
      .where(and(this.#own(), eq(sensors.id, id)))
      .returning();
    return saved as SensorRow;
  }

  #own() {
    return eq(sensors.tenantId, this.#tenantId);
  }

  #atSites(siteIds: readonly string[]) {
    return siteIds.length > 0 ? sql`${anyOf(sensors.siteId, siteIds)}` : undefined;
  }
}
