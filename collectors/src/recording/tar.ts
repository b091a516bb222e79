const BLOCK = 512;
const REGULAR = new Set(['0', '\0']);
const GNU_LONG_NAME = 'L';

const text = (block: Buffer, from: number, to: number): string => {
  const end = block.indexOf(0, from);
  return block.toString('utf8', from, end >= from && end < to ? end : to);
};

/** The files of a tar archive (ustar, GNU long names), by name. Throws on what is no tar archive. */
export function tarFiles(archive: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let longName: string | null = null;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const size = Number.parseInt(text(header, 124, 136).trim() || '0', 8);
    if (!isValid(header) || !Number.isInteger(size) || at + BLOCK + size > archive.length) {
      throw new Error(`the archive is damaged at byte ${at}`);
    }
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] as number);
    const prefix = text(header, 257, 262) === 'ustar' ? text(header, 345, 500) : '';
    const name = longName ?? (prefix ? `${prefix}/${text(header, 0, 100)}` : text(header, 0, 100));
    longName = type === GNU_LONG_NAME ? text(content, 0, content.length) : null;
    if (REGULAR.has(type)) files.set(name, content);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

/** The sum of a header's bytes, its own field counted as blanks. */
function isValid(header: Buffer): boolean {
  let sum = 0;
  for (const [index, byte] of header.entries()) sum += index >= 148 && index < 156 ? 32 : byte;
  return sum === Number.parseInt(text(header, 148, 156).trim(), 8);
}
