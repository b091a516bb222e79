/**
 * Stores the machine recordings of the reference data and finds every point again with its time and value:
 * `REFERENCE_DATA=… node subgraphs/iot/src/bench/nist.ts`. Half of the tags are approved before, half after.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MAX_BATCH_READINGS } from '@machshop/schema/events/telemetry.ts';
import type { TestPlant } from '@machshop/testing';
import { microseconds } from '../sensor-reading/reading.ts';
import { admin, batch, id, makeSensor, reading, sayEquipment } from '../testing.ts';
import { diskMegabytes, startBenchPlant, stopBenchPlant, untilTakenIn } from './plant.ts';

const FOLDER = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const ARCHIVE = join(FOLDER, 'nist-mtc/split.tar.gz');
const MAX_ARCHIVE_BYTES = 512 * 2 ** 20;

interface Point {
  readonly time: string;
  readonly tag: string;
  readonly value: string;
}

/** The files of a tar archive. */
function* tarFiles(archive: Buffer): Generator<readonly [string, string]> {
  for (let at = 0; at + 512 <= archive.length; ) {
    const name = archive.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    if (name === '') return;
    const size = Number.parseInt(archive.toString('latin1', at + 124, at + 136), 8);
    if (name.endsWith('.txt')) yield [name, archive.toString('utf8', at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The points of a recording; a line that is none goes on the value before, as it was broken in two. */
function pointsOf(text: string): Point[] {
  const points: { time: string; tag: string; value: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [time, tag, ...value] = line.split('|');
    if (time && tag && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(time))
      points.push({ time, tag, value: value.join('|') });
    else if (line !== '' && points.length > 0) (points.at(-1) as { value: string }).value += line;
  }
  return points;
}

/** The value that a collector makes of a text. */
const recordedValue = (text: string): number | string =>
  /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : text;

async function readMachines(): Promise<Map<string, Point[]>> {
  const archive = await promisify(gunzip)(await readFile(ARCHIVE), { maxOutputLength: MAX_ARCHIVE_BYTES });
  const machines = new Map<string, Point[]>();
  for (const [name, text] of tarFiles(archive)) {
    const machine = /-(Hurco\d+)-/.exec(name)?.[1] ?? 'unknown';
    const known = machines.get(machine) ?? [];
    for (const point of pointsOf(text)) known.push(point);
    machines.set(machine, known);
  }
  return machines;
}

async function publish(plant: TestPlant, machines: ReadonlyMap<string, Point[]>): Promise<number> {
  let [batches, under] = [0, [] as Promise<unknown>[]];
  for (const [equipment, points] of machines) {
    for (let at = 0; at < points.length; at += MAX_BATCH_READINGS / 2) {
      const readings = points
        .slice(at, at + MAX_BATCH_READINGS / 2)
        .map(({ time, tag, value }, index) => reading(tag, time, recordedValue(value), at + index + 1));
      const { subject, text } = batch({ equipment, readings });
      under.push(plant.bus.jetstream.publish(subject, text));
      batches++;
      if (under.length >= 64) {
        await Promise.all(under);
        under = [];
      }
    }
  }
  await Promise.all(under);
  return batches;
}

async function approveAll(plant: TestPlant): Promise<number> {
  const { discoveredTags } = await plant.run<{ discoveredTags: { nodes: { id: string }[] } }>(
    'iot',
    admin,
    '{ discoveredTags(first: 100) { nodes { id } } }',
  );
  for (const tag of discoveredTags.nodes) {
    await plant.run(
      'iot',
      admin,
      'mutation ($input: ApproveDiscoveredTagInput!) { approveDiscoveredTag(input: $input) { errors { code } } }',
      { input: { id: tag.id, parameter: 'recorded' } },
    );
  }
  return discoveredTags.nodes.length;
}

/** Compares every point with what is stored for its machine and tag, in the order in which it was recorded. */
async function findAgain(
  plant: TestPlant,
  machines: ReadonlyMap<string, Point[]>,
): Promise<{ found: number; missing: number }> {
  let [found, missing] = [0, 0];
  for (const [equipment, points] of machines) {
    const rows = await plant.admin<
      { tag: string; us: string; seq: string; value: number | null; text: string | null }[]
    >`
      select s.tag, (extract(epoch from r.time) * 1000000)::bigint as us, r.seq, r.value, r.text
      from iot.readings r join iot.sensors s using (series) join iot.known_equipment e using (equipment_id) where e.code = ${equipment}`;
    const stored = new Map(rows.map((row) => [Number(row.seq), row]));
    points.forEach(({ time, tag, value }, index) => {
      const row = stored.get(index + 1);
      const same =
        row &&
        row.tag === tag &&
        Number(row.us) === microseconds(time) &&
        (row.value ?? row.text) === recordedValue(value);
      if (same) found++;
      else missing++;
    });
    missing += Math.abs(rows.length - points.length);
  }
  return { found, missing };
}

async function main(): Promise<void> {
  if (!existsSync(ARCHIVE)) {
    process.stdout.write('skipped: no reference data (set REFERENCE_DATA)\n');
    return;
  }
  const machines = await readMachines();
  const points = [...machines.values()].reduce((sum, one) => sum + one.length, 0);
  const plant = await startBenchPlant();
  try {
    let machineNumber = 0;
    for (const [code, recorded] of machines) {
      const equipment = id(++machineNumber);
      await sayEquipment(plant, equipment, code);
      const tags = [...new Set(recorded.map(({ tag }) => tag))].sort();
      for (const tag of tags.filter((_, index) => index % 2 === 0)) await makeSensor(plant, equipment, tag);
    }
    const began = performance.now();
    const batches = await publish(plant, machines);
    await untilTakenIn(plant);
    const stored = performance.now();
    const approved = await approveAll(plant);
    const moved = performance.now();
    await plant.idle();
    const rolled = performance.now();
    const { found, missing } = await findAgain(plant, machines);
    const disk = {
      readings: await diskMegabytes(plant, 'readings'),
      minutes: await diskMegabytes(plant, 'minute_rollups'),
    };
    const seconds = (from: number, to: number) => Math.round((to - from) / 100) / 10;
    process.stdout.write(
      `${JSON.stringify({
        points,
        batches,
        found,
        missing,
        takenInSeconds: seconds(began, stored),
        perSecond: Math.round((points / (stored - began)) * 1000),
        tagsApprovedAfterwards: approved,
        movedSeconds: seconds(stored, moved),
        rolledUpSeconds: seconds(moved, rolled),
        diskMegabytes: disk,
      })}\n`,
    );
    if (missing > 0) process.exitCode = 1;
  } finally {
    await stopBenchPlant(plant);
  }
}

await main();
