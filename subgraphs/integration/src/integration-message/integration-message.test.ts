import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SIMPLIFIED_SCHEDULE, V7_SCHEDULE } from '../b2mml/samples.ts';
import { excess } from './event-size.ts';
import { acknowledge, answer, limitErrors, MAX_ERRORS, mayBecome, stableId } from './integration-message.ts';
import { takenQuantity } from './outgoing.ts';
import { siteOf, understand, unknownNames, withLines } from './understand.ts';

const text = (xml: string) => understand({ bytes: Buffer.from(xml), receivedAs: 'TEXT' });
const states = ['RECEIVED', 'REJECTED', 'APPLIED', 'PENDING', 'ACKNOWLEDGED'] as const;

describe('states', () => {
  test('an answer changes a message that waits for one, and no other', () => {
    expect(answer({ direction: 'IN', state: 'RECEIVED' }, 'APPLIED')).toEqual({
      kind: 'CHANGED',
      to: 'APPLIED',
    });
    expect(answer({ direction: 'IN', state: 'APPLIED' }, 'APPLIED')).toEqual({ kind: 'UNCHANGED' });
    expect(answer({ direction: 'IN', state: 'APPLIED' }, 'REJECTED')).toEqual({ kind: 'NOT_EXPECTED' });
    expect(answer({ direction: 'OUT', state: 'REJECTED' }, 'REJECTED')).toEqual({ kind: 'NOT_EXPECTED' });
  });

  test('what a decision changes is a transition of the table', () => {
    const facts = fc.record({ direction: fc.constantFrom('IN', 'OUT'), state: fc.constantFrom(...states) });
    fc.assert(
      fc.property(facts, fc.boolean(), (message, yes) => {
        for (const decision of [answer(message, yes ? 'APPLIED' : 'REJECTED'), acknowledge(message, yes)]) {
          if (decision.kind !== 'CHANGED') continue;
          expect(mayBecome(message.direction, message.state, decision.to)).toBe(true);
        }
      }),
    );
  });

  test('only outgoing messages are acknowledged, and once', () => {
    expect(acknowledge({ direction: 'IN', state: 'APPLIED' }, true).kind).toBe('NOT_OUTGOING');
    expect(acknowledge({ direction: 'OUT', state: 'ACKNOWLEDGED' }, true).kind).toBe('UNCHANGED');
    expect(acknowledge({ direction: 'OUT', state: 'ACKNOWLEDGED' }, false).kind).toBe('ALREADY_ACKNOWLEDGED');
  });
});

