import { defineSubgraph } from '@machshop/server';
import { siteChanged } from './consumers/auth.site.changed.ts';
import { siteCreated } from './consumers/auth.site.created.ts';
import { deadLetters } from './consumers/dead-letters.ts';
import { partPublished } from './consumers/master-data.part.published.ts';
import { routingImportAccepted } from './consumers/master-data.routing-import.accepted.ts';
import { routingImportRejected } from './consumers/master-data.routing-import.rejected.ts';
import { materialConsumed } from './consumers/materials.material.consumed.ts';
import { operationStarted } from './consumers/work-orders.operation.started.ts';
import { scheduleImportAccepted } from './consumers/work-orders.schedule-import.accepted.ts';
import { scheduleImportRejected } from './consumers/work-orders.schedule-import.rejected.ts';
import { workOrderCompleted } from './consumers/work-orders.work-order.completed.ts';
import { permissions as deadLetterPermissions } from './dead-letter/permissions.ts';
import { resolvers as deadLetterResolvers } from './dead-letter/resolvers.ts';
import { permissions as messagePermissions } from './integration-message/permissions.ts';
import { resolvers as messageResolvers } from './integration-message/resolvers.ts';

/** Messages exchanged with other systems, and events that consumers gave up on. */
export const subgraph = defineSubgraph({
  name: 'integration',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: messageResolvers, permissions: messagePermissions },
    { resolvers: deadLetterResolvers, permissions: deadLetterPermissions },
  ],
  consumers: [
    siteCreated,
    siteChanged,
    partPublished,
    routingImportAccepted,
    routingImportRejected,
    scheduleImportAccepted,
    scheduleImportRejected,
    operationStarted,
    materialConsumed,
    workOrderCompleted,
    deadLetters,
  ],
});
