import type { ActorKind } from '@machshop/auth';
import { columns } from '@machshop/db';
import { date, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const materialCertificates = pgSchema('materials').table('material_certificates', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  lotId: uuid('lot_id').notNull(),
  number: text('number').notNull(),
  kind: text('kind').$type<'MILL_TEST_REPORT' | 'CERTIFICATE_OF_CONFORMANCE'>().notNull(),
  issuedBy: text('issued_by').notNull(),
  issuedAt: date('issued_at', { mode: 'string' }).notNull(),
  documentSha256: text('document_sha256'),
  documentUrl: text('document_url'),
  facts: jsonb('facts'),
  recordedById: uuid('recorded_by_id').notNull(),
  recordedByKind: text('recorded_by_kind').$type<ActorKind>().notNull(),
  recordedByName: text('recorded_by_name').notNull(),
  recordedAt: columns.recordedAt(),
});
export type MaterialCertificateRow = typeof materialCertificates.$inferSelect;
