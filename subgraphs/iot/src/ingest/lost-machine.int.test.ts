import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clock, watch } from '../sensor-alert/testing.ts';
import { subgraph } from '../subgraph.ts';
import { admin, id, makeSensor, operator, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

let seq = 0;
type Said = readonly [at: Date, value: number | string | null];

/** What a collector sends; null is what it says for a tag whose machine it has lost. */
async function send(tag: string, ...said: Said[]): Promise<void> {
  const readings = said.map(([at, value]) => reading(tag, at, value, ++seq, value === null ? 'BAD' : 'GOOD'));
  await sendBatch(plant, { equipment: CODE, readings });
  await plant.idle();
}

interface Seen {
  readonly latest: { readonly quality: string; readonly value: number | null };
  readonly alerts: {
    readonly nodes: readonly { state: string; raisedAt: string; clearedAt: string | null }[];
  };
}

async function see(sensor: string): Promise<Seen> {
  const query = `query ($id: ID!) { sensor(id: $id) { latest { quality value } alerts(first: 5) { nodes { state raisedAt clearedAt } } } }`;
  return (await plant.run<{ sensor: Seen }>('iot', operator, query, { id: sensor })).sensor;
}

describe('a machine that is lost', () => {
  test('has its tags BAD, raises nothing, and a condition that was pending begins anew', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'heat');
    await watch(plant, sensor);
    const at = clock(20);
    await send('heat', [at(0), 31], [at(10), null]);
    expect((await see(sensor)).latest).toEqual({ quality: 'BAD', value: null });
    await send('heat', [at(50), 31], [at(60), 31]);
    // 30 s of the time before the loss and after it do not add up
    expect((await see(sensor)).alerts.nodes).toEqual([]);
    await send('heat', [at(90), 31]);
    expect((await see(sensor)).alerts.nodes).toMatchObject([
      { state: 'RAISED', raisedAt: at(80).toISOString() },
    ]);
  });

  test('keeps an alert that was raised until a value clears it', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'oil');
    await watch(plant, sensor);
    const at = clock(10);
    await send('oil', [at(0), 31], [at(40), 31]);
    expect((await see(sensor)).alerts.nodes).toMatchObject([{ state: 'RAISED' }]);
    await send('oil', [at(50), null]);
    await send('elsewhere', [at(200), 1]);
    expect((await see(sensor)).alerts.nodes).toMatchObject([{ state: 'RAISED', clearedAt: null }]);
    await send('oil', [at(210), 20]);
    expect((await see(sensor)).alerts.nodes).toMatchObject([
      { state: 'CLEARED', clearedAt: at(210).toISOString() },
    ]);
  });

  test('is in a state that nobody knows, when its state tag stays BAD', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'state', { parameter: 'state', unit: null });
    await plant.run(
      'iot',
      admin,
      'mutation ($input: ConfigureEquipmentStateInput!) { configureEquipmentState(input: $input) { errors { code } } }',
      {
        input: { equipmentId: MACHINE, sensorId: sensor, meanings: [{ state: 'ACTIVE', status: 'IN_USE' }] },
      },
    );
    const at = clock(5);
    // a short loss is passed over, a long one is not
    await send('state', [at(0), 'ACTIVE'], [at(20), null], [at(22), 'ACTIVE'], [at(60), null]);
    await send('state', [at(80), null]);
    const derived = (await plant.events('iot.equipment-state.derived')).map(({ data }) => [
      data.to,
      data.state,
      data.occurredAt,
    ]);
    expect(derived).toEqual([
      ['IN_USE', 'ACTIVE', at(0).toISOString()],
      ['UNKNOWN', '', at(60).toISOString()],
    ]);
  });
});
