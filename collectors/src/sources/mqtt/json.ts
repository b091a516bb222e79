/** A number of a JSON text, with its digits. */
export class JsonNumber {
  readonly value: number;
  readonly literal: string;

  constructor(value: number, literal: string) {
    this.value = value;
    this.literal = literal;
  }
}

type SourceAccess = { readonly source?: string };

/** Parses JSON; numbers become {@link JsonNumber}. Throws SyntaxError. */
export function parseJson(text: string): unknown {
  const revive = (_: string, value: unknown, context?: SourceAccess): unknown =>
    typeof value === 'number' ? new JsonNumber(value, context?.source ?? String(value)) : value;
  return JSON.parse(text, revive as (key: string, value: unknown) => unknown);
}

/** What stands at a path (`a.b.0`) of a parsed JSON text; undefined when nothing does. */
export function atPath(value: unknown, path: string): unknown {
  let here = value;
  for (const part of path.split('.')) {
    if (typeof here !== 'object' || here === null || here instanceof JsonNumber || !Object.hasOwn(here, part))
      return undefined;
    here = (here as Record<string, unknown>)[part];
  }
  return here;
}
