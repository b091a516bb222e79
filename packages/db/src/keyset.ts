import { type AnyColumn, and, asc, desc, type SQL, sql } from 'drizzle-orm';

/** The largest page anyone may ask for. */
export const MAX_PAGE = 100;

/** Relay's arguments as they come from a client. */
export interface PageArgs {
  first: number;
  after?: string | null | undefined;
}

/** The values of the last row's sort columns, as text. */
export type Cursor = readonly string[];

/** A checked page request. */
export interface PageRequest {
  first: number;
  after: Cursor | null;
}

/** A Relay connection. */
export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** An opaque text for a cursor. */
export const encodeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** The cursor of an opaque text, or null when it is none of ours. */
export function decodeCursor(text: string): Cursor | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}

/**
 * Checks Relay's arguments: `first` from 1 to 100, `after` one of our cursors.
 * @returns the request, or a sentence that says what is wrong.
 */
export function readPage(args: PageArgs): PageRequest | string {
  if (!Number.isInteger(args.first) || args.first < 1 || args.first > MAX_PAGE) {
    return `first must be from 1 to ${MAX_PAGE}, not ${args.first}`;
  }
  if (args.after == null) return { first: args.first, after: null };
  const after = decodeCursor(args.after);
  return after ? { first: args.first, after } : 'after is not a cursor of this list';
}

/**
 * Order, bound and limit of one keyset page over unique sort columns (the last one unique, usually `id`).
 * Reads one row more than asked, so that `pageOf` knows whether there is a next page.
 */
export function keyset(request: PageRequest, sort: readonly AnyColumn[], direction: 'asc' | 'desc' = 'asc') {
  const order = sort.map((column) => (direction === 'asc' ? asc(column) : desc(column)));
  let bound: SQL | undefined;
  if (request.after && request.after.length === sort.length) {
    const left = sql.join(
      sort.map((column) => sql`${column}`),
      sql`, `,
    );
    const right = sql.join(
      request.after.map((value, i) => sql`${value}::${sql.raw((sort[i] as AnyColumn).getSQLType())}`),
      sql`, `,
    );
    bound = direction === 'asc' ? sql`(${left}) > (${right})` : sql`(${left}) < (${right})`;
  }
  return {
    order,
    limit: request.first + 1,
    where: (...others: (SQL | undefined)[]) => and(bound, ...others),
  };
}

/** The connection of the rows read with `keyset`. */
export function pageOf<T>(
  rows: readonly T[],
  request: PageRequest,
  cursorOf: (row: T) => Cursor,
): Connection<T> {
  const nodes = rows.slice(0, request.first);
  const edges = nodes.map((node) => ({ cursor: encodeCursor(cursorOf(node)), node }));
  return {
    edges,
    nodes: [...nodes],
    pageInfo: {
      hasNextPage: rows.length > request.first,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
