import { type FieldNode, Kind, OperationTypeNode, print, type VariableDefinitionNode } from 'graphql';
import { Lru } from '../../lru.ts';
import { type CompiledFetch, type SubgraphDocument, subgraphDocument } from './fetch.ts';

/** Several fetches of entities from one subgraph in one document: a field and a list of representations each. */
export interface CombinedDocument extends SubgraphDocument {
  /** For each fetch, the response name of its `_entities`. */
  readonly aliases: readonly string[];
  /** For each fetch, the variable of its representations. */
  readonly representations: readonly string[];
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
  fetches.forEach((fetch, index) => {
    const variable = unused(`representations_${index}`, variables);
    representations.push(variable);
    aliases.push(`_${index}`);
    for (const definition of fetch.operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      if (name !== 'representations') definitions.set(name, definition);
      else
        definitions.set(variable, {
          ...definition,
          variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
        });
    }
    const { field } = fetch.entities as NonNullable<CompiledFetch['entities']>;
    fields.push({
      ...field,
      alias: { kind: Kind.NAME, value: `_${index}` },
      arguments: [
        {
          kind: Kind.ARGUMENT,
          name: { kind: Kind.NAME, value: 'representations' },
          value: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: variable } },
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
    variables,
  };
}

function unused(name: string, taken: readonly string[]): string {
  let candidate = name;
  while (taken.includes(candidate)) candidate += '_';
  return candidate;
}
