import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A plant that is played a recording logs tens of thousands of operations a minute. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * The log of an embedded plant: `machshop.log` in its data directory, so that the terminal stays readable.
 * Opened at the first line: the directory is made, and checked, by the services. Written at once: the last
 * lines before an end are those that are looked for. A file that is full becomes `machshop.log.1`, in place of
 * the one before it.
 */
export function logFile(dataDir: string, maxBytes = MAX_BYTES): { write(line: string): void } {
  const path = join(dataDir, 'machshop.log');
  let file: number | undefined;
  let bytes = 0;
  return {
    write(line) {
      if (file !== undefined && bytes >= maxBytes) {
        closeSync(file);
        renameSync(path, `${path}.1`);
        file = undefined;
      }
      if (file === undefined) {
        file = openSync(path, 'a', 0o600);
        bytes = fstatSync(file).size;
      }
      bytes += writeSync(file, line);
    },
  };
}
