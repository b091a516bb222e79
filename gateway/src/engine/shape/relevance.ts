import { getOwn, isObject, type Json } from '../own.ts';
import type { ObjectShape, ValueShape } from './shape.ts';

/**
 * Whether an error is of something that the answer is about. A plan may ask an interface's subgraph for a field of
 * all objects that the operation wants of those of one type only: an error of the others is of no interest.
 */
export function isRelevant(
  path: readonly (string | number)[],
  root: Json,
  shape: ObjectShape,
  ofRoot: string | undefined = shape.declared,
): boolean {
  let object: ObjectShape | undefined = shape;
  let value: unknown = root;
  let place: ValueShape | undefined;
  let typename: string | undefined = ofRoot;
  for (const step of path) {
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined;
      place = place?.item;
    } else {
      if (!object || !isObject(value)) return true;
      const field = object.fieldsOf(typename)?.find(({ name }) => name === step);
      // of an object whose type was not learned nothing can be told
      if (!field)
        return (
          !object.isRuntimeType(typename) || !shape.asksFor(path.filter((one) => typeof one === 'string'))
        );
      value = getOwn(value, field.source);
      place = field.value;
    }
    object = place?.object;
    if (isObject(value)) {
      const own = value.__typename;
      typename = typeof own === 'string' ? own : object && !object.isAbstract ? object.declared : undefined;
    }
  }
  return true;
}
