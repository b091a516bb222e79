import type { FetchNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { TypeConditions } from '../types.ts';
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
  for (const type of typesOf(fetch, schema)) {
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
  if (groups.size < 2) return [fetch];
  return [...groups.values()].flatMap(({ types, dropped }) => {
    if (names.every((name) => dropped.has(name))) return [];
    const part = narrowed(fetch, (field) => !dropped.has(responseName(field)), fetch.requires ?? []);
    return [{ ...part, only: new Set(types) }];
  });
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
