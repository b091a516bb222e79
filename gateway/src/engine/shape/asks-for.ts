import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Whether selections ask for a path of response names, of objects of whatever types. */
export function asksFor(
  names: readonly string[],
  from: readonly SelectionSetNode[],
  fragments: Fragments,
): boolean {
  let sets = from;
  for (const name of names) {
    const below = fieldsNamed(name, sets, fragments);
    if (below.length === 0) return false;
    sets = below.flatMap(({ selectionSet }) => selectionSet ?? []);
  }
  return true;
}

function fieldsNamed(name: string, sets: readonly SelectionSetNode[], fragments: Fragments): FieldNode[] {
  const seen = new Set<string>();
  const look = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return (selection.alias?.value ?? selection.name.value) === name ? [selection] : [];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return look(selection.selectionSet);
      const fragment = fragments.get(selection.name.value);
      if (!fragment || seen.has(selection.name.value)) return [];
      seen.add(selection.name.value);
      return look(fragment.selectionSet);
    });
  return sets.flatMap(look);
}
