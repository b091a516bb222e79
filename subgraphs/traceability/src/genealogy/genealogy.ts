import { Decimal } from '@machshop/db';

/** `child` is in `parent`. */
export interface Edge {
  readonly id: string;
  readonly parentId: string;
  readonly childId: string;
  /** How much of the child is in the parent as a whole. */
  readonly quantity: string;
  readonly unit: string;
}

export type Direction = 'DOWN' | 'UP';

/** A node's place in an answer. */
export interface Placed {
  readonly id: string;
  /** Edges on the shortest way from the root. */
  readonly depth: number;
  readonly quantity: string;
  readonly unit: string;
}

export interface Graph<E extends Edge> {
  readonly nodes: readonly Placed[];
  readonly edges: readonly E[];
  readonly depth: number;
  readonly truncated: boolean;
}

/** The unit of a serial: one piece (UN/CEFACT Rec 20). */
const PIECE = 'C62';
const ONE = new Decimal(1);
const SHARE_DIGITS = 12;

/**
 * Cuts a graph at maxDepth levels from the root and rolls quantities up along every way, in topological
 * order, so that a diamond counts each of its sides once.
 *
 * DOWN, the quantity of a node is the sum over its parents of (how much of the parent is in the root, as a
 * share of the parent's size) × (how much of it is in the parent). UP, it is how much of the root is in it.
 * @param edges all that can be reached from the root, in any order
 * @param sizeOf how much of a node there is in all; a serial is 1
 */
export function shapeGenealogy<E extends Edge>(
  root: { id: string; unit: string | null },
  direction: Direction,
  maxDepth: number,
  edges: readonly E[],
  sizeOf: (id: string) => string | null,
): Graph<E> {
  const from = direction === 'DOWN' ? (edge: Edge) => edge.parentId : (edge: Edge) => edge.childId;
  const to = direction === 'DOWN' ? (edge: Edge) => edge.childId : (edge: Edge) => edge.parentId;
  const leaving = new Map<string, E[]>();
  for (const edge of edges) {
    const list = leaving.get(from(edge));
    if (list) list.push(edge);
    else leaving.set(from(edge), [edge]);
  }
  const depths = levels(root.id, leaving, to, maxDepth);
  const kept: E[] = [];
  let truncated = false;
  for (const [id, depth] of depths) {
    const next = leaving.get(id);
    if (!next) continue;
    if (depth < maxDepth) kept.push(...next);
    else truncated = true;
  }
  const amounts = rollUp(root, direction, depths, kept, from, to, sizeOf);
  const nodes: Placed[] = [];
  for (const [id, depth] of depths) {
    const amount = amounts.get(id) as Amount;
    nodes.push({ id, depth, quantity: text(amount.value), unit: amount.unit });
  }
  return { nodes, edges: kept, depth: nodes.at(-1)?.depth ?? 0, truncated };
}

/** Breadth first: each node with its shortest distance, nearest first. */
function levels<E extends Edge>(
  rootId: string,
  leaving: ReadonlyMap<string, readonly E[]>,
  to: (edge: Edge) => string,
  maxDepth: number,
): Map<string, number> {
  const depths = new Map([[rootId, 0]]);
  // a Map yields what is added while it is walked
  for (const [id, depth] of depths) {
    if (depth >= maxDepth) continue;
    for (const edge of leaving.get(id) ?? []) if (!depths.has(to(edge))) depths.set(to(edge), depth + 1);
  }
  return depths;
}

interface Amount {
  value: Decimal;
  unit: string;
}

function rollUp<E extends Edge>(
  root: { id: string; unit: string | null },
  direction: Direction,
  depths: ReadonlyMap<string, number>,
  edges: readonly E[],
  from: (edge: Edge) => string,
  to: (edge: Edge) => string,
  sizeOf: (id: string) => string | null,
): Map<string, Amount> {
  const leaving = new Map<string, E[]>();
  const waiting = new Map<string, number>();
  for (const edge of edges) {
    const list = leaving.get(from(edge));
    if (list) list.push(edge);
    else leaving.set(from(edge), [edge]);
    waiting.set(to(edge), (waiting.get(to(edge)) ?? 0) + 1);
  }
  // UP, what is counted is the root: in the unit in which it was taken
  const counted =
    direction === 'UP' ? (edges.find((edge) => edge.childId === root.id)?.unit ?? root.unit) : root.unit;
  const amounts = new Map<string, Amount>([[root.id, { value: ONE, unit: counted ?? PIECE }]]);
  const ready = [root.id];
  let done = 0;
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    done++;
    const amount = amounts.get(id) as Amount;
    const size = id === root.id ? null : sizeOf(id);
    const share = size === null || size === '1' ? amount.value : amount.value.div(size);
    for (const edge of leaving.get(id) ?? []) {
      const target = to(edge);
      const value = edge.quantity === '1' ? share : share.times(edge.quantity);
      const known = amounts.get(target);
      if (known) known.value = known.value.plus(value);
      else amounts.set(target, { value, unit: direction === 'DOWN' ? edge.unit : (counted ?? PIECE) });
      const left = (waiting.get(target) as number) - 1;
      waiting.set(target, left);
      if (left === 0) ready.push(target);
    }
  }
  if (done !== depths.size) throw new Error('the genealogy has a cycle');
  return amounts;
}

const text = (value: Decimal): string =>
  value.eq(ONE) ? '1' : value.toDecimalPlaces(SHARE_DIGITS).toFixed();

/**
 * The way that a new edge would close into a cycle, or null: from the parent over its own parents to the
 * child. The answer begins and ends with the parent.
 * @param edges what can be reached upwards from the parent
 */
export function closingPath(parentId: string, childId: string, edges: readonly Edge[]): string[] | null {
  if (parentId === childId) return [parentId, childId];
  const above = Map.groupBy(edges, (edge) => edge.childId);
  const cameFrom = new Map<string, string>([[parentId, '']]);
  for (const [id] of cameFrom) {
    for (const edge of above.get(id) ?? []) {
      if (cameFrom.has(edge.parentId)) continue;
      cameFrom.set(edge.parentId, id);
      if (edge.parentId === childId) {
        const path = [childId];
        for (let at = id; at !== ''; at = cameFrom.get(at) as string) path.push(at);
        // parent → child (the new edge) → … → parent
        return [parentId, ...path];
      }
    }
  }
  return null;
}
