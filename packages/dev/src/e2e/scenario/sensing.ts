import { randomUUID } from 'node:crypto';
import {
  TELEMETRY_TYPE,
  type TelemetryEvent,
  type TelemetryReading,
  telemetrySubject,
} from '@machshop/schema/events/telemetry.ts';
import { describe, expect, test } from 'vitest';
import { siteOf } from '../grounds.ts';
import type { Story, Tell } from './story.ts';

const TAG = 'Torque';
const MACHINE = 'BENCH-1';
/** Long enough ago that its minutes are over. */
const BEGIN_MS = Date.now() - 60 * 60 * 1000;

const reading = (seq: number, tag: string, value: number): TelemetryReading => ({
  tag,
  sourceTime: new Date(BEGIN_MS + seq * 1000).toISOString(),
  value,
  quality: 'GOOD',
  seq,
});

/** What the machines say. */
export function sensing(story: Tell): void {
  describe('sensors', () => {
    test('maintenance says what a tag measures and when to raise the alarm', async () => {
      const { people } = story();
      const { equipmentByCode } = await people.maintenance.ask<{ equipmentByCode: { id: string } }>(
        `{ equipmentByCode(code: "${MACHINE}") { id } }`,
      );
      const { sensor } = await people.maintenance.act<{ sensor: { id: string } }>(
        'configureSensor',
        { equipmentId: equipmentByCode.id, tag: TAG, parameter: 'torque', unit: 'NU' },
        'sensor { id }',
      );
      const rule = {
        name: 'Overtorque',
        condition: 'ABOVE',
        high: '80',
        delaySeconds: 0,
        severity: 'CRITICAL',
      };
      await people.maintenance.act('configureAlertRule', { sensorId: sensor.id, ...rule });
    });

    test('what its collector sends is kept, once, beside the machine that it is of', async () => {
      const { people, plant } = story();
      const readings = [reading(1, TAG, 70), reading(2, TAG, 95.5), reading(3, 'Vibration', 0.2)];
      const { subject, text } = batch(story(), readings);
      await plant.publish(subject, text);
      await plant.publish(subject, text);
      await plant.quiet();
      const { equipmentByCode } = await people.operator.ask<{ equipmentByCode: { sensors: object[] } }>(
        `query ($from: DateTime!, $to: DateTime!) { equipmentByCode(code: "${MACHINE}") {
          sensors { tag latest { value } statistics(from: $from, to: $to) { good max } } } }`,
        { from: new Date(BEGIN_MS).toISOString(), to: new Date().toISOString() },
      );
      expect(equipmentByCode.sensors).toEqual([
        { tag: TAG, latest: { value: 95.5 }, statistics: { good: 2, max: 95.5 } },
      ]);
    });

    test('raises one alarm, which the operator acknowledges', async () => {
      const { people, plant } = story();
      const alerts = `{ sensorAlerts(first: 10) { nodes { id state value severity equipment { code } acknowledgedByName } } }`;
      const { sensorAlerts } = await people.operator.ask<{ sensorAlerts: { nodes: { id: string }[] } }>(
        alerts,
      );
      expect(sensorAlerts.nodes).toMatchObject([
        { state: 'RAISED', value: 95.5, severity: 'CRITICAL', equipment: { code: MACHINE } },
      ]);
      await people.operator.act('acknowledgeSensorAlert', { id: sensorAlerts.nodes[0]?.id, note: 'seen' });
      await plant.quiet();
      expect(await people.operator.ask(alerts)).toMatchObject({
        sensorAlerts: { nodes: [{ state: 'ACKNOWLEDGED', acknowledgedByName: 'operator' }] },
      });
    });

    test('a tag that nobody knows waits for approval', async () => {
      const { discoveredTags } = await story().people.maintenance.ask<{
        discoveredTags: { nodes: object[] };
      }>('{ discoveredTags(first: 10) { nodes { tag equipmentCode held } } }');
      expect(discoveredTags.nodes).toEqual([{ tag: 'Vibration', equipmentCode: MACHINE, held: 1 }]);
    });
  });
}

/** A batch of readings as a collector sends it. */
function batch({ plant }: Story, readings: TelemetryReading[]): { subject: string; text: string } {
  const site = siteOf(plant.tenant.code).code;
  const at = { site, area: 'SHOP', workCenter: 'BENCH', equipment: MACHINE };
  const event: TelemetryEvent = {
    specversion: '1.0',
    id: randomUUID(),
    type: TELEMETRY_TYPE,
    source: '/collectors/edge-1',
    subject: `${at.site}/${at.area}/${at.workCenter}/${at.equipment}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    tenantid: plant.tenant.tenantId,
    data: { collector: 'edge-1', source: 'opc', buffer: randomUUID(), ...at, kind: 'telemetry', readings },
  };
  return {
    subject: telemetrySubject({ tenant: plant.tenant.tenantId, ...at }),
    text: JSON.stringify(event),
  };
}
