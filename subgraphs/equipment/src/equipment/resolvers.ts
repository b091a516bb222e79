import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { equipmentByCode, equipmentById, workCenterById } from '../loaders.ts';
import { changeEquipment, changeEquipmentStatus, createEquipment } from './commands.ts';
import { EquipmentStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    equipment: (_, { id }, ctx) => equipmentById(ctx).load(id),
    equipmentByCode: (_, { code }, ctx) => equipmentByCode(ctx).load(code),
    allEquipment: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new EquipmentStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createEquipment: (_, { input }, ctx) =>
      attempt(async () => ({ equipment: await createEquipment(ctx, input) })),
    changeEquipment: (_, { input }, ctx) =>
      attempt(async () => ({ equipment: await changeEquipment(ctx, input) })),
    changeEquipmentStatus: (_, { input }, ctx) =>
      attempt(async () => ({ equipment: await changeEquipmentStatus(ctx, input) })),
  },
  Equipment: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? equipmentById(ctx).load(reference.id) : equipmentByCode(ctx).load(reference.code),
    workCenter: async (row, _, ctx) => {
      const workCenter = await workCenterById(ctx).load(row.workCenterId);
      if (!workCenter) throw new Error(`equipment ${row.id} has no work center`);
      return workCenter;
    },
    machineStatusSince: (row) => row.machineSince,
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    log: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new EquipmentStore(tx, ctx.viewer.tenantId).logPage(row.id, request),
      );
      return pageOf(rows, request, (entry) => [entry.occurredAt.toISOString(), entry.id]);
    },
  },
  EquipmentLogEntry: {
    actor: ({ actorKind, actorId }) => actorRef(actorKind, actorId),
    operation: ({ workOrderOperationId: id }) => (id ? { __typename: 'WorkOrderOperation', id } : null),
  },
};
