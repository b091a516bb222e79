import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ServiceProblem } from './problem.ts';

/** The unprivileged user that the servers run as when we are root. */
export type Account = { readonly uid: number; readonly gid: number; readonly name: string };

const NAME = 'machshop';
/** `su` without `-` leaves root without the sbin folders. */
const SBIN_PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin:/usr/bin:/bin`;

const ask = (command: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { PATH: SBIN_PATH },
    }).trim();
  } catch {
    return undefined;
  }
};

function lookUp(user: string): Account | undefined {
  const uid = Number(ask('id', ['-u', user]) || Number.NaN);
  const gid = Number(ask('id', ['-g', user]) || Number.NaN);
  const name = ask('id', ['-un', user]);
  return uid > 0 && gid >= 0 && name ? { uid, gid, name } : undefined;
}

/** The user of the nearest existing folder at or above this path, if that is not root. */
function ownerOf(path: string): Account | undefined {
  for (let folder = path; ; folder = dirname(folder)) {
    try {
      const { uid } = statSync(folder);
      return uid === 0 ? undefined : lookUp(String(uid));
    } catch {
      if (dirname(folder) === folder) return undefined;
    }
  }
}

function create(log: (message: string) => void): Account | undefined {
  const args = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  if (ask('useradd', [...args, '--shell', '/usr/sbin/nologin', NAME]) === undefined) return undefined;
  log(`made the system user "${NAME}": PostgreSQL refuses to run as root`);
  return lookUp(NAME);
}

/**
 * Who the servers run as: nobody else when we are not root; as root the owner of the data directory,
 * else the system user `machshop` (made when it is missing), else `nobody`.
 * @returns undefined where the servers run as ourselves
 */
export function serviceAccount(dataDir: string, log: (message: string) => void): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const account = ownerOf(dataDir) ?? lookUp(NAME) ?? create(log) ?? lookUp('nobody');
  if (!account) {
    throw new ServiceProblem(
      `PostgreSQL refuses to run as root, and there is no user to run it as: add one with "useradd --system ${NAME}".`,
    );
  }
  return account;
}

/** Can this account use the file or folder so (`test` flags: x enter or run, r read, w write)? */
export function accountCan(account: Account | undefined, flag: 'x' | 'r' | 'w', path: string): boolean {
  const identity = account ? { uid: account.uid, gid: account.gid } : {};
  return (
    spawnSync('/bin/sh', ['-c', `test -${flag} "$1"`, 'sh', path], { cwd: '/', ...identity }).status === 0
  );
}
