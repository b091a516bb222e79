import { isObject, type Json, setOwn } from '../own.ts';

/** A copy of JSON data that shares nothing with the original. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyJson) as T;
  if (!isObject(value) || !isPlain(value)) return value;
  const copy: Json = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__') setOwn(copy, key, copyJson(value[key]));
    else copy[key] = copyJson(value[key]);
  }
  return copy as T;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
