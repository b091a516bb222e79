import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlant } from './plant.ts';
import { sampleArchive } from './sample-archive.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'machshop-plant-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

function tarOf(name: string, body: string): Buffer {
  return sampleArchive({ name, body });
}

test('a folder is read through its packed recordings alone when it has nothing else', async () => {
  const body =
    '2017-02-02T18:06:38.5Z|Program_Status|ACTIVE\n2017-02-02T18:07:00Z|Program_Status|PROGRAM_COMPLETED\n';
  await writeFile(join(folder, 'split.tar.gz'), gzipSync(tarOf('Split/Box-OP1-Hurco02-01of01.txt', body)));
  expect(await readPlant(folder)).toMatchObject({
    recordings: [{ part: 'Box', points: 2, activity: { cycles: 1 } }],
    inspections: [],
    machines: [],
  });
});

test('a folder that is none, or has no recordings, is refused in a sentence', async () => {
  await expect(readPlant(join(folder, 'none'))).rejects.toThrow('Cannot read the folder');
  await expect(readPlant(folder)).rejects.toThrow('is not a recorded plant: it has no split.tar.gz');
});

test('a bad line is told with its file', async () => {
  const tar = tarOf('Split/Box-OP1-Hurco02-01of01.txt', 'nonsense\n');
  await writeFile(join(folder, 'split.tar.gz'), gzipSync(tar));
  await expect(readPlant(folder)).rejects.toThrow(
    /split\.tar\.gz: Split\/Box-OP1-Hurco02-01of01\.txt: Line 1 is not/,
  );
});

test('a file of another name, and a cut archive, are refused', async () => {
  await writeFile(join(folder, 'split.tar.gz'), gzipSync(tarOf('readme.txt', 'x')));
  await expect(readPlant(folder)).rejects.toThrow('readme.txt is not named like a recording');
  const whole = gzipSync(
    tarOf('Split/Box-OP1-Hurco02-01of01.txt', '2017-02-02T18:06:38.5Z|Block_Number|1\n'),
  );
  await writeFile(join(folder, 'split.tar.gz'), whole.subarray(0, 60));
  await expect(readPlant(folder)).rejects.toThrow('unexpected end of file');
});
