import type { MaterialRequirement, ScheduleMessage, ScheduleRequest, SegmentRequirement } from './model.ts';
import { formatDuration } from './values.ts';
import { writeMessage } from './write-transaction.ts';
import { el, opt, quantityElement, scopeElement, valueElement, type XmlElementTree } from './xml-writer.ts';

/** A schedule to write: `at` belongs to messages that were read. */
export type ScheduleDraft = Pick<ScheduleMessage, 'scheduleId' | 'publishedAt' | 'application'> & {
  /** At least one. */
  readonly requests: readonly Omit<ScheduleRequest, 'at'>[];
};

type Request = ScheduleDraft['requests'][number];

const consumedElement = (material: MaterialRequirement): XmlElementTree =>
  el('MaterialRequirement', [
    el('ID', material.id),
    opt('MaterialDefinitionID', material.definitionNumber),
    opt('MaterialLotID', material.lotNumber),
    el('MaterialUse', 'Consumed'),
    material.quantity && quantityElement(material.quantity),
  ]);

const producedElement = (request: Request): XmlElementTree =>
  el('MaterialRequirement', [
    el('ID', 'PRODUCED'),
    el('MaterialDefinitionID', request.partNumber),
    el('MaterialUse', 'Produced'),
    quantityElement(request.quantity),
    request.revision === null
      ? null
      : el('MaterialRequirementProperty', [el('ID', 'Revision'), valueElement(request.revision, 'string')]),
  ]);

/** An order without steps of its own is one segment: V7 demands one. */
const WHOLE_ORDER: SegmentRequirement = {
  segmentId: '1',
  processSegmentId: null,
  operationsSegmentId: null,
  earliestStartAt: null,
  latestEndAt: null,
  durationSeconds: null,
  consumed: [],
};

function segmentElement(request: Request, segment: SegmentRequirement, isFirst: boolean): XmlElementTree {
  const customer =
    isFirst && request.customerCode !== null
      ? el('SegmentParameter', [el('ID', 'CustomerID'), valueElement(request.customerCode, 'string')])
      : null;
  return el('SegmentRequirement', [
    el('ID', segment.segmentId),
    opt('EarliestStartTime', segment.earliestStartAt),
    opt('LatestEndTime', segment.latestEndAt),
    // V7 demands the ids of definition and segments; an empty one says that there is none.
    el('ProcessSegmentID', segment.processSegmentId),
    opt('Duration', segment.durationSeconds && formatDuration(segment.durationSeconds)),
    el('OperationsDefinitionID', request.routingNumber),
    el('OperationsSegmentID', segment.operationsSegmentId),
    customer,
    isFirst ? producedElement(request) : null,
    ...segment.consumed.map(consumedElement),
  ]);
}

function requestElement(request: Request): XmlElementTree {
  const segments = request.segments.length > 0 ? request.segments : [WHOLE_ORDER];
  return el('OperationsRequest', [
    el('ID', request.requestId),
    opt('Description', request.description),
    opt('StartTime', request.startAt),
    opt('EndTime', request.endAt),
    scopeElement(request.siteCode, 'Site'),
    el('OperationsType', 'Production'),
    el('Priority', String(request.priority)),
    opt('RequestState', request.state),
    opt('OperationsDefinitionID', request.routingNumber),
    ...segments.map((segment, index) => segmentElement(request, segment, index === 0)),
  ]);
}

/** A V7 OperationsSchedule, inside its transaction when there is an application area. */
export function writeOperationsSchedule(draft: ScheduleDraft): string {
  const schedule = el('OperationsSchedule', [
    el('ID', draft.scheduleId),
    opt('PublishedDate', draft.publishedAt),
    el('OperationsType', 'Production'),
    ...draft.requests.map(requestElement),
  ]);
  return writeMessage(schedule, draft.application);
}
