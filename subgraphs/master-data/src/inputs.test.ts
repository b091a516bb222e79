import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { businessKey, freeText, hashOf, quantityPer, seconds, unit } from './inputs.ts';

describe('the hash of an input', () => {
  test('does not depend on the order of fields, nor on fields that are not given', () => {
    expect(hashOf({ a: 1, b: { c: null, d: new Date(0) } })).toBe(hashOf({ b: { d: new Date(0) }, a: 1 }));
  });

  test('is another one for another input', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const text = (input: unknown) =>
          JSON.stringify(input, (_, field) => (field === null ? undefined : field));
        fc.pre(text(a) !== text(b) && !text(a)?.includes('{') && !text(b)?.includes('{'));
        expect(hashOf(a)).not.toBe(hashOf(b));
      }),
    );
  });
});

describe('what is given', () => {
  test('as a quantity is kept in its shortest form', () => {
    expect(quantityPer.parse('1.500')).toBe('1.5');
    expect(seconds.parse('0.0')).toBe('0');
  });

  test.each(['0', '-1', '1e3', '0.123456789', '1234567890123'])('as the quantity %s is refused', (text) => {
    expect(quantityPer.safeParse(text).success).toBe(false);
  });

  test.each(['C62', 'KGM', 'E4'])('%s is a unit', (code) => expect(unit.safeParse(code).success).toBe(true));
  test.each(['each', 'kg', 'M²', 'ABCD'])('%s is none', (code) =>
    expect(unit.safeParse(code).success).toBe(false),
  );

  test('as a key has no control characters and no blanks around it', () => {
    expect(businessKey.parse(' ROUTING-BLADE-TF39-001-Rev-C ')).toBe('ROUTING-BLADE-TF39-001-Rev-C');
    expect(businessKey.safeParse('A\u0000B').success).toBe(false);
    expect(businessKey.safeParse('A\nB').success).toBe(false);
    expect(businessKey.safeParse('').success).toBe(false);
  });

  test('as text may have lines, but no other control characters', () => {
    expect(freeText(20).parse('one\n\ttwo')).toBe('one\n\ttwo');
    expect(freeText(20).safeParse('a\u0007b').success).toBe(false);
  });
});
