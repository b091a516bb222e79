import type { ApplicationArea } from './model.ts';
import { el, opt, writeDocument, type XmlElementTree } from './xml-writer.ts';

/** The schema version in the releaseID of a transaction. */
const RELEASE = 'B2MML-0701';

/** TransApplicationAreaType. */
export function applicationAreaElement(
  name: string,
  area: Omit<ApplicationArea, 'verb' | 'acknowledge'>,
): XmlElementTree {
  const hasSender =
    area.senderLogicalId !== null ||
    area.senderComponentId !== null ||
    area.senderReferenceId !== null ||
    area.confirm !== 'Never';
  const sender = [
    opt('LogicalID', area.senderLogicalId),
    opt('ComponentID', area.senderComponentId),
    opt('ReferenceID', area.senderReferenceId),
    el('ConfirmationCode', area.confirm),
  ];
  return el(name, [
    hasSender ? el('Sender', sender) : null,
    el('CreationDateTime', area.createdAt),
    opt('BODID', area.bodId),
  ]);
}

/** The object alone, or inside its transaction when the message has an application area. */
export function writeMessage(object: XmlElementTree, application: ApplicationArea | null): string {
  if (application === null) return writeDocument(object);
  // the schema knows an acknowledgeCode on Process only
  const acknowledgeCode = application.verb === 'Process' ? application.acknowledge : null;
  const action = el(application.verb, [], { acknowledgeCode });
  return writeDocument(
    el(
      `${application.verb}${object.name}`,
      [applicationAreaElement('ApplicationArea', application), el('DataArea', [action, object])],
      { releaseID: RELEASE },
    ),
  );
}
