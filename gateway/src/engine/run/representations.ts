import type { Json } from '../own.ts';
import type { EntityFetch } from '../plan/fetch.ts';
import type { RequiredField, RequiredFields } from '../plan/representations.ts';
import { applyRewrites } from '../plan/rewrites.ts';
import type { TypeConditions } from '../types.ts';

/** A way from the values of required fields to the index of their representation. */
type Trie = Map<unknown, Trie | number>;

/** A list of representations in which each stands once. */
export class Representations {
  readonly texts: string[] = [];
  /** For each representation, the first entity that it represents. */
  readonly entities: Json[] = [];
  readonly #fetches: EntityFetch[] = [];
  readonly #byText = new Map<string, number>();
  readonly #tries = new Map<RequiredFields, Trie>();
  readonly #conditions: TypeConditions;

  constructor(conditions: TypeConditions) {
    this.#conditions = conditions;
  }

  /** The index of each entity's representation, -1 for one that has none. */
  add(fetch: EntityFetch, entities: readonly Json[]): Int32Array {
    const indexes = new Int32Array(entities.length);
    let last: RequiredFields | undefined;
    let trie: Trie | undefined;
    for (let i = 0; i < entities.length; i += 1) {
      const entity = entities[i] as Json;
      const required = fetch.requires.fieldsOf(entity);
      if (!required.named) {
        indexes[i] = -1;
        continue;
      }
      if (!required.flat || required.distinct.length === 0 || fetch.inputRewrites) {
        indexes[i] = this.#byWholeText(fetch, entity);
        continue;
      }
      if (required !== last || !trie) {
        trie = this.#trieOf(required);
        last = required;
      }
      indexes[i] = this.#byValues(fetch, entity, required.distinct, trie);
    }
    return indexes;
  }

  /** The representations as objects, for a subgraph in this process. */
  build(): unknown[] {
    return this.entities.map((entity, i) => {
      const fetch = this.#fetches[i] as EntityFetch;
      return fetch.inputRewrites ? JSON.parse(this.texts[i] as string) : fetch.requires.represent(entity);
    });
  }

  #trieOf(required: RequiredFields): Trie {
    let trie = this.#tries.get(required);
    if (!trie) {
      trie = new Map();
      this.#tries.set(required, trie);
    }
    return trie;
  }

  /** Finds a flat representation by its values, which is cheaper than by a text that had to be written for it. */
  #byValues(fetch: EntityFetch, entity: Json, fields: readonly RequiredField[], root: Trie): number {
    let trie = root;
    const last = fields.length - 1;
    for (let i = 0; i < last; i += 1) {
      const value = entity[(fields[i] as RequiredField).name];
      if (value === undefined) return this.#byWholeText(fetch, entity);
      let next = trie.get(value) as Trie | undefined;
      if (!next) {
        next = new Map();
        trie.set(value, next);
      }
      trie = next;
    }
    const value = entity[(fields[last] as RequiredField).name];
    if (value === undefined) return this.#byWholeText(fetch, entity);
    const known = trie.get(value) as number | undefined;
    if (known !== undefined) return known;
    const index = this.#byWholeText(fetch, entity);
    trie.set(value, index);
    return index;
  }

  #byWholeText(fetch: EntityFetch, entity: Json): number {
    const text = this.#write(fetch, entity);
    if (text === undefined) return -1;
    let index = this.#byText.get(text);
    if (index === undefined) {
      index = this.texts.length;
      this.#byText.set(text, index);
      this.texts.push(text);
      this.entities.push(entity);
      this.#fetches.push(fetch);
    }
    return index;
  }

  #write({ requires, inputRewrites }: EntityFetch, entity: Json): string | undefined {
    const text = inputRewrites ? undefined : requires.write(entity);
    if (text !== undefined) return text;
    const representation = requires.represent(entity);
    if (!representation) return undefined;
    if (inputRewrites) applyRewrites(inputRewrites, representation, this.#conditions);
    return JSON.stringify(representation);
  }
}
