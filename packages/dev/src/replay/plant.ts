import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type InspectionFacts, type MachineFacts, readInspection, readMachines } from './facts.ts';
import { parseRecordingName, type Recording, RecordingReader } from './recording.ts';
import { type LineRepairs, readPoints, splitLines } from './recording-lines.ts';
import { readTar } from './tar.ts';

/** All that a recorded plant folder says, boiled down. */
export interface RecordedPlant {
  /** The folder's name. */
  readonly name: string;
  /** Ordered by part, operation, unit. */
  readonly recordings: readonly Recording[];
  readonly inspections: readonly InspectionFacts[];
  readonly machines: readonly MachineFacts[];
}

const RECORDINGS = 'split.tar.gz';
const DEVICES = 'Devices.xml';

/**
 * Reads a recorded plant: `split.tar.gz` of machine recordings (streamed, never unpacked to disk), `Devices.xml` and
 * `*.qif`. The last two may be missing. Throws with a sentence for a person when the folder is not one.
 */
export async function readPlant(folder: string): Promise<RecordedPlant> {
  const files = await readdir(folder).catch((cause: unknown) => {
    throw new Error(`Cannot read the folder ${folder}`, { cause });
  });
  if (!files.includes(RECORDINGS)) {
    throw new Error(`${folder} is not a recorded plant: it has no ${RECORDINGS}`);
  }
  const recordings = await readRecordings(join(folder, RECORDINGS));
  const inspections: InspectionFacts[] = [];
  for (const file of files.filter((name) => name.endsWith('.qif')).sort()) {
    inspections.push(readInspection(file, await readFile(join(folder, file))));
  }
  const machines = files.includes(DEVICES)
    ? readMachines(DEVICES, await readFile(join(folder, DEVICES)))
    : [];
  return { name: basename(folder), recordings, inspections, machines };
}

/** Reads every recording of a `.tar.gz`. Throws at a file that is none, and at a line that does not fit. */
export async function readRecordings(archive: string): Promise<Recording[]> {
  const unzipped = createGunzip();
  const unzipping = pipeline(createReadStream(archive), unzipped);
  // a fault also ends the iteration below, with the same error
  unzipping.catch(() => undefined);
  const recordings: Recording[] = [];
  try {
    for await (const file of readTar(unzipped)) recordings.push(await readOne(file.name, file.body));
  } catch (cause) {
    throw new Error(`Cannot read ${archive}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  return recordings.sort(byPlace);
}

async function readOne(path: string, body: AsyncIterable<Uint8Array>): Promise<Recording> {
  const name = parseRecordingName(path);
  if (!name) throw new Error(`${path} is not named like a recording (Part-OPn-Machine-iofn.txt)`);
  const reader = new RecordingReader(name);
  const repairs: LineRepairs = { rejoined: 0 };
  try {
    for await (const point of readPoints(splitLines(body), repairs)) reader.add(point);
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  return reader.finish(repairs.rejoined);
}

function byPlace(a: Recording, b: Recording): number {
  return a.part.localeCompare(b.part) || a.operation - b.operation || a.unit - b.unit;
}
