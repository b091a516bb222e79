import type { Envelope } from './envelope.ts';
import type {
  MaterialRequirement,
  RequestState,
  ScheduleMessage,
  ScheduleRequest,
  SegmentRequirement,
} from './model.ts';
import type { Reader } from './reader.ts';
import { CONSUMED, MATERIAL_USES, named, PRODUCED, scopeAt, valueText } from './shared.ts';
import { DEFAULT_PRIORITY, parseDuration, parsePriority } from './values.ts';
import type { XmlNode } from './xml.ts';

const REQUEST_STATES: readonly RequestState[] = ['Released', 'Waiting', 'Ready'];

interface Segment {
  readonly requirement: SegmentRequirement;
  readonly routingNumber: string | null;
  readonly customerCode: string | null;
  readonly produced: readonly XmlNode[];
}

function readConsumed(reader: Reader, node: XmlNode): MaterialRequirement {
  return {
    id: reader.text(node, 'ID') ?? String(node.ordinal || 1),
    definitionNumber: reader.text(node, 'MaterialDefinitionID'),
    lotNumber: reader.text(node, 'MaterialLotID'),
    quantity: reader.quantity(node, 'Quantity', 'notNegative'),
  };
}

/** V7 says the use of a material in an element, simplified messages in the name. */
function readMaterials(
  reader: Reader,
  node: XmlNode,
  simplified: boolean,
): { produced: XmlNode[]; consumed: XmlNode[] } {
  if (simplified) {
    return {
      produced: reader.all(node, 'MaterialProducedRequirement'),
      consumed: reader.all(node, 'MaterialConsumedRequirement'),
    };
  }
  const produced: XmlNode[] = [];
  const consumed: XmlNode[] = [];
  for (const material of reader.all(node, 'MaterialRequirement')) {
    if (!reader.one(material, 'MaterialUse')?.text) {
      reader.fail(material, 'MATERIAL_USE_MISSING', 'The requirement does not say its use.', 'MaterialUse');
      continue;
    }
    const use = reader.code(material, 'MaterialUse', MATERIAL_USES);
    if (use !== null && PRODUCED.includes(use)) produced.push(material);
    if (use !== null && CONSUMED.includes(use)) consumed.push(material);
  }
  return { produced, consumed };
}

/** A segment and the segments inside it, flat and in document order. */
function* readSegments(reader: Reader, node: XmlNode, simplified: boolean): Generator<Segment> {
  const { produced, consumed } = readMaterials(reader, node, simplified);
  const duration = reader.one(node, 'Duration');
  const earliestStartAt = reader.dateTime(node, 'EarliestStartTime');
  const latestEndAt = reader.dateTime(node, 'LatestEndTime');
  reader.ordered(node, earliestStartAt, latestEndAt, 'LatestEndTime');
  yield {
    requirement: {
      segmentId: reader.text(node, 'ID', { required: !simplified }) ?? String(node.ordinal || 1),
      processSegmentId: reader.text(node, 'ProcessSegmentID'),
      operationsSegmentId: reader.text(node, 'OperationsSegmentID'),
      earliestStartAt,
      latestEndAt,
      durationSeconds:
        duration && duration.text !== '' ? reader.take(duration, parseDuration(duration.text)) : null,
      consumed: consumed.map((material) => readConsumed(reader, material)),
    },
    routingNumber: reader.text(node, 'OperationsDefinitionID'),
    customerCode: valueText(reader, named(reader, node, 'SegmentParameter', 'CustomerID')),
    produced,
  };
  for (const child of reader.all(node, 'SegmentRequirementChild'))
    yield* readSegments(reader, child, simplified);
}

/** The one value that is said, however often; null when nothing is or when different things are. */
function onlyOne(values: readonly (string | null)[]): string | null {
  const said = new Set(values.filter((value) => value !== null));
  return said.size === 1 ? ([...said][0] as string) : null;
}

type Produced = Pick<ScheduleRequest, 'partNumber' | 'revision' | 'quantity'>;

function readProduced(reader: Reader, request: XmlNode, nodes: readonly XmlNode[]): Produced | null {
  const [material, second] = nodes;
  if (!material)
    return reader.fail(request, 'PRODUCED_MATERIAL_MISSING', 'The request does not say what to produce.');
  if (second)
    return reader.fail(
      second,
      'PRODUCED_MATERIAL_AMBIGUOUS',
      'The request says what to produce more than once.',
    );
  const partNumber = reader.text(material, 'MaterialDefinitionID', { required: true });
  if (!reader.one(material, 'Quantity')) {
    reader.fail(material, 'ELEMENT_MISSING', `${material.name} has no Quantity.`, 'Quantity');
  }
  const quantity = reader.quantity(material, 'Quantity', 'positive');
  const property = named(reader, material, 'MaterialRequirementProperty', 'Revision');
  const revision = valueText(reader, property) ?? reader.text(material, 'Revision');
  return partNumber === null || quantity === null ? null : { partNumber, revision, quantity };
}

