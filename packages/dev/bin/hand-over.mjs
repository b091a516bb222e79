import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WATCH = join(dirname(fileURLToPath(import.meta.url)), 'parent-watch.mjs');
const LOOK_EVERY_MS = 250;
const GRACE_MS = 8_000;

/** The parent of a process where /proc tells it. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** npm, or the shell between npm and us with npm as its parent: when that chain breaks, npm was killed. */
const ancestry = () => `${process.ppid} ${parentOf(process.ppid)}`;

/**
 * Runs the command on the pinned Node as if it were this process.
 * @returns {Promise<number>} its exit code (128 + n where signal n ended it)
 */
export function handOver(root, file, args) {
  const bin = join(root, 'node_modules', '.bin');
  const child = spawn(join(bin, 'node'), ['--import', WATCH, file, ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
      APOLLO_TELEMETRY_DISABLED: '1',
      // types are stripped and modules compiled once, not at every start
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
      MACHSHOP_BOOTSTRAP_PID: String(process.pid),
    },
  });
  // Ctrl-C in a terminal reaches the command by itself, being sent to the whole foreground group
  const terminal = process.stdin.isTTY === true;
  let forwarded = false;
  const forward = (signal) => {
    if (forwarded || (signal === 'SIGINT' && terminal)) return;
    forwarded = true;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  if (process.env.npm_lifecycle_event) stopWithNpm(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : (code ?? 1)));
  });
}

/** npm that is killed outright cannot tell us: without this the plant would go on with nobody to stop it. */
function stopWithNpm(child) {
  const begin = ancestry();
  const timer = setInterval(() => {
    if (ancestry() === begin) return;
    clearInterval(timer);
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
  }, LOOK_EVERY_MS);
  timer.unref();
}
