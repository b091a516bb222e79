import type {
  MaterialActual,
  MaterialActualReport,
  PerformanceMessage,
  PerformanceResponse,
  ResponseState,
  SegmentActual,
} from './model.ts';
import { writeMessage } from './write-transaction.ts';
import { el, opt, quantityElement, scopeElement, valueElement, type XmlElementTree } from './xml-writer.ts';

export type PerformanceDraft = Omit<PerformanceMessage, 'kind' | 'form' | 'messageId'>;

/** The standard has no state for an operation that was left out: it is `Other`, named Skipped. */
function stateElement(name: string, state: ResponseState | null): XmlElementTree | null {
  if (state === null) return null;
  return state === 'Skipped' ? el(name, 'Other', { OtherValue: state }) : el(name, state);
}

const quantityProperty = (id: string, value: string | null, unit: string): XmlElementTree | null =>
  value === null ? null : el('MaterialActualProperty', [el('ID', id), quantityElement({ value, unit })]);

function materialElement(material: MaterialActual): XmlElementTree {
  const { unit } = material.quantity;
  return el('MaterialActual', [
    el('ID', material.id),
    opt('MaterialDefinitionID', material.definitionNumber),
    ...material.lotNumbers.map((lot) => el('MaterialLotID', lot)),
    ...material.serialNumbers.map((serial) => el('MaterialSubLotID', serial)),
    opt('Description', material.description),
    el('MaterialUse', material.use),
    quantityElement(material.quantity),
    quantityProperty('ScrapQuantity', material.scrap, unit),
    quantityProperty('ReworkQuantity', material.rework, unit),
  ]);
}

const secondsElement = (id: string, seconds: string | null): XmlElementTree | null =>
  seconds === null ? null : el('SegmentData', [el('ID', id), valueElement(seconds, 'decimal', 'SEC')]);

function segmentElement(segment: SegmentActual): XmlElementTree {
  return el('SegmentResponse', [
    el('ID', segment.segmentId),
    opt('Description', segment.description),
    opt('ActualStartTime', segment.startedAt),
    opt('ActualEndTime', segment.completedAt),
    scopeElement(segment.workCenterCode, 'WorkCenter'),
    opt('ProcessSegmentID', segment.processSegmentId),
    stateElement('SegmentState', segment.state),
    secondsElement('LaborTime', segment.laborSeconds),
    secondsElement('MachineTime', segment.machineSeconds),
    ...segment.personnel.map((person, index) =>
      el('PersonnelActual', [el('ID', String(index + 1)), el('PersonID', person)]),
    ),
    ...segment.equipment.map((machine, index) =>
      el('EquipmentActual', [el('ID', String(index + 1)), el('EquipmentID', machine)]),
    ),
    ...segment.materials.map(materialElement),
  ]);
}

function responseElement(response: PerformanceResponse): XmlElementTree {
  return el('OperationsResponse', [
    el('ID', response.responseId),
    opt('Description', response.description),
    opt('StartTime', response.startedAt),
    opt('EndTime', response.completedAt),
    opt('OperationsRequestID', response.requestId),
    opt('OperationsDefinitionID', response.routingNumber),
    stateElement('ResponseState', response.state),
    ...response.segments.map(segmentElement),
  ]);
}

/**
 * A V7 OperationsPerformance. A response needs at least one segment, the message at least one response:
 * the schema demands them.
 */
export function writeOperationsPerformance(draft: PerformanceDraft): string {
  const performance = el('OperationsPerformance', [
    el('ID', draft.performanceId),
    opt('PublishedDate', draft.publishedAt),
    scopeElement(draft.siteCode, 'Site'),
    el('OperationsType', 'Production'),
    opt('OperationsScheduleID', draft.scheduleId),
    stateElement('PerformanceState', draft.state),
    ...draft.responses.map(responseElement),
  ]);
  return writeMessage(performance, draft.application);
}

/** What went into one order, as an OperationsPerformance: V7 has no message of its own for it. */
export function writeMaterialActual(report: MaterialActualReport): string {
  return writeOperationsPerformance({
    performanceId: report.messageId,
    publishedAt: report.publishedAt,
    siteCode: report.siteCode,
    scheduleId: null,
    state: null,
    application: null,
    responses: [
      {
        responseId: report.orderNumber,
        description: null,
        requestId: report.requestId,
        routingNumber: null,
        startedAt: null,
        completedAt: null,
        state: 'Running',
        segments: [
          {
            segmentId: report.segmentId ?? report.orderNumber,
            description: null,
            startedAt: report.occurredAt,
            completedAt: report.occurredAt,
            processSegmentId: report.segmentId,
            workCenterCode: null,
            state: null,
            laborSeconds: null,
            machineSeconds: null,
            personnel: [],
            equipment: [],
            materials: report.materials.map((material) => ({
              ...material,
              use: 'Consumed',
              scrap: null,
              rework: null,
            })),
          },
        ],
      },
    ],
  });
}
