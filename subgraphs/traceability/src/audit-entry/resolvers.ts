import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { pageRequest, UserFacingError } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { AuditStore } from './store.ts';

const MAX_EXPORT = 5_000;

export const resolvers: Resolvers = {
  Query: {
    auditTrail: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new AuditStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [String(row.sequence)]);
    },
    auditHead: async (_, __, ctx) => {
      const head = await ctx.read((tx) => new AuditStore(tx, ctx.viewer.tenantId).head());
      return head ? { sequence: String(head.sequence), hash: head.hash } : null;
    },
    auditExport: async (_, { afterSequence, first }, ctx) => {
      if (!/^\d{1,18}$/.test(afterSequence))
        throw new UserFacingError('BAD_USER_INPUT', 'afterSequence must be a whole number');
      if (first < 1 || first > MAX_EXPORT)
        throw new UserFacingError('BAD_USER_INPUT', `first must be from 1 to ${MAX_EXPORT}`);
      return ctx.read(async (tx) => {
        const store = new AuditStore(tx, ctx.viewer.tenantId);
        const rows = await store.after(BigInt(afterSequence), first);
        const head = await store.head();
        return {
          lines: rows.map(({ sequence, previousHash, hash, canonical }) =>
            JSON.stringify({ sequence: String(sequence), previousHash, hash, canonical }),
          ),
          head: head ? { sequence: String(head.sequence), hash: head.hash } : null,
        };
      });
    },
  },
  AuditEntry: {
    actor: ({ actorKind, actorId }) => actorRef(actorKind, actorId),
    sequence: (row) => String(row.sequence),
    old: (row) => (JSON.parse(row.canonical) as { old: unknown }).old,
    new: (row) => (JSON.parse(row.canonical) as { new: unknown }).new,
  },
};
