import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  applicationArea,
  identifier,
  instant,
  performanceDraft,
  routingDraft,
  scheduleDraft,
} from './arbitraries.ts';
import type { B2mmlMessage } from './model.ts';
import { readB2mml } from './read.ts';
import { schemaFolder, skipReason } from './reference-data.ts';
import { B2MML_RULES, type B2mmlRule } from './rules.ts';
import { writeConfirmBod } from './write-confirm.ts';
import { writeMaterialActual, writeOperationsPerformance } from './write-performance.ts';
import { writeOperationsDefinitions } from './write-routing.ts';
import { writeOperationsSchedule } from './write-schedule.ts';
import { writeMessage } from './write-transaction.ts';
import { el } from './xml-writer.ts';
import { validateAgainstXsd } from './xsd.ts';

const folder = schemaFolder(process.env);
const valid = it.skipIf(folder === null);
const reason = skipReason(folder);

const errorsOf = (xml: string) => validateAgainstXsd(xml, folder ?? '');
const mustBeValid = (xml: string): void => {
  expect(errorsOf(xml)).toEqual([]);
};

function read(xml: string): B2mmlMessage {
  const reading = readB2mml(Buffer.from(xml));
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.message;
}

const withoutPlace = <T extends { at: unknown }>({ at: _, ...rest }: T): Omit<T, 'at'> => rest;

it('a schedule that was written reads back as it was', () => {
  fc.assert(
    fc.property(scheduleDraft, (draft) => {
      const message = read(writeOperationsSchedule(draft));
      if (message.kind !== 'SCHEDULE') throw new Error(message.kind);
      expect({ ...message, requests: message.requests.map(withoutPlace) }).toEqual({
        ...draft,
        kind: 'SCHEDULE',
        form: 'V7',
        messageId: draft.application?.bodId ?? draft.scheduleId,
      });
    }),
  );
});

it('routings that were written read back as they were', () => {
  fc.assert(
    fc.property(routingDraft, ({ informationId, ...draft }) => {
      const message = read(writeOperationsDefinitions({ informationId, ...draft }));
      if (message.kind !== 'ROUTING') throw new Error(message.kind);
      expect({ ...message, routings: message.routings.map(withoutPlace) }).toEqual({
        ...draft,
        kind: 'ROUTING',
        form: 'V7',
        messageId: draft.application?.bodId ?? informationId,
      });
    }),
  );
});

it('a performance that was written reads back as it was', () => {
  fc.assert(
    fc.property(performanceDraft, (draft) => {
      expect(read(writeOperationsPerformance(draft))).toEqual({
        ...draft,
        kind: 'PERFORMANCE',
        form: 'V7',
        messageId: draft.application?.bodId ?? draft.performanceId,
      });
    }),
  );
});

it('the same message is written as the same bytes', () => {
  fc.assert(
    fc.property(performanceDraft, (draft) => {
      expect(writeOperationsPerformance(structuredClone(draft))).toBe(writeOperationsPerformance(draft));
    }),
    { numRuns: 20 },
  );
});

valid(`every schedule that is written is valid against the standard's schema${reason}`, () => {
  fc.assert(fc.property(scheduleDraft, (draft) => mustBeValid(writeOperationsSchedule(draft))));
});

valid(`every routing that is written is valid against the standard's schema${reason}`, () => {
  fc.assert(fc.property(routingDraft, (draft) => mustBeValid(writeOperationsDefinitions(draft))));
});

valid(`every performance that is written is valid against the standard's schema${reason}`, () => {
  fc.assert(fc.property(performanceDraft, (draft) => mustBeValid(writeOperationsPerformance(draft))));
});

valid(`every material actual that is written is valid against the standard's schema${reason}`, () => {
  fc.assert(
    fc.property(
      performanceDraft,
      fc.option(identifier, { nil: null }),
      ({ siteCode, responses, performanceId }, id) => {
        const materials = responses.flatMap((response) =>
          response.segments.flatMap((segment) => segment.materials),
        );
        const xml = writeMaterialActual({
          messageId: performanceId,
          publishedAt: '2025-10-16T14:30:00.000Z',
          occurredAt: '2025-10-16T14:29:00.000Z',
          siteCode,
          orderNumber: 'WO-2025-001001',
          requestId: id,
          segmentId: id,
          materials,
        });
        expect(errorsOf(xml)).toEqual([]);
      },
    ),
  );
});

valid(`every confirmation that is written is valid against the standard's schema${reason}`, () => {
  const errors = fc.array(
    fc.record({
      line: fc.nat(),
      element: identifier,
      rule: fc.constantFrom(...(Object.keys(B2MML_RULES) as B2mmlRule[])),
      message: fc.string({ unit: 'binary' }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(identifier, instant, errors, (id, createdAt, list) => {
      const confirmation = {
        confirmationId: id,
        createdAt,
        messageId: id,
        messageCreatedAt: createdAt,
        errors: list,
      };
      mustBeValid(writeConfirmBod(confirmation));
    }),
  );
});

valid(`text that XML cannot carry is replaced and the message stays valid${reason}`, () => {
  const any = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(any, applicationArea, (text, application) => {
      const schedule = { scheduleId: text, publishedAt: null, application, requests: [oneRequest(text)] };
      mustBeValid(writeOperationsSchedule(schedule));
    }),
  );
});

valid(`the schema check finds what is wrong, with its line${reason}`, () => {
  const xml = writeMessage(el('OperationsSchedule', [el('ID', '1'), el('Priority', 'HIGH')]), null);
  expect(errorsOf(xml)).toMatchObject([{ line: 4, message: expect.stringContaining('Priority') }]);
  expect(errorsOf('<OperationsSchedule')).toMatchObject([{ line: 1 }]);
});

const oneRequest = (text: string) => ({
  requestId: text,
  description: text,
  partNumber: text,
  revision: text,
  quantity: { value: '1', unit: 'EA' },
  startAt: null,
  endAt: null,
  priority: 50,
  state: null,
  routingNumber: text,
  siteCode: text,
  customerCode: text,
  segments: [],
});
