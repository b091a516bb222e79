import { expect, test } from 'vitest';
import { REVIVABLE, transition } from './lifecycle.ts';

test('a draft is published, then retired; a retired revision does not come back', () => {
  expect(transition('DRAFT', 'PUBLISHED').kind).toBe('CHANGED');
  expect(transition('PUBLISHED', 'RETIRED').kind).toBe('CHANGED');
  expect(transition('RETIRED', 'PUBLISHED')).toEqual({
    kind: 'ILLEGAL_TRANSITION',
    from: 'RETIRED',
    to: 'PUBLISHED',
  });
});

test('a retired material comes back by being published', () => {
  expect(transition('RETIRED', 'PUBLISHED', REVIVABLE).kind).toBe('CHANGED');
});

test('going where it is already changes nothing', () => {
  expect(transition('PUBLISHED', 'PUBLISHED').kind).toBe('UNCHANGED');
});
