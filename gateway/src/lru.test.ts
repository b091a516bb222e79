import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lru } from './lru.ts';

test('the entry least recently used is forgotten first', () => {
  const lru = new Lru<string, number>(2);
  lru.set('a', 1);
  lru.set('b', 2);
  lru.get('a');
  lru.set('c', 3);
  expect([lru.get('a'), lru.get('b'), lru.get('c')]).toEqual([1, undefined, 3]);
});

test('neither entries nor the length of their keys grow beyond the limits, but the newest stays', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 100 }), (keys) => {
      const lru = new Lru<string, number>(5, 40);
      const held = new Set<string>();
      for (const [i, key] of keys.entries()) {
        lru.set(key, i);
        held.add(key);
        for (const one of held) if (lru.get(one) === undefined) held.delete(one);
        expect(held.has(key)).toBe(true);
        expect(lru.size).toBe(held.size);
        expect(held.size).toBeLessThanOrEqual(5);
        const weight = [...held].reduce((sum, one) => sum + one.length, 0);
        expect(weight <= 40 || held.size === 1).toBe(true);
      }
    }),
  );
});
