import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, accountCan } from './account.ts';
import { explained, ServiceProblem } from './problem.ts';

const run = promisify(execFile);

/** The official release that is fetched where Debian's package cannot be; sums from the release's SHA256SUMS. */
const RELEASE = {
  version: '2.10.22',
  sha256: {
    'linux-x64': ['amd64', 'db0b3ccbe4cbdd3872ae7486ec4f6b0f85824632a0789f4da2e0a8518390483e'],
    'linux-arm64': ['arm64', 'b4da77b2b194dc5fcf13a1df0dad59ba7e87ae4423f254c50534015b7c8a2369'],
  } as Readonly<Record<string, readonly [arch: string, sum: string]>>,
};

const APT_LIMIT_MS = 180_000;
const DOWNLOAD_LIMIT_MS = 120_000;
const DOWNLOAD_LIMIT_BYTES = 64 * 1024 * 1024;

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

function onPath(path: string | undefined): string | undefined {
  // Debian puts servers into sbin, which a plain user's PATH leaves out
  const folders = [...(path ?? '').split(delimiter), '/usr/local/sbin', '/usr/sbin', '/sbin'];
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, 'nats-server'))
    .find(runnable);
}

/** Puts a fetched binary to its place in one step, so that two that fetch at once do not disturb one another. */
function place(from: string, binDir: string): string {
  const target = join(binDir, 'nats-server');
  const draft = `${target}.${process.pid}.new`;
  copyFileSync(from, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, target);
  return target;
}

/** Folders of fetches that were killed; one that is younger may still be at work. */
function removeLeftovers(binDir: string): void {
  for (const name of readdirSync(binDir)) {
    const path = join(binDir, name);
    if (/^(debian|release)-/.test(name) && Date.now() - statSync(path).mtimeMs > APT_LIMIT_MS * 3) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Options that keep apt's state in a folder of ours: no root is needed, the machine's lists stay as they are.
 * `APT::Sandbox::User` is off, as its user cannot enter our folder.
 */
const privateApt = (folder: string): string[] => [
  ...['-o', `Dir::State=${join(folder, 'state')}`, '-o', `Dir::Cache=${join(folder, 'cache')}`],
  ...['-o', 'Dir::State::status=/var/lib/dpkg/status', '-o', 'APT::Sandbox::User='],
  ...['-o', 'Acquire::Languages=none', '-o', 'Acquire::Retries=2', '-o', 'Debug::NoLocking=1'],
  ...['-o', 'APT::Update::Post-Invoke-Success::=', '-o', 'APT::Update::Post-Invoke::='],
];

async function fromDebian(binDir: string, log: (message: string) => void): Promise<string> {
  const folder = mkdtempSync(join(binDir, 'debian-'));
  const options = {
    cwd: folder,
    timeout: APT_LIMIT_MS,
    env: { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' },
  };
  try {
    log("fetching nats-server from Debian's package");
    const sandbox = ['-o', 'APT::Sandbox::User='];
    await run('apt-get', ['-q', ...sandbox, 'download', 'nats-server'], options).catch(async () => {
      // a fresh machine has no package lists, and only root may fetch the machine's
      log('fetching the package lists first (into a folder of our own)');
      for (const part of ['state/lists/partial', 'cache/archives/partial'])
        mkdirSync(join(folder, part), { recursive: true });
      await run('apt-get', ['-q', ...privateApt(folder), 'update'], options);
      await run('apt-get', ['-q', ...privateApt(folder), 'download', 'nats-server'], options);
    });
    const archive = readdirSync(folder).find((name) => name.endsWith('.deb'));
    if (archive === undefined) throw new Error('apt-get download gave no package');
    await run('dpkg', ['-x', archive, 'unpacked'], options);
    const found = ['usr/sbin', 'usr/bin']
      .map((bin) => join(folder, 'unpacked', bin, 'nats-server'))
      .find(existsSync);
    if (found === undefined) throw new Error("Debian's package holds no nats-server");
    return place(found, binDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fromRelease(binDir: string, log: (message: string) => void): Promise<string> {
  const known = RELEASE.sha256[`${process.platform}-${process.arch}`];
  if (known === undefined) throw new Error(`no pinned release for ${process.platform} on ${process.arch}`);
  const [arch, sum] = known;
  const name = `nats-server-v${RELEASE.version}-linux-${arch}`;
  const url = `https://github.com/nats-io/nats-server/releases/download/v${RELEASE.version}/${name}.tar.gz`;
  log(`fetching nats-server ${RELEASE.version}`);
  const response = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_LIMIT_MS) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const length = Number(response.headers.get('content-length') ?? 0);
  if (length > DOWNLOAD_LIMIT_BYTES) throw new Error(`${url} is larger than it can be (${length} bytes)`);
  const archive = Buffer.from(await response.arrayBuffer());
  const actual = createHash('sha256').update(archive).digest('hex');
  if (actual !== sum) throw new Error(`${url} has the checksum ${actual}, not ${sum}`);
  const folder = mkdtempSync(join(binDir, 'release-'));
  try {
    writeFileSync(join(folder, 'archive.tar.gz'), archive);
    await run('tar', ['-xzf', 'archive.tar.gz'], { cwd: folder, timeout: APT_LIMIT_MS });
    return place(join(folder, name, 'nats-server'), binDir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'there is no apt-get';
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  const aptSays =
    'stderr' in error && typeof error.stderr === 'string' ? error.stderr.match(/^E: (.*)$/m)?.[1] : undefined;
  return `${aptSays ?? error.message.split('\n')[0]}${cause}`;
};

/**
 * Finds nats-server, or fetches it: PATH, the folder of earlier fetches, Debian's package, the official release.
 * @param binDir the folder of earlier fetches
 * @throws ServiceProblem with the three ways to get it
 */
export async function findNatsServer(
  binDir: string,
  env: Readonly<Record<string, string | undefined>>,
  log: (message: string) => void,
): Promise<string> {
  const found = onPath(env.PATH) ?? [join(binDir, 'nats-server')].find(runnable);
  if (found !== undefined) return found;
  try {
    mkdirSync(binDir, { recursive: true });
    removeLeftovers(binDir);
  } catch (error) {
    throw explained(error, 'making the folder for nats-server');
  }
  const failures: string[] = [];
  for (const [source, fetchIt] of [
    ["Debian's package", fromDebian],
    ['the official release', fromRelease],
  ] as const) {
    try {
      return await fetchIt(binDir, log);
    } catch (error) {
      const known = explained(error, 'fetching nats-server');
      if (known instanceof ServiceProblem) throw known;
      failures.push(`${source}: ${reasonOf(error)}`);
    }
  }
  throw new ServiceProblem(
    [
      `nats-server is not on this machine and could not be fetched (${failures.join('; ')}). Three ways to get it:`,
      '  1. apt-get install nats-server',
      `  2. put the binary of a release from https://github.com/nats-io/nats-server/releases into ${binDir}`,
      '  3. set NATS_URL to a NATS server of your own that has JetStream',
    ].join('\n'),
  );
}

/** The path from which the account can run the binary: where it is, or a copy in the servers' home. */
export function runnableFor(account: Account | undefined, binary: string, home: string): string {
  if (accountCan(account, 'x', binary)) return binary;
  const sum = createHash('sha256').update(readFileSync(binary)).digest('hex').slice(0, 12);
  const folder = join(home, 'binaries', `nats-${sum}`);
  const copy = join(folder, 'nats-server');
  if (existsSync(copy)) return copy;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    return place(binary, folder);
  } catch (error) {
    throw explained(error, 'copying nats-server');
  }
}
