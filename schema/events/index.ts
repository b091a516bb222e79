import { authEvents } from './auth.ts';
import type { EventDefinition } from './define.ts';
import { equipmentEvents } from './equipment.ts';
import { integrationEvents } from './integration.ts';
import { iotEvents } from './iot.ts';
import { masterDataEvents } from './master-data.ts';
import { materialEvents } from './materials.ts';
import { qualityEvents } from './quality.ts';
import { schedulingEvents } from './scheduling.ts';
import { workOrderEvents } from './work-orders.ts';

/** Every event of the plant by its CloudEvents type. */
export const eventCatalogue: ReadonlyMap<string, EventDefinition> = new Map(
  [
    authEvents,
    masterDataEvents,
    workOrderEvents,
    materialEvents,
    equipmentEvents,
    qualityEvents,
    integrationEvents,
    iotEvents,
    schedulingEvents,
  ]
    .flatMap((domain) => Object.values(domain) as EventDefinition[])
    .map((definition) => [definition.type, definition]),
);