describe('understanding', () => {
  const known = (parts: Record<string, string[]>, sites: Record<string, string> | null) => ({
    revisions: new Map(Object.entries(parts).map(([part, list]) => [part, new Set(list)])),
    sites: sites && new Map(Object.entries(sites)),
  });
  const v7 = text(V7_SCHEDULE).schedule;
  if (!v7) throw new Error('the sample is not read');

  test('names the message by its BODID and the schedule by its own id', () => {
    expect(text(V7_SCHEDULE)).toMatchObject({
      kind: 'SCHEDULE',
      externalId: 'BOD-77',
      objectId: 'SCHED-1',
      sentAt: '2026-02-01T06:00:00.000Z',
      errors: [],
    });
    expect(text(SIMPLIFIED_SCHEDULE)).toMatchObject({ externalId: 'PS-2025-001', objectId: 'PS-2025-001' });
  });

  test('part, revision and site must be known, and errors stand where the request stands', () => {
    const rules = (facts: ReturnType<typeof known>) => unknownNames(v7, facts).map(({ rule }) => rule);
    expect(rules(known({ BOX: ['D'] }, { 'PLANT-1': 'site' }))).toEqual([]);
    expect(rules(known({ BOX: ['C'] }, { 'PLANT-2': 'site' }))).toEqual(['REVISION_UNKNOWN', 'SITE_UNKNOWN']);
    expect(rules(known({}, null))).toEqual(['PART_UNKNOWN']);
    const [error] = unknownNames(v7, known({}, null));
    expect(error).toMatchObject({
      line: 26,
      element: 'ProcessOperationsSchedule/DataArea/OperationsSchedule/OperationsRequest',
    });
    expect(siteOf(v7, known({}, { 'PLANT-1': 'site' }))).toBe('site');
    expect(siteOf(v7, known({}, null))).toBeNull();
  });

  test('a performance is not taken in, and several routings in one message are not either', () => {
    const response =
      '<OperationsResponse><ID>1</ID><SegmentResponse><ID>1</ID></SegmentResponse></OperationsResponse>';
    const performance = `<OperationsPerformance xmlns="http://www.mesa.org/xml/B2MML"><ID>P</ID>${response}</OperationsPerformance>`;
    expect(text(performance)).toMatchObject({ kind: 'PERFORMANCE', errors: [{ rule: 'KIND_NOT_RECEIVED' }] });
    const routing = (id: string) =>
      `<OperationsDefinition><ID>${id}</ID><OperationsSegment><ID>OP-010</ID><Duration>PT1H</Duration></OperationsSegment></OperationsDefinition>`;
    const two = `<OperationsDefinitionInformation xmlns="http://www.mesa.org/xml/B2MML"><ID>I</ID>\n${routing('R1')}\n${routing('R2')}</OperationsDefinitionInformation>`;
    expect(text(two)).toMatchObject({ kind: 'ROUTING', errors: [{ rule: 'ROUTINGS_NOT_ONE', line: 3 }] });
  });

  test('never throws, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('TEXT', 'BYTES'),
        (bytes, receivedAs) => {
          expect(understand({ bytes: Buffer.from(bytes), receivedAs }).errors.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('errors of another domain get the lines of their elements', () => {
    const element = v7.requests[0]?.at.element ?? '';
    const errors = [
      { element, rule: 'X', message: 'x' },
      { element: `${element}/Priority`, rule: 'X', message: 'inside' },
      { element: 'elsewhere', rule: 'Y', message: 'y' },
    ];
    expect(withLines(errors, text(V7_SCHEDULE)).map(({ line }) => line)).toEqual([26, 26, 0]);
  });
});

describe('limits', () => {
  test('a list is taken exactly as long as it fits, and the error says how long that is', () => {
    const items = fc.array(fc.record({ name: fc.string(), n: fc.nat() }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(items, fc.integer({ min: 64 * 1024, max: 70 * 1024 }), (list, max) => {
        const [error] = excess(list, 'requests', max);
        if (!error) return;
        const fit = Number(/at most (\d+) requests fit/.exec(error.message)?.[1]);
        expect(fit).toBeLessThan(list.length);
        expect(excess(list.slice(0, fit), 'requests', max)).toEqual([]);
        expect(excess(list.slice(0, fit + 1), 'requests', max)).toHaveLength(1);
      }),
    );
  });

  test('more than a thousand errors are counted by the last one', () => {
    const error = { line: 1, element: 'a', rule: 'X', message: 'x' };
    const limited = limitErrors(Array.from({ length: MAX_ERRORS + 5 }, () => error));
    expect(limited).toHaveLength(MAX_ERRORS);
    expect(limited.at(-1)).toMatchObject({ rule: 'TOO_MANY_ERRORS', message: 'There are 6 more errors.' });
  });
});

test('a stable id is a UUID, the same for the same text alone', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(stableId(a)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(stableId(a) === stableId(b)).toBe(a === b);
    }),
  );
});

test('what an order took is what the ledger lost', () => {
  const taken = (value: string) => takenQuantity({ quantity: { value, unit: 'KGM' } });
  expect([taken('-25.500'), taken('-0.000000000001'), taken('0'), taken('3')]).toEqual([
    '25.5',
    '0.000000000001',
    null,
    null,
  ]);
});
