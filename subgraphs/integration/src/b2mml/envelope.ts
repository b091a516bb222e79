import type { ApplicationArea, MessageForm, MessageKind } from './model.ts';
import type { Reader } from './reader.ts';
import { shown } from './values.ts';
import type { XmlNode } from './xml.ts';

/** The target namespace of every B2MML V7 schema. */
export const B2MML_NAMESPACE = 'http://www.mesa.org/xml/B2MML';

/** V7 objects that are read, and the message that each makes. */
const NOUNS: Readonly<Record<string, MessageKind>> = {
  OperationsSchedule: 'SCHEDULE',
  OperationsDefinition: 'ROUTING',
  OperationsDefinitionInformation: 'ROUTING',
  ProcessSegment: 'ROUTING',
  ProcessSegmentInformation: 'ROUTING',
  OperationsPerformance: 'PERFORMANCE',
};

/** Simplified messages, in no namespace. */
const SIMPLIFIED: Readonly<Record<string, MessageKind>> = {
  ProductionSchedule: 'SCHEDULE',
  ProcessSegment: 'ROUTING',
};

const TRANSACTION = /^(Process|Sync|Change|Cancel|Get|Show|Acknowledge|Respond)(.+)$/;

/** What the root of a message says: its kind and form, and the objects inside. */
export interface Envelope {
  readonly kind: MessageKind;
  readonly form: MessageForm;
  readonly application: ApplicationArea | null;
  /** At least one. */
  readonly objects: readonly [XmlNode, ...XmlNode[]];
}

/** The kind that a root element stands for, whatever its namespace; null when it is none of ours. */
export function kindOf(root: XmlNode): MessageKind | null {
  const noun = Object.hasOwn(NOUNS, root.name) ? root.name : (TRANSACTION.exec(root.name)?.[2] ?? root.name);
  if (Object.hasOwn(NOUNS, noun)) return NOUNS[noun] as MessageKind;
  return Object.hasOwn(SIMPLIFIED, root.name) ? (SIMPLIFIED[root.name] as MessageKind) : null;
}

/** Elements without a namespace inside a V7 message: the prefix on the root was meant for them too. */
function unqualified(node: XmlNode): XmlNode | null {
  if (node.name === 'UserArea' || node.name === 'Signature') return null;
  for (const child of node.children) {
    if (child.namespace === '') return child;
    const found = child.namespace === B2MML_NAMESPACE ? unqualified(child) : null;
    if (found) return found;
  }
  return null;
}

function readApplication(
  reader: Reader,
  root: XmlNode,
  verb: 'Process' | 'Sync',
  data: XmlNode,
): ApplicationArea | null {
  const area = reader.one(root, 'ApplicationArea');
  if (!area)
    return reader.fail(root, 'ELEMENT_MISSING', `${root.name} has no ApplicationArea.`, 'ApplicationArea');
  const createdAt = reader.dateTime(area, 'CreationDateTime', true);
  const sender = reader.one(area, 'Sender');
  const action = reader.one(data, verb);
  const code = action?.attributes.get('acknowledgeCode');
  return {
    verb,
    bodId: reader.text(area, 'BODID'),
    createdAt: createdAt ?? '',
    senderLogicalId: sender && reader.text(sender, 'LogicalID'),
    senderComponentId: sender && reader.text(sender, 'ComponentID'),
    senderReferenceId: sender && reader.text(sender, 'ReferenceID'),
    confirm: (sender && reader.code(sender, 'ConfirmationCode', ['Always', 'OnError', 'Never'])) ?? 'Never',
    acknowledge: code === 'Always' || code === 'OnError' ? code : null,
  };
}

/** A transaction may say what to do with its objects; all that is done here is to add. */
function checkActions(reader: Reader, data: XmlNode, verb: string): void {
  const action = reader.one(data, verb);
  if (!action) {
    reader.fail(data, 'ELEMENT_MISSING', `DataArea has no ${verb}.`, verb);
    return;
  }
  const expressions = reader
    .all(action, 'ActionCriteria')
    .flatMap((criteria) => reader.all(criteria, 'ActionExpression'));
  for (const expression of expressions) {
    const code = expression.attributes.get('actionCode') ?? '';
    if (code !== 'Add')
      reader.fail(expression, 'VERB_NOT_SUPPORTED', `The action ${shown(code)} is not supported, only Add.`);
  }
}

function openTransaction(reader: Reader, root: XmlNode, verb: string, noun: string): Envelope | null {
  if (verb !== 'Process' && verb !== 'Sync') {
    return reader.fail(root, 'VERB_NOT_SUPPORTED', `${verb} is not supported, only Process and Sync.`);
  }
  const data = reader.one(root, 'DataArea');
  if (!data) return reader.fail(root, 'ELEMENT_MISSING', `${root.name} has no DataArea.`, 'DataArea');
  checkActions(reader, data, verb);
  const application = readApplication(reader, root, verb, data);
  const [first, ...rest] = reader.all(data, noun);
  if (!first) return reader.fail(data, 'ELEMENT_MISSING', `DataArea has no ${noun}.`, noun);
  return { kind: NOUNS[noun] as MessageKind, form: 'V7', application, objects: [first, ...rest] };
}

/** Recognises a message by the name and the namespace of its root; null when an error says why not. */
export function openEnvelope(reader: Reader, root: XmlNode): Envelope | null {
  const kind = kindOf(root);
  if (kind === null) {
    return reader.fail(
      root,
      'MESSAGE_KIND_UNKNOWN',
      `${shown(root.name)} is not a message that is read here.`,
    );
  }
  if (root.namespace === '' && Object.hasOwn(SIMPLIFIED, root.name)) {
    return { kind, form: 'SIMPLIFIED', application: null, objects: [root] };
  }
  if (root.namespace !== B2MML_NAMESPACE) {
    const wanted = root.name === 'ProductionSchedule' ? 'no namespace' : B2MML_NAMESPACE;
    const found = root.namespace === '' ? 'no namespace' : root.namespace;
    return reader.fail(root, 'NAMESPACE_WRONG', `${root.name} must be in ${wanted}, but is in ${found}.`);
  }
  const lost = unqualified(root);
  if (lost) {
    return reader.fail(
      lost,
      'NAMESPACE_WRONG',
      `${lost.name} is in no namespace; all elements must be in ${B2MML_NAMESPACE}.`,
    );
  }
  if (Object.hasOwn(NOUNS, root.name)) return { kind, form: 'V7', application: null, objects: [root] };
  const [, verb, noun] = TRANSACTION.exec(root.name) ?? [];
  // ProductionSchedule in the V7 namespace: V7 has no such element.
  if (!verb || !noun)
    return reader.fail(
      root,
      'NAMESPACE_WRONG',
      `V7 has no ${root.name}; the simplified one has no namespace.`,
    );
  return openTransaction(reader, root, verb, noun);
}
