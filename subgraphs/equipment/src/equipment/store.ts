import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, count, eq } from 'drizzle-orm';
import { workCenters } from '../work-center/tables.ts';
import {
  type EquipmentLogEntryRow,
  type EquipmentRow,
  equipment,
  equipmentLogEntries,
  equipmentUses,
} from './tables.ts';

export interface EquipmentFilter {
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  equipmentClass?: string | null | undefined;
  status?: EquipmentRow['status'] | null | undefined;
}

/** Every statement about equipment of one tenant. */
export class EquipmentStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<EquipmentRow[]> {
    return this.#tx
      .select()
      .from(equipment)
      .where(and(this.#own(), anyOf(equipment.id, ids)));
  }

  byCodes(codes: readonly string[]): Promise<EquipmentRow[]> {
    return this.#tx
      .select()
      .from(equipment)
      .where(and(this.#own(), anyOf(equipment.code, codes)));
  }

  byWorkCenters(ids: readonly string[]): Promise<EquipmentRow[]> {
    return this.#tx
      .select()
      .from(equipment)
      .where(and(this.#own(), anyOf(equipment.workCenterId, ids)))
      .orderBy(equipment.code);
  }

  async page(request: PageRequest, filter: EquipmentFilter): Promise<EquipmentRow[]> {
    const page = keyset(request, [equipment.code, equipment.id]);
    const rows = await this.#tx
      .select({ equipment })
      .from(equipment)
      .innerJoin(workCenters, eq(workCenters.id, equipment.workCenterId))
      .where(
        page.where(
          this.#own(),
          filter.siteId ? eq(equipment.siteId, filter.siteId) : undefined,
          filter.workCenterCode ? eq(workCenters.code, filter.workCenterCode) : undefined,
          filter.equipmentClass ? eq(equipment.equipmentClass, filter.equipmentClass) : undefined,
          filter.status ? eq(equipment.status, filter.status) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
    return rows.map((row) => row.equipment);
  }

  async lock(id: string): Promise<EquipmentRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(equipment)
      .where(and(this.#own(), eq(equipment.id, id)))
      .for('update');
    return row;
  }

  /** Throws a violation of `equipment_code_key` or `equipment_pkey`. */
  async insert(row: Omit<EquipmentRow, 'tenantId'>): Promise<EquipmentRow> {
    const [saved] = await this.#tx
      .insert(equipment)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as EquipmentRow;
  }

  async update(id: string, changes: Partial<Omit<EquipmentRow, 'id' | 'tenantId'>>): Promise<EquipmentRow> {
    const [saved] = await this.#tx
      .update(equipment)
      .set(changes)
      .where(and(this.#own(), eq(equipment.id, id)))
      .returning();
    return saved as EquipmentRow;
  }

  /** Operation executions that hold the machine. */
  async uses(equipmentId: string): Promise<number> {
    const [row] = await this.#tx
      .select({ uses: count() })
      .from(equipmentUses)
      .where(and(eq(equipmentUses.tenantId, this.#tenantId), eq(equipmentUses.equipmentId, equipmentId)));
    return row?.uses ?? 0;
  }

  async addUse(executionId: string, equipmentId: string, startedAt: Date): Promise<void> {
    await this.#tx
      .insert(equipmentUses)
      .values({ executionId, tenantId: this.#tenantId, equipmentId, startedAt })
      .onConflictDoNothing();
  }

  async endUse(executionId: string): Promise<void> {
    await this.#tx
      .delete(equipmentUses)
      .where(and(eq(equipmentUses.tenantId, this.#tenantId), eq(equipmentUses.executionId, executionId)));
  }

  async addLogEntry(row: Omit<EquipmentLogEntryRow, 'tenantId'>): Promise<void> {
    await this.#tx.insert(equipmentLogEntries).values({ ...row, tenantId: this.#tenantId });
  }

  logPage(equipmentId: string, request: PageRequest): Promise<EquipmentLogEntryRow[]> {
    const page = keyset(request, [equipmentLogEntries.occurredAt, equipmentLogEntries.id], 'desc');
    return this.#tx
      .select()
      .from(equipmentLogEntries)
      .where(
        page.where(
          eq(equipmentLogEntries.tenantId, this.#tenantId),
          eq(equipmentLogEntries.equipmentId, equipmentId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  #own() {
    return eq(equipment.tenantId, this.#tenantId);
  }
}
