interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** Who listens to exactly this. */
  readonly here: Set<T>;
  /** Who listens to everything below. */
  readonly below: Set<T>;
}

const node = <T>(): Node<T> => ({ next: new Map(), here: new Set(), below: new Set() });

/** Finds who listens to a subject: a tree of tokens, so that it does not matter how many listen to others. */
export class SubjectIndex<T> {
  readonly #root: Node<T> = node();

  add(filter: readonly string[], listener: T): void {
    let at = this.#root;
    for (const token of filter) {
      if (token === '>') {
        at.below.add(listener);
        return;
      }
      let next = at.next.get(token);
      if (!next) {
        next = node();
        at.next.set(token, next);
      }
      at = next;
    }
    at.here.add(listener);
  }

  delete(filter: readonly string[], listener: T): void {
    this.#delete(this.#root, filter, 0, listener);
  }

  /** Calls for each listener; one that listens by several filters may be called several times. */
  match(subject: readonly string[], found: (listener: T) => void): void {
    this.#match(this.#root, subject, 0, found);
  }

  #match(at: Node<T>, subject: readonly string[], depth: number, found: (listener: T) => void): void {
    if (depth === subject.length) {
      for (const listener of at.here) found(listener);
      return;
    }
    for (const listener of at.below) found(listener);
    const exact = at.next.get(subject[depth] as string);
    if (exact) this.#match(exact, subject, depth + 1, found);
    const any = at.next.get('*');
    if (any) this.#match(any, subject, depth + 1, found);
  }

  #delete(at: Node<T>, filter: readonly string[], depth: number, listener: T): void {
    const token = filter[depth];
    if (token === undefined) at.here.delete(listener);
    else if (token === '>') at.below.delete(listener);
    else {
      const next = at.next.get(token);
      if (!next) return;
      this.#delete(next, filter, depth + 1, listener);
      if (next.here.size === 0 && next.below.size === 0 && next.next.size === 0) at.next.delete(token);
    }
  }
}
