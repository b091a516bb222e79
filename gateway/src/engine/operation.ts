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
import type { Narrowed } from '../access/control.ts';
import type { PreparedOperation } from '../engine-api.ts';
import { Lru } from '../lru.ts';
import { argumentOf, findDeferrals, mayDefer, type ParsedDeferrals } from './defer.ts';
import { type PrivateNames, renamedVariables } from './names.ts';
import type { HeldLabels } from './overrides.ts';
import { type CompiledPlan, compileEmptyPlan, compilePlan } from './plan/compile.ts';
import type { Planner } from './planner.ts';
import { type ObjectShape, rootShape, type ShapeContext, type WeightOf } from './shape/shape.ts';
import { type ConditionValues, specialise } from './specialise.ts';
import type { TypeConditions } from './types.ts';

/** How many variants (one for each set of @skip/@include values) an operation remembers. */
const MAX_VARIANTS = 32;

/** The plan and the shape of the answer for one set of @skip/@include values. */
export interface Variant {
  readonly plan: CompiledPlan;
  readonly shape: ObjectShape;
  /** Whether something of the answer may come later. */
  readonly defers: boolean;
}

/** What an operation is compiled with. */
export interface CompileContext {
  readonly weightOf?: WeightOf | undefined;
  readonly planner: Planner;
  readonly schema: GraphQLSchema;
  /** Type conditions of the whole supergraph, inaccessible types included: plans are about these. */
  readonly full: TypeConditions;
  /** Type conditions of what clients see. */
  readonly api: TypeConditions;
  readonly names: PrivateNames;
}

/** An operation with its plans and the shapes of its answers, each compiled once. */
export class CompiledOperation {
  readonly #context: CompileContext;
  readonly #prepared: PreparedOperation;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The variables that @skip and @include look at. */
  readonly #conditionNames: readonly string[];
  readonly #variants = new Lru<string, Variant | Unplannable>(MAX_VARIANTS);
  readonly #introspects: boolean;
  readonly #mayDefer: boolean;
  readonly #narrowed: Narrowed | undefined;
  /** Names of plans for variables, by the client's. */
  readonly #renamed: ReadonlyMap<string, string>;
  #introspected: ReadonlyMap<string, string> | undefined;

  /** @param narrowed what of it the caller may see; undefined for all of it */
  constructor(prepared: PreparedOperation, context: CompileContext, narrowed?: Narrowed) {
    this.#context = context;
    this.#prepared = prepared;
    this.#narrowed = narrowed;
    this.#fragments = fragmentsOf(prepared);
    this.#renamed = renamedVariables(prepared.operation);
    this.#conditionNames = conditionNamesOf(prepared);
    this.#mayDefer = mayDefer(prepared);
    this.#introspects = introspectionFields(prepared.operation, this.#fragments).length > 0;
  }

  /**
   * The plan and shape for these values of variables. Throws if there is no plan.
   * @param held the labels of `@override` that hold
   * @param inParts whether the answer may come in parts
   */
  variant(values: ConditionValues, held: HeldLabels, inParts: boolean): Variant {
    let { key } = held;
    for (const name of this.#conditionNames)
      key += values[name] === undefined ? '-' : values[name] === true ? '1' : '0';
    let variant = this.#variant(key, values, held, inParts && this.#mayDefer);
    // what the planner cannot put off comes with the rest
    if (variant instanceof Unplannable && !variant.tookTooLong)
      variant = this.#variant(key, values, held, false);
    if (variant instanceof Unplannable) throw variant;
    return variant;
  }

  #variant(plain: string, values: ConditionValues, held: HeldLabels, defers: boolean): Variant | Unplannable {
    const key = defers ? `${plain}d` : plain;
    let variant = this.#variants.get(key);
    if (!variant) {
      variant = this.#tryCompile(values, held, defers);
      this.#variants.set(key, variant);
    }
    return variant;
  }

  /** The client's variables by the names that plans have for them. */
  variables(given: Readonly<Record<string, unknown>> | undefined): typeof given {
    if (!given || this.#renamed.size === 0) return given;
    return Object.fromEntries(
      Object.entries(given).map(([name, value]) => [this.#renamed.get(name) ?? name, value]),
    );
  }

  /** What failed once would fail again, and may have taken long. */
  #tryCompile(values: ConditionValues, held: HeldLabels, defers: boolean): Variant | Unplannable {
    try {
      return this.#compile(values, held, defers);
    } catch (cause) {
      return new Unplannable(cause);
    }
  }

  #compile(values: ConditionValues, held: HeldLabels, defers: boolean): Variant {
    const { schema, api, names } = this.#context;
    const parsed = defers ? findDeferrals(this.#prepared.operation, this.#fragments, values) : undefined;
    const operation = parsed?.operation ?? this.#prepared.operation;
    const context: ShapeContext = {
      schema,
      conditions: api,
      names,
      fragments: this.#fragments,
      // a copy of what is looked at: the shape must not hold on to one request's variables
      values: Object.fromEntries(this.#conditionNames.map((name) => [name, values[name]])),
      deferrals: parsed?.byId,
      weightOf: this.#context.weightOf,
      refusalOf: this.#narrowed && ((type, field) => this.#narrowed?.refusalOf(type, field)),
    };
    const root = rootTypeOf(schema, operation);
    const shape = rootShape(root, operation.selectionSet, context);
    const plan = this.#plan(values, held, parsed);
    const asksForData = shape.fieldsOf(root.name)?.some(({ role }) => role === 'value') ?? false;
    // a planner that gives up must not look like a subgraph that has no data
    if (asksForData && !plan.step && !plan.primary && plan.deferred.length === 0)
      throw new Error('the planner made an empty plan for an operation that asks for data');
    return { plan, shape, defers: parsed !== undefined };
  }

  #plan(values: ConditionValues, { labels }: HeldLabels, parsed: ParsedDeferrals | undefined): CompiledPlan {
    const { planner, full, names } = this.#context;
    // what is refused is not fetched
    const planned = this.#narrowed?.operation ?? this.#prepared;
    const fragments = fragmentsOf(planned);
    const narrowed =
      parsed && (this.#narrowed ? findDeferrals(planned.operation, fragments, values) : parsed);
    const operation = narrowed?.operation ?? planned.operation;
    const special = specialise(operation, fragments, values, names, this.#renamed, narrowed !== undefined);
    return special ? compilePlan(planner.plan(special, labels), full) : EMPTY_PLAN;
  }

  /** The JSON of the introspection fields among the root fields, by response name. */
  introspection(values: ConditionValues): ReadonlyMap<string, string> {
    if (!this.#introspects) return NOTHING;
    const { operation } = this.#prepared;
    if ((operation.variableDefinitions ?? []).length > 0)
      return introspect(this.#context.schema, operation, this.#fragments, values);
    this.#introspected ??= introspect(this.#context.schema, operation, this.#fragments, values);
    return this.#introspected;
  }
}

/** An operation for which there is no plan. */
class Unplannable extends Error {
  /** Whether the planner was broken off: nothing else is planned for it then. */
  readonly tookTooLong: boolean;

  constructor(cause: unknown) {
    super(`there is no plan: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.tookTooLong = (cause as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
  }
}

const NOTHING: ReadonlyMap<string, string> = new Map();

const EMPTY_PLAN = compileEmptyPlan();

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
      if (!CONDITIONAL.has(node.name.value)) return;
      const value = argumentOf(node, 'if');
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

const CONDITIONAL: ReadonlySet<string> = new Set(['skip', 'include', 'defer']);

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
