import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecordings, recordedLines } from './recording/recording.ts';
import { startRecordedCell } from './simulators/recorded-cell.ts';
import { Harness } from './testing/harness.ts';
import { freePort } from './testing/nats-server.ts';
import { readStream, until } from './testing/stream-reader.ts';

const archive = join(
  process.env.REFERENCE_DATA ?? resolve(import.meta.dirname, '../../../shared/data'),
  'nist-mtc/split.tar.gz',
);
const hasData = existsSync(archive);
if (!hasData) process.stderr.write('skipped: no reference data\n');

const FILE_NAME = '{part}-{operation}-{machine}-{piece}.txt';
const TEXT = ['Program_Name_Running', 'Program_Name_Editing', 'Program_Status'];
/** A short operation: 20 recordings of about 220 lines. */
const isShort = ({ name }: { name: string }) => name.startsWith('Plate-Op2');

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.end());

describe.runIf(hasData)('recordings of a real machine', () => {
  it('come through OPC UA, buffer and stream with every point, its time and value', {
    timeout: 120_000,
  }, async () => {
    const cell = await startRecordedCell({
      path: archive,
      fileName: FILE_NAME,
      textItems: TEXT,
      port: await freePort(),
      pkiFolder: harness.path('server'),
      only: isShort,
    });
    harness.later(() => cell.stop());
    expect(cell.machines).toEqual(['Hurco04']);
    const config = harness.config([]);
    const agent = harness.startAgent({ ...config, sources: [cell.source('Hurco04', harness.path('pki'))] });
    await until(() => agent.health().sources[0]?.connected === true, 20_000, 'the agent has subscribed');
    const { points, files } = await cell.play();
    expect(files).toBe(20);

    const wanted: string[] = [];
    for (const recording of (await openRecordings(archive, 2 ** 29)).filter(isShort)) {
      for (const { line } of recordedLines(await recording.text())) {
        if (line)
          wanted.push(
            `${line.item}|${ticks(line.time)}|${TEXT.includes(line.item) ? line.value : Number(line.value)}`,
          );
      }
    }
    expect(points).toBe(wanted.length);
    await until(
      () => (agent.health().sources[0]?.readings ?? 0) >= points,
      30_000,
      'all points are collected',
    );
    await until(() => agent.health().buffer.unsentReadings === 0, 30_000, 'all points are sent');
    await harness.stopAgent();
    const connection = await harness.nats.connect();
    harness.later(() => connection.close());
    const found = (await readStream(connection))
      .flatMap(({ data }) => data.readings)
      // before the first value of a recording there is none
      .filter(({ value }) => value !== null)
      .map(({ tag, sourceTime, value }) => `${tag}|${ticks(sourceTime)}|${value}`);
    expect(found.sort()).toEqual(wanted.sort());
  });
});

/** A time with seven digits of a second, as OPC UA counts. */
const ticks = (time: string): string =>
  `${time.slice(0, 19)}.${time.slice(20, -1).padEnd(7, '0').slice(0, 7)}`;
