import { type DirectiveNode, type DocumentNode, Kind, print, visit } from 'graphql';

/**
 * A supergraph without keys that lead nowhere. A type that a subgraph can resolve by one key and not by another
 * may be asked for by the wrong one when the planner comes back to that subgraph with what a field requires.
 */
export function withResolvableKeys(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter(node) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        return undefined;
      const directives = (node.directives ?? []).filter(
        (directive) => !isDeadEnd(directive, node.directives ?? []),
      );
      return directives.length === node.directives?.length ? false : { ...node, directives };
    },
  });
}

/** Whether a key cannot be resolved while another of the same subgraph can. */
function isDeadEnd(directive: DirectiveNode, all: readonly DirectiveNode[]): boolean {
  if (!isKey(directive) || isResolvable(directive)) return false;
  const graph = argument(directive, 'graph');
  return all.some((other) => isKey(other) && isResolvable(other) && argument(other, 'graph') === graph);
}

function isKey(directive: DirectiveNode): boolean {
  return directive.name.value === 'join__type' && argument(directive, 'key') !== undefined;
}

function isResolvable(directive: DirectiveNode): boolean {
  return argument(directive, 'resolvable') !== 'false';
}

function argument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((one) => one.name.value === name)?.value;
  return value && print(value);
}
