import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, reading, sayEquipment, sayStatus, sendBatch } from '../testing.ts';
import { alertsOf, clock, watch } from './testing.ts';

let plant: TestPlant;
let ahead = 0;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph], now: () => new Date(Date.now() + ahead) });
});
afterAll(() => plant?.close());

let machines = 0;
let seq = 0;

/** A machine with a sensor `heat` that is watched, and another that is not. */
async function machine(at = clock()) {
  const equipment = id(++machines);
  const code = `M-${machines}`;
  await sayEquipment(plant, equipment, code);
  const sensor = await makeSensor(plant, equipment, 'heat');
  await makeSensor(plant, equipment, 'other');
  await watch(plant, sensor);
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
  test('raises nothing by the time of its readings; what is out of range when that ends counts from there', async () => {
    const { at, says, isServed, alerts } = await machine();
    await isServed(0, 100);
    await says('heat', [10, 99], [50, 99], [99, 99], [101, 99], [129, 99]);
    expect(await alerts()).toEqual([]);
    await says('heat', [132, 99]);
    expect(await alerts()).toMatchObject([
      { violatedSince: at(100).toISOString(), raisedAt: at(130).toISOString() },
    ]);
  });

  test('raises nothing that began before it and would be raised within it; after it that counts anew', async () => {
    const { at, says, isServed, alerts } = await machine();
    await isServed(10, 100);
    // the sensor reports changes alone
    await says('heat', [0, 99]);
    await says('other', [60, 1], [131, 1]);
    expect(await alerts()).toEqual([]);
    await says('other', [132, 1]);
    expect(await alerts()).toMatchObject([
      { violatedSince: at(100).toISOString(), raisedAt: at(130).toISOString() },
    ]);
  });

  test('raises nothing of what began before it and is over within it', async () => {
    const { says, isServed, alerts } = await machine();
    await isServed(10, 100);
    await says('heat', [0, 99], [50, 20]);
    await says('other', [200, 1]);
    expect(await alerts()).toEqual([]);
  });

  test('puts off what would be raised after it, whether or not the sensor says something within it', async () => {
    for (const within of [[], [[15, 99]]] as [number, number][][]) {
      const { at, says, isServed, alerts } = await machine();
      await isServed(10, 20);
      await says('heat', [0, 99], ...within);
      await says('other', [51, 1]);
      expect(await alerts()).toEqual([]);
      await says('other', [52, 1]);
      expect(await alerts()).toMatchObject([{ raisedAt: at(50).toISOString() }]);
    }
  });

  test('has what had lasted before it raised, though the next word comes within it, and cleared within it', async () => {
    const { at, says, isServed, alerts } = await machine();
    await isServed(40, null);
    await says('heat', [0, 99], [50, 99]);
    expect(await alerts()).toMatchObject([{ raisedAt: at(30).toISOString(), clearedAt: null }]);
    await says('heat', [60, 20], [70, 99]);
    await says('other', [500, 1]);
    expect(await alerts()).toMatchObject([{ clearedAt: at(60).toISOString() }]);
  });

  test('that says nothing more has what holds raised by the server’s clock, by the delay after its end', async () => {
    const { at, says, isServed, alerts } = await machine(clock(0));
    await says('heat', [0, 99]);
    const after = async (seconds: number) => {
      ahead = seconds * 1000;
      await plant.idle();
      return alerts();
    };
    await isServed(5, null);
    expect(await after(55)).toEqual([]);
    await isServed(5, 60);
    expect(await after(90)).toEqual([]);
    expect(await after(110)).toMatchObject([{ raisedAt: at(90).toISOString() }]);
  });
});
