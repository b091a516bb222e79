import { newId } from '@machshop/db';
import type { Actor } from '../actor.ts';
import {
  type AlertState,
  type AlertStep,
  type AlertTransition,
  countsFrom,
  judge,
  lose,
  reach,
} from '../alert-rule/alert-rule.ts';
import { AlertRuleStore } from '../alert-rule/store.ts';
import type { KnownRule, KnownSensor, Registry } from '../ingest/registry.ts';
import { dateOf, type Reading } from '../sensor-reading/reading.ts';
import { recordAlert } from './alert-events.ts';
import { SensorAlertStore } from './store.ts';

/** Something that ingest saw, in the order in which it came. */
export type Moment =
  | { readonly kind: 'READING'; readonly sensor: KnownSensor; readonly reading: Reading }
  /** The clock of a machine's readings has reached a time. */
  | { readonly kind: 'REACHED'; readonly equipmentCode: string; readonly timeUs: number };

interface Standing {
  readonly sensor: KnownSensor;
  readonly rule: KnownRule;
  state: AlertState | null;
  alertId: string | null;
  changed: boolean;
}

/** Judges readings by the rules of their sensors, raises and clears alerts, and keeps where each rule stands. */
export async function judgeMoments(
  actor: Actor,
  registry: Registry,
  moments: readonly Moment[],
): Promise<void> {
  const watched = new Set<KnownSensor>();
  for (const moment of moments) {
    if (moment.kind === 'READING') watched.add(moment.sensor);
    else for (const sensor of registry.watched(moment.equipmentCode)) watched.add(sensor);
  }
  const standings = await load(actor, [...watched]);
  if (standings.size === 0) return;
  for (const moment of moments) {
    if (moment.kind === 'REACHED') {
      for (const sensor of registry.watched(moment.equipmentCode))
        for (const { row } of sensor.rules)
          await advance(actor, registry, standings.get(row.id), moment.timeUs);
      continue;
    }
    for (const { row } of moment.sensor.rules)
      await hear(actor, registry, standings.get(row.id), moment.reading);
  }
  await save(actor, standings);
}

/**
 * Raises what has been out of range for long enough by the server's clock, where no reading tells the time.
 * @param ruleIds rules for whose delay nothing came
 * @param until how far the server's clock has come, for what counts from the end of a maintenance
 */
export async function raiseSilent(
  actor: Actor,
  registry: Registry,
  ruleIds: readonly string[],
  until: Date,
): Promise<void> {
  const sensors = ruleIds.map((id) => registry.sensorOfRule.get(id)).filter((sensor) => sensor !== undefined);
  const standings = await load(actor, [...new Set(sensors)]);
  for (const id of ruleIds) {
    const standing = standings.get(id);
    if (!standing?.state) continue;
    const { rule, state, sensor } = standing;
    const sinceUs = countsFrom(rule.limits, state, registry.maintenance(sensor.row.equipmentId));
    const timeUs = sinceUs === state.sinceUs ? Number.MAX_SAFE_INTEGER : until.getTime() * 1000;
    await advance(actor, registry, standing, timeUs);
  }
  await save(actor, standings);
}

async function load({ tx, viewer }: Actor, sensors: readonly KnownSensor[]): Promise<Map<string, Standing>> {
  const rules = sensors.flatMap((sensor) => sensor.rules.map((rule) => ({ sensor, rule })));
  if (rules.length === 0) return new Map();
  const rows = await new AlertRuleStore(tx, viewer.tenantId).lockStates(rules.map(({ rule }) => rule.row.id));
  const states = new Map(rows.map((row) => [row.ruleId, row]));
  return new Map(
    rules.map(({ sensor, rule }) => {
      const state = states.get(rule.row.id) ?? null;
      return [rule.row.id, { sensor, rule, state, alertId: state?.alertId ?? null, changed: false }];
    }),
  );
}

