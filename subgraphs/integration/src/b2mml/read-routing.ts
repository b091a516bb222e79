import type { Envelope } from './envelope.ts';
import type { MessageRouting, RoutingMessage, RoutingOperation } from './model.ts';
import { type Named, readSequencing } from './read-sequencing.ts';
import type { Reader } from './reader.ts';
import { named, PRODUCED, scopeAt, valueText, WORK_CENTER_LEVELS } from './shared.ts';
import { durationOf, type Parsed, parseBoolean, parseDuration, shown } from './values.ts';
import type { XmlNode } from './xml.ts';

/** What the same things are called in the three forms of a routing. */
interface Words {
  readonly segment: string;
  readonly child: string;
  readonly id: string;
  readonly personnel: string;
  readonly equipment: string;
  readonly material: string;
  readonly parameter: string;
}

const OPERATIONS: Words = {
  segment: 'OperationsSegment',
  child: 'OperationsSegmentChild',
  id: 'ID',
  personnel: 'PersonnelSpecification',
  equipment: 'EquipmentSpecification',
  material: 'MaterialSpecification',
  parameter: 'ParameterSpecification',
};
const PROCESS: Words = {
  segment: 'ProcessSegmentChild',
  child: 'ProcessSegmentChild',
  id: 'ID',
  personnel: 'PersonnelSegmentSpecification',
  equipment: 'EquipmentSegmentSpecification',
  material: 'MaterialSegmentSpecification',
  parameter: 'ProcessSegmentParameter',
};
const SIMPLE: Words = {
  segment: 'OperationsDefinition',
  child: '',
  id: 'OperationsDefinitionID',
  personnel: 'PersonnelRequirement',
  equipment: 'EquipmentRequirement',
  material: 'MaterialRequirement',
  parameter: 'Parameter',
};

/** The routings inside an object, and the words that it uses. */
function routingsIn(
  reader: Reader,
  object: XmlNode,
  simplified: boolean,
): { nodes: readonly XmlNode[]; words: Words } {
  if (simplified) return { nodes: [object], words: SIMPLE };
  switch (object.name) {
    case 'OperationsDefinitionInformation':
      return { nodes: reader.all(object, 'OperationsDefinition'), words: OPERATIONS };
    case 'ProcessSegmentInformation':
      return { nodes: reader.all(object, 'ProcessSegment'), words: PROCESS };
    default:
      return { nodes: [object], words: object.name === 'ProcessSegment' ? PROCESS : OPERATIONS };
  }
}

/** The segments without segments of their own: those are the operations. */
function leaves(reader: Reader, node: XmlNode, words: Words, name = words.segment): XmlNode[] {
  return reader.all(node, name).flatMap((segment) => {
    const inner = words.child === '' ? [] : leaves(reader, segment, words, words.child);
    return inner.length > 0 ? inner : [segment];
  });
}

/** `ROUTING-BLADE-TF39-001-Rev-C` is part BLADE-TF39-001 at revision C. */
export function partOfRoutingId(id: string): { partNumber: string; revision: string } | null {
  const match = /^ROUTING-(.+)-REV-([A-Z0-9.]+)$/i.exec(id);
  return match ? { partNumber: match[1] as string, revision: match[2] as string } : null;
}

/** `OP-010`, `0010`, `BLADE-OP-010` are operation 10; null when the id does not end in a number of its own. */
export function operationNumberOf(id: string): number | null {
  const match = /(?:^|[-_.:/ ]|OP)0*([1-9]\d{0,5})$/i.exec(id);
  return match ? Number(match[1]) : null;
}

/** A time as a number with a unit, or as xs:duration. */
function timeOf(text: string, unit: string | null): Parsed<string> {
  if (unit !== null) return durationOf(text, unit);
  if (/^-?P/.test(text)) return parseDuration(text);
  return { ok: false, rule: 'UNIT_MISSING', message: `${shown(text)} has no unit of time.` };
}

/** A parameter with this ID as seconds; null when there is none. */
function parameterSeconds(reader: Reader, segment: XmlNode, words: Words, id: string): string | null {
  const parameter = named(reader, segment, words.parameter, id);
  const value = parameter && reader.one(parameter, 'Value');
  const text = value && reader.text(value, 'ValueString', { required: true });
  return value && text !== null
    ? reader.take(value, timeOf(text, reader.text(value, 'UnitOfMeasure')))
    : null;
}

