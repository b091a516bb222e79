import { type Context, UserFacingError } from '@machshop/server';
import type { Direction, Graph } from './genealogy.ts';
import { shapeGenealogy } from './genealogy.ts';
import { GenealogyStore, MAX_EDGES, type ReachedEdge } from './store.ts';
import type { NodeRow } from './tables.ts';

/** The deepest question. */
export const MAX_DEPTH = 500;
const MAX_NODES = 50_000;

/** A genealogy as it is answered: every node with its facts. */
export interface FoundGenealogy {
  readonly direction: Direction;
  readonly asOf: Date;
  readonly root: FoundNode;
  readonly nodes: readonly FoundNode[];
  readonly edges: readonly ReachedEdge[];
  readonly depth: number;
  readonly truncated: boolean;
}

export interface FoundNode {
  readonly row: NodeRow;
  readonly depth: number;
  readonly quantity: { value: string; unit: string };
}

export interface GenealogyQuestion {
  direction: Direction;
  maxDepth: number;
  asOf?: Date | null | undefined;
}

/**
 * Traverses the genealogy of a node.
 * @throws UserFacingError BAD_USER_INPUT, GENEALOGY_TOO_LARGE
 */
export async function findGenealogy(
  ctx: Context,
  root: NodeRow,
  question: GenealogyQuestion,
): Promise<FoundGenealogy> {
  const { direction, maxDepth } = question;
  if (maxDepth < 1 || maxDepth > MAX_DEPTH)
    throw new UserFacingError('BAD_USER_INPUT', `maxDepth must be from 1 to ${MAX_DEPTH}`);
  const asOf = question.asOf ?? ctx.now();
  return ctx.read(async (tx) => {
    const store = new GenealogyStore(tx, ctx.viewer.tenantId);
    // one level more than asked, to know whether there is more
    const reached = await store.reach(root.id, direction, maxDepth + 1, asOf);
    if (reached.length > MAX_EDGES) throw tooLarge(`${MAX_EDGES} edges`);
    const ids = new Set([root.id]);
    for (const edge of reached) ids.add(edge.parentId).add(edge.childId);
    if (ids.size > MAX_NODES) throw tooLarge(`${MAX_NODES} nodes`);
    const rows = new Map((await store.manyNodes([...ids])).map((row) => [row.id, row]));
    const graph: Graph<ReachedEdge> = shapeGenealogy(root, direction, maxDepth, reached, (id) =>
      sizeOf(rows.get(id)),
    );
    const nodes = graph.nodes.map(({ id, depth, quantity, unit }) => ({
      row: rows.get(id) ?? unknownNode(root.tenantId, id),
      depth,
      quantity: { value: quantity, unit },
    }));
    return {
      direction,
      asOf,
      root: nodes[0] as FoundNode,
      nodes,
      edges: graph.edges,
      depth: graph.depth,
      truncated: graph.truncated,
    };
  });
}

const tooLarge = (limit: string): UserFacingError =>
  new UserFacingError(
    'GENEALOGY_TOO_LARGE',
    `the genealogy has more than ${limit}: ask with a smaller maxDepth`,
  );

const sizeOf = (row: NodeRow | undefined): string | null => (!row || row.kind === 'SERIAL' ? '1' : row.size);

/** An end of an edge whose own event has not come yet. */
const unknownNode = (tenantId: string, id: string): NodeRow => ({
  id,
  tenantId,
  kind: 'SERIAL',
  number: id,
  definitionType: null,
  definitionId: null,
  definitionNumber: null,
  revision: null,
  unit: null,
  size: null,
  workOrderId: null,
});
