import {
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { argumentOf, isDefer } from '../engine/defer.ts';

/** Labels tell the parts of an answer apart: each is a text of its own. */
const labels: ValidationRule = (context): ASTVisitor => {
  const seen = new Map<string, DirectiveNode>();
  return {
    Directive(node) {
      if (!isDefer(node)) return;
      const value = argumentOf(node, 'label');
      if (value === undefined || value.kind === Kind.NULL) return;
      if (value.kind !== Kind.STRING) {
        report(context, 'The label of @defer must be a text, not a variable.', [node]);
        return;
      }
      const known = seen.get(value.value);
      if (known) report(context, `The label "${value.value}" of @defer is there twice.`, [known, node]);
      else seen.set(value.value, node);
    },
  };
};

/** What a mutation does is done when its answer comes, and an event is one message. */
const places: ValidationRule = (context): ASTVisitor => ({
  OperationDefinition(operation) {
    if (operation.operation === OperationTypeNode.QUERY) return;
    const found = defersOf(context, operation);
    for (const { node, isRoot } of found) {
      if (isNever(node)) continue;
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        report(context, 'A subscription has no @defer: each event is one message. Say if: false.', [node]);
      else if (isRoot) report(context, 'The fields of a mutation itself cannot be deferred.', [node]);
    }
  },
});

export const DEFER_RULES: readonly ValidationRule[] = [labels, places];

interface Found {
  readonly node: DirectiveNode;
  /** Whether it is on fields of the operation's root. */
  readonly isRoot: boolean;
}

/** The `@defer` of an operation and of the fragments that it spreads. */
function defersOf(context: ValidationContext, operation: OperationDefinitionNode): Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  const look = ({ selections }: OperationDefinitionNode['selectionSet'], isRoot: boolean): void => {
    for (const one of selections) {
      for (const node of one.directives ?? []) if (isDefer(node)) found.push({ node, isRoot });
      if (one.kind === Kind.FIELD) {
        if (one.selectionSet) look(one.selectionSet, false);
        continue;
      }
      if (one.kind === Kind.INLINE_FRAGMENT) {
        look(one.selectionSet, isRoot);
        continue;
      }
      const key = `${one.name.value} ${isRoot}`;
      const fragment = context.getFragment(one.name.value);
      if (!fragment || seen.has(key)) continue;
      seen.add(key);
      look(fragment.selectionSet, isRoot);
    }
  };
  look(operation.selectionSet, true);
  return found;
}

function isNever(node: DirectiveNode): boolean {
  const value = argumentOf(node, 'if');
  return value?.kind === Kind.BOOLEAN && !value.value;
}

function report(context: ValidationContext, message: string, nodes: readonly DirectiveNode[]): void {
  context.reportError(new GraphQLError(message, { nodes }));
}
