import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DefinitionType } from '../definition/definition.ts';
import type { StoredLotStatus } from '../material-transaction/material-transaction.ts';

const schema = pgSchema('materials');

export const materialLots = schema.table('material_lots', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  number: text('number').notNull(),
  definitionType: text('definition_type').$type<DefinitionType>().notNull(),
  definitionId: uuid('definition_id').notNull(),
  definitionNumber: text('definition_number').notNull(),
  unit: text('unit').notNull(),
  status: text('status').$type<StoredLotStatus>().notNull(),
  supplier: text('supplier'),
  supplierLotNumber: text('supplier_lot_number'),
  heatNumber: text('heat_number'),
  unitCost: decimalColumn('unit_cost'),
  workOrderId: uuid('work_order_id'),
  receivedAt: timestampColumn('received_at').notNull(),
  expiresAt: timestampColumn('expires_at'),
  recordedAt: columns.recordedAt(),
});
export type MaterialLotRow = typeof materialLots.$inferSelect;

export const inventoryBalances = schema.table(
  'inventory_balances',
  {
    lotId: uuid('lot_id').notNull(),
    locationId: uuid('location_id').notNull(),
    tenantId: columns.tenantId(),
    quantity: decimalColumn('quantity').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lotId, table.locationId] })],
);
