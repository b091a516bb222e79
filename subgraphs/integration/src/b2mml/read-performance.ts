import type { Envelope } from './envelope.ts';
import type {
  MaterialActual,
  PerformanceMessage,
  PerformanceResponse,
  ResponseState,
  SegmentActual,
} from './model.ts';
import type { Reader } from './reader.ts';
import { CONSUMED, MATERIAL_USES, named, PRODUCED, scopeAt, WORK_CENTER_LEVELS } from './shared.ts';
import { parseDecimal } from './values.ts';
import type { XmlNode } from './xml.ts';

const STATES = [
  'Waiting',
  'Ready',
  'Running',
  'Completed',
  'Aborted',
  'Held',
  'Paused',
  'Suspended',
  'Closed',
  'Other',
] as const;

function readState(reader: Reader, node: XmlNode, name: string): ResponseState | null {
  const state = reader.code(node, name, STATES);
  if (state !== 'Other') return state;
  const element = reader.one(node, name) as XmlNode;
  const other = element.attributes.get('OtherValue');
  return other === 'Skipped'
    ? other
    : reader.fail(element, 'CODE_UNKNOWN', 'The only other state is Skipped.');
}

function readMaterial(reader: Reader, node: XmlNode): MaterialActual | null {
  const use = reader.code(node, 'MaterialUse', MATERIAL_USES);
  const quantity = reader.quantity(node, 'Quantity', 'notNegative');
  const extra = (id: string): string | null => {
    const property = named(reader, node, 'MaterialActualProperty', id);
    return property && (reader.quantity(property, 'Quantity', 'notNegative')?.value ?? null);
  };
  const rest = {
    id: reader.text(node, 'ID', { required: true }) ?? '',
    definitionNumber: reader.text(node, 'MaterialDefinitionID'),
    description: reader.firstText(node, 'Description', { free: true }),
    lotNumbers: reader.texts(node, 'MaterialLotID'),
    serialNumbers: reader.texts(node, 'MaterialSubLotID'),
    scrap: extra('ScrapQuantity'),
    rework: extra('ReworkQuantity'),
  };
  if (use === null && !reader.one(node, 'MaterialUse')) {
    return reader.fail(node, 'MATERIAL_USE_MISSING', 'The actual does not say its use.', 'MaterialUse');
  }
  const known =
    use === null ? null : PRODUCED.includes(use) ? 'Produced' : CONSUMED.includes(use) ? 'Consumed' : null;
  if (!reader.one(node, 'Quantity')) {
    return reader.fail(node, 'ELEMENT_MISSING', `${node.name} has no Quantity.`, 'Quantity');
  }
  return known && quantity && { ...rest, use: known, quantity };
}

function readSeconds(reader: Reader, segment: XmlNode, id: string): string | null {
  const data = named(reader, segment, 'SegmentData', id);
  const value = data && reader.one(data, 'Value');
  const string = value && reader.one(value, 'ValueString');
  return string && reader.take(string, parseDecimal(string.text));
}

function readSegment(reader: Reader, node: XmlNode): SegmentActual {
  const startedAt = reader.dateTime(node, 'ActualStartTime');
  const completedAt = reader.dateTime(node, 'ActualEndTime');
  reader.ordered(node, startedAt, completedAt, 'ActualEndTime');
  return {
    segmentId: reader.text(node, 'ID', { required: true }) ?? '',
    description: reader.firstText(node, 'Description', { free: true }),
    startedAt,
    completedAt,
    processSegmentId: reader.firstText(node, 'ProcessSegmentID'),
    workCenterCode: scopeAt(reader, node, WORK_CENTER_LEVELS),
    state: readState(reader, node, 'SegmentState'),
    laborSeconds: readSeconds(reader, node, 'LaborTime'),
    machineSeconds: readSeconds(reader, node, 'MachineTime'),
    personnel: reader.all(node, 'PersonnelActual').flatMap((actual) => reader.texts(actual, 'PersonID')),
    equipment: reader.all(node, 'EquipmentActual').flatMap((actual) => reader.texts(actual, 'EquipmentID')),
    materials: reader.all(node, 'MaterialActual').flatMap((actual) => readMaterial(reader, actual) ?? []),
  };
}

function readResponse(reader: Reader, node: XmlNode): PerformanceResponse {
  const startedAt = reader.dateTime(node, 'StartTime');
  const completedAt = reader.dateTime(node, 'EndTime');
  reader.ordered(node, startedAt, completedAt, 'EndTime');
  const segments = reader.all(node, 'SegmentResponse');
  if (segments.length === 0) {
    reader.fail(node, 'ELEMENT_MISSING', `${node.name} has no SegmentResponse.`, 'SegmentResponse');
  }
  return {
    responseId: reader.text(node, 'ID', { required: true }) ?? '',
    description: reader.firstText(node, 'Description', { free: true }),
    requestId: reader.firstText(node, 'OperationsRequestID'),
    routingNumber: reader.firstText(node, 'OperationsDefinitionID'),
    startedAt,
    completedAt,
    state: readState(reader, node, 'ResponseState'),
    segments: segments.map((segment) => readSegment(reader, segment)),
  };
}

/** OperationsPerformance: what the writers make, read back. Null when something is wrong with it. */
export function readPerformance(
  reader: Reader,
  { form, application, objects }: Envelope,
): PerformanceMessage | null {
  const [first] = objects;
  const performanceId = reader.text(first, 'ID', { required: true });
  const nodes = objects.flatMap((object) => reader.all(object, 'OperationsResponse'));
  if (nodes.length === 0) {
    reader.fail(first, 'ELEMENT_MISSING', `${first.name} has no OperationsResponse.`, 'OperationsResponse');
  }
  if (nodes.length > reader.limits.requests) {
    return reader.fail(
      first,
      'TOO_MANY_REQUESTS',
      `${nodes.length} responses, at most ${reader.limits.requests} are read.`,
    );
  }
  const message = {
    publishedAt: reader.dateTime(first, 'PublishedDate'),
    scheduleId: reader.text(first, 'OperationsScheduleID'),
    siteCode: scopeAt(reader, first, ['Site']),
    state: readState(reader, first, 'PerformanceState'),
    responses: nodes.map((node) => readResponse(reader, node)),
  };
  if (reader.failed || performanceId === null) return null;
  const messageId = application?.bodId ?? performanceId;
  return { kind: 'PERFORMANCE', messageId, performanceId, form, application, ...message };
}
