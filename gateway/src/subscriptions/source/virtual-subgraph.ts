import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NamedTypeNode,
  parse,
  print,
  type TypeDefinitionNode,
  visit,
} from 'graphql';
import { EVENT_SOURCE_DIRECTIVE, EVENT_SOURCE_LINK } from './event-source.graphql.ts';

/** The address of a subgraph that nobody hosts: events answer in its place. */
export const EVENTS_ADDRESS = 'events:';

const BUILT_IN = new Set(['ID', 'String', 'Int', 'Float', 'Boolean', 'Subscription']);
const HEAD = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@composeDirective"])
  @link(url: "${EVENT_SOURCE_LINK}", import: ["@eventSource"])
  @composeDirective(name: "@eventSource")
${EVENT_SOURCE_DIRECTIVE}`;

/**
 * The SDL of the subgraph that a domain's `events.graphql` files make: their own text, and of every type that
 * they name what it takes to name it: an entity's key, the whole of a value type, an enum, a scalar or a union.
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
  return [HEAD, ...[...found.values()].map(print), events].join('\n');
}

function definitionOf(name: string, domains: readonly DocumentNode[]): DefinitionNode | undefined {
  const all: TypeDefinitionNode[] = [];
  for (const { definitions } of domains) {
    for (const node of definitions) {
      if (isNamedType(node) && node.name.value === name) all.push(node);
    }
  }
  const [first] = all;
  const keyed = all.find(isEntity);
  return keyed ? stubOf(name, keyed) : first;
}

function isNamedType(node: DefinitionNode): node is TypeDefinitionNode {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.ENUM_TYPE_DEFINITION ||
    node.kind === Kind.SCALAR_TYPE_DEFINITION ||
    node.kind === Kind.UNION_TYPE_DEFINITION
  );
}

function isEntity(node: TypeDefinitionNode): boolean {
  return node.directives?.some(({ name }) => name.value === 'key') ?? false;
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
