/** A tar archive's entry, for tests. */
export interface SampleEntry {
  readonly name: string;
  readonly body?: string;
  /** `0` for a file, `5` for a folder. */
  readonly type?: string;
  readonly prefix?: string;
}

const BLOCK = 512;

function header({ name, body = '', type = '0', prefix = '' }: SampleEntry): Buffer {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0);
  block.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
  block.write('        ', 148);
  block.write(type, 156);
  block.write('ustar\0', 257);
  block.write(prefix, 345);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

/** A ustar archive of these entries. Bodies are ASCII. */
export function sampleArchive(...entries: readonly SampleEntry[]): Buffer {
  const blocks = entries.flatMap((entry) => {
    const { body = '' } = entry;
    const padded = Buffer.alloc(Math.ceil(body.length / BLOCK) * BLOCK);
    padded.write(body);
    return [header(entry), padded];
  });
  return Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]);
}
