import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import type { PrivateNames } from './names.ts';

/** The values of the variables that @skip and @include look at. */
export type ConditionValues = Readonly<Record<string, unknown>>;

/** Whether a selection's @skip and @include let it in. */
export function isIncluded(
  directives: readonly DirectiveNode[] | undefined,
  values: ConditionValues,
): boolean {
  for (const directive of directives ?? []) {
    const name = directive.name.value;
    if (name !== 'skip' && name !== 'include') continue;
    const argument = directive.arguments?.find((one) => one.name.value === 'if')?.value;
    const value =
      argument?.kind === Kind.VARIABLE
        ? values[argument.name.value] === true
        : argument?.kind === Kind.BOOLEAN && argument.value;
    if (value === (name === 'skip')) return false;
  }
  return true;
}

/**
 * An operation without @skip and @include: what they leave out is gone. It is planned in this form, since a
 * condition on a field that another one requires makes the planner ask for too little, and since nothing is
 * fetched then that is not wanted. Values get the names under which they are gathered, variables those of
 * `variables`. Undefined if nothing is left.
 * @param defers whether what `@defer` says is planned; otherwise all is asked at once
 */
export function specialise(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  values: ConditionValues,
  names: PrivateNames,
  variables: ReadonlyMap<string, string>,
  defers = false,
): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | undefined {
  const special = new Specialiser(fragments, values, names, defers).run(operation);
  if (!special || variables.size === 0) return special;
  const document = visit(special.document, {
    Variable: (node) => {
      const value = variables.get(node.name.value);
      return value === undefined ? undefined : { ...node, name: { kind: Kind.NAME, value } };
    },
  });
  return { document, operation: document.definitions[0] as OperationDefinitionNode };
}

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

class Specialiser {
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #values: ConditionValues;
  readonly #names: PrivateNames;
  readonly #defers: boolean;
  /** The directives that are not planned. */
  readonly #done: ReadonlySet<string>;
  /** Fragments that have something left; undefined for those that have not. */
  readonly #kept = new Map<string, FragmentDefinitionNode | undefined>();

  constructor(
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    values: ConditionValues,
    names: PrivateNames,
    defers: boolean,
  ) {
    this.#fragments = fragments;
    this.#values = values;
    this.#names = names;
    this.#defers = defers;
    this.#done = new Set(['skip', 'include', ...(defers ? [] : ['defer'])]);
  }

  run(operation: OperationDefinitionNode) {
    const selectionSet = this.#set(operation.selectionSet);
    if (!selectionSet) return undefined;
    const special = { ...operation, selectionSet };
    const kept = [...this.#kept.values()].filter((fragment) => fragment !== undefined);
    return {
      operation: special,
      document: { kind: Kind.DOCUMENT, definitions: [special, ...kept] } as const,
    };
  }

  #set(set: SelectionSetNode): SelectionSetNode | undefined {
    const selections = set.selections.flatMap((selection) => this.#selection(selection) ?? []);
    return selections.length > 0 ? { ...set, selections } : undefined;
  }

  #selection(selection: SelectionNode): SelectionNode | undefined {
    if (!isIncluded(selection.directives, this.#values)) return undefined;
    const directives = selection.directives?.filter(({ name }) => !this.#done.has(name.value)) ?? [];
    switch (selection.kind) {
      case Kind.FIELD: {
        // what is deferred the planner looks at before it leaves introspection out
        if (this.#defers && INTROSPECTION.has(selection.name.value)) return undefined;
        const alias = this.#alias(selection);
        if (!selection.selectionSet) return { ...selection, ...alias, directives };
        // an object of which nothing is wanted is an empty object; something must be asked to know that it is there
        const selectionSet = this.#set(selection.selectionSet) ?? {
          kind: Kind.SELECTION_SET,
          selections: [TYPENAME],
        };
        return { ...selection, ...alias, directives, selectionSet };
      }
      case Kind.INLINE_FRAGMENT: {
        const selectionSet = this.#set(selection.selectionSet);
        return selectionSet && { ...selection, directives, selectionSet };
      }
      case Kind.FRAGMENT_SPREAD:
        return this.#keeps(selection.name.value) ? { ...selection, directives } : undefined;
    }
  }

  #alias(field: FieldNode): Pick<FieldNode, 'alias'> {
    if (!field.alias) return {};
    return { alias: { kind: Kind.NAME, value: this.#names.of(field) } };
  }

  #keeps(name: string): boolean {
    if (!this.#kept.has(name)) {
      const fragment = this.#fragments.get(name);
      const selectionSet = fragment && this.#set(fragment.selectionSet);
      this.#kept.set(name, selectionSet && { ...fragment, selectionSet });
    }
    return this.#kept.get(name) !== undefined;
  }
}
