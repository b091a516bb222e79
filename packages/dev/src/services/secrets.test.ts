import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ServiceProblem } from './problem.ts';
import { loadSecrets } from './secrets.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'machshop-secrets-'));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test('a secret is made once, kept, and different for every name', () => {
  const made = loadSecrets(dataDir);
  const first = made.secret('work-orders.db');
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(made.secret('auth.db')).not.toBe(first);
  expect(loadSecrets(dataDir).secret('work-orders.db')).toBe(first);
});

test('two that hold the file at once do not lose one another’s secrets', () => {
  const one = loadSecrets(dataDir);
  const other = loadSecrets(dataDir);
  const a = one.secret('a');
  const b = other.secret('b');
  expect(other.secret('a')).toBe(a);
  expect([loadSecrets(dataDir).secret('a'), loadSecrets(dataDir).secret('b')]).toEqual([a, b]);
});

test('the file can be read by its owner alone', () => {
  loadSecrets(dataDir).secret('a');
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a damaged file is never overwritten', () => {
  writeFileSync(join(dataDir, 'secrets.json'), '{"a": "b"');
  expect(() => loadSecrets(dataDir)).toThrow(ServiceProblem);
});
