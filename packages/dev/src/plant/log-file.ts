import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The log of an embedded plant: `machshop.log` in its data directory, so that the terminal stays readable.
 * Opened at the first line: the directory is made, and checked, by the services. Written at once: the last
 * lines before an end are those that are looked for.
 */
export function logFile(dataDir: string): { write(line: string): void } {
  let file: number | undefined;
  return {
    write(line) {
      file ??= openSync(join(dataDir, 'machshop.log'), 'a', 0o600);
      writeSync(file, line);
    },
  };
}
