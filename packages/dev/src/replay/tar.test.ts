import { describe, expect, test } from 'vitest';
import { sampleArchive as archive } from './sample-archive.ts';
import { readTar } from './tar.ts';

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readAll(bytes: Buffer, size = 100): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for await (const file of readTar(chunks(bytes, size))) {
    const parts: Uint8Array[] = [];
    for await (const part of file.body) parts.push(part);
    files[file.name] = Buffer.concat(parts).toString();
  }
  return files;
}

describe('readTar', () => {
  test.each([1, 7, 511, 512, 513, 100_000])(
    'gives every file whole when the bytes come in chunks of %i',
    async (size) => {
      const long = 'x'.repeat(1_500);
      const bytes = archive(
        { name: 'Split/', type: '5' },
        { name: 'a.txt', body: 'one\n' },
        { name: 'b.txt', body: long },
      );
      expect(await readAll(bytes, size)).toEqual({ 'a.txt': 'one\n', 'b.txt': long });
    },
  );

  test('puts the prefix of a long path before the name', async () => {
    const bytes = archive({ name: 'b.txt', prefix: 'far/away', body: 'x' });
    expect(await readAll(bytes)).toEqual({ 'far/away/b.txt': 'x' });
  });

  test('passes over what was not read of a file', async () => {
    const bytes = archive({ name: 'a', body: 'x'.repeat(2_000) }, { name: 'b', body: 'y' });
    const names: string[] = [];
    for await (const file of readTar(chunks(bytes, 300))) names.push(file.name);
    expect(names).toEqual(['a', 'b']);
  });

  test('refuses a link by name', async () => {
    await expect(readAll(archive({ name: 'a', type: '2' }))).rejects.toThrow('entry a has type "2"');
  });

  test('refuses a damaged header', async () => {
    const bytes = archive({ name: 'a', body: 'x' });
    bytes.write('b', 0);
    await expect(readAll(bytes)).rejects.toThrow('wrong checksum');
  });

  test('notices that an archive was cut between two files', async () => {
    const bytes = archive({ name: 'a', body: 'x' }, { name: 'b', body: 'y' }).subarray(0, 1_024);
    await expect(readAll(bytes)).rejects.toThrow('without its end mark');
  });

  test('says in which file a cut archive ends', async () => {
    const bytes = archive({ name: 'a', body: 'x'.repeat(600) }).subarray(0, 700);
    await expect(readAll(bytes)).rejects.toThrow('ends in the middle of a');
  });
});
