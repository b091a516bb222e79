import { needs, type Permissions } from '@machshop/server';

const read = needs('nonConformance:read');

export const permissions: Permissions = { Query: { nonConformancePareto: read }, ParetoLine: read };
