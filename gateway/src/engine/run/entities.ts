import type { GraphQLFormattedError } from 'graphql';
import { type SubgraphResponse, TransportError } from '../../transport/transport.ts';
import { isObject, type Json } from '../own.ts';
import type { Combinations, CombinedDocument } from '../plan/combine.ts';
import type { CompiledFetch, EntityFetch, SubgraphDocument } from '../plan/fetch.ts';
import { merge } from '../plan/merge-tree.ts';
import { applyRewrites } from '../plan/rewrites.ts';
import type { TypeConditions } from '../types.ts';
import type { ContextGroup } from './contexts.ts';
import type { ErrorList } from './errors.ts';
import { gatherPaths } from './gather.ts';
import { Representations } from './representations.ts';
import type { RepresentationList } from './request.ts';

/** A fetch of entities that waits to be sent. */
export interface PendingEntities {
  readonly fetch: CompiledFetch & { readonly entities: EntityFetch };
  readonly found: readonly Json[];
  /** The values of a context, when the fetch has any: the entities are those that share them. */
  readonly context?: ContextGroup;
  readonly done: () => void;
}

interface Member extends PendingEntities {
  /** For each entity found, its representation. */
  readonly indexes: Int32Array;
}

/** Fetches that ask the same of an entity share one list of representations. */
class Group {
  readonly members: Member[] = [];
  readonly representations: Representations;

  constructor(conditions: TypeConditions) {
    this.representations = new Representations(conditions);
  }

  get fetch(): CompiledFetch {
    return (this.members[0] as Member).fetch;
  }

  get context(): ContextGroup | undefined {
    return (this.members[0] as Member).context;
  }

  add(pending: PendingEntities): void {
    const { fetch, found } = pending;
    this.members.push({ ...pending, indexes: this.representations.add(fetch.entities, found) });
  }

  listAs(variable: string): RepresentationList {
    return { variable, texts: this.representations.texts, build: () => this.representations.build() };
  }

  /** Merges what was received into the entities. */
  merge(received: readonly unknown[], conditions: TypeConditions): void {
    const rewrites = this.fetch.outputRewrites;
    if (rewrites) {
      received.forEach((entity, i) => {
        if (!isObject(entity)) return;
        entity.__typename ??= this.representations.entities[i]?.__typename;
        applyRewrites(rewrites, entity, conditions);
      });
    }
    for (let m = 0; m < this.members.length; m += 1) {
      const { fetch, found, indexes } = this.members[m] as Member;
      for (let i = 0; i < found.length; i += 1) {
        const index = indexes[i] as number;
        const entity = index < 0 ? undefined : received[index];
        // entities of another path get copies: what is fetched below them later may differ from path to path
        if (isObject(entity)) merge(found[i] as Json, entity, fetch.tree, m > 0);
      }
    }
  }
}

/** The values of contexts by the names that the combined document has for them. */
function combinedValues(
  groups: readonly Group[],
  { contexts }: CombinedDocument,
): Readonly<Record<string, unknown>> | undefined {
  if (contexts.every((names) => names === undefined)) return undefined;
  const values: Record<string, unknown> = {};
  groups.forEach(({ context }, i) => {
    for (const [name, value] of Object.entries(context?.values ?? {}))
      values[contexts[i]?.get(name) ?? name] = value;
  });
  return values;
}

/** What goes to one subgraph in one request, and where the answer belongs. */
export class EntityBatch {
  readonly groups: readonly Group[];
  /** What is pending and has nothing to ask, beside those that have. */
  readonly idle: readonly PendingEntities[];
  readonly document: SubgraphDocument;
  readonly variables: readonly string[];
  readonly lists: readonly RepresentationList[];
  /** Whether nothing can be asked: no entity has a representation. */
  readonly isEmpty: boolean;
  /** Whether the answer has leaves alone: it changes no path. */
  readonly isFlat: boolean;
  /** Values of variables that are not the client's. */
  readonly contextValues: Readonly<Record<string, unknown>> | undefined;
  readonly #aliases: readonly string[];
  readonly #conditions: TypeConditions;

  constructor(pending: readonly PendingEntities[], combinations: Combinations, conditions: TypeConditions) {
    this.#conditions = conditions;
    const groups = new Map<string, Group>();
    for (const one of pending) {
      const { fetch, context } = one;
      const sameness = context ? `${fetch.entities.sameness}\0${context.key}` : fetch.entities.sameness;
      let group = groups.get(sameness);
      if (!group) {
        group = new Group(conditions);
        groups.set(sameness, group);
      }
      group.add(one);
    }
    const all = [...groups.values()];
    const asked = all.filter(({ representations }) => representations.texts.length > 0);
    this.groups = asked.length > 0 ? asked : all;
    this.isEmpty = asked.length === 0;
    this.idle = all.filter((group) => !this.groups.includes(group)).flatMap(({ members }) => members);
    this.isFlat = pending.every(({ fetch }) => fetch.tree.isFlat && !fetch.outputRewrites);
    const [only] = this.groups;
    if (this.groups.length === 1 && only) {
      this.document = only.fetch;
      this.variables = only.fetch.variables;
      this.#aliases = ['_entities'];
      this.lists = [only.listAs('representations')];
      this.contextValues = only.context?.values;
    } else {
      const combined = combinations.of(this.groups.map(({ fetch }) => fetch));
      this.document = combined;
      this.variables = combined.variables;
      this.#aliases = combined.aliases;
      this.lists = this.groups.map((group, i) => group.listAs(combined.representations[i] as string));
      this.contextValues = combinedValues(this.groups, combined);
    }
  }

  /** Merges the answer into the entities, and puts its errors where the client can find them. */
  apply({ data, errors }: SubgraphResponse, root: Json, list: ErrorList): void {
    if (errors) for (const error of errors) this.#place(error, root, list);
    if (!data) {
      if (!errors || errors.length === 0) throw this.#malformed('no data');
      return;
    }
    this.groups.forEach((group, i) => {
      const received = data[this.#aliases[i] as string];
      // a null list has its error above
      if (received === null || received === undefined) return;
      if (!Array.isArray(received) || received.length !== group.representations.texts.length) {
        throw this.#malformed('a wrong number of entities');
      }
      group.merge(received, this.#conditions);
    });
  }

  #place(error: GraphQLFormattedError, root: Json, list: ErrorList): void {
    const group = this.groups[this.#aliases.indexOf(String(error.path?.[0]))];
    if (!group) {
      list.subgraphError(error, (this.groups[0] as Group).fetch, [], undefined);
      return;
    }
    const index = error.path?.[1];
    const rest = error.path?.slice(2);
    for (const { fetch, indexes, context } of group.members) {
      if (typeof index !== 'number') {
        const at = fetch.path.indexOf('@');
        list.subgraphError(error, fetch, at < 0 ? fetch.path : fetch.path.slice(0, at), undefined);
        continue;
      }
      const paths = gatherPaths(root, fetch.path);
      for (let i = 0; i < indexes.length; i += 1) {
        const at = context ? (context.positions[i] as number) : i;
        if (indexes[i] === index) list.subgraphError(error, fetch, paths[at] ?? [], rest);
      }
    }
  }

  #malformed(what: string): TransportError {
    const { subgraph } = (this.groups[0] as Group).fetch;
    return new TransportError(
      subgraph,
      'malformed',
      `subgraph ${subgraph} answered a request for entities with ${what}`,
    );
  }
}
