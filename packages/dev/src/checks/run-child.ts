import { type ChildProcess, spawn } from 'node:child_process';

const children = new Set<ChildProcess>();
/** After the first signal a child has so long to end by itself. */
const GRACE_MS = 10_000;

/** A child that runs longer than this hangs. */
export const LIMIT_MS = 30 * 60_000;

let interrupted = false;

function interrupt(signal: NodeJS.Signals): void {
  // one Ctrl-C may arrive twice, from the terminal and from npm
  if (interrupted) return;
  interrupted = true;
  for (const child of children) child.kill(signal);
  setTimeout(() => process.exit(130), GRACE_MS).unref();
}

/** From here on a signal ends the running child before it ends us. */
export function passSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupt(signal));
}

/** True when a signal asked for the end: no further step begins. */
export const wasInterrupted = (): boolean => interrupted;

/**
 * Runs a program in this terminal.
 * @returns its exit code; 1 where it could not be started, was killed, or ran longer than the limit
 */
export function runChild(
  command: string,
  args: readonly string[],
  cwd: string,
  limitMs = LIMIT_MS,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit' });
    children.add(child);
    const timer = setTimeout(() => {
      console.error(`${command} is ended: it ran longer than ${limitMs / 60_000} minutes`);
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    }, limitMs);
    const finish = (code: number): void => {
      clearTimeout(timer);
      children.delete(child);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(error.message);
      finish(1);
    });
    child.once('exit', (code) => finish(code ?? 1));
  });
}
