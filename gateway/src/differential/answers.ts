import type { GraphQLFormattedError } from 'graphql';

/** What an engine answered, in a form to compare. */
export interface Answer {
  readonly ordered: string;
  /** The data, with the fields of each object in the order of their names. */
  readonly data: string;
  /**
   * Where errors of subgraphs and fetches nulled something: response paths without the indexes of lists.
   * When an error nulls more than its field, a subgraph may or may not report further ones from inside of
   * what is null by then, so these count as one.
   */
  readonly errors: readonly string[];
  /** Where the answer has null though the schema allows none: stock tells of it only if there is no other error. */
  readonly completions: readonly string[];
  /** Both together. */
  readonly nulled: readonly string[];
  /** What errors of subgraphs and fetches say, with place and code. */
  readonly told: readonly string[];
  readonly refused: string | undefined;
}

/** An answer in a form to compare. */
export function comparable(
  data: unknown,
  errors: readonly GraphQLFormattedError[],
  hidden: readonly GraphQLFormattedError[],
): Answer {
  const places = (list: readonly GraphQLFormattedError[]) =>
    [...new Set(list.map(({ path }) => placeOf(path ?? [], data)))].sort();
  return {
    ordered: JSON.stringify(data),
    data: JSON.stringify(sorted(data)),
    errors: places(errors.filter((error) => !isCompletion(error))),
    completions: places([...errors.filter(isCompletion), ...hidden]),
    nulled: places([...errors, ...hidden]),
    told: [
      ...new Set(errors.filter((error) => !isCompletion(error)).map((error) => sentence(error, data))),
    ].sort(),
    refused: undefined,
  };
}

/** The answer to an operation that was refused as a whole. */
export function refusedAs(errors: readonly GraphQLFormattedError[]): Answer {
  const refused = errors.map(({ message }) => message).join();
  return { ordered: '', data: '', errors: [], completions: [], nulled: [], told: [], refused };
}

function sentence({ message, path, extensions }: GraphQLFormattedError, data: unknown): string {
  return `${placeOf(path ?? [], data)}: ${extensions?.code}: ${message}`;
}

function isCompletion({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === 'INVALID_GRAPHQL' && extensions.serviceName === undefined;
}

/** The path up to the first null on its way, without indexes. */
function placeOf(path: readonly (string | number)[], data: unknown): string {
  const names: string[] = [];
  let value: unknown = data;
  for (const step of path) {
    if (value === null) break;
    if (typeof step === 'string') names.push(step);
    value = (value as Record<string | number, unknown> | undefined)?.[step];
  }
  return names.join('.');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
