import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logFile } from './log-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'machshop-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const contentOf = (name: string) => readFileSync(join(folder, name), 'utf8');

test('the log goes on where it was, and nobody else may read it', () => {
  logFile(folder).write('one\n');
  logFile(folder).write('two\n');
  expect(contentOf('machshop.log')).toBe('one\ntwo\n');
  expect(statSync(join(folder, 'machshop.log')).mode & 0o777).toBe(0o600);
});

test('a log that is full is put aside once, so that two files are all there ever are', () => {
  const log = logFile(folder, 8);
  for (let line = 1; line <= 9; line++) log.write(`${line}23\n`);
  expect(contentOf('machshop.log.1')).toBe('723\n823\n');
  expect(contentOf('machshop.log')).toBe('923\n');
  expect(readdirSync(folder)).toHaveLength(2);
  logFile(folder, 4).write('next\n');
  expect(contentOf('machshop.log')).toBe('923\nnext\n');
});
