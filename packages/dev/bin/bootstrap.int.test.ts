import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

// A small repository with the real bootstrap: its lockfile names one package, whose binary is the Node that we run on.
const COMMAND = `
console.log(JSON.stringify({ args: process.argv.slice(2), path: process.env.PATH.split(':')[0], pid: process.pid }));
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => { console.log('SIGTERM'); process.exit(7); });
  setInterval(() => {}, 1000);
} else process.exitCode = Number(process.argv[2] ?? 0);
`;

let root: string;

const write = (path: string, content: unknown): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
};

const npm = (...args: string[]) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--offline'], { cwd: root, stdio: 'pipe' });

const manifest = (dependencies: Record<string, string>) => ({
  name: 'small',
  version: '1.0.0',
  private: true,
  dependencies,
});

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'machshop-bootstrap-'));
  cpSync(import.meta.dirname, join(root, 'packages/dev/bin'), { recursive: true });
  write('packages/dev/src/commands/hello.ts', COMMAND);
  write('pinned/package.json', { name: 'node', version: '24.0.0', bin: { node: 'node' } });
  symlinkSync(process.execPath, join(root, 'pinned/node'));
  write('other/package.json', { name: 'other', version: '1.0.0' });
  write('package.json', manifest({ node: 'file:pinned' }));
  npm('install', '--package-lock-only');
});

beforeEach(() => rmSync(join(root, 'node_modules'), { recursive: true, force: true }));

afterAll(() => rmSync(root, { recursive: true }));

type Run = { child: ChildProcess; out: () => string; err: () => string; code: Promise<number | null> };

function run(...args: string[]): Run {
  // as a shell would start it: npm's own variables of the test run are not ours
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')));
  const child = spawn(process.execPath, [join(root, 'packages/dev/bin/machshop.mjs'), ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = new Promise<number | null>((done) => child.once('close', done));
  return { child, out: () => out, err: () => err, code };
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 200) throw new Error('it did not come to pass within 10 s');
    await sleep(50);
  }
}

test('the first start installs, the command gets its arguments, its exit code comes back, the second installs nothing', async () => {
  const first = run('hello', '3', '--flag');
  expect(await first.code).toBe(3);
  expect(first.err()).toMatch(/^Installing packages/);
  expect(JSON.parse(first.out())).toMatchObject({
    args: ['3', '--flag'],
    path: join(root, 'node_modules/.bin'),
  });
  const second = run('hello');
  expect(await second.code).toBe(0);
  expect(second.err()).toBe('');
});

test('a changed lockfile is installed, a folder that npm install left complete is not touched', async () => {
  await run('hello').code;
  write('package.json', manifest({ node: 'file:pinned', other: 'file:other' }));
  npm('install', '--package-lock-only');
  const changed = run('hello');
  await changed.code;
  expect(changed.err()).toMatch(/^Installing packages/);
  expect(existsSync(join(root, 'node_modules/other/package.json'))).toBe(true);

  write('package.json', manifest({ node: 'file:pinned' }));
  npm('install');
  const byHand = run('hello');
  await byHand.code;
  expect(byHand.err()).toBe('');
});

test('a half installed folder is found out and installed anew', async () => {
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
  const half = run('hello');
  expect(await half.code).toBe(0);
  expect(half.err()).toMatch(/^Installing packages/);
});

test('of three starts at once one installs and the others wait for it', async () => {
  const starts = [run('hello'), run('hello'), run('hello')];
  expect(await Promise.all(starts.map((start) => start.code))).toEqual([0, 0, 0]);
  expect(starts.filter((start) => start.err().includes('Installing packages'))).toHaveLength(1);
  expect(existsSync(join(root, '.machshop/install.lock'))).toBe(false);
});

test('the lock of a start that was killed does not hold the next one', async () => {
  write('.machshop/install.lock', '999999999 12345');
  expect(await run('hello').code).toBe(0);
});

test('SIGTERM reaches the command once, and its exit code is ours', async () => {
  const waiting = run('hello', 'wait');
  await until(() => waiting.out().includes('pid'));
  waiting.child.kill('SIGTERM');
  waiting.child.kill('SIGTERM');
  expect(await waiting.code).toBe(7);
  expect(waiting.out().match(/SIGTERM/g)).toHaveLength(1);
});

test('a command whose bootstrap is killed outright ends in good order', async () => {
  const waiting = run('hello', 'wait');
  await until(() => waiting.out().includes('pid'));
  const { pid } = JSON.parse(waiting.out());
  waiting.child.kill('SIGKILL');
  await until(
    () => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '),
  );
  expect(waiting.out()).toContain('SIGTERM');
});

test('a command that does not exist is told with those that do', async () => {
  const unknown = run('../hello');
  expect(await unknown.code).toBe(1);
  expect(unknown.err()).toBe('There is no command "../hello"; the commands are hello.\n');
});
