import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRecordings, parseLine, recordedLines } from './recording.ts';
import { tarFiles } from './tar.ts';

/** A tar archive as `tar --format=ustar` writes it. */
function tar(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([name, content]) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write(`${Buffer.byteLength(content).toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write('0ustar\x0000', 156);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const body = Buffer.alloc(Math.ceil(Buffer.byteLength(content) / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

describe('recordings', () => {
  it('are lines of time, data item and value', () => {
    expect(parseLine('2017-02-06T15:05:05.3437500Z|Feed_Rate|455.983333333333')).toEqual({
      time: '2017-02-06T15:05:05.3437500Z',
      item: 'Feed_Rate',
      value: '455.983333333333',
    });
    expect(parseLine('2017-02-06T15:05:05Z|Program|A|B')?.value).toBe('A|B');
    for (const broken of [
      '2017',
      '2017-02-06T15:05:05Z|x',
      'yesterday|x|1',
      '|x|1',
      '2017-02-06T15:05:05Z||1',
    ]) {
      expect(parseLine(broken)).toBeNull();
    }
  });

  it('come from an archive in the order in which they begin', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'collector-recording-'));
    try {
      const archive = join(folder, 'split.tar.gz');
      writeFileSync(
        archive,
        gzipSync(
          tar({
            'S/b.txt': '2017-01-02T00:00:00Z|x|2\n',
            'S/a.txt': '2017-01-03T00:00:00Z|x|3',
            'S/none.txt': 'x',
          }),
        ),
      );
      const recordings = await openRecordings(archive, 2 ** 20);
      expect(recordings.map(({ name }) => name)).toEqual(['b.txt', 'a.txt']);
      expect(await recordings[1]?.text()).toBe('2017-01-03T00:00:00Z|x|3');
      await expect(openRecordings(archive, 100)).rejects.toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('of any content come out of a tar archive as they went in', () => {
    const names = fc.stringMatching(/^[a-z]{1,20}\.txt$/);
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ maxLength: 2000 })), (files) => {
        const found = Object.fromEntries(
          [...tarFiles(tar(files))].map(([name, content]) => [name, content.toString()]),
        );
        expect(found).toEqual({ ...files });
      }),
      { numRuns: 50 },
    );
  });

  it('that are damaged are refused', () => {
    const archive = tar({ 'a.txt': 'x'.repeat(600) });
    archive[3] = 7;
    expect(() => tarFiles(archive)).toThrow('damaged at byte 0');
  });
});

const archive = join(
  process.env.REFERENCE_DATA ?? resolve(import.meta.dirname, '../../../../shared/data'),
  'nist-mtc/split.tar.gz',
);
const hasData = (() => {
  try {
    return readFileSync(archive).length > 0;
  } catch {
    process.stderr.write('skipped: no reference data\n');
    return false;
  }
})();

describe.runIf(hasData)('the recordings of a real machine', () => {
  it('have 1.2 million points in 184 files, and say so where a line is none', async () => {
    const recordings = await openRecordings(archive, 2 ** 29);
    let points = 0;
    let broken = 0;
    for (const recording of recordings) {
      for (const { line } of recordedLines(await recording.text())) {
        if (line) points++;
        else broken++;
      }
    }
    expect({ files: recordings.length, points, broken }).toMatchObject({ files: 184, points: 1_206_658 });
    expect(broken).toBeLessThan(200);
  });
});
