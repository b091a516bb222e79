import { defineSubgraph } from '@machshop/server';
import { permissions as asBuiltPermissions } from './as-built/permissions.ts';
import { resolvers as asBuiltResolvers } from './as-built/resolvers.ts';
import { permissions as auditPermissions } from './audit-entry/permissions.ts';
import { resolvers as auditResolvers } from './audit-entry/resolvers.ts';
import { audit, genealogyFacts } from './consumers/every-event.ts';
import { permissions as genealogyPermissions } from './genealogy/permissions.ts';
import { resolvers as genealogyResolvers } from './genealogy/resolvers.ts';
import { permissions as stepPermissions } from './process-step/permissions.ts';
import { resolvers as stepResolvers } from './process-step/resolvers.ts';

/** What is made of what, how it was made, and who changed what. Reads only: all it knows comes from events. */
export const subgraph = defineSubgraph({
  name: 'traceability',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: genealogyResolvers, permissions: genealogyPermissions },
    { resolvers: stepResolvers, permissions: stepPermissions },
    { resolvers: asBuiltResolvers, permissions: asBuiltPermissions },
    { resolvers: auditResolvers, permissions: auditPermissions },
  ],
  consumers: [audit, genealogyFacts],
});
