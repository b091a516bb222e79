/** A place in one life of a stream: what was delivered up to and with it. */
export interface Cursor {
  /** The stream's life: a stream that was made anew counts from 1 again. */
  readonly epoch: string;
  readonly sequence: number;
}

const CURSOR = /^([0-9a-z]{1,12})-([0-9a-z]{1,11})$/;

/** A cursor as clients keep it; they read nothing from it. */
export function writeCursor(epoch: string, sequence: number): string {
  return `${epoch}-${sequence.toString(36)}`;
}

/** Undefined for a text that is no cursor. */
export function readCursor(text: unknown): Cursor | undefined {
  const match = typeof text === 'string' ? CURSOR.exec(text) : null;
  if (!match) return undefined;
  const sequence = Number.parseInt(match[2] as string, 36);
  return Number.isSafeInteger(sequence) ? { epoch: match[1] as string, sequence } : undefined;
}

/** The name of a stream's life by the time when it was made. */
export function epochOf(created: string): string {
  const time = Date.parse(created);
  if (Number.isNaN(time)) throw new Error(`the stream says that it was made at ${created}`);
  return time.toString(36);
}
