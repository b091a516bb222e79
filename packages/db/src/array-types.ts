import type { PostgresType } from 'postgres';

/** Of each array type its oid, the oid of its elements' type, and how an element is read; text as it is. */
const ARRAYS: readonly (readonly [name: string, oid: number, read?: (text: string) => unknown])[] = [
  ['json_array', 199, JSON.parse],
  ['boolean_array', 1000, (text) => text === 't'],
  ['smallint_array', 1005, Number],
  ['integer_array', 1007, Number],
  ['text_array', 1009],
  ['varchar_array', 1015],
  ['bigint_array', 1016],
  ['real_array', 1021, Number],
  ['double_array', 1022, Number],
  ['timestamp_array', 1115],
  ['date_array', 1182],
  ['timestamptz_array', 1185],
  ['numeric_array', 1231],
  ['uuid_array', 2951],
  ['jsonb_array', 3807, JSON.parse],
];

/**
 * The array types that statements of ours know. The driver would ask each new connection for all types, and when
 * the connection is lost meanwhile, nobody hears of it but the process, which ends.
 */
export const arrayTypes: Record<string, PostgresType> = Object.fromEntries(
  ARRAYS.map(([name, oid, read = (text: string) => text]) => [
    name,
    {
      to: oid,
      from: [oid],
      serialize: (value: unknown) => (Array.isArray(value) ? arrayText(value) : value),
      parse: (text: string) => readArray(text, read),
    },
  ]),
);

/** An array as PostgreSQL reads it: `{"a","b",null}`. */
export function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return arrayText(value);
  return `"${plainText(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

function plainText(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  // a Decimal says what it is
  const own = typeof value === 'object' && value?.toString !== Object.prototype.toString;
  return typeof value === 'object' && !own ? JSON.stringify(value) : String(value);
}

/** Reads `{a,"b, c",NULL,{d}}`. */
export function readArray(text: string, read: (text: string) => unknown): unknown[] {
  const stack: unknown[][] = [[]];
  // an array with bounds of its own says so first: [0:1]={1,2}
  let at = text.indexOf('{');
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '{') {
      const inner: unknown[] = [];
      stack.at(-1)?.push(inner);
      stack.push(inner);
      at += 1;
    } else if (char === '}') {
      stack.pop();
      at += 1;
    } else if (char === ',') {
      at += 1;
    } else {
      const { value, end } = char === '"' ? quoted(text, at) : bare(text, at);
      stack.at(-1)?.push(value === null ? null : read(value));
      at = end;
    }
  }
  return (stack[0]?.[0] ?? []) as unknown[];
}

function quoted(text: string, from: number): { value: string; end: number } {
  let value = '';
  let at = from + 1;
  for (; text[at] !== '"' && at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    value += text[at];
  }
  return { value, end: at + 1 };
}

function bare(text: string, from: number): { value: string | null; end: number } {
  let end = from;
  while (end < text.length && text[end] !== ',' && text[end] !== '}') end += 1;
  const value = text.slice(from, end);
  return { value: value === 'NULL' ? null : value, end };
}
