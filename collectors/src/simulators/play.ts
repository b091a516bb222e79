import {
  DataType,
  DataValue,
  type ISessionContext,
  SessionContext,
  StatusCodes,
  type UAVariable,
} from 'node-opcua';
import { sleep } from '../clock.ts';
import { isJsonNumber } from '../reading.ts';
import { type RecordedLine, type Recording, recordedLines } from '../recording/recording.ts';
import { textMatcher } from '../sources/template.ts';
import type { MachineNodes } from './cell-nodes.ts';

/** What is played, and how. */
export interface PlayOptions {
  readonly recordings: readonly Recording[];
  /** A file name's pattern that names `{machine}`. */
  readonly fileName: string;
  /** Data items whose values are text; all others are doubles. */
  readonly textItems: readonly string[];
  /** Changes for each turn of the event loop; the subscribers' queues give the pace. */
  readonly chunk?: number;
}

export interface PlaySummary {
  readonly files: number;
  readonly points: number;
  /** Lines that are none. */
  readonly broken: number;
}

/** A queue that is longer makes the player wait: subscribers ask for at least twice this. */
const QUEUE_LIMIT = 2000;
const WAIT_MS = 5;

/** A recorded time as OPC UA has it: milliseconds and, in picoseconds, what is below (100 ns at least). */
export function opcTime(time: string): { readonly date: Date; readonly picoseconds: number } {
  const fraction = (/\.(\d+)Z$/.exec(time)?.[1] ?? '').padEnd(7, '0').slice(0, 7);
  const date = new Date(`${time.slice(0, 19)}.${fraction.slice(0, 3)}Z`);
  return { date, picoseconds: Number(fraction.slice(3)) * 100_000 };
}

/** A line without a value is a BAD data value. */
function dataValue({ time, value }: RecordedLine, isText: boolean): DataValue {
  const { date, picoseconds } = opcTime(time);
  const isMissing = !isText && !isJsonNumber(value);
  return new DataValue({
    value: isText
      ? { dataType: DataType.String, value }
      : { dataType: DataType.Double, value: isMissing ? 0 : Number(value) },
    statusCode: isMissing ? StatusCodes.BadNoData : StatusCodes.Good,
    sourceTimestamp: date,
    sourcePicoseconds: picoseconds,
    serverTimestamp: new Date(),
    serverPicoseconds: 0,
  });
}

function write(variable: UAVariable, value: DataValue): Promise<void> {
  return new Promise((resolve, reject) => {
    variable.writeValue(SessionContext.defaultContext as ISessionContext, value, (error, status) => {
      if (error) reject(error);
      else if (status?.isNotGood()) reject(new Error(`${variable.nodeId}: ${status.name}`));
      else resolve();
    });
  });
}

/** The machine and data items that recordings speak of: what has to be there before somebody subscribes. */
export async function recordedItems(
  recordings: readonly Recording[],
  fileName: string,
): Promise<Map<string, Set<string>>> {
  const match = textMatcher(fileName);
  const items = new Map<string, Set<string>>();
  for (const recording of recordings) {
    const machine = match(recording.name)?.machine;
    if (machine === undefined) continue;
    const known = items.get(machine) ?? new Set();
    items.set(machine, known);
    for (const { line } of recordedLines(await recording.text())) if (line) known.add(line.item);
  }
  return items;
}

/** Writes the recordings' points into the machines' variables, file by file, as fast as subscribers take them. */
export async function playRecordings(
  options: PlayOptions,
  nodes: ReadonlyMap<string, MachineNodes>,
  longestQueue: () => number,
): Promise<PlaySummary> {
  const match = textMatcher(options.fileName);
  const text = new Set(options.textItems);
  const chunk = options.chunk ?? 200;
  let [files, points, broken] = [0, 0, 0];
  for (const recording of options.recordings) {
    const machine = nodes.get(match(recording.name)?.machine ?? '');
    if (!machine) continue;
    files++;
    for (const { line } of recordedLines(await recording.text())) {
      if (!line) {
        broken++;
        continue;
      }
      const isText = text.has(line.item);
      await write(
        machine.variable(line.item, isText ? DataType.String : DataType.Double),
        dataValue(line, isText),
      );
      if (++points % chunk === 0)
        do await sleep(longestQueue() > QUEUE_LIMIT ? WAIT_MS : 0);
        while (longestQueue() > QUEUE_LIMIT);
    }
  }
  return { files, points, broken };
}
