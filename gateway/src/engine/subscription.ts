import {
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { PreparedOperation } from '../engine-api.ts';
import type { EventProjection, ReadField } from './event-projection.ts';
import { type Json, setOwn } from './own.ts';
import type { CompiledPlan } from './plan/compile.ts';
import { merge } from './plan/merge-tree.ts';
import { applyRewrites } from './plan/rewrites.ts';
import type { TypeConditions } from './types.ts';

/** The root field of a subscription, which has exactly one. */
export function rootFieldOf(
  { operation, document }: PreparedOperation,
  schema: GraphQLSchema,
  values: Readonly<Record<string, unknown>>,
): { readonly field: string; readonly args: Readonly<Record<string, unknown>> } {
  const find = (set: typeof operation.selectionSet): FieldNode | undefined => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) return selection;
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : document.definitions.find(
              (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === selection.name.value,
            );
      const found = fragment && 'selectionSet' in fragment ? find(fragment.selectionSet) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const node = find(operation.selectionSet);
  const definition = node && schema.getSubscriptionType()?.getFields()[node.name.value];
  if (!definition) throw new Error('the subscription has no field of the schema');
  return { field: definition.name, args: getArgumentValues(definition, node, { ...values }) };
}

/** The object types that an operation selects from, those in fragments for other operations too. */
export function selectedTypes({ document }: PreparedOperation, schema: GraphQLSchema): ReadonlySet<string> {
  const types = new Set<string>();
  const info = new TypeInfo(schema);
  const enter = () => {
    const type = info.getType();
    const named = type && getNamedType(type);
    if (isObjectType(named)) types.add(named.name);
  };
  visit(document, visitWithTypeInfo(info, { Field: { enter }, InlineFragment: { enter } }));
  return types;
}

/** The data that a subscription's first fetch gives: it is answered by the event. */
export function subscriptionRoot(
  { primary }: CompiledPlan,
  projection: EventProjection,
  read: ReadField,
  conditions: TypeConditions,
): Json {
  if (!primary) throw new Error('the plan of a subscription has no first fetch');
  const data: Json = {};
  for (const selection of primary.operation.selectionSet.selections) {
    if (selection.kind !== Kind.FIELD) throw new Error('a subscription’s fetch selects its root field');
    const payload = selection.selectionSet
      ? projection.payload(selection.selectionSet, payloadType(projection, selection), read)
      : null;
    setOwn(data, selection.alias?.value ?? selection.name.value, payload);
  }
  if (primary.outputRewrites) applyRewrites(primary.outputRewrites, data, conditions);
  const root: Json = {};
  merge(root, data, primary.tree);
  return root;
}

function payloadType(projection: EventProjection, { name }: FieldNode): string {
  return projection.typeOf('Subscription', name.value);
}
