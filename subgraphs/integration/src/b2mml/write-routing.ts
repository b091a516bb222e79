import type { MessageRouting, RoutingMessage, RoutingOperation } from './model.ts';
import { writeMessage } from './write-transaction.ts';
import { el, opt, scopeElement, valueElement, type XmlElementTree } from './xml-writer.ts';

/** Routings to write; the list gets the id of the message. */
export type RoutingDraft = Pick<RoutingMessage, 'publishedAt' | 'application'> & {
  /** ID of the OperationsDefinitionInformation. */
  readonly informationId: string;
  readonly routings: readonly Omit<MessageRouting, 'at'>[];
};

const segmentId = (operation: RoutingOperation): string =>
  `OP-${String(operation.operationNumber).padStart(3, '0')}`;

const parameter = (id: string, value: string, dataType: string, unit: string | null = null): XmlElementTree =>
  el('ParameterSpecification', [el('ID', id), valueElement(value, dataType, unit)]);

function producedElement(routing: RoutingDraft['routings'][number]): XmlElementTree | null {
  if (routing.partNumber === null) return null;
  return el('MaterialSpecification', [
    el('ID', 'PRODUCED'),
    el('MaterialDefinitionID', routing.partNumber),
    el('MaterialUse', 'Produced'),
    routing.revision === null
      ? null
      : el('MaterialSpecificationProperty', [el('ID', 'Revision'), valueElement(routing.revision, 'string')]),
  ]);
}

/**
 * A parallel operation names a parallel neighbour, any other one the operation before it. One that is
 * parallel to nothing beside it is written as what it is then: sequential.
 */
function dependencyElement(routing: RoutingDraft['routings'][number], index: number): XmlElementTree | null {
  const previous = routing.operations[index - 1];
  const neighbour =
    routing.operations[index]?.sequencing === 'PARALLEL'
      ? [previous, routing.operations[index + 1]].find((other) => other?.sequencing === 'PARALLEL')
      : undefined;
  const other = neighbour ?? previous;
  if (!other) return null;
  return el('SegmentDependency', [
    el('ID', '1'),
    el('Dependency', neighbour ? 'PossibleParallel' : 'AfterEnd'),
    el('SegmentID', segmentId(other)),
  ]);
}

function operationElement(routing: RoutingDraft['routings'][number], index: number): XmlElementTree {
  const operation = routing.operations[index] as RoutingOperation;
  const isLast = index === routing.operations.length - 1;
  return el('OperationsSegment', [
    el('ID', segmentId(operation)),
    el('Description', operation.name),
    scopeElement(operation.workCenterCode, 'WorkCenter'),
    parameter('SetupTime', operation.setupSeconds, 'decimal', 'SEC'),
    parameter('RunTimePerUnit', operation.runSecondsPerUnit, 'decimal', 'SEC'),
    parameter('QualityCritical', String(operation.qualityCritical), 'boolean'),
    parameter('InspectionRequired', String(operation.inspectionRequired), 'boolean'),
    operation.personnelClass === null
      ? null
      : el('PersonnelSpecification', [el('ID', '1'), el('PersonnelClassID', operation.personnelClass)]),
    operation.equipmentClass === null
      ? null
      : el('EquipmentSpecification', [el('ID', '1'), el('EquipmentClassID', operation.equipmentClass)]),
    isLast ? producedElement(routing) : null,
    dependencyElement(routing, index),
  ]);
}

function routingElement(routing: RoutingDraft['routings'][number]): XmlElementTree {
  return el('OperationsDefinition', [
    el('ID', routing.routingNumber),
    opt('Description', routing.description),
    opt('Version', routing.version),
    scopeElement(routing.siteCode, 'Site'),
    el('OperationsType', 'Production'),
    ...routing.operations.map((_, index) => operationElement(routing, index)),
  ]);
}

/** A V7 OperationsDefinitionInformation, inside its transaction when there is an application area. */
export function writeOperationsDefinitions(draft: RoutingDraft): string {
  const information = el('OperationsDefinitionInformation', [
    el('ID', draft.informationId),
    opt('PublishedDate', draft.publishedAt),
    ...draft.routings.map(routingElement),
  ]);
  return writeMessage(information, draft.application);
}
