import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import {
  type EquipmentStateRow,
  type EquipmentStateRuleRow,
  equipmentStateRules,
  equipmentStates,
} from './tables.ts';

/** Every statement about derived states of machines, of one tenant. */
export class EquipmentStateStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  all(): Promise<EquipmentStateRuleRow[]> {
    return this.#tx.select().from(equipmentStateRules).where(this.#own());
  }

  byEquipment(equipmentIds: readonly string[]): Promise<EquipmentStateRuleRow[]> {
    return this.#tx
      .select()
      .from(equipmentStateRules)
      .where(and(this.#own(), anyOf(equipmentStateRules.equipmentId, equipmentIds)));
  }

  /** One rule a machine: a new one takes the place of the old, and its state begins anew. */
  async replace(row: Omit<EquipmentStateRuleRow, 'tenantId'>): Promise<EquipmentStateRuleRow> {
    const { sensorId, meanings, delaySeconds } = row;
    const [saved] = await this.#tx
      .insert(equipmentStateRules)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: [equipmentStateRules.tenantId, equipmentStateRules.equipmentId],
        set: { sensorId, meanings, delaySeconds },
      })
      .returning();
    return saved as EquipmentStateRuleRow;
  }

  states(ruleIds: readonly string[]): Promise<EquipmentStateRow[]> {
    return this.#tx
      .select()
      .from(equipmentStates)
      .where(and(eq(equipmentStates.tenantId, this.#tenantId), anyOf(equipmentStates.ruleId, ruleIds)));
  }

  /** Locked, always in one order. */
  lockStates(ruleIds: readonly string[]): Promise<EquipmentStateRow[]> {
    return this.#tx
      .select()
      .from(equipmentStates)
      .where(and(eq(equipmentStates.tenantId, this.#tenantId), anyOf(equipmentStates.ruleId, ruleIds)))
      .orderBy(asc(equipmentStates.ruleId))
      .for('update');
  }

  /** Rules with a status that has to last and for whose delay nothing more came, up to a moment; at most `limit`. */
  unsettled(until: Date, limit: number): Promise<{ ruleId: string }[]> {
    return this.#tx
      .select({ ruleId: equipmentStates.ruleId })
      .from(equipmentStates)
      .innerJoin(equipmentStateRules, eq(equipmentStateRules.id, equipmentStates.ruleId))
      .where(
        and(
          eq(equipmentStates.tenantId, this.#tenantId),
          isNotNull(equipmentStates.candidate),
          sql`${equipmentStates.heardAt} + ${equipmentStateRules.delaySeconds} * interval '1 second' <= ${until.toISOString()}::timestamptz`,
        ),
      )
      .limit(limit);
  }

  async saveState(row: Omit<EquipmentStateRow, 'tenantId'>): Promise<void> {
    const { ruleId, ...set } = row;
    await this.#tx
      .insert(equipmentStates)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: equipmentStates.ruleId, set });
  }

  /** The machine's state is unknown until its tag says something again. */
  async forget(ruleId: string): Promise<void> {
    await this.#tx.execute(
      sql`delete from iot.equipment_states where tenant_id = ${this.#tenantId}::uuid and rule_id = ${ruleId}::uuid`,
    );
  }

  #own() {
    return eq(equipmentStateRules.tenantId, this.#tenantId);
  }
}
