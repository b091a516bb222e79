/** A line of the line protocol, taken apart. */
export interface ParsedLine {
  readonly measurement: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string | number | bigint | boolean>>;
  /** Nanoseconds. */
  readonly time: bigint;
}

const INTEGER = /^-?\d+i$/;
const FLOAT = /^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const INT64 = 2n ** 63n;

/**
 * Reads one line as strictly as the reference says
 * (https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/).
 * @throws SyntaxError with what is wrong
 */
export function parseLine(line: string): ParsedLine {
  const reader = new Reader(line);
  const measurement = reader.name(', ');
  if (measurement === '' || measurement.startsWith('_')) throw new SyntaxError(`measurement: ${measurement}`);
  const tags: Record<string, string> = {};
  while (reader.take(',')) {
    const key = reader.name('=');
    reader.expect('=');
    const value = reader.name(', =');
    if (key === '' || value === '' || key.startsWith('_')) throw new SyntaxError(`tag ${key}=${value}`);
    if (Object.hasOwn(tags, key)) throw new SyntaxError(`tag ${key} stands twice`);
    tags[key] = value;
  }
  reader.expect(' ');
  const fields: ParsedLine['fields'] & Record<string, string | number | bigint | boolean> = {};
  do {
    const key = reader.name('=');
    reader.expect('=');
    if (key === '' || Object.hasOwn(fields, key)) throw new SyntaxError(`field ${key}`);
    fields[key] = reader.fieldValue();
  } while (reader.take(','));
  reader.expect(' ');
  const time = reader.rest();
  if (!/^-?\d{1,19}$/.test(time)) throw new SyntaxError(`time ${time}`);
  return { measurement, tags, fields, time: BigInt(time) };
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  expect(char: string): void {
    if (!this.take(char)) throw new SyntaxError(`"${char}" is missing at ${this.#at} of ${this.#text}`);
  }

  /** Up to one of the characters that stands unescaped. */
  name(ends: string): string {
    let name = '';
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      const next = this.#text[this.#at + 1];
      // in field values that are no texts, and in times, what is no number is refused
      if (char === '\n' || char === '\r') throw new SyntaxError('a line break outside of a text');
      if (char === '\\' && next !== undefined && ', ='.includes(next)) {
        name += next;
        this.#at++;
      } else if (ends.includes(char)) return name;
      else if (', ='.includes(char)) throw new SyntaxError(`"${char}" stands unescaped at ${this.#at}`);
      else name += char;
    }
    return name;
  }

  fieldValue(): string | number | bigint | boolean {
    if (this.take('"')) return this.#quoted();
    let raw = '';
    while (this.#at < this.#text.length && !', '.includes(this.#text[this.#at] as string))
      raw += this.#text[this.#at++];
    if (INTEGER.test(raw)) {
      const value = BigInt(raw.slice(0, -1));
      if (value >= INT64 || value < -INT64) throw new SyntaxError(`integer out of range: ${raw}`);
      return value;
    }
    if (FLOAT.test(raw)) return Number(raw);
    if (/^(t|T|true|True|TRUE|f|F|false|False|FALSE)$/.test(raw)) return /^[tT]/.test(raw);
    throw new SyntaxError(`field value ${raw}`);
  }

  #quoted(): string {
    let text = '';
    for (; this.#at < this.#text.length; this.#at++) {
      const char = this.#text[this.#at] as string;
      const next = this.#text[this.#at + 1];
      if (char === '\\' && (next === '"' || next === '\\')) {
        text += next;
        this.#at++;
      } else if (char === '"') {
        this.#at++;
        return text;
      } else text += char;
    }
    throw new SyntaxError('a text without an end');
  }

  rest(): string {
    return this.#text.slice(this.#at);
  }
}
