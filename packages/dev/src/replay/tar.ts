/** A regular file inside a tar archive. Its body can be read once, in order, before the next file is asked for. */
export interface TarFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly body: AsyncIterable<Uint8Array>;
}

const BLOCK = 512;
const FILE_TYPES = new Set(['0', '\0']);
const DIRECTORY_TYPE = '5';
/** More entries than this is not a plant recording. */
const MAX_ENTRIES = 10_000;

/** Reads exact numbers of bytes out of chunks of any size. */
class ByteSource {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** The next bytes, at least one and at most `limit`; null at the end. */
  async next(limit: number): Promise<Uint8Array | null> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#chunks.next();
      if (done) return null;
      this.#held = value;
    }
    const taken = this.#held.subarray(0, limit);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** Exactly `length` bytes; null at a clean end. */
  async exactly(length: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    let missing = length;
    while (missing > 0) {
      const part = await this.next(missing);
      if (part === null) {
        if (parts.length === 0) return null;
        throw new Error('The tar archive ends in the middle of a block');
      }
      parts.push(part);
      missing -= part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  /** Throws `length` bytes away. */
  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      const part = await this.next(missing);
      if (part === null) throw new Error('The tar archive ends in the middle of a file');
      missing -= part.length;
    }
  }
}

function text(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString('utf8');
}

function octal(header: Uint8Array, from: number, length: number, what: string): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]+$/.test(digits))
    throw new Error(`The tar archive has a header whose ${what} is no octal number`);
  return Number.parseInt(digits, 8);
}

function checkSum(header: Uint8Array): number {
  let sum = 0;
  // the sum is made with the checksum's own eight bytes taken as spaces
  for (let i = 0; i < BLOCK; i++) sum += i >= 148 && i < 156 ? 32 : (header[i] ?? 0);
  return sum;
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly type: string;
}

function parseHeader(block: Uint8Array): Header {
  if (octal(block, 148, 8, 'checksum') !== checkSum(block)) {
    throw new Error('The tar archive has a header with a wrong checksum: it is damaged or not a tar archive');
  }
  const prefix = text(block, 257, 5) === 'ustar' ? text(block, 345, 155) : '';
  const name = text(block, 0, 100);
  return {
    name: prefix ? `${prefix}/${name}` : name,
    size: octal(block, 124, 12, 'size'),
    type: String.fromCharCode(block[156] ?? 0),
  };
}

/**
 * The regular files of a plain ustar archive, one after the other, without touching a disk.
 * Directories are passed over; links, devices and the long-name extensions are refused by name.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const bytes = new ByteSource(source);
  for (let entries = 0; ; entries++) {
    if (entries > MAX_ENTRIES) throw new Error(`The tar archive has more than ${MAX_ENTRIES} entries`);
    const block = await bytes.exactly(BLOCK);
    if (block === null) throw new Error('The tar archive ends without its end mark: it is cut');
    if (block.every((byte) => byte === 0)) return;
    const header = parseHeader(block);
    if (header.type === DIRECTORY_TYPE) continue;
    if (!FILE_TYPES.has(header.type)) {
      throw new Error(
        `The tar archive's entry ${header.name} has type "${header.type}", which is not supported`,
      );
    }
    let unread = header.size;
    async function* body(): AsyncGenerator<Uint8Array> {
      while (unread > 0) {
        const part = await bytes.next(unread);
        if (part === null) throw new Error(`The tar archive ends in the middle of ${header.name}`);
        unread -= part.length;
        yield part;
      }
    }
    yield { name: header.name, size: header.size, body: body() };
    await bytes.skip(unread + ((BLOCK - (header.size % BLOCK)) % BLOCK));
  }
}
