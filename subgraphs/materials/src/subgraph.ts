import { defineSubgraph } from '@machshop/server';
import { permissions as allocationPermissions } from './allocation/permissions.ts';
import { resolvers as allocationResolvers } from './allocation/resolvers.ts';
import { permissions as linkPermissions } from './component-link/permissions.ts';
import { resolvers as linkResolvers } from './component-link/resolvers.ts';
import { bomPublished } from './consumers/master-data.bom.published.ts';
import { materialPublished } from './consumers/master-data.material.published.ts';
import { partPublished } from './consumers/master-data.part.published.ts';
import { ncrHoldChanged } from './consumers/quality.ncr.hold-changed.ts';
import { workOrderCancelled } from './consumers/work-orders.work-order.cancelled.ts';
import { workOrderChanged } from './consumers/work-orders.work-order.changed.ts';
import { workOrderClosed } from './consumers/work-orders.work-order.closed.ts';
import { workOrderCompleted } from './consumers/work-orders.work-order.completed.ts';
import { workOrderCreated } from './consumers/work-orders.work-order.created.ts';
import { workOrderReleased } from './consumers/work-orders.work-order.released.ts';
import { permissions as definitionPermissions } from './definition/permissions.ts';
import { resolvers as definitionResolvers } from './definition/resolvers.ts';
import { permissions as locationPermissions } from './inventory-location/permissions.ts';
import { resolvers as locationResolvers } from './inventory-location/resolvers.ts';
import { permissions as certificatePermissions } from './material-certificate/permissions.ts';
import { resolvers as certificateResolvers } from './material-certificate/resolvers.ts';
import { permissions as lotPermissions } from './material-lot/permissions.ts';
import { resolvers as lotResolvers } from './material-lot/resolvers.ts';
import { permissions as transactionPermissions } from './material-transaction/permissions.ts';
import { resolvers as transactionResolvers } from './material-transaction/resolvers.ts';
import { permissions as serialPermissions } from './serialized-part/permissions.ts';
import { resolvers as serialResolvers } from './serialized-part/resolvers.ts';
import { permissions as orderPermissions } from './work-order/permissions.ts';
import { resolvers as orderResolvers } from './work-order/resolvers.ts';

/** Lots, stock as a ledger, allocations, serialized parts, and what is in what. */
export const subgraph = defineSubgraph({
  name: 'materials',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: definitionResolvers, permissions: definitionPermissions },
    { resolvers: orderResolvers, permissions: orderPermissions },
    { resolvers: locationResolvers, permissions: locationPermissions },
    { resolvers: lotResolvers, permissions: lotPermissions },
    { resolvers: transactionResolvers, permissions: transactionPermissions },
    { resolvers: allocationResolvers, permissions: allocationPermissions },
    { resolvers: serialResolvers, permissions: serialPermissions },
    { resolvers: linkResolvers, permissions: linkPermissions },
    { resolvers: certificateResolvers, permissions: certificatePermissions },
  ],
  consumers: [
    partPublished,
    materialPublished,
    bomPublished,
    workOrderCreated,
    workOrderChanged,
    workOrderReleased,
    workOrderCompleted,
    workOrderClosed,
    workOrderCancelled,
    ncrHoldChanged,
  ],
});
