import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** The deepest operation a subgraph answers. */
export const MAX_DEPTH = 30;
/** The longest document, in lexical tokens. */
export const MAX_TOKENS = 20_000;

/** An error when a document nests deeper than allowed, or its fragments run in a circle; else null. */
export function depthLimit(document: DocumentNode, limit: number): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const known = new Map<string, number>();
  const depthOf = (set: SelectionSetNode, path: ReadonlySet<string>): number => {
    let deepest = 0;
    for (const node of set.selections) {
      let depth = 0;
      if (node.kind === Kind.FIELD) depth = node.selectionSet ? 1 + depthOf(node.selectionSet, path) : 1;
      else if (node.kind === Kind.INLINE_FRAGMENT) depth = depthOf(node.selectionSet, path);
      else depth = depthOfFragment(node.name.value, path);
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  };
  const depthOfFragment = (name: string, path: ReadonlySet<string>): number => {
    if (path.has(name)) return Number.POSITIVE_INFINITY;
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    const depth = known.get(name) ?? depthOf(fragment.selectionSet, new Set([...path, name]));
    known.set(name, depth);
    return depth;
  };
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const depth = depthOf(node.selectionSet, new Set());
    if (depth > limit) {
      return new GraphQLError(`the operation nests ${depth} levels deep; at most ${limit} are allowed`, {
        nodes: node,
        extensions: { code: 'OPERATION_TOO_DEEP', limit },
      });
    }
  }
  return null;
}
