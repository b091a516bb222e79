import { iotEvents } from '@machshop/schema/events/iot.ts';
import type { Actor } from '../actor.ts';
import type { KnownSensor, Registry } from '../ingest/registry.ts';
import type { Moment } from '../sensor-alert/judge.ts';
import { dateOf, valueText } from '../sensor-reading/reading.ts';
import { type DerivedState, hear, type StateTransition, settle } from './equipment-state.ts';
import { EquipmentStateStore } from './store.ts';
import type { EquipmentStateRuleRow } from './tables.ts';

interface Standing {
  readonly sensor: KnownSensor;
  readonly rule: EquipmentStateRuleRow;
  state: DerivedState | null;
  changed: boolean;
}

/** Derives the status of machines from what their state tags say. */
export async function deriveStates(
  actor: Actor,
  registry: Registry,
  moments: readonly Moment[],
): Promise<void> {
  const sensors = new Map<string, KnownSensor>();
  const note = (sensor: KnownSensor) => sensor.stateRule && sensors.set(sensor.row.id, sensor);
  for (const moment of moments) {
    if (moment.kind === 'READING') note(moment.sensor);
    else registry.watched(moment.equipmentCode).forEach(note);
  }
  if (sensors.size === 0) return;
  const standings = await load(actor, [...sensors.values()]);
  for (const moment of moments) {
    if (moment.kind === 'REACHED') {
      for (const sensor of registry.watched(moment.equipmentCode))
        await advance(actor, standings.get(sensor.row.id), moment.timeUs);
      continue;
    }
    const standing = standings.get(moment.sensor.row.id);
    const { reading } = moment;
    if (!standing || reading.early) continue;
    const delayUs = standing.rule.delaySeconds * 1_000_000;
    const said = reading.quality === 'BAD' ? null : valueText(reading);
    const step = hear(standing.rule.meanings, delayUs, standing.state, reading.timeUs, said);
    if (step.state === standing.state) continue;
    standing.state = step.state;
    standing.changed = true;
    for (const transition of step.transitions) await say(actor, standing, transition);
  }
  await save(actor, standings);
}

/** Settles statuses that lasted by the server's clock, where no reading tells the time. */
export async function settleSilent(
  actor: Actor,
  registry: Registry,
  ruleIds: readonly string[],
): Promise<void> {
  const wanted = new Set(ruleIds);
  const sensors = [...registry.sensorById.values()].filter(
    ({ stateRule }) => stateRule && wanted.has(stateRule.id),
  );
  const standings = await load(actor, sensors);
  for (const standing of standings.values()) await advance(actor, standing, Number.MAX_SAFE_INTEGER);
  await save(actor, standings);
}

async function load({ tx, viewer }: Actor, sensors: readonly KnownSensor[]): Promise<Map<string, Standing>> {
  const ids = sensors.flatMap(({ stateRule }) => (stateRule ? [stateRule.id] : []));
  const rows = await new EquipmentStateStore(tx, viewer.tenantId).lockStates(ids);
  const states = new Map(rows.map((row) => [row.ruleId, row]));
  return new Map(
    sensors.flatMap((sensor) => {
      const rule = sensor.stateRule;
      if (!rule) return [];
      return [[sensor.row.id, { sensor, rule, state: states.get(rule.id) ?? null, changed: false }] as const];
    }),
  );
}

async function save({ tx, viewer, now }: Actor, standings: ReadonlyMap<string, Standing>): Promise<void> {
  const store = new EquipmentStateStore(tx, viewer.tenantId);
  for (const { rule, state, changed } of standings.values()) {
    if (!changed || !state) continue;
    const { status, candidate, candidateState, sinceUs, lastUs } = state;
    await store.saveState({
      ruleId: rule.id,
      status,
      candidate,
      candidateState,
      sinceUs,
      lastUs,
      heardAt: now(),
    });
  }
}

async function advance(actor: Actor, standing: Standing | undefined, timeUs: number): Promise<void> {
  if (!standing) return;
  const { state, transition } = settle(standing.rule.delaySeconds * 1_000_000, standing.state, timeUs);
  if (!transition) return;
  standing.state = state;
  standing.changed = true;
  await say(actor, standing, transition);
}

async function say({ tx, record }: Actor, { sensor }: Standing, transition: StateTransition): Promise<void> {
  const { row, equipment } = sensor;
  const entity = { __typename: 'Equipment', id: row.equipmentId } as const;
  const occurredAt = dateOf(transition.atUs);
  await record(tx, iotEvents['equipment-state.derived'], {
    id: row.equipmentId,
    siteId: row.siteId,
    occurredAt,
    data: {
      equipment: entity,
      equipmentCode: equipment.code,
      workCenterCode: equipment.workCenterCode,
      siteId: row.siteId,
      sensor: { __typename: 'Sensor', id: row.id },
      tag: row.tag,
      state: transition.state,
      from: transition.from,
      to: transition.to,
      occurredAt: occurredAt.toISOString(),
      change: {
        action: 'UPDATE',
        entity,
        old: { derivedStatus: transition.from },
        new: { derivedStatus: transition.to },
        reason: transition.state === '' ? `${row.tag} is not heard` : `${row.tag} says ${transition.state}`,
      },
    },
  });
}
