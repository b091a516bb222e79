import type { Tx } from '@machshop/db';
import type { AlertLimits, AlertSeverity, Maintenance } from '../alert-rule/alert-rule.ts';
import { AlertRuleStore } from '../alert-rule/store.ts';
import type { AlertRuleRow } from '../alert-rule/tables.ts';
import { DiscoveredTagStore } from '../discovered-tag/store.ts';
import { EquipmentStateStore } from '../equipment-state/store.ts';
import type { EquipmentStateRuleRow } from '../equipment-state/tables.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { KnownEquipmentRow } from '../replica/tables.ts';
import { rangeOf, seriesOf } from '../sensor/sensor.ts';
import { SensorStore } from '../sensor/store.ts';
import type { SensorRow } from '../sensor/tables.ts';
import type { ValidRange } from '../sensor-reading/reading.ts';
import type { Series } from '../time-series/time-series.ts';

/** A sensor as ingest needs it. */
export interface KnownSensor {
  readonly row: SensorRow;
  readonly series: Series;
  readonly range: ValidRange;
  readonly equipment: KnownEquipmentRow;
  readonly rules: readonly KnownRule[];
  readonly stateRule: EquipmentStateRuleRow | null;
}

export interface KnownRule {
  readonly row: AlertRuleRow;
  readonly severity: AlertSeverity;
  readonly limits: AlertLimits;
}

/** What ingest knows of one tenant, as of one version. */
export interface Registry {
  readonly version: number;
  readonly sensor: (equipmentCode: string, tag: string) => KnownSensor | undefined;
  readonly sensorById: ReadonlyMap<string, KnownSensor>;
  readonly sensorOfRule: ReadonlyMap<string, KnownSensor>;
  /** Sensors of a machine that have alert rules or a state rule. */
  readonly watched: (equipmentCode: string) => readonly KnownSensor[];
  readonly isIgnored: (equipmentCode: string, tag: string) => boolean;
  /** When the machine was in maintenance, in order of time, as far back as its statuses are kept. */
  readonly maintenance: (equipmentId: string) => readonly Maintenance[];
}

const MAX_TENANTS = 1_000;

export const limitsOf = (row: AlertRuleRow): AlertLimits => ({
  condition: row.condition,
  high: row.high === null ? null : Number(row.high),
  low: row.low === null ? null : Number(row.low),
  perMinute: row.perMinute === null ? null : Number(row.perMinute),
  hysteresis: Number(row.hysteresis),
  delayUs: row.delaySeconds * 1_000_000,
});

const key = (equipmentCode: string, tag: string) => `${equipmentCode}\n${tag}`;

/** Keeps what ingest knows in memory; one small read a transaction tells whether it still holds. */
export class RegistryCache {
  readonly #tenants = new Map<string, Registry>();

  /** The registry as this transaction sees it. */
  async current(tx: Tx, tenantId: string): Promise<Registry> {
    const version = await new ReplicaStore(tx, tenantId).holdVersion();
    const known = this.#tenants.get(tenantId);
    if (known?.version === version) return known;
    const registry = await loadRegistry(tx, tenantId, version);
    if (this.#tenants.size >= MAX_TENANTS) this.#tenants.clear();
    this.#tenants.set(tenantId, registry);
    return registry;
  }
}

async function loadRegistry(tx: Tx, tenantId: string, version: number): Promise<Registry> {
  const replica = new ReplicaStore(tx, tenantId);
  const equipment = new Map((await replica.equipment()).map((row) => [row.equipmentId, row]));
  const rules = Map.groupBy(await new AlertRuleStore(tx, tenantId).all(), ({ sensorId }) => sensorId);
  const stateRules = new Map(
    (await new EquipmentStateStore(tx, tenantId).all()).map((row) => [row.sensorId, row]),
  );
  const sensors = new Map<string, KnownSensor>();
  for (const row of await new SensorStore(tx, tenantId).all()) {
    const at = equipment.get(row.equipmentId);
    if (!at) continue;
    const known = (rules.get(row.id) ?? []).map((rule) => ({
      row: rule,
      severity: rule.severity,
      limits: limitsOf(rule),
    }));
    sensors.set(key(at.code, row.tag), {
      row,
      series: seriesOf(row),
      range: rangeOf(row),
      equipment: at,
      rules: known,
      stateRule: stateRules.get(row.id) ?? null,
    });
  }
  const ignored = new Set(
    (await new DiscoveredTagStore(tx, tenantId).ignored()).map((one) => key(one.equipmentCode, one.tag)),
  );
  const watched = Map.groupBy(
    [...sensors.values()].filter(({ rules, stateRule }) => rules.length > 0 || stateRule),
    (sensor) => sensor.equipment.code,
  );
  const statuses = Map.groupBy(await replica.statuses(), ({ equipmentId }) => equipmentId);
  const maintenance = new Map([...statuses].map(([equipmentId, rows]) => [equipmentId, maintenanceOf(rows)]));
  return {
    version,
    sensor: (code, tag) => sensors.get(key(code, tag)),
    sensorById: new Map([...sensors.values()].map((sensor) => [sensor.row.id, sensor])),
    sensorOfRule: new Map(
      [...sensors.values()].flatMap((sensor) => sensor.rules.map(({ row }) => [row.id, sensor] as const)),
    ),
    watched: (code) => watched.get(code) ?? [],
    isIgnored: (code, tag) => ignored.has(key(code, tag)),
    maintenance: (equipmentId) => maintenance.get(equipmentId) ?? [],
  };
}

/** When statuses, oldest first, say that a machine was in maintenance. */
export function maintenanceOf(
  statuses: readonly { readonly since: Date; readonly status: string }[],
): Maintenance[] {
  const spans: Maintenance[] = [];
  let fromUs: number | null = null;
  for (const { since, status } of statuses) {
    const sinceUs = since.getTime() * 1000;
    if (status === 'MAINTENANCE') fromUs ??= sinceUs;
    else if (fromUs !== null) {
      spans.push({ fromUs, toUs: sinceUs });
      fromUs = null;
    }
  }
  return fromUs === null ? spans : [...spans, { fromUs, toUs: null }];
}
