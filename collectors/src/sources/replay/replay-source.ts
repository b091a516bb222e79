import { isoTime, sleep } from '../../clock.ts';
import type { ReplaySourceConfig } from '../../config/replay.ts';
import { globTest } from '../../preprocess/glob.ts';
import { type EquipmentPath, type LocatedReading, valueOfText } from '../../reading.ts';
import {
  openRecordings,
  type RecordedLine,
  type Recording,
  recordedLines,
} from '../../recording/recording.ts';
import type { Source, SourceContext } from '../source.ts';
import { fillEquipment, textMatcher } from '../template.ts';
import { Pace } from './pace.ts';

/** Readings handed over at once, at most. */
const CHUNK = 500;
/** Hand-overs that may wait for the disk; then the recording waits. */
const UNDER_WAY = 8;
/** Lines due within this time are played together. */
const STEP_MS = 25;

/** How far a piece of equipment has got: kept with the readings, so a kill neither repeats nor leaves out a line. */
interface Position {
  readonly file: string;
  readonly line: number;
}

/** One piece of equipment and its recordings, in order. */
interface Track {
  readonly key: string;
  readonly at: EquipmentPath;
  readonly recordings: Recording[];
}

/** Plays recorded files, each piece of equipment its own one after another. */
export class ReplaySource implements Source {
  readonly #config: ReplaySourceConfig;
  readonly #isText: (item: string) => boolean;

  constructor(config: ReplaySourceConfig) {
    this.#config = config;
    const text = config.textItems.map(globTest);
    this.#isText = (item) => text.some((fits) => fits(item));
  }

  async run(context: SourceContext): Promise<void> {
    const tracks = this.#tracks(await openRecordings(this.#config.path, this.#config.maxArchiveBytes));
    if (tracks.length === 0) throw new Error(`there is no recording to play in ${this.#config.path}`);
    context.state(true, `plays ${tracks.length} pieces of equipment`);
    const marks = context.marks();
    await Promise.all(tracks.map((track) => this.#play(track, marks.get(track.key), context)));
  }

  #tracks(recordings: readonly Recording[]): Track[] {
    const match = textMatcher(this.#config.fileName);
    const tracks = new Map<string, Track>();
    for (const recording of recordings) {
      const variables = match(recording.name);
      if (!variables) continue;
      const at = fillEquipment(this.#config.equipment, variables);
      const key = `${at.area}/${at.workCenter}/${at.equipment}`;
      const track = tracks.get(key) ?? { key, at, recordings: [] };
      track.recordings.push(recording);
      tracks.set(key, track);
    }
    return [...tracks.values()];
  }

  async #play(track: Track, mark: string | undefined, context: SourceContext): Promise<void> {
    let position = mark === undefined ? null : (JSON.parse(mark) as Position);
    do {
      for (const recording of track.recordings) {
        if (context.signal.aborted) return;
        const skip = position ? linesToSkip(track, recording, position) : 0;
        if (skip === null) continue;
        await this.#playFile(track, recording, skip, context);
      }
      position = null;
    } while (this.#config.loop && !context.signal.aborted);
  }

  async #playFile(track: Track, recording: Recording, skip: number, context: SourceContext): Promise<void> {
    const { speed, maxPauseMs } = this.#config;
    const pace = speed === 'max' ? null : new Pace(speed, maxPauseMs);
    const startedAt = context.clock.now();
    const started = performance.now();
    const hand = new HandOver(track, recording, context);
    for (const { number, line, raw } of recordedLines(await recording.text())) {
      if (number <= skip) continue;
      if (!line) {
        context.reject(
          `${recording.name}:${number}`,
          'is no line `timestamp|data item|value`',
          Buffer.from(raw),
        );
        continue;
      }
      const due = pace ? pace.dueAfter(Date.parse(line.time)) : 0;
      const wait = pace ? started + due - performance.now() : 0;
      if (wait > STEP_MS) {
        await hand.flush();
        await sleep(wait, context.signal);
      }
      if (context.signal.aborted) break;
      const time =
        this.#config.times === 'now'
          ? isoTime(Math.round(startedAt + (pace ? due : performance.now() - started)))
          : line.time;
      await hand.add(this.#reading(track.at, line, time), number);
    }
    await hand.finish();
  }

  /** A line without a value says that there was none: the reading is BAD. */
  #reading(at: EquipmentPath, { item, value }: RecordedLine, sourceTime: string): LocatedReading {
    const place = { at, tag: item, sourceTime };
    if (this.#isText(item)) return { ...place, value, quality: 'GOOD' };
    if (value === '') return { ...place, value: null, quality: 'BAD' };
    return { ...place, ...valueOfText(value), quality: 'GOOD' };
  }
}

/** Lines of this recording that were played before; null when all of it was. */
function linesToSkip({ recordings }: Track, recording: Recording, position: Position): number | null {
  const stopped = recordings.findIndex(({ name }) => name === position.file);
  const here = recordings.indexOf(recording);
  if (here < stopped) return null;
  return here === stopped ? position.line : 0;
}

/** Collects lines and hands them to the buffer with the position they reach. */
class HandOver {
  readonly #track: Track;
  readonly #recording: Recording;
  readonly #context: SourceContext;
  readonly #underWay = new Set<Promise<void>>();
  #readings: LocatedReading[] = [];
  #line = 0;
  #handedOver = 0;

  constructor(track: Track, recording: Recording, context: SourceContext) {
    this.#track = track;
    this.#recording = recording;
    this.#context = context;
  }

  async add(reading: LocatedReading, line: number): Promise<void> {
    this.#readings.push(reading);
    this.#line = line;
    if (this.#readings.length >= CHUNK) await this.flush();
  }

  /** A line that gives no reading. */
  passed(line: number): void {
    this.#line = line;
  }

  async flush(): Promise<void> {
    if (this.#line === this.#handedOver) return;
    this.#handedOver = this.#line;
    const position: Position = { file: this.#recording.name, line: this.#line };
    const marks = [[this.#track.key, JSON.stringify(position)]] as const;
    const written = this.#context
      .emit(this.#readings, { marks, urgent: true })
      .finally(() => this.#underWay.delete(written));
    this.#underWay.add(written);
    this.#readings = [];
    if (this.#underWay.size >= UNDER_WAY) await Promise.race(this.#underWay);
  }

  async finish(): Promise<void> {
    await this.flush();
    await Promise.all(this.#underWay);
  }
}
