import { Decimal as DecimalJs } from 'decimal.js';

/** The deepest explosion. A line's quantity has at most 20 digits, so a product over 100 levels has 2,000. */
export const MAX_DEPTH = 100;

// 2,000 digits of a product and room for the sum of very many: nothing is ever rounded
const Exact = DecimalJs.clone({ precision: 2_400, toExpNeg: -9e15, toExpPos: 9e15 });
type Exact = DecimalJs;

/** The most additions of one explosion. */
const MAX_STEPS = 2_000_000;

/** One line of a bill: so much of the child in one of the parent. */
export interface ExplosionEdge {
  readonly parent: string;
  readonly child: string;
  readonly quantity: string;
  readonly unit: string;
}

/** What goes into one of the root, over all the ways that lead to it. */
export interface ExplodedComponent {
  readonly id: string;
  /** The longest way's number of levels: 1 for what the root's own bill lists. */
  readonly depth: number;
  readonly quantity: string;
  readonly unit: string;
}

/**
 * Explodes a structure without walking every way: level by level, what reaches a component in k levels is known from
 * what reaches its parents in k - 1. Quantities are exact.
 * @returns null when it takes more than two million steps
 */
export function explodeEdges(
  root: string,
  edges: readonly ExplosionEdge[],
  maxDepth: number,
): ExplodedComponent[] | null {
  const byParent = Map.groupBy(edges, (edge) => edge.parent);
  const totals = new Map<string, { depth: number; quantity: Exact; unit: string }>();
  let level = new Map<string, Exact>([[root, new Exact(1)]]);
  let steps = 0;
  for (let depth = 1; depth <= maxDepth && level.size > 0; depth++) {
    const next = new Map<string, Exact>();
    for (const [parent, quantity] of level) {
      for (const edge of byParent.get(parent) ?? []) {
        if (++steps > MAX_STEPS) return null;
        const more = quantity.times(edge.quantity);
        next.set(edge.child, next.get(edge.child)?.plus(more) ?? more);
        const total = totals.get(edge.child);
        totals.set(edge.child, { depth, quantity: total?.quantity.plus(more) ?? more, unit: edge.unit });
      }
    }
    level = next;
  }
  return [...totals]
    .map(([id, { depth, quantity, unit }]) => ({ id, depth, quantity: quantity.toFixed(), unit }))
    .sort((a, b) => a.depth - b.depth);
}
