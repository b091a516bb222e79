import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { type AlertRuleRow, type AlertStateRow, alertRules, alertStates } from './tables.ts';

/** Every statement about alert rules and where they stand, of one tenant. */
export class AlertRuleStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Removed ones too: alerts name them. */
  byIds(ids: readonly string[]): Promise<AlertRuleRow[]> {
    return this.#tx
      .select()
      .from(alertRules)
      .where(and(this.#own(), anyOf(alertRules.id, ids)));
  }

  bySensors(sensorIds: readonly string[]): Promise<AlertRuleRow[]> {
    return this.#tx
      .select()
      .from(alertRules)
      .where(and(this.#own(), isNull(alertRules.removedAt), anyOf(alertRules.sensorId, sensorIds)))
      .orderBy(asc(alertRules.id));
  }

  all(): Promise<AlertRuleRow[]> {
    return this.#tx
      .select()
      .from(alertRules)
      .where(and(this.#own(), isNull(alertRules.removedAt)));
  }

  async lock(id: string): Promise<AlertRuleRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(alertRules)
      .where(and(this.#own(), anyOf(alertRules.id, [id])))
      .for('update');
    return row;
  }

  async insert(row: Omit<AlertRuleRow, 'tenantId'>): Promise<AlertRuleRow> {
    const [saved] = await this.#tx
      .insert(alertRules)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as AlertRuleRow;
  }

  async update(id: string, changes: Partial<Omit<AlertRuleRow, 'id' | 'tenantId'>>): Promise<AlertRuleRow> {
    const [saved] = await this.#tx
      .update(alertRules)
      .set(changes)
      .where(and(this.#own(), eq(alertRules.id, id)))
      .returning();
    return saved as AlertRuleRow;
  }

  /** Where these rules stand, locked, always in one order. */
  lockStates(ruleIds: readonly string[]): Promise<AlertStateRow[]> {
    return this.#tx
      .select()
      .from(alertStates)
      .where(and(eq(alertStates.tenantId, this.#tenantId), anyOf(alertStates.ruleId, ruleIds)))
      .orderBy(asc(alertStates.ruleId))
      .for('update');
  }

  /**
   * Rules whose condition has begun and for whose delay nothing more came, up to a moment; at most `limit`, not
   * those that time alone does not raise: rates, and whatever is of a machine in maintenance.
   */
  pending(until: Date, limit: number): Promise<{ ruleId: string }[]> {
    return this.#tx
      .select({ ruleId: alertStates.ruleId })
      .from(alertStates)
      .innerJoin(alertRules, eq(alertRules.id, alertStates.ruleId))
      .where(
        and(
          eq(alertStates.tenantId, this.#tenantId),
          eq(alertStates.phase, 'PENDING'),
          ne(alertRules.condition, 'RATE_OF_CHANGE'),
          sql`not exists (select 1 from iot.sensors s where s.id = ${alertRules.sensorId} and 'MAINTENANCE' = (
            select e.status from iot.equipment_statuses e
            where e.tenant_id = s.tenant_id and e.equipment_id = s.equipment_id order by e.since desc limit 1))`,
          sql`${alertStates.judgedAt} + ${alertRules.delaySeconds} * interval '1 second' <= ${until.toISOString()}::timestamptz`,
        ),
      )
      .limit(limit);
  }

  async saveStates(rows: readonly Omit<AlertStateRow, 'tenantId'>[]): Promise<void> {
    if (rows.length === 0) return;
    const sorted = [...rows].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
    const list = (value: (row: (typeof sorted)[number]) => string | number | null) =>
      `{${sorted.map((row) => value(row) ?? 'NULL').join()}}`;
    await this.#tx.execute(sql`
      insert into iot.alert_states (rule_id, tenant_id, phase, since_us, raised_us, last_us, last_value, judged_at, alert_id)
      select r, ${this.#tenantId}::uuid, p, s, a, l, v, j, i
      from unnest(${list(({ ruleId }) => ruleId)}::uuid[], ${list(({ phase }) => phase)}::text[], ${list(({ sinceUs }) => sinceUs)}::bigint[],
        ${list(({ raisedUs }) => raisedUs)}::bigint[], ${list(({ lastUs }) => lastUs)}::bigint[],
        ${list(({ lastValue }) => lastValue)}::float8[], ${list(({ judgedAt }) => judgedAt.toISOString())}::timestamptz[],
        ${list(({ alertId }) => alertId)}::uuid[]) as n(r, p, s, a, l, v, j, i)
      on conflict (rule_id) do update set phase = excluded.phase, since_us = excluded.since_us, raised_us = excluded.raised_us,
        last_us = excluded.last_us, last_value = excluded.last_value, judged_at = excluded.judged_at, alert_id = excluded.alert_id`);
  }

  async forgetState(ruleId: string): Promise<void> {
    await this.#tx
      .delete(alertStates)
      .where(and(eq(alertStates.tenantId, this.#tenantId), eq(alertStates.ruleId, ruleId)));
  }

  #own() {
    return eq(alertRules.tenantId, this.#tenantId);
  }
}
