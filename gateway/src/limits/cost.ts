import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { PreparedOperation, Refusal } from '../engine-api.ts';

export interface CostLimits {
  /** What one operation may cost at most, as estimated before it runs. */
  readonly max: number;
  /** How long a list is taken to be that says nothing of its size. */
  readonly assumedSize: number;
}

export const COST_LIMITS: CostLimits = { max: 100_000, assumedSize: 10 };
/** What a mutation costs beside its fields. */
const MUTATION_COST = 10;

/**
 * The weights of a graph by the directives `@cost` and `@listSize` (https://ibm.github.io/graphql-specs/cost-spec.html,
 * with Apollo's defaults): an object costs 1, a scalar nothing, a list as many times as it is long.
 */
export interface CostModel {
  /** What the operation costs at most, with these variables. */
  estimate(operation: PreparedOperation, variables: Readonly<Record<string, unknown>> | undefined): number;
  /** What one object of the type costs, its fields without objects included. */
  weightOf(type: string, field: string): number;
}

interface ListSize {
  readonly assumedSize: number | undefined;
  readonly slicingArguments: readonly string[];
  readonly sizedFields: readonly string[];
}

type Variables = Readonly<Record<string, unknown>> | undefined;

/** A selection, ready to be counted. */
interface CostNode {
  readonly field: string;
  /** Of one object, or of the field as a whole when it has none. */
  readonly weight: number;
  readonly isList: boolean;
  readonly listSize: ListSize | undefined;
  readonly slices: readonly ((variables: Variables) => number | undefined)[];
  readonly children: readonly CostNode[];
}

/** Reads the directives of a supergraph. */
export function readCostModel(
  supergraphSdl: string,
  schema: GraphQLSchema,
  { assumedSize }: Pick<CostLimits, 'assumedSize'> = COST_LIMITS,
): CostModel {
  const costs = new Map<string, number>();
  const sizes = new Map<string, ListSize>();
  for (const node of parse(supergraphSdl).definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION) {
      readCost(node.name.value, node.directives, costs);
      for (const field of node.fields ?? []) readField(node.name.value, field, costs, sizes);
    } else if (node.kind === Kind.ENUM_TYPE_DEFINITION || node.kind === Kind.SCALAR_TYPE_DEFINITION)
      readCost(node.name.value, node.directives, costs);
  }
  const compiler = new Compiler(schema, costs, sizes);
  const compiled = new WeakMap<PreparedOperation, readonly CostNode[]>();
  return {
    estimate(operation, variables) {
      let nodes = compiled.get(operation);
      if (!nodes) {
        nodes = compiler.compile(operation);
        compiled.set(operation, nodes);
      }
      const base = operation.kind === 'mutation' ? MUTATION_COST : 0;
      return base + sum(nodes, variables, undefined, assumedSize);
    },
    weightOf: (type, field) => compiler.weightOf(type, field),
  };
}

/** Refuses an operation that would cost too much. */
export function refuseCost(estimated: number, max: number): Refusal | undefined {
  if (estimated <= max) return undefined;
  const message = `The operation may cost ${estimated}; at most ${max} are allowed: ask for shorter pages (first) or fewer nested lists.`;
  return {
    refused: 'limit',
    errors: [{ message, extensions: { code: 'OPERATION_TOO_COSTLY', cost: estimated, limit: max } }],
  };
}

function sum(
  nodes: readonly CostNode[],
  variables: Variables,
  sized: { readonly fields: readonly string[]; readonly size: number } | undefined,
  assumedSize: number,
): number {
  let total = 0;
  for (const node of nodes) {
    const own = sliceOf(node, variables);
    const names = node.listSize?.sizedFields ?? [];
    let times = 1;
    if (sized?.fields.includes(node.field)) times = sized.size;
    else if (node.isList) times = own ?? node.listSize?.assumedSize ?? assumedSize;
    const below = names.length > 0 ? { fields: names, size: own ?? assumedSize } : undefined;
    total += times * (node.weight + sum(node.children, variables, below, assumedSize));
  }
  return total;
}

function sliceOf({ slices, listSize }: CostNode, variables: Variables): number | undefined {
  let size: number | undefined;
  for (const slice of slices) {
    const value = slice(variables);
    if (value !== undefined) size = Math.max(size ?? 0, value);
  }
  return size ?? listSize?.assumedSize;
}

