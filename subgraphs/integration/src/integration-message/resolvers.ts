import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import { textOf } from '../b2mml/text.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { acknowledgeMessage, retryMessage } from './commands.ts';
import { contentOf, isUuid, maySee, messageById } from './loaders.ts';
import { type Received, receiveB2mml } from './receive.ts';
import { IntegrationMessageStore, type MessageFilter } from './store.ts';
import type { IntegrationMessageRow, MessageContentRow } from './tables.ts';

async function page(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
  filter: MessageFilter,
  direction: 'asc' | 'desc',
) {
  const request = pageRequest(args);
  if (filter.workOrderId && !isUuid(filter.workOrderId))
    return pageOf<IntegrationMessageRow>([], request, () => []);
  const rows = await ctx.read((tx) =>
    new IntegrationMessageStore(tx, ctx.viewer.tenantId).page(request, filter, ctx.viewer.siteIds, direction),
  );
  return pageOf(rows, request, (row) => [row.recordedAt.toISOString(), row.id]);
}

async function bytesOf(ctx: Context, row: IntegrationMessageRow): Promise<MessageContentRow> {
  const content = await contentOf(ctx).load(row.id);
  if (!content) throw new Error(`message ${row.id} has no content`);
  return content;
}

/** A rejection is data of the payload beside the message, which is kept. */
function rejection({ outcome, message }: Received) {
  if (message.state !== 'REJECTED') return [];
  const text = `the message is rejected${outcome === 'DUPLICATE' ? ', as it was before' : ''}: ${message.errors.length} errors`;
  return [
    {
      __typename: 'MessageRejectedError' as const,
      code: 'MESSAGE_REJECTED',
      message: text,
      path: ['input'],
      faults: message.errors,
    },
  ];
}

export const resolvers: Resolvers = {
  Query: {
    integrationMessage: (_, { id }, ctx) => messageById(ctx, id),
    integrationMessageByExternalId: async (_, { direction, externalId }, ctx) => {
      const row = await ctx.read((tx) =>
        new IntegrationMessageStore(tx, ctx.viewer.tenantId).byExternalId(direction, externalId),
      );
      return row && maySee(ctx, row) ? row : null;
    },
    integrationMessages: (_, args, ctx) =>
      page(ctx, args, args.filter ?? {}, args.order === 'OLDEST_FIRST' ? 'asc' : 'desc'),
  },
  Mutation: {
    receiveB2mml: async (_, { input }, ctx) => {
      const result = await attempt(async () => ({ received: await receiveB2mml(ctx, input) }));
      if (!('received' in result)) return { message: null, outcome: null, errors: result.errors };
      const { received } = result;
      return { message: received.message, outcome: received.outcome, errors: rejection(received) };
    },
    acknowledgeMessage: (_, { input }, ctx) =>
      attempt(async () => ({ message: await acknowledgeMessage(ctx, input) })),
    retryMessage: (_, { input }, ctx) => attempt(async () => ({ message: await retryMessage(ctx, input) })),
  },
  IntegrationMessage: {
    __resolveReference: ({ id }, ctx) => messageById(ctx, id),
    site: ({ siteId: id }) => (id ? { __typename: 'Site', id } : null),
    receivedAt: (row) => row.recordedAt,
    content: async (row, _, ctx) => {
      const { content, receivedAs } = await bytesOf(ctx, row);
      return receivedAs === 'TEXT' ? content.toString('utf8') : textOf(content);
    },
    contentBase64: async (row, _, ctx) => (await bytesOf(ctx, row)).content.toString('base64'),
    workOrders: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new IntegrationMessageStore(tx, ctx.viewer.tenantId).workOrdersPage(row.id, request),
      );
      return pageOf(rows, request, (link) => [link.workOrderNumber, link.workOrderId]);
    },
    routing: ({ routingId: id }) => (id ? { __typename: 'Routing', id } : null),
    acknowledgement: (row) =>
      row.acknowledgedAt === null || row.acknowledgedAccepted === null
        ? null
        : {
            accepted: row.acknowledgedAccepted,
            note: row.acknowledgedNote,
            acknowledgedAt: row.acknowledgedAt,
            acknowledgedBy: actorRef(row.acknowledgedByKind, row.acknowledgedBy),
            acknowledgedByName: row.acknowledgedByName ?? '',
          },
  },
  MessageWorkOrder: {
    workOrder: (link) => ({ id: link.workOrderId }),
  },
  WorkOrder: {
    integrationMessages: (order, args, ctx) => page(ctx, args, { workOrderId: order.id }, 'asc'),
  },
};
