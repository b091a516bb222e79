import {
  type FieldNode,
  Kind,
  OperationTypeNode,
  print,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
} from 'graphql';
import { Lru } from '../../lru.ts';
import { type CompiledFetch, type SubgraphDocument, subgraphDocument } from './fetch.ts';

/** Several fetches of entities from one subgraph in one document: a field and a list of representations each. */
export interface CombinedDocument extends SubgraphDocument {
  /** For each fetch, the response name of its `_entities`. */
  readonly aliases: readonly string[];
  /** For each fetch, the variable of its representations. */
  readonly representations: readonly string[];
  /** For each fetch, the names of the variables that its contexts give; undefined where it has none. */
  readonly contexts: readonly (ReadonlyMap<string, string> | undefined)[];
  /** The client's variables that any of them uses. */
  readonly variables: readonly string[];
}

/** How many combinations one plan remembers. */
const MAX_COMBINATIONS = 64;

/** Makes and remembers combined documents of one plan. */
export class Combinations {
  readonly #known = new Lru<string, CombinedDocument>(MAX_COMBINATIONS);

  of(fetches: readonly CompiledFetch[]): CombinedDocument {
    const key = fetches.map(({ id }) => id).join();
    let combined = this.#known.get(key);
    if (!combined) {
      combined = combine(fetches);
      this.#known.set(key, combined);
    }
    return combined;
  }
}

function combine(fetches: readonly CompiledFetch[]): CombinedDocument {
  const variables = [...new Set(fetches.flatMap((fetch) => fetch.variables))];
  const definitions = new Map<string, VariableDefinitionNode>();
  const fields: FieldNode[] = [];
  const aliases: string[] = [];
  const representations: string[] = [];
  const contexts: (ReadonlyMap<string, string> | undefined)[] = [];
  fetches.forEach((fetch, index) => {
    const variable = unused(`representations_${index}`, variables);
    representations.push(variable);
    aliases.push(`_${index}`);
    // each fetch has values of its own for these
    const own =
      fetch.contexts && new Map(fetch.contexts.map((one) => [one.variable, `${one.variable}_${index}`]));
    contexts.push(own);
    for (const definition of fetch.operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      const known = name === 'representations' ? variable : own?.get(name);
      if (known === undefined) definitions.set(name, definition);
      else definitions.set(known, { ...definition, variable: named(known) });
    }
    const { field } = fetch.entities as NonNullable<CompiledFetch['entities']>;
    fields.push({
      ...(own ? withVariables(field, own) : field),
      alias: { kind: Kind.NAME, value: `_${index}` },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'representations' },
          value: named(variable),
        },
      ],
    });
  });
  const operationName = fetches[0]?.operationName;
  const document = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        ...(operationName === undefined ? {} : { name: { kind: Kind.NAME, value: operationName } as const }),
        variableDefinitions: [...definitions.values()],
        selectionSet: { kind: Kind.SELECTION_SET, selections: fields },
      } as const,
    ],
  } as const;
  return {
    ...subgraphDocument(document, print(document), operationName),
    aliases,
    representations,
    contexts,
    variables,
  };
}

const named = (name: string): VariableNode => ({
  kind: Kind.VARIABLE,
  name: { kind: Kind.NAME, value: name },
});

function withVariables(field: FieldNode, names: ReadonlyMap<string, string>): FieldNode {
  return visit(field, {
    Variable: ({ name }) => {
      const other = names.get(name.value);
      return other === undefined ? undefined : named(other);
    },
  });
}

function unused(name: string, taken: readonly string[]): string {
  let candidate = name;
  while (taken.includes(candidate)) candidate += '_';
  return candidate;
}
