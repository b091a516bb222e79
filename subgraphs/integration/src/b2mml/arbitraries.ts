import fc from 'fast-check';
import { B2MML_LIMITS } from './limits.ts';
import type {
  ApplicationArea,
  MaterialActual,
  MaterialRequirement,
  MessageQuantity,
  MessageRouting,
  ResponseState,
  RoutingOperation,
  ScheduleRequest,
  SegmentActual,
  SegmentRequirement,
} from './model.ts';
import { REC20_UNITS, SECONDS_PER_UNIT } from './units.ts';
import type { PerformanceDraft } from './write-performance.ts';
import type { RoutingDraft } from './write-routing.ts';
import type { ScheduleDraft } from './write-schedule.ts';

/** Random messages for the tests, as they come back from reading: trimmed, canonical. */

const nullable = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null });

/** Text that XML can carry, without the white space that readers trim. */
const xmlText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength })
    .map((text) => text.replaceAll(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').trim())
    .filter((text) => text !== '' && text.length <= maxLength);

export const identifier = xmlText(40)
  .map((text) => text.replaceAll(/\s+/g, ' '))
  .filter((text) => text.length <= 40);

const description = xmlText(200);

export const instant = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Two times in order, either of which may be missing. */
const interval = fc.tuple(instant, instant, fc.boolean(), fc.boolean()).map(([a, b, hasStart, hasEnd]) => {
  const [start = a, end = b] = [a, b].toSorted();
  return [hasStart ? start : null, hasEnd ? end : null] as const;
});

/** A canonical decimal, zero only when allowed. */
const decimal = (zero: boolean, max = 10n ** 18n - 1n): fc.Arbitrary<string> =>
  fc
    .tuple(fc.bigInt({ min: 0n, max }), fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }))
    .map(([whole, part]) => {
      const fraction = String(part).padStart(12, '0').replace(/0+$/, '');
      return fraction === '' ? String(whole) : `${whole}.${fraction}`;
    })
    .filter((value) => zero || value !== '0');

const seconds = decimal(true, BigInt(B2MML_LIMITS.durationSeconds) - 1n);

const quantity = (zero: boolean): fc.Arbitrary<MessageQuantity> =>
  fc.record({ value: decimal(zero), unit: fc.constantFrom(...Object.keys(REC20_UNITS)) });

const anyArea: fc.Arbitrary<ApplicationArea> = fc.record({
  verb: fc.constantFrom('Process', 'Sync'),
  bodId: nullable(identifier),
  createdAt: instant,
  senderLogicalId: nullable(identifier),
  senderComponentId: nullable(identifier),
  senderReferenceId: nullable(identifier),
  confirm: fc.constantFrom('Always', 'OnError', 'Never'),
  acknowledge: nullable(fc.constantFrom('Always', 'OnError')),
});

/** The schema knows an acknowledgeCode on Process only. */
export const applicationArea = anyArea.map((area) =>
  area.verb === 'Sync' ? { ...area, acknowledge: null } : area,
);

const requirement: fc.Arbitrary<MaterialRequirement> = fc.record({
  id: identifier,
  definitionNumber: nullable(identifier),
  lotNumber: nullable(identifier),
  quantity: nullable(quantity(true)),
});

const segment: fc.Arbitrary<SegmentRequirement> = fc
  .tuple(
    interval,
    fc.record({
      segmentId: identifier,
      processSegmentId: nullable(identifier),
      operationsSegmentId: nullable(identifier),
      durationSeconds: nullable(seconds),
      consumed: fc.array(requirement, { maxLength: 2 }),
    }),
  )
  .map(([[earliestStartAt, latestEndAt], rest]) => ({ ...rest, earliestStartAt, latestEndAt }));

const request: fc.Arbitrary<Omit<ScheduleRequest, 'at'>> = fc
  .tuple(
    interval,
    fc.record({
      requestId: identifier,
      description: nullable(description),
      partNumber: identifier,
      revision: nullable(identifier),
      quantity: quantity(false),
      priority: fc.integer({ min: 1, max: 100 }),
      state: nullable(fc.constantFrom('Released' as const, 'Waiting' as const, 'Ready' as const)),
      routingNumber: nullable(identifier),
      siteCode: nullable(identifier),
      customerCode: nullable(identifier),
      segments: fc.array(segment, { minLength: 1, maxLength: 3 }),
    }),
  )
  .map(([[startAt, endAt], rest]) => ({ ...rest, startAt, endAt }));

