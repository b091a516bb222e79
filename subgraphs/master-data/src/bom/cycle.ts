import type { Tx } from '@machshop/db';
import type { UserErrorData } from '@machshop/server';
import { PartStore } from '../part/store.ts';
import { type Effectivity, findCycle, structureOf } from './bom.ts';
import { type LineContent, partsOf } from './lines.ts';
import { BomStore } from './store.ts';

/** The refusal of a bill by which a part would contain itself, with the numbers of the parts on the way. */
export const bomCycle = (partNumbers: readonly string[], path: readonly string[]): UserErrorData => ({
  __typename: 'BomCycleError',
  code: 'BOM_CYCLE',
  message: `the part would contain itself: ${partNumbers.join(' > ')}`,
  path,
  partNumbers,
});

/** The refusal, when the bill would close a way back to its own part; null when it would not. */
export async function cycleOf(
  tx: Tx,
  tenantId: string,
  partId: string,
  lines: readonly LineContent[],
  range: Effectivity,
  path: readonly string[],
): Promise<UserErrorData | null> {
  const components = partsOf(lines);
  if (components.length === 0) return null;
  const below = structureOf(await new BomStore(tx, tenantId).partsBelow(components, range));
  const cycle = findCycle(partId, components, below);
  if (!cycle) return null;
  const parts = await new PartStore(tx, tenantId).byIds(cycle);
  const numbers = new Map(parts.map((part) => [part.id, part.number]));
  return bomCycle(
    cycle.map((id) => numbers.get(id) ?? id),
    path,
  );
}
