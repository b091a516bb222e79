import { afterAll, beforeAll, describe, inject } from 'vitest';
import { type ProcessPlant, startProcesses } from './processes.ts';
import { robustness } from './robustness.ts';
import { tellStory } from './scenario/index.ts';
import { beginStory, type Story } from './scenario/story.ts';
import { traces } from './traces.ts';

let plant: ProcessPlant;
let story: Story;
beforeAll(async () => {
  plant = await startProcesses(inject('adminDatabaseUrl'), 'acme');
  story = await beginStory(plant);
});
afterAll(() => plant?.close());

describe('the plant in processes of their own', () => {
  tellStory(() => story);
  traces(
    () => plant,
    () => story,
  );
  robustness(
    () => plant,
    () => story,
  );
});
