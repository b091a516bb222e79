import { getOwn, isObject, type Json } from '../own.ts';
import type { ErrorList } from '../run/errors.ts';
import type { JsonBuffer } from './json-buffer.ts';
import type { DeferredShape, FieldShape, ObjectShape, ValueShape } from './shape.ts';

/** Fields of an object that was written which come later. */
export interface OpenPart {
  readonly deferred: DeferredShape;
  readonly value: Json;
  readonly typename: string | undefined;
  /** Where the object stands in the answer. */
  readonly path: readonly (string | number)[];
  /** Where in the buffer it was written. */
  readonly at: number;
}

/**
 * Writes an answer as JSON from the data gathered: chooses and orders fields, checks values, bubbles nulls.
 * Its methods say whether they wrote a value; a null that has to go up to the next place that may be null is
 * none, and what was written on the way to it is taken back there.
 */
export class AnswerWriter {
  readonly #out: JsonBuffer;
  readonly #errors: ErrorList;
  readonly #explained: boolean;
  /** The JSON of introspection fields by response name. */
  readonly #introspection: ReadonlyMap<string, string>;
  readonly #path: (string | number)[];
  readonly #parts: OpenPart[] = [];
  /** Fields that were refused: one error tells of all places where they are null. */
  #refused: Set<FieldShape> | undefined;
  #cost = 0;

  /** @param path where in the answer that stands which is written */
  constructor(
    out: JsonBuffer,
    errors: ErrorList,
    introspection: ReadonlyMap<string, string>,
    path: readonly (string | number)[] = [],
  ) {
    this.#out = out;
    this.#path = [...path];
    this.#errors = errors;
    this.#explained = errors.errors.length > 0;
    this.#introspection = introspection;
  }

  /** What was written so far costs. */
  get cost(): number {
    return this.#cost;
  }

  /** What belongs to the objects that were written and comes later. */
  get parts(): readonly OpenPart[] {
    return this.#parts;
  }

  /** Writes the data of an answer, or of a part of it. */
  write(root: Json, shape: ObjectShape, typename: string | undefined = shape.declared): void {
    const start = this.#out.position;
    if (this.#object(root, shape, typename)) return;
    this.#takeBack(start);
    this.#out.raw('null');
  }

  /** Nothing comes later of what is not there. */
  #takeBack(start: number): void {
    this.#out.reset(start);
    const parts = this.#parts;
    while (parts.length > 0 && (parts[parts.length - 1] as OpenPart).at >= start) parts.pop();
  }

