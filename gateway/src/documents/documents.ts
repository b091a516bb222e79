import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  stripIgnoredCharacters,
  validate,
} from 'graphql';
import type { PreparedOperation, Refusal, RefusalStage } from '../engine-api.ts';
import { checkDocument, DOCUMENT_LIMITS, type DocumentLimits } from '../limits/document-limits.ts';
import { Lru } from '../lru.ts';
import { DEFER_RULES } from './defer-rules.ts';

/** How many tokens a document may have. */
export const MAX_TOKENS = 20_000;
/** How many prepared operations, and as many refusals, are remembered. */
const CACHE_LIMIT = 2_000;
/** How long all texts that are remembered may be together: a parsed text takes some hundred bytes a character. */
export const MAX_CACHED_CHARACTERS = 500_000;
/** A text longer than this is prepared anew at every request: the cache must not be filled with megabytes. */
const MAX_CACHED_TEXT = 100_000;
/** How many operation names are remembered for one text. */
const MAX_NAMES = 50;
/** How many validation errors are reported. */
const MAX_ERRORS = 20;

const RULES = [...specifiedRules, ...DEFER_RULES];

const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Parses, validates and chooses operations; remembers what it did by text and name. */
export class Documents {
  readonly schema: GraphQLSchema;
  readonly #limits: DocumentLimits;
  readonly #byText = new Lru<string, Map<string | undefined, PreparedOperation | Refusal>>(
    CACHE_LIMIT,
    MAX_CACHED_CHARACTERS,
  );
  readonly #byKey = new Lru<string, PreparedOperation>(CACHE_LIMIT, MAX_CACHED_CHARACTERS);

  constructor(schema: GraphQLSchema, limits: DocumentLimits = DOCUMENT_LIMITS) {
    this.schema = schema;
    this.#limits = limits;
  }

  prepare(query: string, operationName: string | undefined): PreparedOperation | Refusal {
    const named = this.#byText.get(query);
    const known = named?.get(operationName);
    if (known) return known;
    if (operationName !== undefined && !NAME.test(operationName)) {
      return unknownOperation(`Unknown operation named "${operationName.slice(0, 100)}".`);
    }
    const prepared = this.#prepare(query, operationName);
    if (query.length > MAX_CACHED_TEXT) return prepared;
    if (!named) this.#byText.set(query, new Map([[operationName, prepared]]));
    else if (named.size < MAX_NAMES) named.set(operationName, prepared);
    return prepared;
  }

  #prepare(query: string, operationName: string | undefined): PreparedOperation | Refusal {
    let document: DocumentNode;
    let key: string;
    try {
      document = parse(query, { maxTokens: MAX_TOKENS });
      key = `${operationName ?? ''}\0${stripIgnoredCharacters(query)}`;
    } catch (error) {
      if (error instanceof GraphQLError) return refusal('parse', 'GRAPHQL_PARSE_FAILED', [error]);
      // the parser calls itself: what nests thousands of levels deep ends its stack
      if (error instanceof RangeError) return TOO_DEEP;
      throw error;
    }
    const known = this.#byKey.get(key);
    if (known) return known;
    // before validation, which is slow for what is large
    const tooLarge = checkDocument(document, this.#limits);
    if (tooLarge) return tooLarge;
    const errors = validate(this.schema, document, RULES, { maxErrors: MAX_ERRORS });
    if (errors.length > 0)
      return incrementalRefusal(errors) ?? refusal('validation', 'GRAPHQL_VALIDATION_FAILED', errors);
    const chosen = chooseOperation(document, operationName);
    if (typeof chosen === 'string') return unknownOperation(chosen);
    const prepared: PreparedOperation = {
      key,
      kind: chosen.operation,
      name: chosen.name?.value,
      source: query,
      document,
      operation: chosen,
    };
    if (key.length <= MAX_CACHED_TEXT) this.#byKey.set(key, prepared);
    return prepared;
  }
}

const TOO_DEEP: Refusal = {
  refused: 'limit',
  errors: [
    {
      message: 'The document nests too deep to be read: ask for less at once.',
      extensions: { code: 'OPERATION_TOO_DEEP' },
    },
  ],
};

/** `@stream` is widely known, and a client that sends it needs to know more than that we do not. */
function incrementalRefusal(errors: readonly GraphQLError[]): Refusal | undefined {
  const found = errors.filter(({ nodes: [node] = [] }) =>
    node?.kind === Kind.DIRECTIVE ? node.name.value === 'stream' : false,
  );
  if (found.length === 0) return undefined;
  const told = found.map(
    ({ message, nodes }) =>
      new GraphQLError(
        `${message} A list comes whole here: ask for pages of it, and put off with @defer what is slow.`,
        { nodes: nodes ?? null },
      ),
  );
  return refusal('validation', 'INCREMENTAL_DELIVERY_UNSUPPORTED', told);
}

function unknownOperation(message: string): Refusal {
  return {
    refused: 'operation',
    errors: [{ message, extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
  };
}

function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode | string {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (name !== undefined) {
    return operations.find((o) => o.name?.value === name) ?? `Unknown operation named "${name}".`;
  }
  const [first, second] = operations;
  if (!first) return 'Must provide an operation.';
  if (second) return 'Must provide operation name if query contains multiple operations.';
  return first;
}

/** Gives graphql-js errors the code that clients expect. */
export function refusal(stage: RefusalStage, code: string, errors: readonly GraphQLError[]): Refusal {
  return {
    refused: stage,
    errors: errors.map((error) => {
      const formatted = error.toJSON();
      return { ...formatted, extensions: { ...formatted.extensions, code } };
    }),
  };
}
