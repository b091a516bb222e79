import { needs, type Permissions } from '@machshop/server';

const read = needs('audit:read');

export const permissions: Permissions = {
  Query: { auditTrail: read, auditHead: read, auditExport: needs('audit:export') },
  AuditEntry: read,
  AuditHead: read,
  AuditExport: needs('audit:export'),
};
