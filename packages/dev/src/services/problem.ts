/**
 * A fault of the surroundings (a port, a disk, a permission) that a person can mend.
 * Its message is one clear sentence; whoever catches it prints the message alone, never the stack.
 */
export class ServiceProblem extends Error {
  override readonly name = 'ServiceProblem';
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const pathOf = (error: unknown): string | undefined =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : undefined;

/**
 * Turns an error of the file system or of spawning into a {@link ServiceProblem}, where its cause is known.
 * @param doing what was being done, as it reads after "while": "making the data directory"
 */
export function explained(error: unknown, doing: string): Error {
  if (error instanceof ServiceProblem) return error;
  const path = pathOf(error) ?? '';
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new ServiceProblem(`The disk is full (while ${doing}): free some space and start again.`);
    case 'EACCES':
    case 'EPERM':
      return new ServiceProblem(
        `No permission for ${path || 'a file'} (while ${doing}): it belongs to another user, so start as that user or change its owner.`,
      );
    case 'EROFS':
      return new ServiceProblem(
        `${path || 'The folder'} is on a read-only file system (while ${doing}): set MACHSHOP_DATA_DIR to a folder that can be written.`,
      );
    case 'EMFILE':
    case 'ENFILE':
      return new ServiceProblem(
        `Too many open files (while ${doing}): raise the limit with "ulimit -n 4096".`,
      );
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}

/** What a server wrote before it died → the sentence for it. The first that matches wins. */
const KNOWN_DEATHS: readonly (readonly [RegExp, (found: RegExpExecArray, server: string) => string])[] = [
  [
    /No space left on device|Disk quota exceeded|insufficient storage resources/i,
    (_, server) => `The disk is full: ${server} could not write; free some space and start again.`,
  ],
  [
    /error while loading shared libraries: (\S+):/,
    (found, server) =>
      `${server} needs the library ${found[1]}, which this machine does not have: install the package that carries it (apt-file search ${found[1]}).`,
  ],
  [
    /version `(GLIBC\S*)' not found/,
    (found, server) => `${server} needs a newer C library (${found[1]}) than this machine has.`,
  ],
  [
    /incompatible with server|was initialized by PostgreSQL version (\d+)/,
    () =>
      'The data directory was made by another version of PostgreSQL: dump it with that version, or set MACHSHOP_DATA_DIR to a new folder.',
  ],
  [
    /could not map anonymous shared memory|Cannot allocate memory|out of memory/i,
    (_, server) => `${server} did not get the memory that it needs: free some memory and start again.`,
  ],
  [
    /could not (?:open|create|read|access|write)[^\n]*Permission denied|permission denied/i,
    (_, server) =>
      `${server} has no permission for its own data: the folder's owner has changed; give it back with chown.`,
  ],
];

/**
 * The sentence for a server that ended before it was ready.
 * @param server "PostgreSQL" or "nats-server"
 * @param output what it wrote, newest last
 * @param logFile where the rest can be read
 */
export function deathOf(server: string, output: string, logFile: string): ServiceProblem {
  for (const [pattern, sentence] of KNOWN_DEATHS) {
    const found = pattern.exec(output);
    if (found) return new ServiceProblem(sentence(found, server));
  }
  const last = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /FATAL|PANIC|ERROR|\[FTL\]|error|nats-server:/.test(line))
    .at(-1);
  return new ServiceProblem(
    `${server} ended before it was ready${last ? `: ${last}` : ''} (its log: ${logFile}).`,
  );
}

/** True where a server died because somebody else has its port. */
export const portWasTaken = (output: string): boolean =>
  /Address already in use|address already in use|could not bind/.test(output);