function checkOperationsType(reader: Reader, node: XmlNode): void {
  reader.code(node, 'OperationsType', ['Production', 'Mixed'], 'OPERATIONS_TYPE_NOT_SUPPORTED');
}

function readRequest(
  reader: Reader,
  node: XmlNode,
  simplified: boolean,
  scheduleSite: string | null,
): ScheduleRequest | null {
  const requestId = reader.text(node, 'ID', { required: true });
  checkOperationsType(reader, node);
  const segments = reader
    .all(node, 'SegmentRequirement')
    .flatMap((child) => [...readSegments(reader, child, simplified)]);
  const produced = readProduced(
    reader,
    node,
    segments.flatMap((segment) => segment.produced),
  );
  const startAt = reader.dateTime(node, 'StartTime');
  const endAt = reader.dateTime(node, 'EndTime');
  reader.ordered(node, startAt, endAt, 'EndTime');
  const priorityNode = reader.one(node, 'Priority');
  const priority = priorityNode?.text
    ? reader.take(priorityNode, parsePriority(priorityNode.text, simplified))
    : DEFAULT_PRIORITY;
  const state = reader.code(node, 'RequestState', REQUEST_STATES, 'REQUEST_STATE_NOT_SUPPORTED');
  const ownRouting =
    reader.text(node, 'OperationsDefinitionID') ??
    (simplified ? reader.text(node, 'ProductProductionRuleID') : null);
  const description = reader.firstText(node, 'Description', { free: true });
  if (requestId === null || produced === null || priority === null) return null;
  return {
    requestId,
    description,
    ...produced,
    startAt,
    endAt,
    priority,
    state,
    routingNumber: ownRouting ?? onlyOne(segments.map((segment) => segment.routingNumber)),
    siteCode: scopeAt(reader, node, ['Site']) ?? scheduleSite,
    customerCode: reader.text(node, 'CustomerID') ?? onlyOne(segments.map((segment) => segment.customerCode)),
    segments: segments.map((segment) => segment.requirement),
    at: reader.position(node),
  };
}

function readRequests(reader: Reader, schedule: XmlNode, simplified: boolean): ScheduleRequest[] {
  const name = simplified ? 'ProductionRequest' : 'OperationsRequest';
  const nodes = reader.all(schedule, name);
  if (nodes.length === 0) reader.fail(schedule, 'ELEMENT_MISSING', `${schedule.name} has no ${name}.`, name);
  checkOperationsType(reader, schedule);
  const site = scopeAt(reader, schedule, ['Site']);
  return nodes.flatMap((node) => readRequest(reader, node, simplified, site) ?? []);
}

function checkUnique(reader: Reader, nodes: readonly XmlNode[]): void {
  const seen = new Map<string, number>();
  for (const node of nodes) {
    const id = reader.all(node, 'ID')[0];
    if (!id || id.text === '') continue;
    const first = seen.get(id.text);
    if (first === undefined) seen.set(id.text, id.line);
    else reader.fail(id, 'REQUEST_ID_REPEATED', `The request ${id.text} already stands in line ${first}.`);
  }
}

/** OperationsSchedule (V7), or the simplified ProductionSchedule. Null when something is wrong with it. */
export function readSchedule(
  reader: Reader,
  { form, application, objects }: Envelope,
): ScheduleMessage | null {
  const simplified = form === 'SIMPLIFIED';
  const [first] = objects;
  const scheduleId = reader.text(first, 'ID', { required: true });
  for (const other of objects.slice(1)) reader.text(other, 'ID', { required: true });
  const publishedAt =
    reader.dateTime(first, 'PublishedDate') ??
    (simplified ? reader.dateTime(first, 'PublicationDate') : null);
  const nodes = objects.flatMap((object) =>
    reader.all(object, simplified ? 'ProductionRequest' : 'OperationsRequest'),
  );
  if (nodes.length > reader.limits.requests) {
    return reader.fail(
      first,
      'TOO_MANY_REQUESTS',
      `${nodes.length} requests, at most ${reader.limits.requests} are read.`,
    );
  }
  checkUnique(reader, nodes);
  const requests = objects.flatMap((object) => readRequests(reader, object, simplified));
  if (reader.failed || scheduleId === null) return null;
  const messageId = application?.bodId ?? scheduleId;
  return { kind: 'SCHEDULE', messageId, scheduleId, publishedAt, form, application, requests };
}
