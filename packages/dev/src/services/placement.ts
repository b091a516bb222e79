import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Account, accountCan } from './account.ts';
import { readJson, writeDurably } from './files.ts';
import { ServiceProblem } from './problem.ts';

const RECORD = 'placement.json';
const SERVERS = ['postgres', 'nats'] as const;

/** Where servers keep their data when their user cannot enter the data directory, best first. */
const SHELTERS = ['/var/lib/machshop', '/var/tmp/machshop'];

const recorded = (dataDir: string): string | undefined => {
  const record = readJson(join(dataDir, RECORD));
  if (typeof record !== 'object' || record === null || !('home' in record)) return undefined;
  return typeof record.home === 'string' ? record.home : undefined;
};

/** A folder of root's that everybody may enter and nobody else may change. */
function openShelter(account: Account): string | undefined {
  for (const shelter of SHELTERS) {
    try {
      mkdirSync(shelter, { recursive: true, mode: 0o755 });
      const found = lstatSync(shelter);
      if (!found.isDirectory() || found.uid !== 0) continue;
      chmodSync(shelter, 0o755);
      if (accountCan(account, 'x', shelter)) return shelter;
    } catch {
      // the next one may do
    }
  }
  return undefined;
}

/** Moves what servers already wrote; a copy is complete before it gets its name. */
function move(from: string, to: string): void {
  const draft = `${to}.moving`;
  rmSync(draft, { recursive: true, force: true });
  execFileSync('cp', ['-a', from, draft], { stdio: ['ignore', 'ignore', 'pipe'] });
  renameSync(draft, to);
}

/**
 * The folder in which the servers keep their data: the data directory itself, or, when we are root and the
 * servers' user cannot enter it (a checkout in root's home), a folder under /var/lib/machshop that
 * `placement.json` remembers. Data that an earlier start left in the data directory moves along.
 */
export function settle(
  dataDir: string,
  account: Account | undefined,
  log: (message: string) => void,
): string {
  const known = recorded(dataDir);
  if (known !== undefined) {
    if (existsSync(known)) return known;
    throw new ServiceProblem(
      `The servers' data should be in ${known} and is not: restore it, or remove ${join(dataDir, RECORD)} to begin anew.`,
    );
  }
  if (account === undefined || accountCan(account, 'x', dataDir)) return dataDir;
  const shelter = openShelter(account);
  if (shelter === undefined) {
    throw new ServiceProblem(
      `The user ${account.name} cannot enter ${dataDir}, nor ${SHELTERS.join(' or ')}: set MACHSHOP_DATA_DIR to a folder that it can enter.`,
    );
  }
  const home = join(shelter, randomBytes(8).toString('hex'));
  mkdirSync(home, { mode: 0o755 });
  for (const server of SERVERS) {
    if (existsSync(join(dataDir, server))) move(join(dataDir, server), join(home, server));
  }
  writeDurably(
    join(dataDir, RECORD),
    `${JSON.stringify({ home, why: `${account.name} cannot enter ${dataDir}` })}\n`,
    0o644,
  );
  for (const server of SERVERS) rmSync(join(dataDir, server), { recursive: true, force: true });
  log(`the servers' data is in ${home}, since the user ${account.name} cannot enter ${dataDir}`);
  return home;
}
