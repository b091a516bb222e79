import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PreparedOperation } from '../engine-api.ts';
import type { AccessRules, Condition } from './rules.ts';

/** Sees every field that an operation selects, with the object types that its parent may be. */
type Visit = (types: readonly string[], field: FieldNode, isRoot: boolean) => void;

/** The conditions of all fields that an operation selects, each once. */
export function conditionsUsed(
  prepared: PreparedOperation,
  schema: GraphQLSchema,
  rules: AccessRules,
): Condition[] {
  const found = new Set<Condition>();
  walk(prepared, schema, rules, (types, field) => {
    for (const type of types)
      for (const condition of rules.conditionsOf(type, field.name.value)) found.add(condition);
  });
  return [...found];
}

/** Visits the fields of an operation; a fragment is looked at once. */
export function walk(
  prepared: PreparedOperation,
  schema: GraphQLSchema,
  rules: AccessRules,
  visit: Visit,
): void {
  const fragments = fragmentsOf(prepared.document);
  const seen = new Set<string>();
  const look = (set: SelectionSetNode, parent: GraphQLCompositeType, isRoot: boolean): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        visit(rules.possibleTypes(parent.name), selection, isRoot);
        const type = typeOfField(parent, selection);
        if (selection.selectionSet && type) look(selection.selectionSet, type, false);
        continue;
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const key = `${selection.name.value} ${isRoot}`;
        if (seen.has(key)) continue;
        seen.add(key);
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) continue;
      const type = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : parent;
      if (isCompositeType(type)) look(fragment.selectionSet, type, isRoot);
    }
  };
  const root = schema.getRootType(prepared.operation.operation);
  if (root) look(prepared.operation.selectionSet, root, true);
}

/** A copy of the operation without the fields that are refused for every type that their parent may be. */
export function narrow(
  prepared: PreparedOperation,
  schema: GraphQLSchema,
  rules: AccessRules,
  isRefused: (type: string, field: string) => boolean,
): PreparedOperation {
  const prune = (set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode => {
    const kept: SelectionNode[] = [];
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        if (rules.possibleTypes(parent.name).every((type) => isRefused(type, name))) continue;
        const type = typeOfField(parent, selection);
        if (selection.selectionSet && type)
          kept.push({ ...selection, selectionSet: prune(selection.selectionSet, type) });
        else kept.push(selection);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : parent;
        if (isCompositeType(type))
          kept.push({ ...selection, selectionSet: prune(selection.selectionSet, type) });
      } else kept.push(selection);
    }
    // whether the object is there is still asked for
    return { ...set, selections: kept.length > 0 ? kept : [TYPENAME] };
  };
  const root = schema.getRootType(prepared.operation.operation);
  if (!root) return prepared;
  const operation: OperationDefinitionNode = {
    ...prepared.operation,
    selectionSet: prune(prepared.operation.selectionSet, root),
  };
  const definitions = prepared.document.definitions.map((definition) => {
    if (definition === prepared.operation) return operation;
    if (definition.kind !== Kind.FRAGMENT_DEFINITION) return definition;
    const type = schema.getType(definition.typeCondition.name.value);
    return isCompositeType(type)
      ? { ...definition, selectionSet: prune(definition.selectionSet, type) }
      : definition;
  });
  return { ...prepared, operation, document: { ...prepared.document, definitions } };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  return fragments;
}

function typeOfField(parent: GraphQLCompositeType, field: FieldNode): GraphQLCompositeType | undefined {
  if (!isObjectType(parent) && !isInterfaceType(parent)) return undefined;
  const type = parent.getFields()[field.name.value]?.type;
  const named = type && getNamedType(type);
  return named && isCompositeType(named) ? named : undefined;
}
