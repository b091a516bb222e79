import type { GraphQLFormattedError } from 'graphql';
import { type SubgraphResponse, TransportError } from '../../transport/transport.ts';
import { isObject, type Json } from '../own.ts';
import type { Combinations } from '../plan/combine.ts';
import type { CompiledFetch, EntityFetch, SubgraphDocument } from '../plan/fetch.ts';
import { merge } from '../plan/merge-tree.ts';
import { applyRewrites } from '../plan/rewrites.ts';
import type { TypeConditions } from '../types.ts';
import { copyJson } from './copy.ts';
import type { ErrorList } from './errors.ts';
import { gatherPaths } from './gather.ts';
import type { RepresentationList } from './request.ts';

/** A fetch of entities that waits to be sent. */
export interface PendingEntities {
  readonly fetch: CompiledFetch;
  readonly entities: readonly Json[];
  /** For each entity its representation, undefined if it has none. */
  readonly texts: readonly (string | undefined)[];
  /** Makes the representation of an entity as an object. */
  readonly build: (entity: Json, text: string) => unknown;
  readonly done: () => void;
}

/** Represents the entities of a fetch; undefined if none can be represented. */
export function pendingEntities(
  fetch: CompiledFetch,
  entities: readonly Json[],
  conditions: TypeConditions,
  done: () => void,
): PendingEntities | undefined {
  const { requires, inputRewrites } = fetch.entities as EntityFetch;
  let some = false;
  const texts = entities.map((entity) => {
    if (!requires.represents(entity)) return undefined;
    const text = inputRewrites
      ? rewritten(requires.build(entity), inputRewrites, conditions)
      : requires.write(entity);
    if (text !== undefined) some = true;
    return text;
  });
  if (!some) return undefined;
  const build = inputRewrites
    ? (_: Json, text: string) => JSON.parse(text)
    : (entity: Json) => requires.build(entity);
  return { fetch, entities, texts, build, done };
}

function rewritten(
  representation: Json | undefined,
  rewrites: NonNullable<EntityFetch['inputRewrites']>,
  conditions: TypeConditions,
): string | undefined {
  if (!representation) return undefined;
  applyRewrites(rewrites, representation, conditions);
  return JSON.stringify(representation);
}

/** Fetches that ask the same of an entity share one list of representations. */
class Group {
  readonly members: PendingEntities[] = [];
  readonly indexes = new Map<string, number>();
  readonly texts: string[] = [];
  readonly #sources: { readonly entity: Json; readonly pending: PendingEntities }[] = [];

  add(pending: PendingEntities): void {
    this.members.push(pending);
    const { texts, entities } = pending;
    for (let i = 0; i < texts.length; i += 1) {
      const text = texts[i];
      if (text === undefined || this.indexes.has(text)) continue;
      this.indexes.set(text, this.texts.length);
      this.texts.push(text);
      this.#sources.push({ entity: entities[i] as Json, pending });
    }
  }

  /** Applies the output rewrites, which are the same for all members, to what was received. */
  rewrite(received: readonly unknown[], conditions: TypeConditions): void {
    const rewrites = this.members[0]?.fetch.outputRewrites;
    if (!rewrites) return;
    received.forEach((entity, i) => {
      if (!isObject(entity)) return;
      entity.__typename ??= this.#sources[i]?.entity.__typename;
      applyRewrites(rewrites, entity, conditions);
    });
  }

  build(): unknown[] {
    return this.#sources.map(({ entity, pending }, i) => pending.build(entity, this.texts[i] as string));
  }
}

/** What goes to one subgraph in one request, and where the answer belongs. */
export class EntityBatch {
  readonly groups: readonly Group[];
  readonly document: SubgraphDocument;
  readonly variables: readonly string[];
  readonly lists: readonly RepresentationList[];
  readonly #aliases: readonly string[];

  constructor(pending: readonly PendingEntities[], combinations: Combinations) {
    const groups = new Map<string, Group>();
    for (const one of pending) {
      const { sameness } = one.fetch.entities as EntityFetch;
      let group = groups.get(sameness);
      if (!group) {
        group = new Group();
        groups.set(sameness, group);
      }
      group.add(one);
    }
    this.groups = [...groups.values()];
    const fetches = this.groups.map((group) => (group.members[0] as PendingEntities).fetch);
    const [only] = fetches;
    if (fetches.length === 1 && only) {
      this.document = only;
      this.variables = only.variables;
      this.#aliases = ['_entities'];
      this.lists = [listOf(this.groups[0] as Group, 'representations')];
    } else {
      const combined = combinations.of(fetches);
      this.document = combined;
      this.variables = combined.variables;
      this.#aliases = combined.aliases;
      this.lists = this.groups.map((group, i) => listOf(group, combined.representations[i] as string));
    }
  }

  /** Merges the answer into the entities, and puts its errors where the client can find them. */
  apply({ data, errors }: SubgraphResponse, root: Json, list: ErrorList, conditions: TypeConditions): void {
    if (errors) for (const error of errors) this.#place(error, root, list);
    if (!data) {
      if (!errors || errors.length === 0) throw malformed(this.groups, 'no data');
      return;
    }
    this.groups.forEach((group, i) => {
      const received = data[this.#aliases[i] as string];
      // a null list has its error above
      if (received === null || received === undefined) return;
      if (!Array.isArray(received) || received.length !== group.texts.length)
        throw malformed(this.groups, 'a wrong number of entities');
      group.rewrite(received, conditions);
      for (const pending of group.members) mergeReceived(group, pending, received);
    });
  }

  #place(error: GraphQLFormattedError, root: Json, list: ErrorList): void {
    const alias = error.path?.[0];
    const group = this.groups[this.#aliases.indexOf(String(alias))];
    const index = error.path?.[1];
    if (!group) {
      const { fetch } = (this.groups[0] as Group).members[0] as PendingEntities;
      list.subgraphError(error, fetch, [], undefined);
      return;
    }
    const rest = error.path?.slice(2);
    for (const { fetch, texts } of group.members) {
      if (typeof index !== 'number') {
        const at = fetch.path.indexOf('@');
        list.subgraphError(error, fetch, at < 0 ? fetch.path : fetch.path.slice(0, at), undefined);
        continue;
      }
      const text = group.texts[index];
      const paths = gatherPaths(root, fetch.path);
      texts.forEach((one, i) => {
        if (one !== undefined && one === text) list.subgraphError(error, fetch, paths[i] ?? [], rest);
      });
    }
  }
}

function mergeReceived(group: Group, pending: PendingEntities, received: readonly unknown[]): void {
  const { fetch, entities, texts } = pending;
  // entities of another path get copies: what is fetched below them later may differ from path to path
  const copies = pending === group.members[0] ? undefined : new Map<unknown, unknown>();
  for (let i = 0; i < entities.length; i += 1) {
    const text = texts[i];
    if (text === undefined) continue;
    let entity = received[group.indexes.get(text) as number];
    if (!isObject(entity)) continue;
    if (copies) {
      let copy = copies.get(entity);
      if (!copy) {
        copy = copyJson(entity);
        copies.set(entity, copy);
      }
      entity = copy;
    }
    merge(entities[i] as Json, entity as Json, fetch.tree);
  }
}

function listOf(group: Group, variable: string): RepresentationList {
  return { variable, texts: group.texts, build: () => group.build() };
}

function malformed(groups: readonly Group[], what: string): TransportError {
  const { subgraph } = ((groups[0] as Group).members[0] as PendingEntities).fetch;
  return new TransportError(
    subgraph,
    'malformed',
    `subgraph ${subgraph} answered a request for entities with ${what}`,
  );
}
