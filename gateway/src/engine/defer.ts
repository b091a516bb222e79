import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import type { PreparedOperation } from '../engine-api.ts';
import type { ConditionValues } from './specialise.ts';

/** A fragment whose fields come later. */
export interface Deferral {
  /** What the client calls it. */
  readonly label: string | undefined;
}

/** An operation whose fragments stand where they were spread, those that come later with an id as their label. */
export interface ParsedDeferrals {
  readonly operation: OperationDefinitionNode;
  /** By id. The same fragment has the same id in any copy of the operation from which fields were left out. */
  readonly byId: ReadonlyMap<string, Deferral>;
}

/** Whether an operation's text has an `@defer` that may be in force. */
export function mayDefer({ document, kind }: PreparedOperation): boolean {
  if (kind === 'subscription') return false;
  const has = ({ selections }: SelectionSetNode): boolean =>
    selections.some(
      (one) =>
        one.directives?.some(isDefer) ||
        (one.kind !== Kind.FRAGMENT_SPREAD && one.selectionSet !== undefined && has(one.selectionSet)),
    );
  return document.definitions.some((one) => 'selectionSet' in one && has(one.selectionSet));
}

/**
 * Finds what comes later and gives each an id: a plan tells them apart by their labels, which a client may leave out,
 * and a fragment that is spread twice defers what is in it twice. Undefined where nothing is deferred with these
 * values.
 */
export function findDeferrals(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  values: ConditionValues,
): ParsedDeferrals | undefined {
  const byId = new Map<string, Deferral>();
  const expand = (set: SelectionSetNode, spreads: string): SelectionSetNode => ({
    ...set,
    selections: set.selections.map((one) => selection(one, spreads)),
  });
  const selection = (node: SelectionNode, spreads: string): SelectionNode => {
    if (node.kind === Kind.FIELD)
      return node.selectionSet ? { ...node, selectionSet: expand(node.selectionSet, spreads) } : node;
    const id = `${spreads}_${node.loc?.start}`;
    const directives = (node.directives ?? []).flatMap((one) => {
      if (!isDefer(one)) return [one];
      if (!isInForce(one, values)) return [];
      byId.set(id, { label: labelOf(one) });
      return [deferAs(one, id)];
    });
    if (node.kind === Kind.INLINE_FRAGMENT)
      return { ...node, directives, selectionSet: expand(node.selectionSet, spreads) };
    const fragment = fragments.get(node.name.value);
    if (!fragment) throw new Error(`there is no fragment ${node.name.value}`);
    const { typeCondition, selectionSet } = fragment;
    return {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives,
      selectionSet: expand(selectionSet, id),
      ...(node.loc ? { loc: node.loc } : {}),
    };
  };
  const selectionSet = expand(operation.selectionSet, '');
  return byId.size === 0 ? undefined : { operation: { ...operation, selectionSet }, byId };
}

/** The id that {@link findDeferrals} gave to what a fragment's directives defer. */
export function deferralOf(directives: readonly DirectiveNode[] | undefined): string | undefined {
  const found = directives?.find(isDefer);
  return found && labelOf(found);
}

export const isDefer = ({ name }: DirectiveNode): boolean => name.value === 'defer';

function isInForce(directive: DirectiveNode, values: ConditionValues): boolean {
  const value = argumentOf(directive, 'if');
  if (value?.kind === Kind.VARIABLE) return values[value.name.value] !== false;
  return value?.kind !== Kind.BOOLEAN || value.value;
}

function labelOf(directive: DirectiveNode): string | undefined {
  const value = argumentOf(directive, 'label');
  return value?.kind === Kind.STRING ? value.value : undefined;
}

/** The value of an argument of a directive. */
export function argumentOf(directive: DirectiveNode, name: string): ValueNode | undefined {
  return directive.arguments?.find((one) => one.name.value === name)?.value;
}

function deferAs(directive: DirectiveNode, label: string): DirectiveNode {
  return {
    ...directive,
    arguments: [
      {
        kind: Kind.ARGUMENT,
        name: { kind: Kind.NAME, value: 'label' },
        value: { kind: Kind.STRING, value: label },
      },
    ],
  };
}
