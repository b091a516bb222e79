import {
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql';
import type { PreparedOperation } from '../engine-api.ts';
import { Lru } from '../lru.ts';
import { type CompiledPlan, compilePlan } from './plan/compile.ts';
import type { Planner } from './planner.ts';
import { type ConditionValues, type ObjectShape, rootShape, type ShapeContext } from './shape/shape.ts';
import type { TypeConditions } from './types.ts';

/** How many shapes (one for each set of @skip/@include values) an operation remembers. */
const MAX_SHAPES = 32;

/** An operation with its plan and the shapes of its answers, compiled once. */
export class CompiledOperation {
  readonly plan: CompiledPlan;
  readonly #schema: GraphQLSchema;
  readonly #conditions: TypeConditions;
  readonly #prepared: PreparedOperation;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that @skip and @include look at. */
  readonly #conditionNames: readonly string[];
  readonly #shapes = new Lru<string, ObjectShape>(MAX_SHAPES);
  readonly #introspects: boolean;
  #introspected: ReadonlyMap<string, string> | undefined;

  constructor(
    prepared: PreparedOperation,
    planner: Planner,
    schema: GraphQLSchema,
    full: TypeConditions,
    api: TypeConditions,
  ) {
    this.#prepared = prepared;
    this.#schema = schema;
    this.#conditions = api;
    this.#fragments = fragmentsOf(prepared);
    this.#conditionNames = conditionNamesOf(prepared);
    this.plan = compilePlan(planner.plan(prepared), full);
    const root =
      this.shape(allIncluded(prepared, this.#conditionNames)).fieldsOf(
        rootTypeOf(schema, prepared.operation).name,
      ) ?? [];
    this.#introspects = root.some(({ role }) => role === 'introspection');
    // a planner that gives up must not look like a subgraph that has no data
    if (!this.plan.step && !this.plan.primary && root.some(({ role }) => role === 'value')) {
      throw new Error('the planner made an empty plan for an operation that asks for data');
    }
  }

  /** The shape of the answer for these values of variables. */
  shape(values: ConditionValues): ObjectShape {
    let key = '';
    for (const name of this.#conditionNames) key += values[name] === true ? '1' : '0';
    let shape = this.#shapes.get(key);
    if (!shape) {
      const context: ShapeContext = {
        schema: this.#schema,
        conditions: this.#conditions,
        fragments: this.#fragments,
        // a copy of what is looked at: the shape must not hold on to one request's variables
        values: Object.fromEntries(this.#conditionNames.map((name) => [name, values[name]])),
      };
      shape = rootShape(
        rootTypeOf(this.#schema, this.#prepared.operation),
        this.#prepared.operation.selectionSet,
        context,
      );
      this.#shapes.set(key, shape);
    }
    return shape;
  }

  /** The JSON of the introspection fields among the root fields, by response name. */
  introspection(values: ConditionValues): ReadonlyMap<string, string> {
    if (!this.#introspects) return NOTHING;
    const { operation } = this.#prepared;
    if ((operation.variableDefinitions ?? []).length > 0)
      return introspect(this.#schema, operation, this.#fragments, values);
    this.#introspected ??= introspect(this.#schema, operation, this.#fragments, values);
    return this.#introspected;
  }
}

const NOTHING: ReadonlyMap<string, string> = new Map();

function rootTypeOf(schema: GraphQLSchema, operation: OperationDefinitionNode) {
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`the schema has no ${operation.operation}`);
  return type;
}

function fragmentsOf({ document }: PreparedOperation): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

function conditionNamesOf({ document }: PreparedOperation): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = node.arguments?.[0]?.value;
      if ((node.name.value === 'skip' || node.name.value === 'include') && value?.kind === Kind.VARIABLE)
        names.add(value.name.value);
    },
  });
  return [...names].sort();
}

/** Values under which as much as possible is asked for: what only @skip looks at is false, the rest true. */
function allIncluded({ document }: PreparedOperation, names: readonly string[]): ConditionValues {
  const included = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = node.arguments?.[0]?.value;
      if (node.name.value === 'include' && value?.kind === Kind.VARIABLE) included.add(value.name.value);
    },
  });
  return Object.fromEntries(names.map((name) => [name, included.has(name)]));
}

/** Runs the introspection fields alone: graphql-js answers them from the schema. */
function introspect(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  values: ConditionValues,
): ReadonlyMap<string, string> {
  const selections = introspectionFields(operation, fragments);
  const used = new Set<string>();
  const collect = { Variable: ({ name }: VariableNode) => void used.add(name.value) };
  for (const node of [...selections, ...fragments.values()]) visit(node, collect);
  const alone: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: (operation.variableDefinitions ?? []).filter(({ variable }) =>
      used.has(variable.name.value),
    ),
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const document = { kind: Kind.DOCUMENT, definitions: [alone, ...fragments.values()] } as const;
  const { data } = executeSync({ schema, document, rootValue: {}, variableValues: { ...values } });
  const texts = new Map<string, string>();
  for (const field of selections) {
    const name = field.alias?.value ?? field.name.value;
    const value = data && Object.hasOwn(data, name) ? data[name] : null;
    texts.set(name, JSON.stringify(value ?? null));
  }
  return texts;
}

function introspectionFields(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldNode[] {
  const found: FieldNode[] = [];
  const look = (set: OperationDefinitionNode['selectionSet']): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.name.value === '__schema' || selection.name.value === '__type') found.push(selection);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment) look(fragment.selectionSet);
    }
  };
  look(operation.selectionSet);
  return found;
}

/** The variables that an operation declares. */
export function variableDefinitionsOf({ operation }: PreparedOperation): readonly VariableDefinitionNode[] {
  return operation.variableDefinitions ?? [];
}
