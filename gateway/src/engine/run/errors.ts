import type { GraphQLFormattedError } from 'graphql';
import { maskSubgraphError, maskTransportError } from '../../masking.ts';
import type { CompiledFetch } from '../plan/fetch.ts';
import { rewriteErrorPath } from '../plan/rewrites.ts';

/** How many errors an answer lists. */
export const MAX_ERRORS = 500;

type Path = readonly (string | number)[];

/** The errors of one execution. */
export class ErrorList {
  #errors: GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[] = []) {
    this.#errors = [...errors];
  }

  get errors(): readonly GraphQLFormattedError[] {
    return this.#errors;
  }

  add(error: GraphQLFormattedError): void {
    if (this.#errors.length < MAX_ERRORS) this.#errors.push(error);
  }

  /** Says the paths in other words. */
  rename(words: (path: Path) => Path): void {
    this.#errors = this.#errors.map((error) => (error.path ? { ...error, path: words(error.path) } : error));
  }

  /** Drops the errors that a test does not pass. */
  keep(test: (error: GraphQLFormattedError) => boolean): void {
    if (this.#errors.length > 0) this.#errors = this.#errors.filter(test);
  }

  /** An error that a subgraph reported, at a path of the client's response. */
  subgraphError(
    error: GraphQLFormattedError,
    fetch: CompiledFetch,
    prefix: Path,
    rest: Path | undefined,
  ): void {
    const masked = maskSubgraphError(error, fetch.subgraph);
    const tail = rest && fetch.outputRewrites ? rewriteErrorPath(fetch.outputRewrites, rest) : rest;
    const path = [...prefix, ...(tail ?? [])];
    const { path: _its, ...withoutPath } = masked;
    this.add(path.length > 0 ? { ...withoutPath, path } : withoutPath);
  }

  /** A subgraph gave no answer: one error for each root field or list that misses it. */
  fetchFailed(fault: unknown, fetch: CompiledFetch): void {
    const masked = maskTransportError(fault, fetch.subgraph);
    if (fetch.path.length > 0) {
      const list = fetch.path.indexOf('@');
      this.add({ ...masked, path: list < 0 ? fetch.path : fetch.path.slice(0, list) });
      return;
    }
    for (const { name } of fetch.tree.fields) this.add({ ...masked, path: [name] });
  }

  /** Whether an error already says why the value at this path is null. */
  explains(path: Path): boolean {
    return this.errors.some((error) => !error.path || isRelated(error.path, path));
  }
}

function isRelated(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
