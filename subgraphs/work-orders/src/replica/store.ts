import { anyOf, newer, putNewer, type Tx } from '@machshop/db';
import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import {
  type BomRow,
  boms,
  type EquipmentRow,
  equipment,
  type InspectionRow,
  inspections,
  type PartRevisionRow,
  partRevisions,
  type RoutingRow,
  routings,
  sites,
  workCenters,
} from './tables.ts';

type New<Row> = Omit<Row, 'tenantId'>;

/** Every statement about what other domains said in one tenant. A row from an older event changes nothing. */
export class ReplicaStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async putPartRevision(row: New<PartRevisionRow>): Promise<void> {
    await putNewer(this.#tx, partRevisions, { ...row, tenantId: this.#tenantId });
  }

  async putRouting(row: New<RoutingRow>): Promise<void> {
    await putNewer(this.#tx, routings, { ...row, tenantId: this.#tenantId });
  }

  async putBom(row: New<BomRow>): Promise<void> {
    await putNewer(this.#tx, boms, { ...row, tenantId: this.#tenantId });
  }

  async putSite(row: { id: string; code: string; asOf: Date }): Promise<void> {
    await putNewer(this.#tx, sites, { ...row, tenantId: this.#tenantId });
  }

  async putWorkCenter(row: { id: string; code: string; siteId: string; asOf: Date }): Promise<void> {
    await putNewer(this.#tx, workCenters, { ...row, tenantId: this.#tenantId });
  }

  /** Without `statusSince` what is known of it stays. */
  async putEquipment({ statusSince, ...row }: New<EquipmentRow>): Promise<void> {
    const known = statusSince ? { ...row, statusSince } : row;
    await putNewer(this.#tx, equipment, { ...row, statusSince, tenantId: this.#tenantId }, known);
  }

  /** An inspection that is known already stays as it is. */
  async openInspection(row: New<InspectionRow>): Promise<void> {
    await this.#tx
      .insert(inspections)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async putInspection(row: New<InspectionRow>): Promise<void> {
    await this.#tx
      .insert(inspections)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: inspections.id,
        set: row,
        // the creation may come in after the completion, and may be as old
        setWhere: sql`${inspections.result} is null or ${newer(inspections)}`,
      });
  }

  /** The revisions of parts that may be made: newest published first. */
  partRevisions(numbers: readonly string[]): Promise<PartRevisionRow[]> {
    return this.#tx
      .select()
      .from(partRevisions)
      .where(
        and(
          eq(partRevisions.tenantId, this.#tenantId),
          anyOf(partRevisions.number, numbers),
          eq(partRevisions.retired, false),
        ),
      )
      .orderBy(desc(partRevisions.asOf), desc(partRevisions.id));
  }

  /** The routings of part revisions that are in force: newest published first. */
  routings(partRevisionIds: readonly string[]): Promise<RoutingRow[]> {
    return this.#tx
      .select()
      .from(routings)
      .where(
        and(
          eq(routings.tenantId, this.#tenantId),
          anyOf(routings.partRevisionId, partRevisionIds),
          eq(routings.superseded, false),
        ),
      )
      .orderBy(desc(routings.asOf), desc(routings.version));
  }

  /** The bills of part revisions: latest effectivity first. */
  boms(partRevisionIds: readonly string[]): Promise<BomRow[]> {
    return this.#tx
      .select()
      .from(boms)
      .where(and(eq(boms.tenantId, this.#tenantId), anyOf(boms.partRevisionId, partRevisionIds)))
      .orderBy(desc(boms.effectiveFrom));
  }

  /** At most two: one is the tenant's only site. */
  async sites(): Promise<{ id: string; code: string }[]> {
    return this.#tx
      .select({ id: sites.id, code: sites.code })
      .from(sites)
      .where(eq(sites.tenantId, this.#tenantId))
      .limit(2);
  }

  sitesByCode(codes: readonly string[]): Promise<{ id: string; code: string }[]> {
    return this.#tx
      .select({ id: sites.id, code: sites.code })
      .from(sites)
      .where(and(eq(sites.tenantId, this.#tenantId), anyOf(sites.code, codes)));
  }

  workCenters(codes: readonly string[]): Promise<{ code: string; siteId: string }[]> {
    return this.#tx
      .select({ code: workCenters.code, siteId: workCenters.siteId })
      .from(workCenters)
      .where(and(eq(workCenters.tenantId, this.#tenantId), anyOf(workCenters.code, codes)));
  }

  async equipment(wanted: { id?: string | null; code?: string | null }): Promise<EquipmentRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(equipment)
      .where(
        and(
          eq(equipment.tenantId, this.#tenantId),
          wanted.id ? eq(equipment.id, wanted.id) : eq(equipment.code, wanted.code ?? ''),
        ),
      );
    return row;
  }

  /** Inspections of an order that are open or failed. */
  notPassed(workOrderId: string): Promise<InspectionRow[]> {
    return this.#tx
      .select()
      .from(inspections)
      .where(
        and(
          eq(inspections.tenantId, this.#tenantId),
          eq(inspections.workOrderId, workOrderId),
          or(isNull(inspections.result), ne(inspections.result, 'PASSED')),
        ),
      );
  }
}