export const scheduleDraft: fc.Arbitrary<ScheduleDraft> = fc.record({
  scheduleId: identifier,
  publishedAt: nullable(instant),
  application: nullable(applicationArea),
  requests: fc.uniqueArray(request, { minLength: 1, maxLength: 4, selector: (one) => one.requestId }),
});

const operation: fc.Arbitrary<RoutingOperation> = fc.record({
  operationNumber: fc.integer({ min: 1, max: 999_999 }),
  name: description,
  workCenterCode: nullable(identifier),
  equipmentClass: nullable(identifier),
  personnelClass: nullable(identifier),
  setupSeconds: seconds,
  runSecondsPerUnit: seconds,
  sequencing: fc.constantFrom('SEQUENTIAL', 'PARALLEL'),
  qualityCritical: fc.boolean(),
  inspectionRequired: fc.boolean(),
});

/** In order, and parallel only where there is a neighbour to be parallel to. */
function arrange(operations: readonly RoutingOperation[]): RoutingOperation[] {
  const sorted = operations.toSorted((a, b) => a.operationNumber - b.operationNumber);
  return sorted.map((one, index) => {
    const beside = [sorted[index - 1], sorted[index + 1]].some((other) => other?.sequencing === 'PARALLEL');
    return beside ? one : { ...one, sequencing: 'SEQUENTIAL' };
  });
}

const routing: fc.Arbitrary<Omit<MessageRouting, 'at'>> = fc
  .record({
    routingNumber: identifier,
    description: nullable(description),
    part: nullable(fc.record({ partNumber: identifier, revision: nullable(identifier) })),
    version: nullable(identifier),
    siteCode: nullable(identifier),
    operations: fc
      .uniqueArray(operation, { minLength: 1, maxLength: 5, selector: (one) => one.operationNumber })
      .map(arrange),
  })
  .map(({ part, ...rest }) => ({
    ...rest,
    partNumber: part?.partNumber ?? null,
    revision: part?.revision ?? null,
  }));

export const routingDraft: fc.Arbitrary<RoutingDraft> = fc.record({
  informationId: identifier,
  publishedAt: nullable(instant),
  application: nullable(applicationArea),
  routings: fc.uniqueArray(routing, { minLength: 1, maxLength: 3, selector: (one) => one.routingNumber }),
});

const STATES: readonly ResponseState[] = [
  'Waiting',
  'Ready',
  'Running',
  'Completed',
  'Aborted',
  'Held',
  'Paused',
  'Suspended',
  'Closed',
  'Skipped',
];
const state = nullable(fc.constantFrom(...STATES));

const material: fc.Arbitrary<MaterialActual> = fc.record({
  id: identifier,
  use: fc.constantFrom('Produced', 'Consumed'),
  definitionNumber: nullable(identifier),
  description: nullable(description),
  lotNumbers: fc.array(identifier, { maxLength: 2 }),
  serialNumbers: fc.array(identifier, { maxLength: 3 }),
  quantity: quantity(true),
  scrap: nullable(decimal(true)),
  rework: nullable(decimal(true)),
});

const segmentActual: fc.Arbitrary<SegmentActual> = fc
  .tuple(
    interval,
    fc.record({
      segmentId: identifier,
      description: nullable(description),
      processSegmentId: nullable(identifier),
      workCenterCode: nullable(identifier),
      state,
      laborSeconds: nullable(decimal(true)),
      machineSeconds: nullable(decimal(true)),
      personnel: fc.array(identifier, { maxLength: 2 }),
      equipment: fc.array(identifier, { maxLength: 2 }),
      materials: fc.array(material, { maxLength: 2 }),
    }),
  )
  .map(([[startedAt, completedAt], rest]) => ({ ...rest, startedAt, completedAt }));

const response = fc
  .tuple(
    interval,
    fc.record({
      responseId: identifier,
      description: nullable(description),
      requestId: nullable(identifier),
      routingNumber: nullable(identifier),
      state,
      segments: fc.array(segmentActual, { minLength: 1, maxLength: 3 }),
    }),
  )
  .map(([[startedAt, completedAt], rest]) => ({ ...rest, startedAt, completedAt }));

export const performanceDraft: fc.Arbitrary<PerformanceDraft> = fc.record({
  performanceId: identifier,
  publishedAt: nullable(instant),
  application: nullable(applicationArea),
  scheduleId: nullable(identifier),
  siteCode: nullable(identifier),
  state,
  responses: fc.array(response, { minLength: 1, maxLength: 3 }),
});

/** Units of time, for durations. */
export const timeUnit = fc.constantFrom(...Object.keys(SECONDS_PER_UNIT));
