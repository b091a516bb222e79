/** One value that a machine's controller reported: a line of a recording. */
export interface RecordedPoint {
  /** Milliseconds since 1970 (the recording's seven decimals are cut to three). */
  readonly atMs: number;
  /** The MTConnect data item's name, e.g. `Program_Status`. */
  readonly item: string;
  /** As written. */
  readonly value: string;
}

/** What reading the lines mended. */
export interface LineRepairs {
  /** Values that were broken over two lines. */
  rejoined: number;
}

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
/** Longer is not a line of a recording. */
const MAX_LINE = 1_000;

/** Splits a byte stream into lines, without their ends. An empty last line is not one. */
export async function* splitLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE) throw new Error(`A line is longer than ${MAX_LINE} characters`);
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest;
}

function parseLine(line: string, lineNumber: number): RecordedPoint {
  const [stamp = '', item = '', value, ...more] = line.split('|');
  const atMs = Date.parse(stamp);
  if (!STAMP.test(stamp) || Number.isNaN(atMs) || item === '' || value === undefined || more.length > 0) {
    throw new Error(`Line ${lineNumber} is not "time|data item|value": ${JSON.stringify(line.slice(0, 80))}`);
  }
  return { atMs, item, value };
}

/**
 * Reads `time|data item|value` lines. Whatever split the recordings into lines broke them before every "2017", also
 * inside a value: block 22017 stands there as `…|Block_Number|2` with `2017` on the line below. Such a value is put
 * together again; anything else that does not fit is an error with its line number.
 */
export async function* readPoints(
  lines: AsyncIterable<string>,
  repairs: LineRepairs = { rejoined: 0 },
): AsyncGenerator<RecordedPoint> {
  let held: RecordedPoint | null = null;
  let lineNumber = 0;
  for await (const line of lines) {
    lineNumber++;
    if (held && !line.includes('|') && line.startsWith(String(new Date(held.atMs).getUTCFullYear()))) {
      repairs.rejoined++;
      yield { ...held, value: held.value + line };
      held = null;
      continue;
    }
    if (held) yield held;
    held = parseLine(line, lineNumber);
  }
  if (held) yield held;
}
