import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
  type UnionTypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

/**
 * What in a supergraph would let one subgraph that is down take another's entities with it, one sentence each: a
 * field that a subgraph adds to another's entity, and one that leads to another's entity, must be nullable, so that
 * it alone becomes null. An entity is owned by the subgraph that has the most of its fields; a key by which another
 * one names it is not added, for whoever names it has it.
 */
export function lintOwnership(supergraph: string): string[] {
  const { definitions } = parse(supergraph);
  const types = definitions.filter(isObject);
  const owners = new Map(types.filter(isEntity).map((type) => [type.name.value, ownerOf(type)]));
  const unions = new Map(
    definitions.filter(isUnion).map(({ name, types: members = [] }) => [name.value, members.map(nameOf)]),
  );
  return types.flatMap((type) => [...faultsOf(type, owners, unions)]);
}

type Owners = ReadonlyMap<string, string | undefined>;

function* faultsOf(
  type: ObjectTypeDefinitionNode,
  owners: Owners,
  unions: ReadonlyMap<string, readonly string[]>,
): Generator<string> {
  const name = type.name.value;
  if (owners.has(name) && owners.get(name) === undefined)
    yield `${name}: no subgraph has more of its fields than every other, so none owns it`;
  for (const field of type.fields ?? []) {
    if (field.type.kind !== Kind.NON_NULL_TYPE) continue;
    const from = graphsOf(field);
    const graphs = from.length > 0 ? from : joined(type).map(({ graph }) => graph);
    const owner = owners.get(name);
    const at = `${name}.${field.name.value}`;
    const others = from.filter((graph) => graph !== owner && !isKeyIn(joined(type), graph, field.name.value));
    if (owner && others.length > 0) {
      yield `${at}: ${others.join()} adds it to ${owner}'s ${name}, so it must be nullable`;
      continue;
    }
    const target = namedType(field.type);
    const foreign = (unions.get(target) ?? [target]).find((member) => {
      const theirs = owners.get(member);
      return theirs !== undefined && graphs.some((graph) => graph !== theirs);
    });
    if (foreign) yield `${at}: leads to ${owners.get(foreign)}'s ${foreign}, so it must be nullable`;
  }
}

/** The subgraph with the most of a type's fields; undefined when two have as many. */
function ownerOf(type: ObjectTypeDefinitionNode): string | undefined {
  const counts = new Map(joined(type).map(({ graph }) => [graph, 0]));
  for (const field of type.fields ?? [])
    for (const graph of graphsOf(field)) counts.set(graph, (counts.get(graph) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] !== second?.[1] ? first[0] : undefined;
}

/** The subgraphs that resolve a field, where the supergraph names them: else all that know its type do. */
const graphsOf = (field: FieldDefinitionNode): string[] =>
  argumentsOf(field.directives, 'join__field')
    .filter(({ graph, external }) => typeof graph === 'string' && external !== true)
    .map(({ graph }) => String(graph));

const joined = (type: ObjectTypeDefinitionNode): { graph: string; key: unknown }[] =>
  argumentsOf(type.directives, 'join__type').map(({ graph, key }) => ({ graph: String(graph), key }));

const isKeyIn = (joins: ReturnType<typeof joined>, graph: string, field: string): boolean =>
  joins.some((join) => join.graph === graph && String(join.key).split(' ').includes(field));

const isEntity = (type: ObjectTypeDefinitionNode): boolean =>
  joined(type).some(({ key }) => key !== undefined);

const argumentsOf = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): Record<string, unknown>[] =>
  (directives ?? [])
    .filter((directive) => nameOf(directive) === name)
    .map(({ arguments: given = [] }) =>
      Object.fromEntries(given.map((argument) => [nameOf(argument), valueFromASTUntyped(argument.value)])),
    );

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
const nameOf = (node: { readonly name: { readonly value: string } }): string => node.name.value;
const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION;
const isUnion = (node: DefinitionNode): node is UnionTypeDefinitionNode =>
  node.kind === Kind.UNION_TYPE_DEFINITION;
