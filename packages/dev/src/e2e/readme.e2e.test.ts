import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { PlantClient } from '../client/plant-client.ts';
import { seedDemoPlant } from '../demo/demo-plant.ts';
import { ROOT } from '../env.ts';
import { prepareTenant } from '../plant/first-start.ts';
import type { Plant } from '../plant/plant.ts';
import { startPlantOn } from './embedded.ts';
import { type Grounds, prepareGrounds } from './grounds.ts';

const PASSWORD = 'as the start printed it';

let grounds: Grounds;
let plant: Plant;
beforeAll(async () => {
  grounds = await prepareGrounds(inject('adminDatabaseUrl'));
  plant = await startPlantOn(grounds);
  const first = await prepareTenant(plant, {
    MACHSHOP_TENANT: 'demo',
    MACHSHOP_DEMO: '1',
    MACHSHOP_DEMO_PASSWORD: PASSWORD,
  });
  await seedDemoPlant(plant, first, () => {});
}, 120_000);
afterAll(async () => {
  await plant?.close();
  await grounds?.close();
}, 60_000);

test('the first query of the README, as curl sends it, has the answer that stands there', async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  // curl takes line breaks out of what it reads from a file or a pipe
  const body = /<<'BODY'\n([\s\S]+?)\nBODY\n/.exec(readme)?.[1]?.replaceAll('\n', '') ?? '';
  const answer = /```json\n([\s\S]+?)```/.exec(readme)?.[1] ?? '';
  const { query } = JSON.parse(body) as { query: string };
  const client = new PlantClient(plant.url, PASSWORD);
  // genealogy and percentages follow the orders in a moment
  const expected = (JSON.parse(answer) as { data: unknown }).data;
  await expect.poll(() => client.query('operator', query), { timeout: 20_000 }).toEqual(expected);
});
