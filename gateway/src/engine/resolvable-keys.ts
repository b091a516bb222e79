import { Supergraph as ApolloSupergraph } from '@apollo/federation-internals';
import { type DirectiveNode, Kind, parse, print, visit } from 'graphql';
import type { Supergraph } from '../compose/compose.ts';

/**
 * The supergraph as the planner should see it. A type that a subgraph can resolve by one key and not by another
 * may be asked for by the wrong one when the planner comes back to that subgraph with what a field requires.
 * Keys that cannot be resolved lead nowhere, so such a type is shown without them.
 */
export function withResolvableKeys(supergraph: Supergraph): ApolloSupergraph {
  // most supergraphs have no such type, and to build another one takes time
  if (!supergraph.sdl.includes('resolvable: false')) return supergraph.federated;
  let changed = false;
  const document = visit(parse(supergraph.sdl), {
    enter(node) {
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION)
        return undefined;
      const directives = (node.directives ?? []).filter(
        (directive) => !isDeadEnd(directive, node.directives ?? []),
      );
      if (directives.length === node.directives?.length) return false;
      changed = true;
      return { ...node, directives };
    },
  });
  return changed
    ? ApolloSupergraph.build(print(document), { supportedFeatures: null })
    : supergraph.federated;
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
