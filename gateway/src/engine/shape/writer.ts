import type { GraphQLFormattedError } from 'graphql';
import { getOwn, isObject, type Json } from '../own.ts';
import type { ErrorList } from '../run/errors.ts';
import type { FieldShape, ObjectShape, ValueShape } from './shape.ts';

/**
 * Writes an answer as JSON from the data gathered: chooses and orders fields, checks values, bubbles nulls.
 * A text `null` is a value that may be null; undefined is a null that has to go up to the next place that may.
 */
export class AnswerWriter {
  readonly #errors: ErrorList;
  readonly #known: readonly GraphQLFormattedError[];
  /** The JSON of introspection fields by response name. */
  readonly #introspection: ReadonlyMap<string, string>;
  readonly #path: (string | number)[] = [];

  constructor(errors: ErrorList, introspection: ReadonlyMap<string, string>) {
    this.#errors = errors;
    this.#known = [...errors.errors];
    this.#introspection = introspection;
  }

  /** The JSON of the whole answer's data. */
  write(root: Json, shape: ObjectShape): string {
    return this.#object(root, shape, shape.declared) ?? 'null';
  }

  #object(value: Json, shape: ObjectShape, typename: string | undefined): string | undefined {
    const fields = shape.fieldsOf(typename);
    if (!fields) {
      this.#fail(`Invalid __typename found for object of type ${shape.declared}.`);
      return undefined;
    }
    let text = '{';
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i] as FieldShape;
      text += i > 0 ? `,${field.key}` : field.key;
      if (field.role === 'value') {
        const written = this.#field(field, field.inherited ? getOwn(value, field.name) : value[field.name]);
        if (written === undefined) return undefined;
        text += written;
      } else {
        const written = field.role === 'typename' ? field.literal : this.#introspection.get(field.name);
        if (written === undefined) {
          // an interface object's own name is the type of no object: who has not learned the real one cannot be shown
          this.#fail(`The type of the object at ${field.coordinate} is not known.`);
          return undefined;
        }
        text += written;
      }
    }
    return `${text}}`;
  }

  #field(field: FieldShape, value: unknown): string | undefined {
    const shape = field.value;
    if (value === null || value === undefined) {
      if (!shape.nonNull) return 'null';
      this.#path.push(field.name);
      this.#fail(`Cannot return null for non-nullable field ${field.coordinate}.`);
      this.#path.pop();
      return undefined;
    }
    const leaf = writeLeaf(shape, value);
    if (leaf !== undefined) return leaf;
    this.#path.push(field.name);
    const written = this.#composite(shape, value, field.coordinate);
    this.#path.pop();
    return written ?? (shape.nonNull ? undefined : 'null');
  }

  /** A list or an object, or a leaf that is not valid; undefined if it comes to null. */
  #composite(shape: ValueShape, value: unknown, coordinate: string): string | undefined {
    if (shape.kind === 'list') {
      if (Array.isArray(value)) return this.#list(shape.item as ValueShape, value, coordinate);
    } else if (shape.kind === 'object' && isObject(value)) {
      const typename = value.__typename;
      if (typename === undefined || typename === null || typeof typename === 'string') {
        const object = shape.object as ObjectShape;
        return this.#object(value, object, typename ?? (object.isAbstract ? undefined : object.declared));
      }
    }
    this.#fail(`Invalid value found for field ${coordinate}.`);
    return undefined;
  }

  #list(item: ValueShape, values: readonly unknown[], coordinate: string): string | undefined {
    let text = '[';
    let nulled = false;
    for (let i = 0; i < values.length; i += 1) {
      const written = this.#item(item, values[i], i, coordinate);
      // the rest is still looked at: every item's error is reported
      if (written === undefined) nulled = true;
      else text += i > 0 ? `,${written}` : written;
    }
    return nulled ? undefined : `${text}]`;
  }

  #item(item: ValueShape, value: unknown, index: number, coordinate: string): string | undefined {
    if (value === null || value === undefined) {
      if (!item.nonNull) return 'null';
      this.#path.push(index);
      this.#fail(
        `Cannot return null for non-nullable array element of type ${item.typeName} at index ${index}.`,
      );
      this.#path.pop();
      return undefined;
    }
    const leaf = writeLeaf(item, value);
    if (leaf !== undefined) return leaf;
    this.#path.push(index);
    const written = this.#composite(item, value, coordinate);
    this.#path.pop();
    return written ?? (item.nonNull ? undefined : 'null');
  }

  /** Reports that the value at the current path is null, unless an error of a fetch says why. */
  #fail(message: string): void {
    if (this.#known.length > 0 && this.#errors.explains(this.#path)) return;
    this.#errors.add({ message, path: [...this.#path], extensions: { code: 'INVALID_GRAPHQL' } });
  }
}

/** The JSON of a valid leaf value; undefined for one that is not valid, and for lists and objects. */
function writeLeaf(shape: ValueShape, value: unknown): string | undefined {
  switch (shape.kind) {
    case 'string':
      return typeof value === 'string' ? JSON.stringify(value) : undefined;
    case 'id':
      if (typeof value === 'string') return JSON.stringify(value);
      return typeof value === 'number' && isIntegral(value) ? `${value}` : undefined;
    case 'int':
      return typeof value === 'number' && isIntegral(value) ? `${value}` : undefined;
    case 'float':
      return typeof value === 'number' && Number.isFinite(value) ? `${value}` : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? (value ? 'true' : 'false') : undefined;
    case 'enum':
      return typeof value === 'string' && shape.values?.has(value) ? `"${value}"` : undefined;
    case 'any':
      return JSON.stringify(value) ?? 'null';
    default:
      return undefined;
  }
}

function isIntegral(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e21;
}
