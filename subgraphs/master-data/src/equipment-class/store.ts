import { anyOf, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import { type EquipmentClassRow, equipmentClasses } from './tables.ts';

/** Every statement about where classes of equipment stand, of one tenant. */
export class EquipmentClassStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async save(row: Omit<EquipmentClassRow, 'tenantId'>): Promise<void> {
    const { equipmentClass, workCenterCode } = row;
    await this.#tx
      .insert(equipmentClasses)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: equipmentClasses.equipmentId, set: { equipmentClass, workCenterCode } });
  }

  /** The work centers that have equipment of each class. */
  async workCentersOf(classes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.#tx
      .selectDistinct({
        equipmentClass: equipmentClasses.equipmentClass,
        workCenterCode: equipmentClasses.workCenterCode,
      })
      .from(equipmentClasses)
      .where(
        and(eq(equipmentClasses.tenantId, this.#tenantId), anyOf(equipmentClasses.equipmentClass, classes)),
      )
      .orderBy(equipmentClasses.workCenterCode);
    const byClass = Map.groupBy(rows, (row) => row.equipmentClass ?? '');
    return new Map([...byClass].map(([name, found]) => [name, found.map((row) => row.workCenterCode)]));
  }
}
