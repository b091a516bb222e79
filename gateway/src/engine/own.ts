/** A JSON object as it comes from a subgraph. */
export type Json = { [key: string]: unknown };

/**
 * Response names that every object answers to by its prototype (`constructor`, `__proto__` …). Reading and
 * writing them takes care; all others are read and written plainly.
 */
const INHERITED = new Set<string>([...Object.getOwnPropertyNames(Object.prototype)]);

/** Whether a response name needs {@link getOwn} and {@link setOwn}. */
export function isInherited(name: string): boolean {
  return INHERITED.has(name);
}

export function getOwn(object: Json, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

export function setOwn(object: Json, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
