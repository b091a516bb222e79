import type { DefinitionRef } from '../definition/definition.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';

/** What stands at an end of a genealogy edge. */
export type TraceableType = 'SerializedPart' | 'MaterialLot' | 'WorkOrder';

/** One end of an edge. */
export interface Traceable {
  readonly type: TraceableType;
  readonly id: string;
  readonly number: string;
  /** The part or material that it is of. */
  readonly definition: DefinitionRef<'Part'> | DefinitionRef<'Material'>;
}

/** A piece as an end of an edge. */
export const pieceEnd = ({ id, serialNumber, partId }: SerializedPartRow): Traceable => ({
  type: 'SerializedPart',
  id,
  number: serialNumber,
  definition: { __typename: 'Part', id: partId },
});

/** A lot as an end of an edge. */
export const lotEnd = (lot: MaterialLotRow): Traceable => ({
  type: 'MaterialLot',
  id: lot.id,
  number: lot.number,
  definition: lotDefinition(lot),
});

/** All that an order makes as an end of an edge. */
export const orderEnd = ({ id, number, partId }: WorkOrderRow): Traceable => ({
  type: 'WorkOrder',
  id,
  number,
  definition: { __typename: 'Part', id: partId },
});

/** What a lot is of. */
export const lotDefinition = ({ definitionType, definitionId }: MaterialLotRow): Traceable['definition'] =>
  ({
    __typename: definitionType,
    id: definitionId,
  }) as Traceable['definition'];

/** An edge, as far as ways are looked for. */
export interface Step {
  readonly parentId: string;
  readonly parentNumber: string;
  readonly childId: string;
  readonly childNumber: string;
}

/**
 * The numbers on the shortest way down from one node to another, both ends included; null when there is none.
 * Each node is looked at once, however many ways lead there.
 */
export function wayDown(steps: readonly Step[], fromId: string, toId: string): string[] | null {
  const below = Map.groupBy(steps, (step) => step.parentId);
  const cameBy = new Map<string, Step | null>([[fromId, null]]);
  for (const id of cameBy.keys()) {
    for (const step of below.get(id) ?? []) {
      if (cameBy.has(step.childId)) continue;
      cameBy.set(step.childId, step);
      if (step.childId === toId) return unwind(cameBy, step);
    }
  }
  return null;
}

function unwind(cameBy: ReadonlyMap<string, Step | null>, last: Step): string[] {
  const numbers = [last.childNumber];
  for (let step: Step | null = last; step; step = cameBy.get(step.parentId) ?? null)
    numbers.unshift(step.parentNumber);
  return numbers;
}