async function save({ tx, viewer, now }: Actor, standings: ReadonlyMap<string, Standing>): Promise<void> {
  const rows = [...standings.values()].flatMap(({ rule, state, alertId, changed }) =>
    changed && state
      ? [
          {
            ruleId: rule.row.id,
            phase: state.phase,
            sinceUs: state.sinceUs,
            raisedUs: state.raisedUs,
            lastUs: state.lastUs,
            lastValue: state.lastValue,
            judgedAt: now(),
            alertId,
          },
        ]
      : [],
  );
  await new AlertRuleStore(tx, viewer.tenantId).saveStates(rows);
}

async function advance(
  actor: Actor,
  registry: Registry,
  standing: Standing | undefined,
  timeUs: number,
): Promise<void> {
  if (!standing) return;
  const maintenance = registry.maintenance(standing.sensor.row.equipmentId);
  await apply(actor, standing, reach(standing.rule.limits, standing.state, timeUs, maintenance));
}

async function hear(
  actor: Actor,
  registry: Registry,
  standing: Standing | undefined,
  reading: Reading,
): Promise<void> {
  // a time that cannot be neither raises nor clears
  if (!standing || reading.early) return;
  const { rule, state, sensor } = standing;
  const maintenance = registry.maintenance(sensor.row.equipmentId);
  const step =
    reading.value === null || reading.quality === 'BAD'
      ? lose(rule.limits, state, reading.timeUs, maintenance)
      : judge(rule.limits, state, reading.timeUs, reading.value, maintenance);
  await apply(actor, standing, step);
}

async function apply(actor: Actor, standing: Standing, step: AlertStep): Promise<void> {
  if (step.state === standing.state) return;
  for (const transition of step.transitions) {
    if (transition.kind === 'RAISED') await raise(actor, standing, transition);
    else await clear(actor, standing, transition);
  }
  standing.state = step.state;
  standing.changed = true;
}

async function raise(
  actor: Actor,
  standing: Standing,
  { atUs, sinceUs, value }: AlertTransition,
): Promise<void> {
  const { sensor, rule } = standing;
  const now = actor.now();
  const after = rule.row.escalateAfterSeconds;
  const row = await new SensorAlertStore(actor.tx, actor.viewer.tenantId).insert({
    id: newId(),
    siteId: sensor.row.siteId,
    equipmentId: sensor.row.equipmentId,
    sensorId: sensor.row.id,
    ruleId: rule.row.id,
    severity: rule.severity,
    condition: rule.row.condition,
    value,
    violatedSince: dateOf(sinceUs),
    raisedAt: dateOf(atUs),
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedByKind: null,
    acknowledgedByName: null,
    note: null,
    escalatedAt: null,
    escalatedBy: null,
    escalatedByKind: null,
    escalatedByName: null,
    escalationLevel: 0,
    escalateAt: after === null ? null : new Date(now.getTime() + after * 1000),
    clearedAt: null,
    clearedValue: null,
    recordedAt: now,
  });
  standing.alertId = row.id;
  const changed = { value, raisedAt: row.raisedAt.toISOString(), severity: row.severity };
  await recordAlert(actor, row, { event: 'alert.raised' }, null, changed, null);
}

async function clear(actor: Actor, standing: Standing, { atUs, value }: AlertTransition): Promise<void> {
  if (standing.alertId === null) return;
  await clearAlert(actor, standing.alertId, dateOf(atUs), value, null);
  standing.alertId = null;
}

/** Ends an alert. */
export async function clearAlert(
  actor: Actor,
  alertId: string,
  at: Date,
  value: number | null,
  reason: string | null,
): Promise<void> {
  const store = new SensorAlertStore(actor.tx, actor.viewer.tenantId);
  const before = await store.lock(alertId);
  if (!before || before.clearedAt) return;
  const clearedAt = at < before.raisedAt ? before.raisedAt : at;
  const row = await store.update(alertId, { clearedAt, clearedValue: value });
  await recordAlert(
    actor,
    row,
    { event: 'alert.cleared', clearedAt },
    { clearedAt: null },
    { clearedAt: clearedAt.toISOString(), clearedValue: value },
    reason,
  );
}