/** An element with its unit beside it as seconds; null when there is none. */
function elementSeconds(reader: Reader, segment: XmlNode, name: string): string | null {
  const element = reader.one(segment, name);
  if (!element || element.text === '') return null;
  return reader.take(element, timeOf(element.text, reader.text(segment, `${name}UnitOfMeasure`)));
}

function readTimes(
  reader: Reader,
  segment: XmlNode,
  words: Words,
): Pick<RoutingOperation, 'setupSeconds' | 'runSecondsPerUnit'> {
  const setup =
    parameterSeconds(reader, segment, words, 'SetupTime') ?? elementSeconds(reader, segment, 'SetupTime');
  const run =
    parameterSeconds(reader, segment, words, 'RunTimePerUnit') ?? elementSeconds(reader, segment, 'Duration');
  const given =
    reader.one(segment, 'Duration')?.text || named(reader, segment, words.parameter, 'RunTimePerUnit');
  if (!given)
    reader.fail(segment, 'DURATION_MISSING', 'The operation says no Duration and no RunTimePerUnit.');
  return { setupSeconds: setup ?? '0', runSecondsPerUnit: run ?? '0' };
}

/** The one resource that the specifications name; another one is an error. */
function oneResource(reader: Reader, specifications: readonly XmlNode[], name: string): string | null {
  const said = new Map<string, XmlNode>();
  for (const specification of specifications) {
    for (const node of reader.all(specification, name)) {
      const text = reader.textOf(node);
      if (text !== null && !said.has(text)) said.set(text, node);
    }
  }
  const [first, second] = [...said];
  if (second)
    reader.fail(second[1], 'RESOURCE_AMBIGUOUS', `Both ${first?.[0]} and ${second[0]}: one ${name} is kept.`);
  return first?.[0] ?? null;
}

function flag(reader: Reader, segment: XmlNode, words: Words, id: string): boolean {
  const value = named(reader, segment, words.parameter, id);
  const text = valueText(reader, value) ?? reader.text(segment, id);
  return text === null ? false : (reader.take(value ?? segment, parseBoolean(text)) ?? false);
}

function readOperation(
  reader: Reader,
  segment: XmlNode,
  words: Words,
): Omit<RoutingOperation, 'sequencing'> & Named {
  const id = reader.text(segment, words.id, { required: true });
  const operationNumber = id === null ? null : operationNumberOf(id);
  if (id !== null && operationNumber === null) {
    reader.fail(
      segment,
      'OPERATION_NUMBER_MISSING',
      `${shown(id)} does not end in an operation number.`,
      words.id,
    );
  }
  const equipment = reader.all(segment, words.equipment);
  const workCenter = scopeAt(reader, segment, WORK_CENTER_LEVELS) ?? reader.text(segment, 'WorkCenterID');
  return {
    node: segment,
    names: [id, ...reader.texts(segment, 'ProcessSegmentID')].filter((name) => name !== null),
    operationNumber: operationNumber ?? 0,
    name: reader.firstText(segment, 'Description', { free: true }) ?? id ?? '',
    workCenterCode: workCenter ?? oneResource(reader, equipment, 'EquipmentID'),
    equipmentClass: oneResource(reader, equipment, 'EquipmentClassID'),
    personnelClass: oneResource(reader, reader.all(segment, words.personnel), 'PersonnelClassID'),
    ...readTimes(reader, segment, words),
    qualityCritical: flag(reader, segment, words, 'QualityCritical'),
    inspectionRequired: flag(reader, segment, words, 'InspectionRequired'),
  };
}

function readOperations(reader: Reader, routing: XmlNode, words: Words): RoutingOperation[] {
  const segments = leaves(reader, routing, words);
  if (segments.length === 0)
    reader.fail(routing, 'OPERATIONS_MISSING', `${routing.name} has no ${words.segment}.`);
  if (segments.length > reader.limits.operations) {
    reader.fail(
      routing,
      'TOO_MANY_OPERATIONS',
      `${segments.length} operations, at most ${reader.limits.operations} are read.`,
    );
    return [];
  }
  const operations = segments.map((segment) => readOperation(reader, segment, words));
  const seen = new Set<number>();
  for (const { node, operationNumber } of operations) {
    if (operationNumber > 0 && seen.has(operationNumber)) {
      reader.fail(
        node,
        'OPERATION_NUMBER_REPEATED',
        `Operation ${operationNumber} stands twice in the routing.`,
      );
    }
    seen.add(operationNumber);
  }
  const parallel = readSequencing(reader, operations);
  return operations
    .map(({ node, names, ...operation }): RoutingOperation => {
      return {
        ...operation,
        sequencing: parallel.has(operation.operationNumber) ? 'PARALLEL' : 'SEQUENTIAL',
      };
    })
    .toSorted((a, b) => a.operationNumber - b.operationNumber);
}

