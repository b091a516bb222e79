import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrayText, readArray } from './array-types.ts';

const asText = (text: string) => text;

test('what is written as an array is read as the same, whatever the texts hold', () => {
  const element = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant(null),
    fc.constantFrom('NULL', '', '{}', '\\', '"'),
  );
  fc.assert(
    fc.property(fc.array(element), (values) => {
      expect(readArray(arrayText(values), asText)).toEqual(values);
    }),
  );
});

test('arrays are read as PostgreSQL writes them', () => {
  expect(readArray('{}', asText)).toEqual([]);
  expect(readArray('{a,"b, c",NULL,"NULL"}', asText)).toEqual(['a', 'b, c', null, 'NULL']);
  expect(readArray('{{1,2},{3,4}}', Number)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(readArray('[0:1]={1,2}', Number)).toEqual([1, 2]);
});

test('times and objects are written as PostgreSQL reads them', () => {
  expect(arrayText([new Date(0), { a: 1 }, 1n, true])).toBe(
    '{"1970-01-01T00:00:00.000Z","{\\"a\\":1}","1","true"}',
  );
});
