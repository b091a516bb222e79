import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Refusal } from '../engine-api.ts';

/** How large an operation may be; what its fragments select counts where they are spread. */
export interface DocumentLimits {
  /** Levels of nested fields. */
  readonly depth: number;
  /** Fields with another name than the schema's. */
  readonly aliases: number;
  /** Fields of the operation itself. */
  readonly rootFields: number;
  /** Fields at all levels. */
  readonly fields: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = { depth: 25, aliases: 200, rootFields: 50, fields: 5_000 };

interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly fields: number;
}

const NOTHING: Size = { depth: 0, aliases: 0, rootFields: 0, fields: 0 };

const REFUSALS = [
  [
    'depth',
    'OPERATION_TOO_DEEP',
    (size: number, limit: number) =>
      `The operation nests ${shown(size)} levels deep; at most ${limit} are allowed: ask for less at once.`,
  ],
  [
    'rootFields',
    'TOO_MANY_ROOT_FIELDS',
    (size: number, limit: number) =>
      `The operation has ${shown(size)} root fields; at most ${limit} are allowed: send several operations.`,
  ],
  [
    'aliases',
    'TOO_MANY_ALIASES',
    (size: number, limit: number) =>
      `The operation has ${shown(size)} aliases; at most ${limit} are allowed: ask for a list in place of single objects.`,
  ],
  [
    'fields',
    'TOO_MANY_FIELDS',
    (size: number, limit: number) =>
      `The operation selects ${shown(size)} fields; at most ${limit} are allowed: send several operations.`,
  ],
] as const;

/** Refuses a document, parsed but not yet validated, of which an operation is too large or runs in a circle. */
export function checkDocument(document: DocumentNode, limits: DocumentLimits): Refusal | undefined {
  const sizes = new Sizes(document);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizes.ofOperation(node);
    for (const [what, code, say] of REFUSALS) {
      if (size[what] > limits[what])
        return refusal({ message: say(size[what], limits[what]), extensions: { code, limit: limits[what] } });
    }
  }
  return undefined;
}

function refusal(error: GraphQLFormattedError): Refusal {
  return { refused: 'limit', errors: [error] };
}

const shown = (size: number): string => (Number.isFinite(size) ? String(size) : 'endlessly many');

/** Measures selections; a fragment is measured once, so that fragments in fragments cost nothing. */
class Sizes {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Undefined while it is being measured: whoever meets it then runs in a circle. */
  readonly #known = new Map<string, Size | undefined>();

  constructor({ definitions }: DocumentNode) {
    for (const node of definitions)
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node);
  }

  ofOperation({ selectionSet }: OperationDefinitionNode): Size {
    return this.#of(selectionSet);
  }

  #of(set: SelectionSetNode): Size {
    let { depth, aliases, rootFields, fields } = NOTHING;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const below = node.selectionSet ? this.#of(node.selectionSet) : NOTHING;
        depth = Math.max(depth, 1 + below.depth);
        aliases += below.aliases + (node.alias && node.alias.value !== node.name.value ? 1 : 0);
        rootFields += 1;
        fields += 1 + below.fields;
        continue;
      }
      const size =
        node.kind === Kind.INLINE_FRAGMENT ? this.#of(node.selectionSet) : this.#ofFragment(node.name.value);
      depth = Math.max(depth, size.depth);
      aliases += size.aliases;
      rootFields += size.rootFields;
      fields += size.fields;
    }
    return { depth, aliases, rootFields, fields };
  }

  #ofFragment(name: string): Size {
    if (this.#known.has(name)) return this.#known.get(name) ?? ENDLESS;
    const fragment = this.#fragments.get(name);
    // validation says that it is missing
    if (!fragment) return NOTHING;
    this.#known.set(name, undefined);
    const size = this.#of(fragment.selectionSet);
    this.#known.set(name, size);
    return size;
  }
}

const ENDLESS: Size = {
  depth: Number.POSITIVE_INFINITY,
  aliases: Number.POSITIVE_INFINITY,
  rootFields: Number.POSITIVE_INFINITY,
  fields: Number.POSITIVE_INFINITY,
};