type RoutedPart = Pick<MessageRouting, 'partNumber' | 'revision'>;

/** The part that the segments produce, or that the id of the routing names; both must agree. */
function readPart(reader: Reader, routing: XmlNode, words: Words, id: string | null): RoutedPart {
  const produced = leaves(reader, routing, words)
    .flatMap((segment) => reader.all(segment, words.material))
    .filter((material) => PRODUCED.includes(reader.one(material, 'MaterialUse')?.text ?? ''));
  const [first] = produced;
  const partNumber = first ? reader.firstText(first, 'MaterialDefinitionID') : null;
  for (const other of produced.slice(1)) {
    if (reader.firstText(other, 'MaterialDefinitionID') !== partNumber) {
      reader.fail(other, 'PRODUCED_MATERIAL_AMBIGUOUS', 'The operations produce different materials.');
    }
  }
  const revision = first
    ? valueText(reader, named(reader, first, `${words.material}Property`, 'Revision'))
    : null;
  const convention = id === null ? null : partOfRoutingId(id);
  const conflict =
    convention !== null &&
    ((partNumber !== null && partNumber !== convention.partNumber) ||
      (revision !== null && revision !== convention.revision));
  if (conflict) {
    reader.fail(
      routing,
      'PART_CONFLICT',
      `${id} is not a routing of ${partNumber}${revision ? ` revision ${revision}` : ''}.`,
    );
  }
  return {
    partNumber: partNumber ?? convention?.partNumber ?? null,
    revision: revision ?? convention?.revision ?? null,
  };
}

function readRouting(reader: Reader, node: XmlNode, words: Words, site: string | null): MessageRouting {
  const routingNumber = reader.text(node, 'ID', { required: true });
  return {
    routingNumber: routingNumber ?? '',
    description: reader.firstText(node, 'Description', { free: true }),
    ...readPart(reader, node, words, routingNumber),
    version: reader.text(node, 'Version'),
    siteCode: scopeAt(reader, node, ['Site']) ?? site,
    operations: readOperations(reader, node, words),
    at: reader.position(node),
  };
}

function checkUnique(reader: Reader, nodes: readonly XmlNode[]): void {
  const seen = new Set<string>();
  for (const node of nodes) {
    const id = reader.all(node, 'ID')[0];
    if (!id || id.text === '') continue;
    if (seen.has(id.text))
      reader.fail(id, 'ROUTING_ID_REPEATED', `The routing ${id.text} stands twice in the message.`);
    seen.add(id.text);
  }
}

/** OperationsDefinition, ProcessSegment, or a list of either. Null when something is wrong with it. */
export function readRoutings(
  reader: Reader,
  { form, application, objects }: Envelope,
): RoutingMessage | null {
  const simplified = form === 'SIMPLIFIED';
  const [first] = objects;
  const id = reader.text(first, 'ID', { required: true });
  const publishedAt =
    reader.dateTime(first, 'PublishedDate') ??
    (simplified ? reader.dateTime(first, 'PublicationDate') : null);
  const groups = objects.map((object) => ({ object, ...routingsIn(reader, object, simplified) }));
  const nodes = groups.flatMap((group) => group.nodes);
  if (nodes.length === 0) return reader.fail(first, 'ELEMENT_MISSING', `${first.name} has no routing.`);
  if (nodes.length > reader.limits.routings) {
    return reader.fail(
      first,
      'TOO_MANY_OPERATIONS',
      `${nodes.length} routings, at most ${reader.limits.routings} are read.`,
    );
  }
  checkUnique(reader, nodes);
  const routings = groups.flatMap(({ object, nodes: inside, words }) => {
    const site = scopeAt(reader, object, ['Site']);
    return inside.map((node) => readRouting(reader, node, words, site));
  });
  if (reader.failed || id === null) return null;
  return { kind: 'ROUTING', messageId: application?.bodId ?? id, publishedAt, form, application, routings };
}
