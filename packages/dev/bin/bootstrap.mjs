import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { handOver } from './hand-over.mjs';
import { ensureInstalled } from './install.mjs';
import { Problem } from './problem.mjs';

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const COMMANDS = join(ROOT, 'packages', 'dev', 'src', 'commands');

/** The file of a command; commands are the files of src/commands without their tests. */
function commandFile(name) {
  const file = join(COMMANDS, `${name}.ts`);
  if (name && /^[a-z][a-z0-9-]*$/.test(name) && existsSync(file)) return file;
  const known = readdirSync(COMMANDS)
    .filter((entry) => /^[a-z0-9-]+\.ts$/.test(entry))
    .map((entry) => entry.slice(0, -3));
  const problem = name ? `There is no command "${name}"` : 'A command is missing';
  throw new Problem(`${problem}; the commands are ${known.sort().join(', ')}.`);
}

/** Installs if need be, then becomes the command: same terminal, same signals, same exit code. */
export async function main([name, ...args]) {
  try {
    const file = commandFile(name);
    await ensureInstalled(ROOT, (line) => console.error(line));
    process.exitCode = await handOver(ROOT, file, args);
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
