import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SubjectIndex } from '../stream/subject-index.ts';
import { generalise, matches, SubjectError, SubjectTemplate } from './subject.ts';

const TENANT = '01900000-0000-7000-8000-000000000001';
const template = new SubjectTemplate('mes.{tenant}.work-orders.work-order.{args.id}.>');

describe('a subject with holes', () => {
  test('is filled from the tenant and the arguments', () => {
    const id = '0190AAAA-0000-7000-8000-00000000000F';
    expect(template.fill(TENANT, { id })).toEqual([
      'mes',
      TENANT,
      'work-orders',
      'work-order',
      id.toLowerCase(),
      '>',
    ]);
  });

  test.each([
    '*',
    '>',
    '',
    ' ',
    'a.b',
    'a b',
    '.',
    'a.>',
    '\n',
    'é',
    '＊',
    '\u0000',
    '{args.id}',
    '$JS',
    'a'.repeat(65),
    7,
    null,
    undefined,
    ['a'],
    { a: 1 },
  ])('is not filled with %j', (id) => {
    expect(() => template.fill(TENANT, { id })).toThrow(SubjectError);
    expect(() => template.fill(id as string, { id: 'a' })).toThrow(SubjectError);
  });

  test('is filled with values of its alphabet alone, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom('a', '.', '*', '>', ' ', '-') }),
        ),
        (id) => {
          try {
            const filled = template.fill(TENANT, { id });
            expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
            expect(filled).toHaveLength(6);
          } catch (error) {
            expect(error).toBeInstanceOf(SubjectError);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('takes no argument from a prototype', () => {
    expect(() => new SubjectTemplate('mes.{tenant}.{args.constructor}').fill(TENANT, {})).toThrow(
      SubjectError,
    );
  });

  test.each([
    'mes.orders.>',
    'mes.{tenant}.a{args.id}',
    'mes.{tenant}.>.a',
    'mes.{tenant}.{id}',
    '{tenant}.mes',
  ])('is not declared as %s', (text) => {
    expect(() => new SubjectTemplate(text)).toThrow();
  });
});

const token = fc.constantFrom('a', 'b', 'c');
const subject = fc.array(token, { minLength: 1, maxLength: 5 });
const filter = fc
  .tuple(fc.array(fc.oneof(token, fc.constant('*')), { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([tokens, open]) => (open ? [...tokens, '>'] : tokens));

describe('subjects and filters', () => {
  test('a filter made general takes everything that the filters take', () => {
    fc.assert(
      fc.property(fc.array(filter, { minLength: 1, maxLength: 4 }), subject, (filters, one) => {
        if (filters.some((each) => matches(each, one)))
          expect(matches(generalise(filters).split('.'), one)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('the index finds exactly those whose filter matches, until they leave', () => {
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 12 }), fc.array(subject), (filters, subjects) => {
        const index = new SubjectIndex<number>();
        for (const [i, one] of filters.entries()) index.add(one, i);
        const left = filters.map((_, i) => i).filter((i) => i % 3 !== 0);
        for (let i = 0; i < filters.length; i += 3) index.delete(filters[i] as string[], i);
        for (const one of subjects) {
          const found = new Set<number>();
          index.match(one, (i) => found.add(i));
          expect([...found].sort()).toEqual(left.filter((i) => matches(filters[i] as string[], one)).sort());
        }
      }),
    );
  });
});
