import { openRecordings, type RecordedLine, recordedLines } from '../../../../../collectors/src/index.ts';
import { microseconds } from '../../../../../subgraphs/iot/src/sensor-reading/reading.ts';
import { SITE } from '../../plant/first-start.ts';
import { type BenchPlant, startBenchPlant } from '../plant.ts';
import type { reporter } from '../report.ts';
import { makeMachine, makeWorkCenter } from './machines.ts';
import { startSource } from './source.ts';

const MAX_ARCHIVE_BYTES = 512 * 2 ** 20;
const MACHINE = /^.+?-.+?-(.+)-[^-]+\.txt$/;
const TEXT_ITEMS = new Set(['Program_Name_Running', 'Program_Name_Editing', 'Program_Status']);

const keyOf = (tag: string, timeUs: number, value: number | string) => `${tag}|${timeUs}|${value}`;

/** A number that was recorded without digits is a reading without a value. */
function pointOf({ item, time, value }: RecordedLine): string {
  const asSaid = TEXT_ITEMS.has(item) || value === '';
  return keyOf(item, microseconds(time), asSaid ? value : Number(value));
}

interface Recorded {
  /** By machine: the tags, and each different point. */
  readonly machines: ReadonlyMap<string, { readonly tags: Set<string>; readonly points: Set<string> }>;
  readonly lines: number;
}

async function readRecordings(path: string): Promise<Recorded> {
  const machines = new Map<string, { tags: Set<string>; points: Set<string> }>();
  let lines = 0;
  for (const recording of await openRecordings(path, MAX_ARCHIVE_BYTES)) {
    const machine = MACHINE.exec(recording.name.split('/').at(-1) ?? '')?.[1];
    if (machine === undefined) continue;
    const known = machines.get(machine) ?? { tags: new Set(), points: new Set() };
    machines.set(machine, known);
    for (const { line } of recordedLines(await recording.text())) {
      if (!line) continue;
      lines += 1;
      known.tags.add(line.item);
      known.points.add(pointOf(line));
    }
  }
  if (lines === 0) throw new Error(`${path} has no recordings: name a folder of them, or a .tar.gz`);
  return { machines, lines };
}

/** How many different points of a machine are found again in the store, with time and value. */
async function foundAgain({ admin }: BenchPlant, code: string, points: ReadonlySet<string>): Promise<number> {
  const found = new Set<string>();
  const rows = admin<{ tag: string; us: string; value: number | null; text: string | null }[]>`
    select s.tag, (extract(epoch from r.time) * 1000000)::bigint as us, r.value, r.text
    from iot.readings r join iot.sensors s using (series) join iot.known_equipment e using (equipment_id)
    where e.code = ${code}`.cursor(10_000);
  for await (const some of rows)
    for (const { tag, us, value, text } of some) {
      const key = keyOf(tag, Number(us), value ?? text ?? '');
      if (points.has(key)) found.add(key);
    }
  return found.size;
}

/** Plays recordings through OPC UA server, edge agent, bus and store, and looks for every point of them. */
export async function runRecordings(path: string, report: ReturnType<typeof reporter>): Promise<boolean> {
  const { machines, lines } = await readRecordings(path);
  const bench = await startBenchPlant();
  try {
    const client = await makeWorkCenter(bench);
    for (const [code, { tags }] of machines) await makeMachine(client, code, [...tags].sort());
    const { plant, first } = bench;
    const source = await startSource(plant.natsUrl, {
      tenantId: first.tenantId,
      siteCode: SITE.code,
      work: { kind: 'recordings', path },
    });
    const began = performance.now();
    const done = await source.run();
    const sentMs = performance.now() - began;
    await plant.running.get('iot')?.idle();
    const storedMs = performance.now() - began;
    await source.stop();
    let [different, found] = [0, 0];
    for (const [code, { points }] of machines) {
      different += points.size;
      found += await foundAgain(bench, code, points);
    }
    const [disk] = await bench.admin<{ bytes: string }[]>`
      select coalesce(sum(pg_total_relation_size(inhrelid)), 0) as bytes from pg_inherits
      where inhparent = 'iot.readings'::regclass`;
    const say = (metric: string, value: number, unit: string) =>
      report({ case: 'recordings', metric, value, unit });
    say('lines', lines, 'points');
    say('played', done.said, 'points');
    say('read and sent', sentMs / 1_000, 's');
    say('stored', storedMs / 1_000, 's');
    say('speed', (lines / storedMs) * 1_000, 'readings/s');
    say('readings on disk', Number(disk?.bytes ?? 0) / 2 ** 20, 'MiB');
    say('edge buffer', done.bufferBytes / 2 ** 20, 'MiB');
    const ok = found === different;
    report({
      ...{ case: 'recordings', metric: 'found again', value: found, unit: 'points' },
      ...{ aim: `all of ${different} different ones`, ok },
    });
    return ok;
  } finally {
    await bench.close();
  }
}
