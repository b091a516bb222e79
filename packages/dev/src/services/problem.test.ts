import { expect, test } from 'vitest';
import { deathOf, explained, portWasTaken, ServiceProblem } from './problem.ts';

const fault = (code: string, path?: string): Error =>
  Object.assign(new Error(`${code}: it failed`), { code, path });

test('faults of the file system become one sentence, others stay what they are', () => {
  expect(explained(fault('ENOSPC'), 'keeping a new secret').message).toBe(
    'The disk is full (while keeping a new secret): free some space and start again.',
  );
  expect(explained(fault('EACCES', '/data/x'), 'starting').message).toContain('No permission for /data/x');
  const bug = new TypeError('x is not a function');
  expect(explained(bug, 'starting')).toBe(bug);
});

test.each([
  [
    'initdb: error: could not write file "x": No space left on device',
    /^The disk is full: PostgreSQL could not write/,
  ],
  [
    'postgres: error while loading shared libraries: libxml2.so.2: cannot open shared object file',
    /libxml2\.so\.2/,
  ],
  ["/lib/libc.so.6: version `GLIBC_2.38' not found", /newer C library \(GLIBC_2\.38\)/],
  [
    'FATAL:  data directory "/x" has wrong ownership',
    /^PostgreSQL ended before it was ready: FATAL: {2}data directory/,
  ],
  ['nothing that is known', /^PostgreSQL ended before it was ready \(its log: \/log\)\.$/],
])('the last words of a server are understood: %s', (output, sentence) => {
  const problem = deathOf('PostgreSQL', output, '/log');
  expect(problem).toBeInstanceOf(ServiceProblem);
  expect(problem.message).toMatch(sentence);
});

test('a port that is taken is told apart from other deaths', () => {
  expect(portWasTaken('LOG:  could not bind IPv4 address "127.0.0.1": Address already in use')).toBe(true);
  expect(
    portWasTaken('[FTL] Error listening on port: listen tcp 127.0.0.1:22: bind: address already in use'),
  ).toBe(true);
  expect(portWasTaken('FATAL:  out of memory')).toBe(false);
});