  #object(value: Json, shape: ObjectShape, typename: string | undefined): boolean {
    const fields = shape.fieldsOf(typename);
    if (!fields) {
      this.#fail(`Invalid __typename found for object of type ${shape.declared}.`);
      return false;
    }
    const out = this.#out;
    const at = out.position;
    this.#cost += shape.weight;
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i] as FieldShape;
      out.literal(field.key);
      if (field.role === 'value') {
        const { source } = field;
        this.#cost += field.weight;
        if (!this.#field(field, field.inherited ? getOwn(value, source) : value[source])) return false;
      } else if (!this.#meta(field)) return false;
    }
    out.raw(fields.length === 0 ? '{}' : '}');
    const later = shape.deferredOf(typename);
    if (later)
      for (const deferred of later)
        this.#parts.push({ deferred, value, typename, path: [...this.#path], at });
    return true;
  }

  /** A field that is refused, a `__typename` or an introspection field. */
  #meta(field: FieldShape): boolean {
    if (field.role === 'refused') return this.#refuse(field);
    const text = field.role === 'typename' ? field.literal : this.#introspection.get(field.name);
    if (text === undefined) {
      // an interface object's own name is the type of no object: who has not learned the real one cannot be shown
      this.#fail(`The type of the object at ${field.coordinate} is not known.`);
      return false;
    }
    this.#out.text(text);
    return true;
  }

  #refuse(field: FieldShape): boolean {
    this.#refused ??= new Set();
    if (!this.#refused.has(field) && field.refusal) {
      this.#refused.add(field);
      this.#errors.add({ ...field.refusal, path: [...this.#path, field.name] });
    }
    if (field.value.nonNull) return false;
    this.#out.raw('null');
    return true;
  }

  #field(field: FieldShape, value: unknown): boolean {
    const shape = field.value;
    if (value === null || value === undefined) {
      if (!shape.nonNull) {
        this.#out.raw('null');
        return true;
      }
      this.#path.push(field.name);
      this.#fail(`Cannot return null for non-nullable field ${field.coordinate}.`);
      this.#path.pop();
      return false;
    }
    if (this.#leaf(shape, value)) return true;
    this.#path.push(field.name);
    const written = this.#composite(shape, value, field.coordinate);
    this.#path.pop();
    return written;
  }

  /** A list or an object, or a leaf that is not valid. */
  #composite(shape: ValueShape, value: unknown, coordinate: string): boolean {
    const start = this.#out.position;
    if (this.#listOrObject(shape, value, coordinate)) return true;
    this.#takeBack(start);
    if (shape.nonNull) return false;
    this.#out.raw('null');
    return true;
  }

  #listOrObject(shape: ValueShape, value: unknown, coordinate: string): boolean {
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
    return false;
  }

  #list(item: ValueShape, values: readonly unknown[], coordinate: string): boolean {
    const out = this.#out;
    out.raw('[');
    let complete = true;
    for (let i = 0; i < values.length; i += 1) {
      if (i > 0) out.raw(',');
      // after an item that nulls the list the rest is still looked at: every item's error is reported
      if (!this.#item(item, values[i], i, coordinate)) complete = false;
    }
    out.raw(']');
    return complete;
  }

  #item(item: ValueShape, value: unknown, index: number, coordinate: string): boolean {
    if (value === null || value === undefined) {
      if (!item.nonNull) {
        this.#out.raw('null');
        return true;
      }
      this.#path.push(index);
      this.#fail(
        `Cannot return null for non-nullable array element of type ${item.typeName} at index ${index}.`,
      );
      this.#path.pop();
      return false;
    }
    if (this.#leaf(item, value)) return true;
    this.#path.push(index);
    const written = this.#composite(item, value, coordinate);
    this.#path.pop();
    return written;
  }

  /** Writes a valid leaf; false for one that is not valid, and for lists and objects. */
  #leaf(shape: ValueShape, value: unknown): boolean {
    const out = this.#out;
    switch (shape.kind) {
      case 'string':
        if (typeof value !== 'string') return false;
        out.string(value);
        return true;
      case 'id':
        if (typeof value === 'string') {
          out.string(value);
          return true;
        }
        return this.#number(value, isIntegral(value));
      case 'int':
        return this.#number(value, isIntegral(value));
      case 'float':
        return this.#number(value, Number.isFinite(value));
      case 'boolean':
        if (typeof value !== 'boolean') return false;
        out.raw(value ? 'true' : 'false');
        return true;
      case 'enum':
        if (typeof value !== 'string' || !shape.values?.has(value)) return false;
        out.string(value);
        return true;
      case 'any':
        if (typeof value === 'string') out.string(value);
        else out.text(JSON.stringify(value) ?? 'null');
        return true;
      default:
        return false;
    }
  }

  #number(value: unknown, valid: boolean): boolean {
    if (!valid) return false;
    this.#out.raw(`${value}`);
    return true;
  }

  /** Reports that the value at the current path is null, unless an error of a fetch says why. */
  #fail(message: string): void {
    if (this.#explained && this.#errors.explains(this.#path)) return;
    this.#errors.add({ message, path: [...this.#path], extensions: { code: 'INVALID_GRAPHQL' } });
  }
}

function isIntegral(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) < 1e21;
}
