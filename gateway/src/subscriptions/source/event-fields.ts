import type {
  Supergraph as ApolloSupergraph,
  Directive,
  FieldDefinition,
  ObjectType,
} from '@apollo/federation-internals';
import { SubjectTemplate } from './subject.ts';

/** One `@eventSource` of a field. */
export interface EventSource {
  readonly subject: SubjectTemplate;
  readonly permission: string;
  /** Arguments that choose, and the path of what they are compared with. */
  readonly filters: readonly { readonly argument: string; readonly path: readonly string[] }[];
  readonly tenantWide: boolean;
}

/** A Subscription field that events feed. */
export interface EventField {
  readonly name: string;
  readonly sources: readonly EventSource[];
  /** The field of its type that has a state when there is no event, and the type of the entity. */
  readonly current:
    | { readonly field: string; readonly typename: string; readonly argument: string }
    | undefined;
  /** Paths of what tells messages apart of which only the newest counts. */
  readonly conflate: readonly (readonly string[])[] | undefined;
  /** The argument that says how many messages a second there are at most for each key. */
  readonly rate: string | undefined;
  /** Whether no stream keeps its messages. */
  readonly live: boolean;
  /** Equal texts mean equal rules: a new schema with another text is another stream. */
  readonly signature: string;
}

const LIVE = 'live.';

/** Reads every `@eventSource` of a supergraph. Throws when one does not fit its field. */
export function eventFieldsOf({ schema }: ApolloSupergraph): ReadonlyMap<string, EventField> {
  const fields = new Map<string, EventField>();
  const root = schema.schemaDefinition.rootType('subscription');
  for (const field of root?.fields() ?? []) {
    const applied = field.appliedDirectivesOf('eventSource');
    if (applied.length > 0) fields.set(field.name, eventField(field as FieldDefinition<ObjectType>, applied));
  }
  return fields;
}

interface Arguments {
  readonly subject: string;
  readonly permission: string;
  readonly filter?: readonly string[];
  readonly current?: string;
  readonly tenantWide?: boolean;
  readonly conflate?: readonly string[];
  readonly rate?: string;
}

function eventField(
  field: FieldDefinition<ObjectType>,
  applied: readonly Directive<FieldDefinition<ObjectType>>[],
): EventField {
  const all = applied.map((directive) => directive.arguments() as unknown as Arguments);
  const current = all.find((one) => one.current !== undefined)?.current;
  const conflate = all.find((one) => one.conflate !== undefined)?.conflate;
  const rate = all.find((one) => one.rate !== undefined)?.rate;
  const live = all.filter(({ subject }) => subject.startsWith(LIVE));
  if (live.length > 0 && live.length < all.length)
    throw new Error(`${field.coordinate}: what a stream keeps and what none keeps cannot feed one field`);
  if (rate !== undefined && (!conflate || live.length === 0 || !field.argument(rate)))
    throw new Error(`${field.coordinate}: a rate needs its argument, conflation and subjects of ${LIVE}`);
  return {
    name: field.name,
    sources: all.map((one) => sourceOf(field, one)),
    current: current === undefined ? undefined : currentOf(field, current),
    conflate: conflate?.map((path) => path.split('.')),
    rate,
    live: live.length > 0,
    signature: JSON.stringify(all),
  };
}

function sourceOf(field: FieldDefinition<ObjectType>, given: Arguments): EventSource {
  const subject = new SubjectTemplate(given.subject);
  for (const name of subject.args) {
    const type = field.argument(name)?.type;
    if (!type) throw new Error(`${field.coordinate}: ${given.subject} wants the argument ${name}`);
    // a hole that may stay open would have to become a wildcard
    if (!String(type).endsWith('!'))
      throw new Error(`${field.coordinate}: the argument ${name} is in a subject, so it must not be null`);
  }
  const filters = new Map<string, readonly string[]>();
  for (const { name } of field.arguments())
    if (!subject.args.includes(name) && name !== given.rate) filters.set(name, [name]);
  for (const text of given.filter ?? []) {
    const [argument, path] = text.split('=').map((part) => part.trim());
    if (!argument || !path || !field.argument(argument))
      throw new Error(`${field.coordinate}: "${text}" is not "<argument> = <path>"`);
    filters.set(argument, path.split('.'));
  }
  return {
    subject,
    permission: given.permission,
    filters: [...filters].map(([argument, path]) => ({ argument, path })),
    tenantWide: given.tenantWide ?? false,
  };
}

function currentOf(field: FieldDefinition<ObjectType>, name: string): NonNullable<EventField['current']> {
  const argument = ['id', `${name}Id`, `${name}Ids`].find((one) => field.argument(one));
  if (argument === undefined) throw new Error(`${field.coordinate}: a current state needs the argument id`);
  const payload = field.schema().type(String(field.type).replace(/!$/, '')) as ObjectType | undefined;
  const type = payload?.field(name)?.type;
  if (!type) throw new Error(`${field.coordinate}: its type has no field ${name}`);
  return { field: name, typename: String(type).replace(/!$/, ''), argument };
}
