import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, reading, sayEquipment, sayStatus, sendBatch } from '../testing.ts';
import { alertsOf, clock, watch } from './testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

let machines = 0;
let seq = 0;

/** A machine with a sensor `heat` that is watched, and another that is not. */
async function machine() {
  const equipment = id(++machines);
  const code = `M-${machines}`;
  await sayEquipment(plant, equipment, code);
  const sensor = await makeSensor(plant, equipment, 'heat');
  await makeSensor(plant, equipment, 'other');
  await watch(plant, sensor);
  const at = clock();
  return {
    at,
    async says(tag: 'heat' | 'other', ...said: [second: number, value: number][]) {
      const readings = said.map(([second, value]) => reading(tag, at(second), value, ++seq));
      await sendBatch(plant, { equipment: code, readings });
      await plant.idle();
    },
    async isServed(from: number, to: number | null) {
      await sayStatus(plant, equipment, code, ['AVAILABLE', 'MAINTENANCE'], at(from));
      if (to !== null) await sayStatus(plant, equipment, code, ['MAINTENANCE', 'AVAILABLE'], at(to));
    },
    alerts: () => alertsOf(plant, sensor),
  };
}

describe('a machine in maintenance', () => {
  test('raises nothing, by the time of the readings; what holds after it is raised by the delay after it', async () => {
    const { at, says, isServed, alerts } = await machine();
    await isServed(0, 100);
    await says('heat', [10, 99], [50, 99], [99, 99]);
    expect(await alerts()).toEqual([]);
    await says('heat', [101, 99], [132, 99]);
    expect(await alerts()).toMatchObject([{ state: 'RAISED' }]);
    expect(new Date((await alerts())[0]?.raisedAt ?? 0).getTime()).toBeGreaterThanOrEqual(at(130).getTime());
  });
});
