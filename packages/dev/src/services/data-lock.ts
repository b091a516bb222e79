import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readJson } from './files.ts';
import { explained, ServiceProblem } from './problem.ts';

/** A held lock on a data directory. */
export type DataLock = { release(): void };

const holderOf = (dataDir: string): string => {
  try {
    const runtime = readJson(join(dataDir, 'runtime.json'));
    if (typeof runtime === 'object' && runtime !== null && 'pid' in runtime)
      return ` (process ${runtime.pid})`;
  } catch {
    // the holder is only told for comfort: without it the sentence still stands
  }
  return '';
};

/**
 * Takes a data directory for this process alone. The lock is the operating system's (SQLite's file lock),
 * so it ends with the process, however that ends, and no stale lock can stay behind.
 * @throws ServiceProblem when another process holds it
 */
export function lockDataDir(dataDir: string): DataLock {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    throw explained(error, 'making the data directory');
  }
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(join(dataDir, 'lock.sqlite'));
  } catch (error) {
    throw new ServiceProblem(
      `The data directory ${dataDir} cannot be written (${error instanceof Error ? error.message : error}): start as its owner, or set MACHSHOP_DATA_DIR to another folder.`,
    );
  }
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const message = error instanceof Error ? error.message : String(error);
    if (/locked|busy/.test(message)) {
      throw new ServiceProblem(
        `MachShop already runs on ${dataDir}${holderOf(dataDir)}: stop that one first, or set MACHSHOP_DATA_DIR to another folder.`,
      );
    }
    throw new ServiceProblem(`The data directory ${dataDir} cannot be used: ${message}.`);
  }
  return { release: () => database.close() };
}
