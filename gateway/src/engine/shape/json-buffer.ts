const INITIAL_BYTES = 256 * 1024;
/** A buffer that grew beyond this is not kept for the next answer. */
const KEPT_BYTES = 4 * 1024 * 1024;
/** Up to this length a loop in JavaScript is faster than a call into the runtime. */
const SHORT = 64;
/** What a JSON string cannot hold as it is, and what is more than one byte in UTF-8. */
const UNSAFE = /[^ !#-[\]-~]/;

/** A text of ASCII that is written often, in words of four bytes; what the last one has too much is written over. */
export interface Literal {
  readonly words: Int32Array;
  readonly length: number;
}

/** Prepares a text of ASCII for {@link JsonBuffer.literal}. */
export function literalOf(text: string): Literal {
  const words = new Int32Array(Math.ceil(text.length / 4));
  const padded = Buffer.alloc(words.length * 4);
  padded.write(text, 'latin1');
  for (let i = 0; i < words.length; i += 1) words[i] = padded.readInt32BE(i * 4);
  return { words, length: text.length };
}

const viewOf = (bytes: Buffer): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/**
 * Writes JSON as bytes into one buffer that is used again and again: writing is synchronous, so one answer at a
 * time is in it. Texts of ASCII, which most are, are copied byte by byte without a string in between.
 */
export class JsonBuffer {
  #bytes: Buffer = Buffer.allocUnsafeSlow(INITIAL_BYTES);
  #view = viewOf(this.#bytes);
  #at = 0;
  #ascii = true;

  /** Where the next byte goes; what is written after can be taken back by `reset`. */
  get position(): number {
    return this.#at;
  }

  /** Begins a new text. */
  begin(): void {
    this.#at = 0;
    this.#ascii = true;
    if (this.#bytes.length > KEPT_BYTES) this.#use(Buffer.allocUnsafeSlow(INITIAL_BYTES));
  }

  reset(position: number): void {
    this.#at = position;
  }

  /** The text, in a buffer of its own. */
  take(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#at));
  }

  /** The text as a string, which for a short one is cheaper to send than a buffer. */
  takeString(): string {
    return this.#bytes.toString(this.#ascii ? 'latin1' : 'utf8', 0, this.#at);
  }

  /** Writes a text of ASCII as it is. */
  raw(text: string): void {
    const { length } = text;
    if (this.#at + length > this.#bytes.length) this.#grow(length);
    const bytes = this.#bytes;
    const at = this.#at;
    for (let i = 0; i < length; i += 1) bytes[at + i] = text.charCodeAt(i);
    this.#at = at + length;
  }

  /** Writes a text of ASCII that was prepared, four bytes at a time. */
  literal({ words, length }: Literal): void {
    const end = this.#at + words.length * 4;
    if (end > this.#bytes.length) this.#grow(words.length * 4);
    const view = this.#view;
    let at = this.#at;
    this.#at = at + length;
    for (let i = 0; i < words.length; i += 1) {
      view.setInt32(at, words[i] as number);
      at += 4;
    }
  }

  /** Writes any text as it is. */
  text(text: string): void {
    if (this.#at + text.length * 3 > this.#bytes.length) this.#grow(text.length * 3);
    const written = this.#bytes.write(text, this.#at, 'utf8');
    if (written !== text.length) this.#ascii = false;
    this.#at += written;
  }

  /** Writes a string in quotes. */
  string(value: string): void {
    const { length } = value;
    if (this.#at + length + 2 > this.#bytes.length) this.#grow(length + 2);
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at] = 34;
    at += 1;
    if (length > SHORT) {
      if (UNSAFE.test(value)) {
        this.text(JSON.stringify(value));
        return;
      }
      bytes.write(value, at, 'latin1');
      at += length;
    } else {
      for (let i = 0; i < length; i += 1) {
        const code = value.charCodeAt(i);
        if (code < 32 || code > 126 || code === 34 || code === 92) {
          this.text(JSON.stringify(value));
          return;
        }
        bytes[at] = code;
        at += 1;
      }
    }
    bytes[at] = 34;
    this.#at = at + 1;
  }

  #grow(needed: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#at + needed));
    this.#bytes.copy(grown, 0, 0, this.#at);
    this.#use(grown);
  }

  #use(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }
}
