import { expect, test } from 'vitest';
import { maySerialBecome, takesComponents } from './serialized-part.ts';

test('a piece may be assembled before and after it is completed, and not once it is scrapped or shipped', () => {
  expect(maySerialBecome('IN_PROCESS', 'ASSEMBLED')).toBe(true);
  expect(maySerialBecome('COMPLETED', 'ASSEMBLED')).toBe(true);
  expect(maySerialBecome('SCRAPPED', 'ASSEMBLED')).toBe(false);
  expect(maySerialBecome('SHIPPED', 'ASSEMBLED')).toBe(false);
});

test('a piece that is scrapped or shipped takes no more components', () => {
  expect(takesComponents('ASSEMBLED')).toBe(true);
  expect(takesComponents('SCRAPPED')).toBe(false);
  expect(takesComponents('SHIPPED')).toBe(false);
});
