import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';
import type { AlertSeverity } from '../alert-rule/alert-rule.ts';
import { type SensorAlertRow, sensorAlerts } from './tables.ts';

export type SensorAlertState = 'RAISED' | 'ACKNOWLEDGED' | 'CLEARED';

export interface SensorAlertFilter {
  siteId?: string | null | undefined;
  equipmentId?: string | null | undefined;
  sensorId?: string | null | undefined;
  state?: SensorAlertState | null | undefined;
  severity?: AlertSeverity | null | undefined;
}

/** Every statement about alerts of one tenant. */
export class SensorAlertStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<SensorAlertRow[]> {
    return this.#tx
      .select()
      .from(sensorAlerts)
      .where(and(this.#own(), anyOf(sensorAlerts.id, ids)));
  }

  async lock(id: string): Promise<SensorAlertRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sensorAlerts)
      .where(and(this.#own(), anyOf(sensorAlerts.id, [id])))
      .for('update');
    return row;
  }

  /** The alert of a rule that is not over. */
  async lockOpen(ruleId: string): Promise<SensorAlertRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sensorAlerts)
      .where(and(this.#own(), eq(sensorAlerts.ruleId, ruleId), isNull(sensorAlerts.clearedAt)))
      .for('update');
    return row;
  }

  /** Newest first. */
  page(
    request: PageRequest,
    filter: SensorAlertFilter,
    siteIds: readonly string[],
  ): Promise<SensorAlertRow[]> {
    const page = keyset(request, [sensorAlerts.raisedAt, sensorAlerts.id], 'desc');
    return this.#tx
      .select()
      .from(sensorAlerts)
      .where(
        page.where(
          this.#own(),
          siteIds.length > 0 ? anyOf(sensorAlerts.siteId, siteIds) : undefined,
          filter.siteId ? anyOf(sensorAlerts.siteId, [filter.siteId]) : undefined,
          filter.equipmentId ? anyOf(sensorAlerts.equipmentId, [filter.equipmentId]) : undefined,
          filter.sensorId ? anyOf(sensorAlerts.sensorId, [filter.sensorId]) : undefined,
          filter.severity ? eq(sensorAlerts.severity, filter.severity) : undefined,
          filter.state ? inState(filter.state) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Alerts that nobody acknowledged in time, the longest overdue first; locked. */
  overdue(now: Date, limit: number): Promise<SensorAlertRow[]> {
    return this.#tx
      .select()
      .from(sensorAlerts)
      .where(
        and(
          this.#own(),
          isNotNull(sensorAlerts.escalateAt),
          lte(sensorAlerts.escalateAt, now),
          isNull(sensorAlerts.acknowledgedAt),
          isNull(sensorAlerts.clearedAt),
        ),
      )
      .orderBy(asc(sensorAlerts.escalateAt))
      .limit(limit)
      .for('update', { skipLocked: true });
  }

  /** Throws a violation of `sensor_alerts_open_key` when the rule has an alert already. */
  async insert(row: Omit<SensorAlertRow, 'tenantId'>): Promise<SensorAlertRow> {
    const [saved] = await this.#tx
      .insert(sensorAlerts)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as SensorAlertRow;
  }

  async update(
    id: string,
    changes: Partial<Omit<SensorAlertRow, 'id' | 'tenantId'>>,
  ): Promise<SensorAlertRow> {
    const [saved] = await this.#tx
      .update(sensorAlerts)
      .set(changes)
      .where(and(this.#own(), eq(sensorAlerts.id, id)))
      .returning();
    return saved as SensorAlertRow;
  }

  #own() {
    return eq(sensorAlerts.tenantId, this.#tenantId);
  }
}

function inState(state: SensorAlertState): SQL | undefined {
  if (state === 'CLEARED') return isNotNull(sensorAlerts.clearedAt);
  const open = isNull(sensorAlerts.clearedAt);
  return and(
    open,
    state === 'RAISED' ? isNull(sensorAlerts.acknowledgedAt) : isNotNull(sensorAlerts.acknowledgedAt),
  );
}
