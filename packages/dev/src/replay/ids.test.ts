import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deterministicId } from './ids.ts';

test('the same time and key give the same id, another key another one', () => {
  const atMs = Date.parse('2017-02-02T18:06:38.953Z');
  expect(deterministicId(atMs, 'a')).toBe(deterministicId(atMs, 'a'));
  expect(deterministicId(atMs, 'a')).not.toBe(deterministicId(atMs, 'b'));
});

test('every id is a UUIDv7 that carries its time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.string(), (atMs, key) => {
      const id = deterministicId(atMs, key);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(atMs);
    }),
  );
});

test('a time that does not fit is refused', () => {
  expect(() => deterministicId(-1, 'a')).toThrow(RangeError);
  expect(() => deterministicId(1.5, 'a')).toThrow(RangeError);
});
