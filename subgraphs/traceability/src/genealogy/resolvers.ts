import { actorRef } from '@machshop/auth';
import { type Context, UserFacingError } from '@machshop/server';
import type { GenealogyRootInput, Resolvers } from '../generated/resolvers.ts';
import { edgeById, nodeById, stepsOfSerial } from '../loaders.ts';
import { type FoundNode, findGenealogy, type GenealogyQuestion } from './find.ts';
import { GenealogyStore } from './store.ts';
import type { NodeRow } from './tables.ts';

const TRACE_DEPTH = 500;

export const resolvers: Resolvers = {
  Query: {
    genealogy: async (_, { root, ...question }, ctx) => {
      const row = await findRoot(ctx, root);
      return row ? findGenealogy(ctx, row, question) : null;
    },
  },
  GenealogyNode: {
    id: ({ row }) => row.id,
    kind: ({ row }) => row.kind,
    number: ({ row }) => row.number,
    definition: ({ row }) => definitionOf(row),
    part: ({ row }) =>
      row.definitionType === 'Part' && row.definitionId ? { __typename: 'Part', id: row.definitionId } : null,
    serializedPart: ({ row }) => (row.kind === 'SERIAL' ? { id: row.id } : null),
    lot: ({ row }) => (row.kind === 'LOT' ? { id: row.id } : null),
    workOrder: ({ row }) => {
      const id = row.kind === 'WORK_ORDER' ? row.id : row.workOrderId;
      return id ? { id } : null;
    },
    steps: ({ row }, _, ctx) => (row.kind === 'SERIAL' ? stepsOfSerial(ctx).load(row.number) : []),
  },
  GenealogyEdge: {
    quantity: (edge) => ({ value: edge.quantity, unit: edge.unit }),
    linkedBy: async ({ id }, _, ctx) => {
      const edge = await edgeById(ctx).load(id);
      return edge && actorRef(edge.linkedByKind, edge.linkedById);
    },
    operation: (edge) =>
      edge.operationId ? { __typename: 'WorkOrderOperation', id: edge.operationId } : null,
    workOrder: (edge) => (edge.workOrderId ? { id: edge.workOrderId } : null),
  },
  SerializedPart: {
    __resolveReference: ({ id }) => ({ id }),
    genealogy: ({ id }, question, ctx) => genealogyOf(ctx, id, question),
    backwardTrace: ({ id }, { asOf }, ctx) => traceOf(ctx, id, 'DOWN', asOf, 'LOT'),
  },
  MaterialLot: {
    __resolveReference: ({ id }) => ({ id }),
    genealogy: ({ id }, question, ctx) => genealogyOf(ctx, id, question),
    forwardTrace: ({ id }, { asOf }, ctx) => traceOf(ctx, id, 'UP', asOf, 'SERIAL'),
  },
};

/** The part or material of a node, as a stub. */
export const definitionOf = ({
  definitionType,
  definitionId,
}: Pick<NodeRow, 'definitionType' | 'definitionId'>) =>
  definitionType && definitionId ? { __typename: definitionType, id: definitionId } : null;

async function genealogyOf(ctx: Context, id: string, question: GenealogyQuestion) {
  const row = await nodeById(ctx).load(id);
  return row ? findGenealogy(ctx, row, question) : null;
}

async function traceOf(
  ctx: Context,
  id: string,
  direction: 'DOWN' | 'UP',
  asOf: Date | null | undefined,
  kind: NodeRow['kind'],
): Promise<FoundNode[] | null> {
  const found = await genealogyOf(ctx, id, { direction, maxDepth: TRACE_DEPTH, asOf });
  return found?.nodes.filter((node) => node.row.kind === kind && node.depth > 0) ?? null;
}

async function findRoot(ctx: Context, root: GenealogyRootInput): Promise<NodeRow | null> {
  const given = Object.entries(root).filter((entry): entry is [string, string] => entry[1] != null);
  const [named] = given;
  if (!named || given.length > 1) {
    throw new UserFacingError(
      'BAD_USER_INPUT',
      'root must name exactly one of id, serialNumber, lotNumber, workOrderNumber',
    );
  }
  const [field, value] = named;
  if (field === 'id') return nodeById(ctx).load(value);
  const kind = field === 'serialNumber' ? 'SERIAL' : field === 'lotNumber' ? 'LOT' : 'WORK_ORDER';
  return (
    (await ctx.read((tx) => new GenealogyStore(tx, ctx.viewer.tenantId).nodeByNumber(kind, value))) ?? null
  );
}
