import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TypeConditions } from '../types.ts';
import { requirementOf } from './join.ts';
import { entityFields, type MendedFetch, mendPlan, narrowed } from './mend.ts';

/** What a plan was made for, and by which types. */
export interface SplitContext {
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly conditions: TypeConditions;
}

/**
 * The subgraph of an interface object knows no types. What the operation wants of one type only, the planner lets be
 * fetched for all; a null where none may be then costs the others what was wanted of them. Such a fetch becomes
 * several: one for all types of which the same is wanted.
 */
export function splitByType(plan: QueryPlan, context: SplitContext): QueryPlan {
  const required = new Set<string>();
  let found = false;
  mendPlan(plan, (fetch) => {
    collectNames(fetch.requires ?? [], required);
    found ||= isForSeveralTypes(fetch);
    return [fetch];
  });
  if (!found) return plan;
  const fragments = new Map(
    context.document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  return mendPlan(plan, (fetch, path) =>
    isForSeveralTypes(fetch) ? split(fetch, path, { ...context, fragments }, required) : [fetch],
  );
}

function isForSeveralTypes({ requires, inputRewrites }: FetchNode): boolean {
  return conditionsOf(requires ?? []).size > 1 && (inputRewrites ?? []).length > 0;
}

function conditionsOf(nodes: readonly QueryPlanSelectionNode[]): Set<string> {
  return new Set(
    nodes.flatMap((node) =>
      node.kind === 'InlineFragment' && node.typeCondition !== undefined ? [node.typeCondition] : [],
    ),
  );
}

function collectNames(nodes: readonly QueryPlanSelectionNode[], names: Set<string>): void {
  for (const node of nodes) {
    if (node.kind === 'Field') names.add(node.alias ?? node.name);
    collectNames(node.selections ?? [], names);
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function split(
  fetch: FetchNode,
  path: readonly (string | number)[],
  context: SplitContext & { readonly fragments: Fragments },
  required: ReadonlySet<string>,
): readonly MendedFetch[] {
  const { schema, conditions } = context;
  const sets = setsAt(path, context);
  const asked = namesOf(sets, context.fragments, () => true);
  const finals = finalNames(fetch);
  const names = entityFields(fetch).map(([field]) => responseName(field));
  const groups = new Map<string, { readonly types: string[]; readonly dropped: ReadonlySet<string> }>();
  let partial = false;
  const inputs = inputsOf(fetch, conditions);
  const all = inputs(undefined);
  for (const type of typesOf(fetch, schema)) {
    // an interface object wants the same of all types: where the key is not given for one, it is not asked of that one
    if (inputs(type).size < all.size) {
      partial = true;
      continue;
    }
    // of an object whose type was not learned anything may be wanted
    const isRuntime = !isAbstractType(schema.getType(type));
    const wanted = isRuntime
      ? namesOf(sets, context.fragments, (condition) => conditions.covers(condition, type))
      : asked;
    const dropped = names.filter((name) => {
      const final = finals.get(name) ?? name;
      return asked.has(final) && !wanted.has(final) && !required.has(final);
    });
    const key = dropped.join();
    const group = groups.get(key) ?? { types: [], dropped: new Set(dropped) };
    group.types.push(type);
    groups.set(key, group);
  }
  if (groups.size < 2 && !partial) return [fetch];
  return [...groups.values()].flatMap(({ types, dropped }) => {
    // their type is known already
    if (names.every((name) => name === '__typename' || dropped.has(name))) return [];
    const part = narrowed(
      fetch,
      (field) => !dropped.has(responseName(field)),
      neededOnly(fetch, dropped, schema),
    );
    return [{ ...part, only: new Set(types) }];
  });
}

/** What a fetch brings, without what only the dropped fields require: of these types it may not have been obtained. */
function neededOnly(
  fetch: FetchNode,
  dropped: ReadonlySet<string>,
  schema: GraphQLSchema,
): QueryPlanSelectionNode[] {
  const kept = new Set<string>();
  const lost = new Set<string>();
  for (const [field, on] of entityFields(fetch)) {
    const names = dropped.has(responseName(field)) ? lost : kept;
    for (const name of requiredBy(field, on, schema)) names.add(name);
  }
  const without = (nodes: readonly QueryPlanSelectionNode[]): QueryPlanSelectionNode[] =>
    nodes.flatMap((node): QueryPlanSelectionNode[] => {
      if (node.kind === 'Field') return lost.has(node.name) && !kept.has(node.name) ? [] : [node];
      return [{ ...node, selections: without(node.selections) }];
    });
  return without(fetch.requires ?? []);
}

/** The names of the fields that a field of the supergraph requires of its object. */
function requiredBy({ name }: FieldNode, on: string | undefined, schema: GraphQLSchema): string[] {
  const type = on === undefined ? undefined : schema.getType(on);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const directives = type.getFields()[name.value]?.astNode?.directives ?? [];
  return directives.flatMap((directive) =>
    (requirementOf(directive)?.selections ?? []).flatMap((one) =>
      one.kind === Kind.FIELD ? [one.name.value] : [],
    ),
  );
}

/** The names of what a fetch brings of a type's objects; of all where none is given. */
function inputsOf({ requires }: FetchNode, conditions: TypeConditions) {
  return (type: string | undefined): ReadonlySet<string> => {
    const names = new Set<string>();
    for (const node of requires ?? []) {
      const condition = node.kind === 'InlineFragment' ? node.typeCondition : undefined;
      if (
        type === undefined ||
        condition === undefined ||
        condition === type ||
        conditions.covers(condition, type)
      )
        collectNames(node.kind === 'InlineFragment' ? node.selections : [node], names);
    }
    return names;
  };
}

/** The types, runtime and abstract, of which a fetch asks. */
function typesOf({ requires }: FetchNode, schema: GraphQLSchema): ReadonlySet<string> {
  return new Set(
    [...conditionsOf(requires ?? [])].flatMap((name) => {
      const type = schema.getType(name);
      return isAbstractType(type) ? [name, ...schema.getPossibleTypes(type).map((one) => one.name)] : [name];
    }),
  );
}

/** The names that a fetch's fields have when it is answered, where these are others. */
function finalNames({ outputRewrites }: FetchNode): ReadonlyMap<string, string> {
  const renamed = (outputRewrites ?? []).flatMap((rewrite) => {
    const names = rewrite.path.filter((step) => !step.startsWith('... on '));
    return rewrite.kind === 'KeyRenamer' && names.length === 1
      ? [[names[0] as string, rewrite.renameKeyTo] as const]
      : [];
  });
  return new Map(renamed);
}

const responseName = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

/** What the operation selects at a path, of objects of whatever types. */
function setsAt(
  path: readonly (string | number)[],
  { operation, fragments }: { readonly operation: OperationDefinitionNode; readonly fragments: Fragments },
): readonly SelectionSetNode[] {
  let sets: readonly SelectionSetNode[] = [operation.selectionSet];
  for (const step of path) {
    if (step === '@') continue;
    const below: SelectionSetNode[] = [];
    eachField(
      sets,
      fragments,
      () => true,
      (field) => {
        if (responseName(field) === step && field.selectionSet) below.push(field.selectionSet);
      },
    );
    sets = below;
  }
  return sets;
}

function namesOf(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  covers: (condition: string) => boolean,
): ReadonlySet<string> {
  const names = new Set<string>();
  eachField(sets, fragments, covers, (field) => names.add(responseName(field)));
  return names;
}

function eachField(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  covers: (condition: string) => boolean,
  tell: (field: FieldNode) => void,
): void {
  for (const { selections } of sets)
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        tell(selection);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || covers(condition)))
        eachField([fragment.selectionSet], fragments, covers, tell);
    }
}
