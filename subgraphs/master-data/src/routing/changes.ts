import { Decimal } from '@machshop/db';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { changeOf, type Entry, type PendingChange } from '../history/changes.ts';
import type { PartRevisionRow, PartRow } from '../part/tables.ts';
import { operationContent } from './operations.ts';
import type { RoutingOperationRow, RoutingRow } from './tables.ts';

type Routing = Omit<RoutingRow, 'tenantId'>;
type Operation = Omit<RoutingOperationRow, 'tenantId'>;

/** What a routing is for, as its events name it. */
export interface RoutingOf {
  readonly part: Pick<PartRow, 'id' | 'number'>;
  readonly revision: Pick<PartRevisionRow, 'id' | 'revision'>;
}

/** A draft of a routing was made, changed or given up. */
export function routingDraftChange(
  routing: Pick<Routing, 'id'>,
  entry: Omit<Entry, 'entity'>,
): PendingChange {
  const entity = { __typename: 'Routing', id: routing.id } as const;
  return changeOf(masterDataEvents['routing.drafted'], routing.id, { routing: entity }, { ...entry, entity });
}

/** A routing is published, or is not any more. */
export function routingChange(
  routing: Routing,
  operations: readonly Operation[],
  { part, revision }: RoutingOf,
  verb: 'published' | 'superseded',
  entry: Omit<Entry, 'entity'>,
): PendingChange {
  const entity = { __typename: 'Routing', id: routing.id } as const;
  const facts = {
    routing: entity,
    routingNumber: routing.number,
    version: routing.version,
    part: { __typename: 'Part', id: part.id } as const,
    partRevision: { __typename: 'PartRevision', id: revision.id } as const,
    partNumber: part.number,
    revision: revision.revision,
    operations: operations.map((operation) => ({
      routingOperation: { __typename: 'RoutingOperation', id: operation.id } as const,
      operationNumber: operation.operationNumber,
      name: operation.name,
      workCenterCode: operation.workCenterCode,
      equipmentClass: operation.equipmentClass,
      personnelClass: operation.personnelClass,
      setupSeconds: new Decimal(operation.setupSeconds).toFixed(),
      runSecondsPerUnit: new Decimal(operation.runSecondsPerUnit).toFixed(),
      sequencing: operation.sequencing,
      qualityCritical: operation.qualityCritical,
      inspectionRequired: operation.inspectionRequired,
    })),
  };
  return changeOf(masterDataEvents[`routing.${verb}`], routing.id, facts, { ...entry, entity });
}

/** A routing as the history shows it. */
export const describedRouting = (
  routing: Routing,
  operations: readonly Parameters<typeof operationContent>[0][],
  of: RoutingOf,
) => ({
  number: routing.number,
  version: routing.version,
  part: of.part.number,
  revision: of.revision.revision,
  status: routing.status,
  description: routing.description,
  operations: operations.map(operationContent),
});
