import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type NamedTypeNode,
  type ObjectTypeDefinitionNode,
  parse,
  parseConstValue,
  print,
  type TypeDefinitionNode,
  visit,
} from 'graphql';
import { EVENT_SOURCE_DIRECTIVE, EVENT_SOURCE_LINK } from './event-source.graphql.ts';

/** The address of a subgraph that nobody hosts: events answer in its place. */
export const EVENTS_ADDRESS = 'events:';

const BUILT_IN = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Subscription']);
/** What of a type's directives means the same in another subgraph. */
const KEPT = new Set(['shareable', 'specifiedBy']);
const HEAD = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: ["@key", "@shareable", "@composeDirective", "@policy", "@requiresScopes"]
  )
  @link(url: "${EVENT_SOURCE_LINK}", import: ["@eventSource"])
  @composeDirective(name: "@eventSource")
${EVENT_SOURCE_DIRECTIVE}`;

/**
 * The SDL of the subgraph that a domain's `events.graphql` files make: their own text, with the permissions of
 * its topics as rules, and of every type that they name what it takes to name it: an entity's key, the whole of
 * a value type, an enum, a scalar or a union.
 * @param domains the SDL of all subgraphs, where those types are
 */
export function virtualSubgraph(events: string, domains: readonly DocumentNode[]): string {
  const own = parse(events);
  const found = new Map<string, DefinitionNode>();
  const known = new Set(
    own.definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])),
  );
  const need = (name: string): void => {
    if (BUILT_IN.has(name) || known.has(name) || found.has(name)) return;
    const definition = definitionOf(name, domains);
    // what is nowhere stays away: composition says so better
    if (!definition) return;
    found.set(name, definition);
    visit(definition, { NamedType: (node: NamedTypeNode) => need(node.name.value) });
  };
  visit(own, { NamedType: (node) => need(node.name.value) });
  return [HEAD, ...[...found.values()].map(print), print(withRules(own))].join('\n');
}

/** A field needs the permission of one of its topics; who gets a payload may see it. */
function withRules(own: DocumentNode): DocumentNode {
  return visit(own, {
    FieldDefinition(field: FieldDefinitionNode) {
      const permissions = eventSources(field).flatMap((source) => {
        const value = source.arguments?.find(({ name }) => name.value === 'permission')?.value;
        return value?.kind === Kind.STRING ? [value.value] : [];
      });
      if (permissions.length === 0) return undefined;
      const scopes = [...new Set(permissions)].map((permission) => [permission]);
      return {
        ...field,
        directives: [...(field.directives ?? []), rule('requiresScopes', 'scopes', scopes)],
      };
    },
    ObjectTypeDefinition(type: ObjectTypeDefinitionNode) {
      return { ...type, directives: [...(type.directives ?? []), rule('policy', 'policies', [['parent']])] };
    },
  });
}

function eventSources({ directives }: FieldDefinitionNode): readonly ConstDirectiveNode[] {
  return (directives ?? []).filter(({ name }) => name.value === 'eventSource');
}

function rule(name: string, argument: string, value: readonly (readonly string[])[]): ConstDirectiveNode {
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: argument },
        value: parseConstValue(JSON.stringify(value)),
      },
    ],
  };
}

function definitionOf(name: string, domains: readonly DocumentNode[]): DefinitionNode | undefined {
  const all: TypeDefinitionNode[] = [];
  for (const { definitions } of domains) {
    for (const node of definitions) {
      if (isNamedType(node) && node.name.value === name) all.push(node);
    }
  }
  const [first] = all;
  const keyed = all.find((node) => node.directives?.some((directive) => directive.name.value === 'key'));
  return keyed ? stubOf(name, keyed) : first && plain(first);
}

function isNamedType(node: DefinitionNode): node is TypeDefinitionNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.ENUM_TYPE_DEFINITION ||
    node.kind === Kind.SCALAR_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION
  );
}

/** A definition without what its subgraph says of access and cost. */
function plain(definition: TypeDefinitionNode): DefinitionNode {
  return visit(definition, {
    Directive: (node) => (KEPT.has(node.name.value) ? undefined : null),
  });
}

/** An entity as another subgraph may name it: its id, or the key that it has. */
function stubOf(name: string, definition: TypeDefinitionNode): DefinitionNode {
  const keys = (definition.directives ?? []).flatMap((directive) => {
    const value = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
    return directive.name.value === 'key' && value?.kind === Kind.STRING ? [value.value] : [];
  });
  const key = keys.includes('id') ? 'id' : (keys[0] as string);
  const type =
    definition.kind === Kind.OBJECT_TYPE_DEFINITION
      ? definition.fields?.find((field) => field.name.value === key)?.type
      : undefined;
  const stub = `type ${name} @key(fields: "${key}", resolvable: false) { ${key}: ${type ? print(type) : 'ID!'} }`;
  return parse(stub).definitions[0] as DefinitionNode;
}
