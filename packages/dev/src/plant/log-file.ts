import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';

/**
 * The log of an embedded plant: `machshop.log` in its data directory, so that the terminal stays readable.
 * Opened at the first line: the directory is made, and checked, by the services.
 */
export function logFile(dataDir: string): { write(line: string): void } {
  let stream: WriteStream | undefined;
  const opened = () => {
    stream = createWriteStream(join(dataDir, 'machshop.log'), { flags: 'a', mode: 0o600 });
    return stream;
  };
  return { write: (line) => void (stream ?? opened()).write(line) };
}
