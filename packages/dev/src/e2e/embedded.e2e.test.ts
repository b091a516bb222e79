import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { E2ePlant } from './e2e-plant.ts';
import { startEmbedded } from './embedded.ts';
import { tellStory } from './scenario/index.ts';
import { beginStory, type Story } from './scenario/story.ts';

let plant: E2ePlant;
let story: Story;
beforeAll(async () => {
  plant = await startEmbedded(inject('adminDatabaseUrl'), 'acme');
  story = await beginStory(plant);
});
afterAll(() => plant?.close());

describe('the plant in one process', () => tellStory(() => story));
