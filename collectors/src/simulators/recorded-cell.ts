import type { OpcUaSourceConfig } from '../config/opc-ua.ts';
import { opcUaSource } from '../config/opc-ua.ts';
import { openRecordings, type Recording } from '../recording/recording.ts';
import { MachiningCell } from './machining-cell.ts';
import { type PlaySummary, recordedItems } from './play.ts';

/** Recorded machines behind an OPC UA server. */
export interface RecordedCell {
  readonly machines: readonly string[];
  /** A source that collects everything of one machine: every change, with its own time. */
  source(machine: string, pkiFolder: string): OpcUaSourceConfig;
  /** Plays all recordings once, as fast as the subscribers take them. */
  play(): Promise<PlaySummary>;
  stop(): Promise<void>;
}

export interface RecordedCellOptions {
  /** A folder or .tar.gz of recordings. */
  readonly path: string;
  /** How a file's name gives its `{machine}`. */
  readonly fileName: string;
  readonly textItems: readonly string[];
  readonly port: number;
  readonly pkiFolder: string;
  /** Which recordings to play; all when left out. */
  readonly only?: (recording: Recording) => boolean;
}

const MAX_ARCHIVE_BYTES = 512 * 2 ** 20;
const QUEUE_SIZE = 5000;

/** Starts an OPC UA server whose machines and data items are those of recordings. */
export async function startRecordedCell(options: RecordedCellOptions): Promise<RecordedCell> {
  const all = await openRecordings(options.path, MAX_ARCHIVE_BYTES);
  const recordings = options.only ? all.filter(options.only) : all;
  const items = await recordedItems(recordings, options.fileName);
  const machines = [...items.keys()].sort();
  const cell = await MachiningCell.start({
    port: options.port,
    pkiFolder: options.pkiFolder,
    machines,
    simulated: false,
  });
  cell.prepare(items, options.textItems);
  return {
    machines,
    source: (machine, pkiFolder) =>
      opcUaSource.parse({
        name: machine,
        type: 'opc-ua',
        endpoint: cell.endpointUrl,
        equipment: { area: 'machining', workCenter: 'milling', equipment: machine },
        pkiFolder,
        trust: 'first-use',
        publishingIntervalMs: 50,
        samplingIntervalMs: 0,
        queueSize: QUEUE_SIZE,
        trigger: 'status-value-timestamp',
        discover: { root: `nsu=${cell.namespaceUri};s=${machine}` },
      } satisfies Record<string, unknown>),
    play: () => cell.play({ recordings, fileName: options.fileName, textItems: options.textItems }),
    stop: () => cell.stop(),
  };
}
