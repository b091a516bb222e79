import { type GraphQLSchema, getNamedType, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import { getOwn, isObject, type Json, setOwn } from './own.ts';
import type { TypeConditions } from './types.ts';

/** Reads a field of a payload by the schema's name. */
export type ReadField = (name: string) => unknown;

/**
 * Answers a fetch from a payload, as the subgraph that nobody hosts would: the fields selected, under their
 * response names. What the payload does not have is null.
 */
export class EventProjection {
  readonly #schema: GraphQLSchema;
  readonly #conditions: TypeConditions;

  /** @param schema the supergraph in graphql-js */
  constructor(schema: GraphQLSchema, conditions: TypeConditions) {
    this.#schema = schema;
    this.#conditions = conditions;
  }

  /** The payload's own object: its fields come from `read`. */
  payload(set: SelectionSetNode, typename: string, read: ReadField): Json {
    const result: Json = {};
    this.#select(set, typename, read, result);
    return result;
  }

  #select(set: SelectionSetNode, typename: string, read: ReadField, result: Json): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        throw new Error('a fetch of a plan has no named fragments');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        if (condition === undefined || this.#conditions.covers(condition, typename))
          this.#select(selection.selectionSet, typename, read, result);
        continue;
      }
      const name = selection.name.value;
      const key = selection.alias?.value ?? name;
      if (name === '__typename') {
        setOwn(result, key, typename);
        continue;
      }
      const value = read(name) ?? null;
      const below = selection.selectionSet;
      setOwn(result, key, below ? this.#objects(value, below, typename, name) : value);
    }
  }

  #objects(value: unknown, set: SelectionSetNode, parent: string, field: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#objects(item, set, parent, field));
    if (!isObject(value)) return null;
    const declared = this.typeOf(parent, field);
    const own = getOwn(value, '__typename');
    const typename = typeof own === 'string' && this.#schema.getType(own) ? own : declared;
    return this.payload(set, typename, (name) => getOwn(value, name));
  }

  /** The name of a field's type. */
  typeOf(parent: string, field: string): string {
    const type = this.#schema.getType(parent);
    const own = isObjectType(type) ? type.getFields()[field] : undefined;
    if (!own) throw new Error(`the supergraph has no field ${parent}.${field}`);
    return getNamedType(own.type).name;
  }
}
