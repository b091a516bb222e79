import { createHash } from 'node:crypto';
import type { Engine, Identity, Logger, PreparedOperation, Refusal } from '../engine-api.ts';

/** The texts of operations that are known beforehand, by the SHA-256 of the text in hex. */
export type TrustedOperations = ReadonlyMap<string, string>;

/** How an operation is named in place of its text; no GraphQL document begins so. */
const PREFIX = 'sha256:';
const ID = /^[0-9a-f]{64}$/;

/** What stands for a trusted operation where a text is expected; undefined for what is no id. */
export function referenceTo(id: string): string | undefined {
  const hex = id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
  return ID.test(hex) ? `${PREFIX}${hex}` : undefined;
}

/**
 * Reads a manifest of Apollo's format: `{ format: "apollo-persisted-query-manifest", version: 1, operations: [{ id,
 * name, type, body }] }`. Throws with a sentence on one that is none, or whose ids are not those of its texts.
 */
export function readManifest(text: string): TrustedOperations {
  const { format, version, operations } = JSON.parse(text) as {
    format?: unknown;
    version?: unknown;
    operations?: readonly { readonly id?: unknown; readonly name?: unknown; readonly body?: unknown }[];
  };
  if (format !== 'apollo-persisted-query-manifest' || version !== 1 || !Array.isArray(operations))
    throw new Error(
      'this is no manifest of persisted operations (apollo-persisted-query-manifest, version 1)',
    );
  return new Map(
    operations.map(({ id, name, body }) => {
      if (typeof id !== 'string' || typeof body !== 'string' || sha256(body) !== id)
        throw new Error(`the operation ${String(name)} has another id than the SHA-256 of its body`);
      return [id, body] as const;
    }),
  );
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Prepares operations by text as before, and trusted ones by {@link referenceTo}. */
export function trusting(prepare: Engine['prepare'], trusted: TrustedOperations): Engine['prepare'] {
  const known = new Map<string, PreparedOperation>();
  return (query, operationName) => {
    if (!query.startsWith(PREFIX)) return prepare(query, operationName);
    const ready = operationName === undefined ? known.get(query) : undefined;
    if (ready) return ready;
    const text = trusted.get(query.slice(PREFIX.length));
    if (text === undefined) return NOT_FOUND;
    const prepared = prepare(text, operationName);
    if (prepared.refused !== undefined) return prepared;
    const marked = { ...prepared, trusted: true };
    if (operationName === undefined) known.set(query, marked);
    return marked;
  };
}

/** Why trusted operations do not fit the graph, by id. */
export function unfit(prepare: Engine['prepare'], trusted: TrustedOperations): Map<string, string> {
  const problems = new Map<string, string>();
  for (const id of trusted.keys()) {
    const prepared = prepare(`${PREFIX}${id}`, undefined);
    if (prepared.refused !== undefined)
      problems.set(id, prepared.errors.map(({ message }) => message).join('; '));
  }
  return problems;
}

/**
 * Plans trusted operations before somebody sends them, one in each turn of the event loop: a plan takes up to tens of
 * milliseconds, and what is asked meanwhile should not wait for all of them.
 */
export function planTrusted(
  warm: NonNullable<Engine['warm']>,
  prepare: Engine['prepare'],
  trusted: TrustedOperations,
  logger: Logger,
  isOver: () => boolean,
): void {
  const ids = [...trusted.keys()];
  const next = (): void => {
    const id = ids.shift();
    if (id === undefined || isOver()) return;
    const prepared = prepare(`${PREFIX}${id}`, undefined);
    // what does not fit the graph is in the log already
    if (prepared.refused === undefined) {
      try {
        warm(prepared);
      } catch (err) {
        logger.error({ err, id }, 'a trusted operation cannot be planned');
      }
    }
    setImmediate(next);
  };
  setImmediate(next);
}

/** Refuses a text of one who may run trusted operations alone, before it is looked at: errors would tell of the graph. */
export function refuseText(
  query: string,
  viewer: Identity['viewer'],
  isBound: ((viewer: Identity['viewer']) => boolean) | undefined,
): Refusal | undefined {
  return isBound && !query.startsWith(PREFIX) && isBound(viewer) ? NOT_TRUSTED : undefined;
}

const NOT_FOUND: Refusal = {
  refused: 'operation',
  errors: [
    {
      message: 'There is no operation of this id: send one of the ids in the manifest, or the text.',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    },
  ],
};

const NOT_TRUSTED: Refusal = {
  refused: 'access',
  errors: [
    {
      message: 'You may run trusted operations alone: send the id of one that the manifest lists.',
      extensions: { code: 'TRUSTED_OPERATIONS_ONLY' },
    },
  ],
};
