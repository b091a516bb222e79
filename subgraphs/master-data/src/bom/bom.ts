import type { Lifecycle } from '../lifecycle.ts';

/** The most lines a bill may have. */
export const MAX_LINES = 1_000;

/** When a bill is in effect: from a moment on, until before another, or for good. */
export interface Effectivity {
  readonly from: Date;
  readonly to: Date | null;
}

/** What effectivity is decided from. */
export interface PlacedBom {
  readonly id: string;
  readonly status: Lifecycle;
  readonly effectiveFrom: Date | null;
  readonly effectiveTo: Date | null;
}

/** When a bill is in effect; null for a draft. */
export const effectivityOf = (bom: PlacedBom): Effectivity | null =>
  bom.status === 'DRAFT' || !bom.effectiveFrom ? null : { from: bom.effectiveFrom, to: bom.effectiveTo };

/** Whether two ranges have a moment in common. */
export const overlap = (a: Effectivity, b: Effectivity): boolean =>
  !isEmptyRange(a) && !isEmptyRange(b) && (!b.to || a.from < b.to) && (!a.to || b.from < a.to);

/** Whether a range has no moment. */
export const isEmptyRange = ({ from, to }: Effectivity): boolean => to !== null && to <= from;

/** The bill in effect at a moment; there is at most one, for they do not overlap. */
export function bomAt<B extends PlacedBom>(bills: readonly B[], at: Date): B | null {
  const found = bills.find((bom) => {
    const range = effectivityOf(bom);
    return range !== null && range.from <= at && (range.to === null || at < range.to);
  });
  return found ?? null;
}

export type Placement<B extends PlacedBom> =
  /** `ended` make room for it: each is in effect until `to`, and never was when that is its own beginning. */
  | { readonly kind: 'PLACED'; readonly ended: readonly { readonly bom: B; readonly to: Date }[] }
  | { readonly kind: 'OVERLAPS'; readonly bom: B };

/**
 * Puts a bill among the others of its revision. With `endPrevious`, one that began earlier ends where this one begins,
 * and one that began at the same moment is replaced; one that begins later never makes room.
 */
export function place<B extends PlacedBom>(
  others: readonly B[],
  wanted: Effectivity,
  endPrevious: boolean,
): Placement<B> {
  const ended: { bom: B; to: Date }[] = [];
  for (const bom of others) {
    const range = effectivityOf(bom);
    if (!range || !overlap(range, wanted)) continue;
    if (!endPrevious || range.from > wanted.from) return { kind: 'OVERLAPS', bom };
    ended.push({ bom, to: wanted.from });
  }
  return { kind: 'PLACED', ended };
}

/** Parts and the parts that their bills list. */
export type Structure = ReadonlyMap<string, readonly string[]>;

/**
 * The way by which `part` would contain itself if its bill listed `components`: it begins and ends with the part; null
 * when there is none. The shortest one is found.
 */
export function findCycle(part: string, components: readonly string[], below: Structure): string[] | null {
  const cameFrom = new Map<string, string>();
  let layer = [part];
  let childrenOf = (_: string): readonly string[] => components;
  while (layer.length > 0) {
    const next: string[] = [];
    for (const parent of layer) {
      for (const child of childrenOf(parent)) {
        if (child === part) return wayTo(parent, part, cameFrom);
        if (cameFrom.has(child)) continue;
        cameFrom.set(child, parent);
        next.push(child);
      }
    }
    layer = next;
    childrenOf = (parent) => below.get(parent) ?? [];
  }
  return null;
}

function wayTo(last: string, part: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [part];
  for (let at: string | undefined = last; at !== undefined && at !== part; at = cameFrom.get(at))
    way.unshift(at);
  return [part, ...way];
}

/** Children by parent, from edges. */
export function structureOf(edges: Iterable<readonly [parent: string, child: string]>): Structure {
  const structure = new Map<string, string[]>();
  for (const [parent, child] of edges) {
    const children = structure.get(parent);
    if (children) children.push(child);
    else structure.set(parent, [child]);
  }
  return structure;
}

/** Whether any part contains itself. */
export function hasCycle(structure: Structure): boolean {
  const parents = new Map<string, number>();
  for (const children of structure.values())
    for (const child of children) parents.set(child, (parents.get(child) ?? 0) + 1);
  const tops = [...structure.keys()].filter((part) => !parents.has(part));
  // what is on a cycle never runs out of parents
  for (let part = tops.pop(); part !== undefined; part = tops.pop()) {
    for (const child of structure.get(part) ?? []) {
      const left = (parents.get(child) ?? 0) - 1;
      parents.set(child, left);
      if (left === 0) tops.push(child);
    }
  }
  return [...parents.values()].some((left) => left > 0);
}
