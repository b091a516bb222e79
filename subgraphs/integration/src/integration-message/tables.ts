import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { boolean, customType, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type {
  Direction,
  MessageError,
  MessageKind,
  MessageState,
  ReceivedAs,
} from './integration-message.ts';

const schema = pgSchema('integration');

/** `bytea`, as a Buffer in TypeScript. */
export const bytesColumn = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

export const integrationMessages = schema.table('integration_messages', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id'),
  direction: text('direction').$type<Direction>().notNull(),
  kind: text('kind').$type<MessageKind>().notNull(),
  externalId: text('external_id'),
  objectId: text('object_id'),
  state: text('state').$type<MessageState>().notNull(),
  sentAt: timestampColumn('sent_at'),
  sha256: text('sha256').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  errors: jsonb('errors').$type<readonly MessageError[]>().notNull(),
  routingId: uuid('routing_id'),
  acknowledgedAt: timestampColumn('acknowledged_at'),
  acknowledgedAccepted: boolean('acknowledged_accepted'),
  acknowledgedNote: text('acknowledged_note'),
  acknowledgedBy: uuid('acknowledged_by'),
  acknowledgedByKind: text('acknowledged_by_kind').$type<ActorKind>(),
  acknowledgedByName: text('acknowledged_by_name'),
  recordedAt: columns.recordedAt(),
});
export type IntegrationMessageRow = typeof integrationMessages.$inferSelect;

export const messageContents = schema.table('message_contents', {
  messageId: uuid('message_id').primaryKey(),
  tenantId: columns.tenantId(),
  content: bytesColumn('content').notNull(),
  receivedAs: text('received_as').$type<ReceivedAs>().notNull(),
});
export type MessageContentRow = typeof messageContents.$inferSelect;

export const messageWorkOrders = schema.table(
  'message_work_orders',
  {
    messageId: uuid('message_id').notNull(),
    tenantId: columns.tenantId(),
    workOrderId: uuid('work_order_id').notNull(),
    workOrderNumber: text('work_order_number').notNull(),
    requestId: text('request_id'),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.workOrderId] })],
);
export type MessageWorkOrderRow = typeof messageWorkOrders.$inferSelect;
