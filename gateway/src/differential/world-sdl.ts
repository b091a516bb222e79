import {
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

type Composite = ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode;

const compositesOf = (sdl: string): Composite[] =>
  parse(sdl).definitions.filter(
    (one): one is Composite =>
      one.kind === Kind.OBJECT_TYPE_DEFINITION ||
      one.kind === Kind.OBJECT_TYPE_EXTENSION ||
      one.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );

/** The keys by which a subgraph finds things, by type. */
export function resolvableKeys(sdl: string): Map<string, SelectionSetNode[]> {
  const found = new Map<string, SelectionSetNode[]>();
  for (const definition of compositesOf(sdl)) {
    const keys = (definition.directives ?? []).flatMap(({ name, arguments: args }) => {
      const dead = args?.some(
        (one) => one.name.value === 'resolvable' && one.value.kind === Kind.BOOLEAN && !one.value.value,
      );
      return name.value === 'key' && !dead
        ? selectionOf(args?.find((one) => one.name.value === 'fields')?.value)
        : [];
    });
    const name = definition.name.value;
    found.set(name, [...(found.get(name) ?? []), ...keys]);
  }
  return found;
}

function selectionOf(value: ValueNode | undefined): SelectionSetNode[] {
  if (value?.kind !== Kind.STRING) return [];
  const operation = parse(`{ ${value.value} }`).definitions[0];
  return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
}

/** What @requires asks for, by coordinate of the field that requires it. */
export function requiredFields(sdl: string): Map<string, SelectionSetNode> {
  const found = new Map<string, SelectionSetNode>();
  for (const definition of compositesOf(sdl)) {
    for (const field of definition.fields ?? []) {
      const directive = field.directives?.find(({ name }) => name.value === 'requires');
      const [selection] = selectionOf(directive?.arguments?.[0]?.value);
      if (selection) found.set(`${definition.name.value}.${field.name.value}`, selection);
    }
  }
  return found;
}
