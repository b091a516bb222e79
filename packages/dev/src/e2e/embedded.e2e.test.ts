import { afterAll, beforeAll, describe, inject } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { tellStory } from './scenario/index.ts';
import { beginStory, type Story } from './scenario/story.ts';

let story: Story;
beforeAll(async () => {
  story = await beginStory(await startEmbedded(inject('adminDatabaseUrl'), 'acme'));
});
afterAll(() => story?.plant.close());

describe('the plant in one process', () => tellStory(() => story));
