import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode, type StringValueNode } from 'graphql';
import type { Node } from './world.ts';

/** Reads a field without arguments of an object. */
export type ReadFact = (node: Node, field: string) => unknown;

interface ContextArgument {
  readonly name: string;
  readonly context: string;
  readonly selection: SelectionSetNode;
}

/** What `@fromContext` says of a world: which arguments are read from what stands above. */
export class WorldContexts {
  /** Arguments by the coordinate of their field. */
  readonly #arguments = new Map<string, ContextArgument[]>();
  /** The types that set a context, by its name. */
  readonly #types = new Map<string, Set<string>>();

  constructor(sdls: readonly string[]) {
    for (const definition of sdls.flatMap((sdl) => parse(sdl).definitions)) {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      const type = definition.name.value;
      for (const directive of definition.directives ?? [])
        if (directive.name.value === 'context') this.#add(textOf(directive, 'name'), type);
      for (const field of definition.fields ?? []) {
        const args = (field.arguments ?? []).flatMap(({ name, directives }) => {
          const directive = directives?.find((one) => one.name.value === 'fromContext');
          return directive ? [contextArgument(name.value, textOf(directive, 'field'))] : [];
        });
        if (args.length > 0) this.#arguments.set(`${type}.${field.name.value}`, args);
      }
    }
  }

  #add(context: string, type: string): void {
    this.#types.set(context, (this.#types.get(context) ?? new Set()).add(type));
  }

  /** The arguments of a field of an object that come from contexts. */
  valuesFor(coordinate: string, source: Node, read: ReadFact): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { name, context, selection } of this.#arguments.get(coordinate) ?? []) {
      let above = source.$above;
      while (above && !this.#types.get(context)?.has(above.__typename)) above = above.$above;
      const value = above && select(above, selection, read);
      if (value !== undefined) values[name] = value;
    }
    return values;
  }
}

function select(node: Node, { selections }: SelectionSetNode, read: ReadFact): unknown {
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (selection.typeCondition?.name.value === node.__typename)
        return select(node, selection.selectionSet, read);
      continue;
    }
    const value = read(node, selection.name.value);
    const below = selection.selectionSet;
    return below && value !== null ? select(value as Node, below, read) : value;
  }
  return undefined;
}

/** `$place { city }`, `$place ... on Shop { city } ... on Market { town }` */
function contextArgument(name: string, text: string): ContextArgument {
  const [, context = '', rest = ''] = /^\s*\$(\w+)\s*([\s\S]*)$/.exec(text) ?? [];
  const [operation] = parse(rest.startsWith('{') ? rest : `{ ${rest} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${text} is no selection of a context`);
  return { name, context, selection: operation.selectionSet };
}

function textOf({ arguments: args }: ConstDirectiveNode, name: string): string {
  return (args?.find((one) => one.name.value === name)?.value as StringValueNode | undefined)?.value ?? '';
}
