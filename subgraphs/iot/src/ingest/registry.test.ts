import { expect, test } from 'vitest';
import { maintenanceOf } from './registry.ts';

const at = (second: number) => new Date(second * 1000);

test('maintenance lasts until another status, however often it is said, and goes on where none follows', () => {
  const said = ['AVAILABLE', 'MAINTENANCE', 'MAINTENANCE', 'SETUP', 'IN_USE', 'MAINTENANCE'];
  const statuses = said.map((status, second) => ({ status, since: at(second) }));
  expect(maintenanceOf(statuses)).toEqual([
    { fromUs: 1_000_000, toUs: 3_000_000 },
    { fromUs: 5_000_000, toUs: null },
  ]);
  expect(maintenanceOf([])).toEqual([]);
});