class Compiler {
  readonly #schema: GraphQLSchema;
  readonly #costs: ReadonlyMap<string, number>;
  readonly #sizes: ReadonlyMap<string, ListSize>;

  constructor(
    schema: GraphQLSchema,
    costs: ReadonlyMap<string, number>,
    sizes: ReadonlyMap<string, ListSize>,
  ) {
    this.#schema = schema;
    this.#costs = costs;
    this.#sizes = sizes;
  }

  weightOf(type: string, field: string): number {
    const own = this.#costs.get(`${type}.${field}`);
    if (own !== undefined) return own;
    const parent = this.#schema.getType(type);
    const result =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field]?.type : undefined;
    if (!result) return 0;
    const named = getNamedType(result);
    return this.#costs.get(named.name) ?? (isCompositeType(named) ? 1 : 0);
  }

  compile(operation: PreparedOperation): readonly CostNode[] {
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const node of operation.document.definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
    const root = this.#schema.getRootType(operation.operation.operation);
    const defaults = new Map(
      (operation.operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
        variable.name.value,
        defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined,
      ]),
    );
    return root ? this.#set(operation.operation.selectionSet, root.name, fragments, defaults) : [];
  }

  #set(
    set: SelectionSetNode,
    parent: string,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    defaults: ReadonlyMap<string, number | undefined>,
  ): CostNode[] {
    return set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, parent, fragments, defaults) ?? [];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      return fragment
        ? this.#set(fragment.selectionSet, fragment.typeCondition?.name.value ?? parent, fragments, defaults)
        : [];
    });
  }

  #field(
    node: FieldNode,
    parent: string,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    defaults: ReadonlyMap<string, number | undefined>,
  ): CostNode | undefined {
    const type = this.#schema.getType(parent);
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    const field = type.getFields()[node.name.value];
    if (!field) return undefined;
    const listSize = this.#sizes.get(`${parent}.${field.name}`);
    const nullable = isNonNullType(field.type) ? field.type.ofType : field.type;
    const slices = (listSize?.slicingArguments ?? []).map((name) => {
      const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
      const byDefault = field.args.find((argument) => argument.name === name)?.defaultValue;
      return valueReader(given, defaults, typeof byDefault === 'number' ? byDefault : undefined);
    });
    return {
      field: field.name,
      weight: this.weightOf(parent, field.name),
      isList: isListType(nullable),
      listSize,
      slices,
      children: node.selectionSet
        ? this.#set(node.selectionSet, getNamedType(field.type).name, fragments, defaults)
        : [],
    };
  }
}

function valueReader(
  given: ValueNode | undefined,
  defaults: ReadonlyMap<string, number | undefined>,
  byDefault: number | undefined,
): (variables: Variables) => number | undefined {
  if (given?.kind === Kind.VARIABLE) {
    const name = given.name.value;
    const fallback = defaults.get(name) ?? byDefault;
    return (variables) => {
      const value = variables && Object.hasOwn(variables, name) ? variables[name] : fallback;
      return typeof value === 'number' && value >= 0 ? value : fallback;
    };
  }
  const value = given?.kind === Kind.INT ? Math.max(0, Number(given.value)) : byDefault;
  return () => value;
}

function readField(
  type: string,
  field: FieldDefinitionNode,
  costs: Map<string, number>,
  sizes: Map<string, ListSize>,
): void {
  readCost(`${type}.${field.name.value}`, field.directives, costs);
  const listSize = field.directives?.find(({ name }) => name.value === 'listSize');
  if (!listSize) return;
  const value = (name: string) => listSize.arguments?.find((one) => one.name.value === name)?.value;
  const assumed = value('assumedSize');
  sizes.set(`${type}.${field.name.value}`, {
    assumedSize: assumed?.kind === Kind.INT ? Number(assumed.value) : undefined,
    slicingArguments: strings(value('slicingArguments')),
    sizedFields: strings(value('sizedFields')),
  });
}

function readCost(
  coordinate: string,
  directives: readonly ConstDirectiveNode[] | undefined,
  costs: Map<string, number>,
): void {
  const cost = directives?.find(({ name }) => name.value === 'cost' || name.value === 'cost__cost');
  const weight = cost?.arguments?.find(({ name }) => name.value === 'weight')?.value;
  if (weight?.kind === Kind.INT) costs.set(coordinate, Number(weight.value));
}

function strings(value: ValueNode | undefined): string[] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []));
}
