import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explained } from './problem.mjs';

const POLL_MS = 200;

/** When a process began, in the system's own count; a pid alone may have gone to another since. */
function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return '';
  }
}

function lives(holder) {
  const [pid, birth] = holder.split(' ');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== 'EPERM') return false;
  }
  return birthOf(pid) === (birth ?? '');
}

/** Tries once. A link is made with its content or not at all, so a lock is never seen empty. */
function tryLock(path) {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${process.pid} ${birthOf(process.pid)}`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(draft);
  }
}

function readHolder(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Takes away the lock of a dead holder. Of two that try, one moves it; whoever moved a living one puts it back. */
function breakLock(path, holder) {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    if (readHolder(aside) !== holder) linkSync(aside, path);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/**
 * Runs the work while no other process runs it; waits while another does.
 * @param {string} path the lock file
 * @param {(holder: string) => void} onWait told once, with the other's process number
 * @param {() => Promise<void>} work
 */
export async function alone(path, onWait, work) {
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (let told = false; !tryLock(path); ) {
      const holder = readHolder(path);
      if (holder !== undefined && !lives(holder)) {
        breakLock(path, holder);
        continue;
      }
      if (!told && holder !== undefined) onWait(holder.split(' ')[0]);
      told = true;
      await sleep(POLL_MS);
    }
  } catch (error) {
    throw explained(error, path);
  }
  try {
    await work();
  } finally {
    rmSync(path, { force: true });
  }
}
