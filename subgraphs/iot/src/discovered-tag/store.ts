import { anyOf, keyset, newId, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, sql } from 'drizzle-orm';
import {
  isoMicroseconds,
  marksOf,
  qualityNumber,
  type Reading,
  valueText,
} from '../sensor-reading/reading.ts';
import { arrayText, type ReadingColumns, readingOf } from '../time-series/postgres-store.ts';
import { type DiscoveredTagRow, discoveredTags } from './tables.ts';

/** Where a tag that nobody approved came from. */
export interface TagAddress {
  readonly site: string;
  readonly area: string;
  readonly workCenter: string;
  readonly equipmentCode: string;
  readonly tag: string;
}

/** A tag and what came for it. */
export interface HeldTag {
  readonly address: TagAddress;
  readonly readings: readonly Reading[];
}

const MAX_SHOWN_VALUE = 200;

/** Every statement about tags that nobody approved, of one tenant. */
export class DiscoveredTagStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<DiscoveredTagRow[]> {
    return this.#tx
      .select()
      .from(discoveredTags)
      .where(and(this.#own(), anyOf(discoveredTags.id, ids)));
  }

  async lock(id: string): Promise<DiscoveredTagRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(discoveredTags)
      .where(and(this.#own(), anyOf(discoveredTags.id, [id])))
      .for('update');
    return row;
  }

  async lockTag(equipmentCode: string, tag: string): Promise<DiscoveredTagRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(discoveredTags)
      .where(and(this.#own(), eq(discoveredTags.equipmentCode, equipmentCode), eq(discoveredTags.tag, tag)))
      .for('update');
    return row;
  }

  /** By machine and tag; `sites` are site codes, null means all. */
  page(
    request: PageRequest,
    filter: { equipmentCode?: string | null | undefined; state: DiscoveredTagRow['state'] },
    sites: readonly string[] | null,
  ): Promise<DiscoveredTagRow[]> {
    const page = keyset(request, [discoveredTags.equipmentCode, discoveredTags.tag, discoveredTags.id]);
    return this.#tx
      .select()
      .from(discoveredTags)
      .where(
        page.where(
          this.#own(),
          eq(discoveredTags.state, filter.state),
          filter.equipmentCode ? eq(discoveredTags.equipmentCode, filter.equipmentCode) : undefined,
          sites ? anyOf(discoveredTags.site, sites) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** The tags that nobody wants. */
  ignored(): Promise<{ equipmentCode: string; tag: string }[]> {
    return this.#tx
      .select({ equipmentCode: discoveredTags.equipmentCode, tag: discoveredTags.tag })
      .from(discoveredTags)
      .where(and(this.#own(), eq(discoveredTags.state, 'IGNORED')));
  }

  /** Approved tags that readings are still held of; at most `limit`. */
  leftovers(limit: number): Promise<DiscoveredTagRow[]> {
    return this.#tx
      .select()
      .from(discoveredTags)
      .where(and(this.#own(), eq(discoveredTags.leftovers, true)))
      .limit(limit);
  }

  /** Nothing is held of it any more; in a transaction that has locked it. */
  async noLeftovers(id: string): Promise<void> {
    await this.#tx
      .update(discoveredTags)
      .set({ leftovers: false })
      .where(and(this.#own(), eq(discoveredTags.id, id)));
  }

  async setState(
    id: string,
    state: DiscoveredTagRow['state'],
    sensorId: string | null,
  ): Promise<DiscoveredTagRow> {
    const [row] = await this.#tx
      .update(discoveredTags)
      .set({ state, sensorId, leftovers: state === 'APPROVED' })
      .where(and(this.#own(), eq(discoveredTags.id, id)))
      .returning();
    return row as DiscoveredTagRow;
  }

  /** Keeps readings of tags that are no sensors, and notes the tags. */
  async hold(tags: readonly HeldTag[], now: Date): Promise<void> {
    if (tags.length === 0) return;
    // always in one order, so that two writers never wait for each other
    const sorted = [...tags].sort(
      (a, b) =>
        order(a.address.equipmentCode, b.address.equipmentCode) || order(a.address.tag, b.address.tag),
    );
    const numbers = await this.#note(sorted, now);
    const rows = sorted.flatMap(({ readings }, index) =>
      readings.map((reading) => ({ number: numbers[index] as number, reading })),
    );
    const list = (value: (row: (typeof rows)[number]) => string | number) => `{${rows.map(value).join()}}`;
    await this.#tx.execute(sql`
      insert into iot.held_readings (received_at, tag_number, tenant_id, time, seq, value, quality, marks, text)
      select ${now.toISOString()}::timestamptz, s, ${this.#tenantId}::uuid, t, q, v, u, m, x
      from unnest(${list(({ number }) => number)}::int[], ${list(({ reading }) => isoMicroseconds(reading.timeUs))}::timestamptz[],
        ${list(({ reading }) => reading.seq)}::bigint[], ${list(({ reading }) => reading.value ?? 'NULL')}::float8[],
        ${list(({ reading }) => qualityNumber(reading.quality))}::smallint[], ${list(({ reading }) => marksOf(reading))}::smallint[],
        ${list(({ reading }) => arrayText(reading.text))}::text[]) as n(s, t, q, v, u, m, x)`);
  }

  async #note(tags: readonly HeldTag[], now: Date): Promise<number[]> {
    const list = (value: (tag: HeldTag) => string | number) => `{${tags.map(value).join()}}`;
    const name = (value: (address: TagAddress) => string) => list(({ address }) => arrayText(value(address)));
    const last = ({ readings }: HeldTag) => {
      const reading = readings.at(-1);
      return arrayText(reading ? valueText(reading).slice(0, MAX_SHOWN_VALUE) : null);
    };
    const rows = await this.#tx.execute<{ number: number; equipment_code: string; tag: string }>(sql`
      insert into iot.discovered_tags (id, tenant_id, site, area, work_center, equipment_code, tag, state,
        first_seen_at, last_seen_at, last_value, readings, recorded_at)
      select i, ${this.#tenantId}::uuid, s, a, w, e, t, 'DISCOVERED', n, n, v, c, n
      from unnest(${list(() => newId())}::uuid[], ${name(({ site }) => site)}::text[], ${name(({ area }) => area)}::text[],
        ${name(({ workCenter }) => workCenter)}::text[], ${name(({ equipmentCode }) => equipmentCode)}::text[],
        ${name(({ tag }) => tag)}::text[], ${list(last)}::text[], ${list(({ readings }) => readings.length)}::int[]) as u(i, s, a, w, e, t, v, c),
        (select ${now.toISOString()}::timestamptz as n) clock
      on conflict on constraint discovered_tags_tag_key do update set last_seen_at = excluded.last_seen_at,
        last_value = excluded.last_value, readings = discovered_tags.readings + excluded.readings,
        leftovers = discovered_tags.state = 'APPROVED'
      returning number, equipment_code, tag`);
    const numbers = new Map(
      rows.map(({ equipment_code, tag, number }) => [`${equipment_code}\n${tag}`, number]),
    );
    return tags.map(({ address }) => numbers.get(`${address.equipmentCode}\n${address.tag}`) as number);
  }

  async heldCount(number: number): Promise<number> {
    const [row] = await this.#tx.execute<{ count: string }>(
      sql`select count(*) as count from iot.held_readings where tenant_id = ${this.#tenantId}::uuid and tag_number = ${number}`,
    );
    return Number(row?.count ?? 0);
  }

  /** Takes held readings out, oldest first; at most `limit`. */
  async take(number: number, limit: number): Promise<Reading[]> {
    const rows = await this.#tx.execute<ReadingColumns>(sql`
      with taken as (
        delete from iot.held_readings h using (
          select tableoid, ctid from iot.held_readings where tenant_id = ${this.#tenantId}::uuid and tag_number = ${number}
          order by time limit ${limit} for update skip locked) t
        where h.tableoid = t.tableoid and h.ctid = t.ctid and h.tag_number = ${number} returning h.*)
      select (extract(epoch from time) * 1000000)::bigint as us, seq, value, quality, marks, text from taken order by time, seq`);
    return rows.map(readingOf);
  }

  #own() {
    return eq(discoveredTags.tenantId, this.#tenantId);
  }
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
