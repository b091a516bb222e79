import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** A process that was killed a moment ago may take so long to be gone. */
const PATIENCE_MS = 5_000;
const POLL_MS = 100;

function open(dataDir: string): DatabaseSync {
  try {
    return new DatabaseSync(join(dataDir, 'lock.sqlite'));
  } catch (error) {
    throw new ServiceProblem(
      `The data directory ${dataDir} cannot be written (${error instanceof Error ? error.message : error}): start as its owner, or set MACHSHOP_DATA_DIR to another folder.`,
    );
  }
}

/** True where the lock was taken, false where another has it. */
function take(database: DatabaseSync, dataDir: string): boolean {
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/locked|busy/.test(message)) return false;
    if (/disk is full/.test(message)) {
      throw new ServiceProblem(`The disk that holds ${dataDir} is full: free some space and start again.`);
    }
    throw new ServiceProblem(`The data directory ${dataDir} cannot be used: ${message}.`);
  }
}

/**
 * Takes a data directory for this process alone. The lock is the operating system's (SQLite's file lock),
 * so it ends with the process, however that ends, and no stale lock can stay behind.
 * @throws ServiceProblem when another process holds it and goes on holding it for five seconds
 */
export async function lockDataDir(dataDir: string, log: (message: string) => void): Promise<DataLock> {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const known = explained(error, 'making the data directory');
    if (known instanceof ServiceProblem) throw known;
    // Node tells a read-only file system and a file in the way by several codes
    throw new ServiceProblem(
      `The data directory ${dataDir} cannot be made (${known.message}): set MACHSHOP_DATA_DIR to another folder.`,
    );
  }
  const database = open(dataDir);
  try {
    for (let waited = 0; !take(database, dataDir); waited += POLL_MS) {
      if (waited === 0) log(`waiting for the one that runs on ${dataDir} already${holderOf(dataDir)}`);
      if (waited >= PATIENCE_MS) {
        throw new ServiceProblem(
          `MachShop already runs on ${dataDir}${holderOf(dataDir)}: stop that one first, or set MACHSHOP_DATA_DIR to another folder.`,
        );
      }
      await sleep(POLL_MS);
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return { release: () => database.close() };
}
