import { actorRef } from '@machshop/auth';
import type { Context } from '@machshop/server';
import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import {
  approvalsOfDisposition,
  dispositionById,
  dispositionsOfNonConformance,
  itemsOfNonConformance,
  nonConformanceById,
} from '../loaders.ts';
import {
  decideDispositionForEngineering,
  decideDispositionForQuality,
  recordCustomerDecision,
} from './approve.ts';
import { carryOutDisposition, proposeDisposition } from './commands.ts';
import { requiredApprovals } from './disposition.ts';
import type { DispositionRow } from './tables.ts';

/** One whose non-conformance the viewer may see. */
async function visible(ctx: Context, id: string): Promise<DispositionRow | null> {
  const row = await dispositionById(ctx).load(id);
  return row && (await nonConformanceById(ctx).load(row.nonConformanceId)) ? row : null;
}

const itemOf = async (row: DispositionRow, ctx: Context) => {
  const items = await itemsOfNonConformance(ctx).load(row.nonConformanceId);
  const item = items.find(({ id }) => id === row.itemId);
  if (!item) throw new Error(`disposition ${row.id} has no item`);
  return item;
};

export const resolvers: Resolvers = {
  Query: { disposition: (_, { id }, ctx) => visible(ctx, id) },
  Mutation: {
    proposeDisposition: (_, { input }, ctx) =>
      attempt(async () => ({ disposition: await proposeDisposition(ctx, input) })),
    decideDispositionForQuality: (_, { input }, ctx) =>
      attempt(async () => ({ disposition: await decideDispositionForQuality(ctx, input) })),
    decideDispositionForEngineering: (_, { input }, ctx) =>
      attempt(async () => ({ disposition: await decideDispositionForEngineering(ctx, input) })),
    recordCustomerDecision: (_, { input }, ctx) =>
      attempt(async () => ({ disposition: await recordCustomerDecision(ctx, input) })),
    carryOutDisposition: (_, { input }, ctx) =>
      attempt(async () => ({ disposition: await carryOutDisposition(ctx, input) })),
  },
  NonConformance: {
    dispositions: ({ id }, _, ctx) => dispositionsOfNonConformance(ctx).load(id),
  },
  AffectedItem: {
    dispositions: async ({ id, nonConformanceId }, _, ctx) =>
      (await dispositionsOfNonConformance(ctx).load(nonConformanceId)).filter(({ itemId }) => itemId === id),
  },
  Disposition: {
    __resolveReference: ({ id }, ctx) => visible(ctx, id),
    nonConformance: async (row, _, ctx) => {
      const found = await nonConformanceById(ctx).load(row.nonConformanceId);
      if (!found) throw new Error(`disposition ${row.id} has no non-conformance`);
      return found;
    },
    item: (row, _, ctx) => itemOf(row, ctx),
    quantity: async (row, _, ctx) => ({ value: row.quantity, unit: (await itemOf(row, ctx)).unit }),
    requiredApprovals: ({ kind, customerApproval }) => requiredApprovals(kind, customerApproval),
    approvals: ({ id }, _, ctx) => approvalsOfDisposition(ctx).load(id),
    proposedBy: (row) => actorRef(row.proposedByKind, row.proposedById),
    carriedOutBy: (row) => actorRef(row.carriedOutByKind, row.carriedOutById),
  },
  DispositionApproval: {
    decidedBy: ({ decidedById }) => ({ __typename: 'User', id: decidedById }),
  },
};
