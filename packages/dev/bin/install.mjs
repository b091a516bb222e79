import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { explained, Problem } from './problem.mjs';

const OLDEST_NPM = 9;
const TELL_EVERY_MS = 20_000;
const TAIL_LINES = 15;

const stampFile = (root) => join(root, 'node_modules', '.machshop-installed');
const pinnedNode = (root) => join(root, 'node_modules', '.bin', 'node');

/** What node_modules must be for: the lockfile and the kind of machine. */
function wanted(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform} ${process.arch}\n`;
}

/** Every package of the lockfile and whether it is there; what is for another platform need not be. */
function missingPackage(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const [path, entry] of Object.entries(packages)) {
    if (!/(^|\/)node_modules\//.test(path)) continue;
    const folder = join(root, path);
    if (entry.link) {
      if (!existsSync(folder)) return path;
      continue;
    }
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) {
      if (entry.optional || entry.devOptional || entry.peer) continue;
      return path;
    }
    if (JSON.parse(readFileSync(manifest, 'utf8')).version !== entry.version) return path;
  }
  return undefined;
}

const nodeRuns = (root) =>
  /^v24\./.test(spawnSync(pinnedNode(root), ['--version'], { encoding: 'utf8' }).stdout ?? '');

function isStamped(root, stamp) {
  try {
    return readFileSync(stampFile(root), 'utf8') === stamp && existsSync(pinnedNode(root));
  } catch {
    return false;
  }
}

/** True where node_modules is what the lockfile says, whoever installed it; a partial one is found out. */
function isComplete(root) {
  try {
    return (
      lstatSync(join(root, 'node_modules')).isDirectory() &&
      missingPackage(root) === undefined &&
      nodeRuns(root)
    );
  } catch {
    return false;
  }
}

/** npm as this process was started by it, else the one on PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.[cm]?js$/.test(script) && existsSync(script)) return [process.execPath, [script]];
  return ['npm', []];
}

function checkNpm([command, args]) {
  const found = spawnSync(command, [...args, '--version'], { encoding: 'utf8' });
  if (found.error || found.status !== 0) {
    throw new Problem(
      'MachShop installs its packages with npm, and there is none: install npm (on Debian "apt-get install npm").',
    );
  }
  if (Number(found.stdout.split('.')[0]) < OLDEST_NPM) {
    throw new Problem(
      `MachShop needs npm ${OLDEST_NPM} or newer, and this is ${found.stdout.trim()}: install it with "npm install -g npm@10".`,
    );
  }
}

const REASONS = [
  [/ENOSPC|no space left/i, () => 'The disk is full: free some space and start again.'],
  [
    /(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET)/,
    (found) =>
      `The npm registry cannot be reached (${found[1]}): check the network or the proxy and start again.`,
  ],
  [
    /(EACCES|EPERM)[^\n]*/,
    (found) =>
      `No permission while installing (${found[0].trim()}): start as the folder's owner, or change its owner.`,
  ],
  [
    /npm (?:error|ERR!) code EUSAGE/,
    () =>
      'package.json and package-lock.json do not fit together: run "npm install" once to bring the lockfile up to date.',
  ],
  [
    /EINTEGRITY/,
    () =>
      'A package is not the one that the lockfile names (EINTEGRITY): do not use it, and find out which registry or proxy gave it.',
  ],
];

/** The sentence for a failed npm, and the last that it said without its noise. */
function failure(output, code) {
  for (const [pattern, sentence] of REASONS) {
    const found = pattern.exec(output);
    if (found) return new Problem(sentence(found));
  }
  const tail = output
    .split('\n')
    .filter((line) => line.trim() && !/EBADENGINE|npm (warn|WARN|notice)/.test(line))
    .slice(-TAIL_LINES);
  return new Problem(`npm could not install the packages (exit code ${code}):\n${tail.join('\n')}`);
}

/** Shows that something goes on: a line that counts seconds on a terminal, a line now and then elsewhere. */
function showProgress(log) {
  const begin = Date.now();
  const seconds = () => Math.round((Date.now() - begin) / 1000);
  const text = 'Installing packages';
  if (process.stderr.isTTY) {
    const draw = () => process.stderr.write(`\r${text} … ${seconds()} s `);
    const timer = setInterval(draw, 1000);
    draw();
    return (end) => {
      clearInterval(timer);
      process.stderr.write('\r\x1b[K');
      if (end) log(`${text}: done in ${seconds()} s`);
    };
  }
  log(`${text} (a minute or two the first time)`);
  const timer = setInterval(() => log(`${text} … ${seconds()} s`), TELL_EVERY_MS);
  return (end) => {
    clearInterval(timer);
    if (end) log(`${text}: done in ${seconds()} s`);
  };
}

/** `npm ci`, quiet unless it fails. A signal ends it, and us. */
function runNpm(root, [command, args], log) {
  const flags = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev', '--no-progress'];
  return new Promise((resolve, reject) => {
    const finish = showProgress(log);
    const child = spawn(command, [...args, ...flags], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-100_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const pass = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
    child.once('error', (error) => {
      finish(false);
      reject(explained(error, root));
    });
    child.once('close', (code, signal) => {
      for (const one of ['SIGINT', 'SIGTERM']) process.off(one, pass);
      finish(code === 0);
      if (code === 0) resolve();
      else
        reject(
          signal
            ? new Problem(`Installing was interrupted (${signal}); the next start begins it again.`)
            : failure(output, code),
        );
    });
  });
}

/**
 * Makes node_modules what package-lock.json says. The stamp in it is taken away before npm begins and written
 * when npm is done and the pinned Node runs, so that a half installed folder is never taken for a whole one.
 */
export async function ensureInstalled(root, log) {
  const stamp = wanted(root);
  if (isStamped(root, stamp)) return;
  const wait = (pid) => log(`Another start installs the packages (process ${pid}); waiting for it`);
  await alone(join(root, '.machshop', 'install.lock'), wait, async () => {
    if (isStamped(root, stamp)) return;
    try {
      rmSync(stampFile(root), { force: true });
      if (!isComplete(root)) {
        const npm = npmCommand();
        checkNpm(npm);
        await runNpm(root, npm, log);
      }
      if (!nodeRuns(root)) {
        throw new Problem(
          'The pinned Node in node_modules does not run: npm must be allowed to run the install script of the package "node" (npm config get ignore-scripts).',
        );
      }
      writeFileSync(stampFile(root), stamp);
    } catch (error) {
      throw explained(error, root);
    }
  });
}
