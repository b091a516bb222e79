import { defineSubgraph } from '@machshop/server';
import { permissions as bomPermissions } from './bom/permissions.ts';
import { resolvers as bomResolvers } from './bom/resolvers.ts';
import { equipmentChanged } from './consumers/equipment.equipment.changed.ts';
import { equipmentCreated } from './consumers/equipment.equipment.created.ts';
import { operationsDefinitionReceived } from './consumers/integration.operations-definition.received.ts';
import { permissions as customerPermissions } from './customer/permissions.ts';
import { resolvers as customerResolvers } from './customer/resolvers.ts';
import { permissions as historyPermissions } from './history/permissions.ts';
import { resolvers as historyResolvers } from './history/resolvers.ts';
import { permissions as importPermissions } from './master-data-import/permissions.ts';
import { resolvers as importResolvers } from './master-data-import/resolvers.ts';
import { permissions as materialPermissions } from './material/permissions.ts';
import { resolvers as materialResolvers } from './material/resolvers.ts';
import { permissions as partPermissions } from './part/permissions.ts';
import { resolvers as partResolvers } from './part/resolvers.ts';
import { permissions as routingPermissions } from './routing/permissions.ts';
import { resolvers as routingResolvers } from './routing/resolvers.ts';

/** Parts, bills of material, routings, materials, customers: what they are, from when on, and who changed it. */
export const subgraph = defineSubgraph({
  name: 'master-data',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: historyResolvers, permissions: historyPermissions },
    { resolvers: materialResolvers, permissions: materialPermissions },
    { resolvers: customerResolvers, permissions: customerPermissions },
    { resolvers: partResolvers, permissions: partPermissions },
    { resolvers: bomResolvers, permissions: bomPermissions },
    { resolvers: routingResolvers, permissions: routingPermissions },
    { resolvers: importResolvers, permissions: importPermissions },
  ],
  consumers: [operationsDefinitionReceived, equipmentCreated, equipmentChanged],
});
