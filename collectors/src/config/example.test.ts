import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from './load.ts';

it('the example configuration is one', async () => {
  const config = await loadConfig(resolve(import.meta.dirname, '../../edge.example.yaml'));
  expect(config.sources.map(({ type }) => type)).toEqual(['opc-ua', 'mqtt', 'mqtt', 'replay']);
});
