import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeDurably } from './files.ts';
import { explained, ServiceProblem } from './problem.ts';

/** The random secrets of one installation. */
export type Secrets = {
  /**
   * The secret of this name: 32 random bytes as base64url (43 characters, safe in a URL).
   * Made and kept the first time it is asked for, the same ever after.
   */
  secret(name: string): string;
};

const FILE = 'secrets.json';
const NAME = /^[a-z][a-z0-9.:_-]{0,99}$/;

function parse(value: unknown, path: string): Map<string, string> {
  if (value === undefined) return new Map();
  const bad = new ServiceProblem(`${path} is not a list of secrets: restore it from a backup.`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw bad;
  const entries = Object.entries(value);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) throw bad;
  return new Map(entries);
}

/**
 * Opens `secrets.json` (mode 0600) of a data directory.
 * Only the process that holds the data directory's lock makes new ones (see `lockDataDir`).
 * @throws ServiceProblem when the file cannot be read or is damaged
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, FILE);
  const read = (): Map<string, string> => {
    try {
      return parse(readJson(path), path);
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw new ServiceProblem(`${path} is damaged: restore it from a backup.`);
      }
      throw explained(error, 'reading the secrets');
    }
  };
  let known = read();
  return {
    secret(name) {
      if (!NAME.test(name)) throw new Error(`not a name for a secret: ${name}`);
      const kept = known.get(name);
      if (kept !== undefined) return kept;
      // another holder of this file in the same process may have added to it
      known = read();
      const found = known.get(name) ?? randomBytes(32).toString('base64url');
      known.set(name, found);
      try {
        mkdirSync(dataDir, { recursive: true });
        writeDurably(path, `${JSON.stringify(Object.fromEntries(known), null, 2)}\n`, 0o600);
        chmodSync(path, 0o600);
      } catch (error) {
        throw explained(error, 'keeping a new secret');
      }
      return found;
    },
  };
}
