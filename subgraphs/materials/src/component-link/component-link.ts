/** What stands at an end of a genealogy edge. */
export type TraceableType = 'SerializedPart' | 'MaterialLot' | 'WorkOrder';

/** One end of an edge. */
export interface Traceable {
  readonly type: TraceableType;
  readonly id: string;
  readonly number: string;
}

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
