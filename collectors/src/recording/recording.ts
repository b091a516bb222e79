import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { rfc3339 } from '../sources/time.ts';
import { tarFiles } from './tar.ts';

/** One line of a recording: `timestamp|data item|value`. */
export interface RecordedLine {
  /** RFC 3339 UTC with the digits of the recording. */
  readonly time: string;
  readonly item: string;
  readonly value: string;
}

/** A recording that can be played. */
export interface Recording {
  /** The file's name without its folder. */
  readonly name: string;
  /** The time of its first line that is one; recordings without any are left out. */
  readonly begins: string;
  text(): Promise<string>;
}

const HEAD_BYTES = 4096;
const MAX_FILE_BYTES = 256 * 2 ** 20;

/** The parts of a line, or null when it is none (recordings may break off within one). */
export function parseLine(line: string): RecordedLine | null {
  const first = line.indexOf('|');
  const second = line.indexOf('|', first + 1);
  if (first < 0 || second < 0) return null;
  const time = rfc3339(line.slice(0, first));
  const item = line.slice(first + 1, second);
  return time !== null && item !== '' ? { time, item, value: line.slice(second + 1) } : null;
}

const lines = (text: string): string[] => text.split(/\r?\n/);

/** The lines of a recording, numbered from 1; `null` where a line is none. Empty lines are left out. */
export function* recordedLines(
  text: string,
): Generator<{ number: number; line: RecordedLine | null; raw: string }> {
  let number = 0;
  for (const raw of lines(text)) {
    number++;
    if (raw !== '') yield { number, line: parseLine(raw), raw };
  }
}

const beginningOf = (head: string): string | null => {
  for (const { line } of recordedLines(head)) if (line) return line.time;
  return null;
};

async function folderRecordings(folder: string): Promise<Recording[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
  const found = await Promise.all(
    names.map(async (name): Promise<Recording | null> => {
      const path = join(folder, name);
      const file = await open(path);
      try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        const begins = beginningOf(buffer.toString('utf8', 0, bytesRead));
        return begins === null ? null : { name, begins, text: () => readBounded(path) };
      } finally {
        await file.close();
      }
    }),
  );
  return found.filter((recording) => recording !== null);
}

async function readBounded(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size > MAX_FILE_BYTES) throw new Error(`${path} has ${size} bytes, the most is ${MAX_FILE_BYTES}`);
  return readFile(path, 'utf8');
}

async function archiveRecordings(path: string, maxBytes: number): Promise<Recording[]> {
  const packed = await readFile(path);
  const unpacked = /\.t?gz$/.test(path)
    ? await promisify(gunzip)(packed, { maxOutputLength: maxBytes })
    : packed;
  return [...tarFiles(unpacked)].flatMap(([name, content]) => {
    const begins = beginningOf(content.toString('utf8', 0, Math.min(content.length, HEAD_BYTES)));
    return begins === null
      ? []
      : [{ name: basename(name), begins, text: async () => content.toString('utf8') }];
  });
}

/** The recordings of a folder, or of a .tar or .tar.gz archive, in the order in which they begin. */
export async function openRecordings(path: string, maxArchiveBytes: number): Promise<Recording[]> {
  const isFolder = (await stat(path)).isDirectory();
  const recordings = isFolder ? await folderRecordings(path) : await archiveRecordings(path, maxArchiveBytes);
  return recordings.sort((one, other) => order(one.begins, other.begins) || order(one.name, other.name));
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
