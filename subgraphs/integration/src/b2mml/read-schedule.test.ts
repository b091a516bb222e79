import { describe, expect, it } from 'vitest';
import { B2MML_LIMITS } from './limits.ts';
import { readB2mml } from './read.ts';
import { schemaFolder, skipReason } from './reference-data.ts';
import { SIMPLIFIED_SCHEDULE, V7_SCHEDULE } from './samples.ts';
import { validateAgainstXsd } from './xsd.ts';

const folder = schemaFolder(process.env);

function errorsOf(xml: string): string[] {
  const reading = readB2mml(Buffer.from(xml));
  return reading.ok ? [] : reading.errors.map((error) => `${error.line} ${error.element} ${error.rule}`);
}

const schedule = (xml: string) => {
  const reading = readB2mml(Buffer.from(xml));
  if (!reading.ok || reading.message.kind !== 'SCHEDULE') throw new Error(JSON.stringify(reading));
  return reading.message;
};

const REQUEST = 'ProductionSchedule/ProductionRequest';
const PRODUCED = `${REQUEST}/SegmentRequirement/MaterialProducedRequirement`;
const V7_REQUEST = 'ProcessOperationsSchedule/DataArea/OperationsSchedule/OperationsRequest';

it("the plant's simplified schedule is read", () => {
  expect(schedule(SIMPLIFIED_SCHEDULE)).toEqual({
    kind: 'SCHEDULE',
    form: 'SIMPLIFIED',
    messageId: 'PS-2025-001',
    scheduleId: 'PS-2025-001',
    publishedAt: '2025-10-15T08:00:00.000Z',
    application: null,
    requests: [
      {
        requestId: 'WO-2025-001001',
        description: 'Turbine Blade Manufacturing',
        partNumber: 'BLADE-TF39-001',
        revision: null,
        quantity: { value: '10', unit: 'EA' },
        startAt: '2025-10-16T06:00:00.000Z',
        endAt: '2025-10-20T18:00:00.000Z',
        priority: 25,
        state: null,
        routingNumber: null,
        siteCode: null,
        customerCode: null,
        segments: [
          {
            segmentId: '1',
            processSegmentId: null,
            operationsSegmentId: null,
            earliestStartAt: null,
            latestEndAt: null,
            durationSeconds: null,
            consumed: [],
          },
        ],
        at: { line: 6, element: REQUEST },
      },
    ],
  });
});

it('a V7 schedule in its transaction is read, whatever its prefix and extensions', () => {
  expect(schedule(V7_SCHEDULE)).toEqual({
    kind: 'SCHEDULE',
    form: 'V7',
    messageId: 'BOD-77',
    scheduleId: 'SCHED-1',
    publishedAt: '2026-02-01T06:59:00.000Z',
    application: {
      verb: 'Process',
      bodId: 'BOD-77',
      createdAt: '2026-02-01T06:00:00.000Z',
      senderLogicalId: 'ERP-100',
      senderComponentId: null,
      senderReferenceId: null,
      confirm: 'OnError',
      acknowledge: 'Always',
    },
    requests: [
      {
        requestId: '1000123',
        description: 'Box assembly',
        partNumber: 'BOX',
        revision: 'D',
        quantity: { value: '20', unit: 'EA' },
        startAt: '2026-02-02T05:00:00.000Z',
        endAt: '2026-02-06T17:00:00.000Z',
        priority: 20,
        state: 'Released',
        routingNumber: 'ROUTING-BOX-Rev-D',
        siteCode: 'PLANT-1',
        customerCode: 'ACME',
        segments: [
          {
            segmentId: '10',
            processSegmentId: 'ASSEMBLE',
            operationsSegmentId: 'OP-010',
            earliestStartAt: '2026-02-02T06:00:00.000Z',
            latestEndAt: '2026-02-02T14:00:00.000Z',
            durationSeconds: '28800',
            consumed: [
              { id: '2', definitionNumber: 'COVER', lotNumber: null, quantity: { value: '20', unit: 'EA' } },
            ],
          },
        ],
        at: { line: 26, element: V7_REQUEST },
      },
    ],
  });
});

it.skipIf(folder === null)(
  `the V7 sample without its extension is what the standard says${skipReason(folder)}`,
  () => {
    const xml = V7_SCHEDULE.replace(/\n.*x:Colour.*/, '');
    expect(validateAgainstXsd(xml, folder ?? '')).toEqual([]);
  },
);

describe('what is wrong with a simplified schedule', () => {
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, errors: string[]])[] = [
    ['a comma in the quantity', '>10<', '>10,5<', [`15 ${PRODUCED}/Quantity QUANTITY_NOT_A_DECIMAL`]],
    ['a quantity of zero', '>10<', '>0<', [`15 ${PRODUCED}/Quantity QUANTITY_NOT_POSITIVE`]],
    ['an empty quantity', '>10<', '><', [`15 ${PRODUCED}/Quantity ELEMENT_EMPTY`]],
    ['no quantity', /<Quantity>.*/, '', [`13 ${PRODUCED}/Quantity ELEMENT_MISSING`]],
    ['two quantities', /(<Quantity>.*)/, '$1$1', [`15 ${PRODUCED}/Quantity[2] ELEMENT_REPEATED`]],
    ['an unknown unit', '>EA<', '>BUSHEL<', [`16 ${PRODUCED}/QuantityUnitOfMeasure UNIT_UNKNOWN`]],
    ['no unit', /<QuantityUnit.*/, '', [`15 ${PRODUCED}/Quantity UNIT_MISSING`]],
    ['an empty id', '>WO-2025-001001<', '><', [`7 ${REQUEST}/ID ELEMENT_EMPTY`]],
    ['a blank id', '>WO-2025-001001<', '> \n <', [`7 ${REQUEST}/ID ELEMENT_EMPTY`]],
    ['no id', /<ID>WO.*/, '', [`6 ${REQUEST}/ID ELEMENT_MISSING`]],
    ['no schedule id', /<ID>PS.*/, '', ['3 ProductionSchedule/ID ELEMENT_MISSING']],
    ['an endless id', 'WO-2025', 'W'.repeat(200), [`7 ${REQUEST}/ID TEXT_TOO_LONG`]],
    ['a time without zone', '06:00:00Z', '06:00:00', [`9 ${REQUEST}/StartTime TIME_WITHOUT_ZONE`]],
    ['an end before the start', '2025-10-20', '2025-10-10', [`10 ${REQUEST}/EndTime END_BEFORE_START`]],
    ['a word for a priority that is none', 'HIGH', 'ASAP', [`11 ${REQUEST}/Priority PRIORITY_NOT_A_NUMBER`]],
    ['a priority out of range', 'HIGH', '500', [`11 ${REQUEST}/Priority PRIORITY_OUT_OF_RANGE`]],
    [
      'nothing to produce',
      /<MaterialProduced[\s\S]*<\/MaterialProduced.*/,
      '',
      [`6 ${REQUEST} PRODUCED_MATERIAL_MISSING`],
    ],
    ['an empty part', '>BLADE-TF39-001<', '><', [`14 ${PRODUCED}/MaterialDefinitionID ELEMENT_EMPTY`]],
    [
      'no requests',
      /<ProductionRequest>[\s\S]*<\/ProductionRequest>/,
      '',
      ['3 ProductionSchedule/ProductionRequest ELEMENT_MISSING'],
    ],
    [
      'a namespace of an older version',
      '<ProductionSchedule>',
      '<ProductionSchedule xmlns="http://www.wbf.org/xml/B2MML-V0401">',
      ['3 ProductionSchedule NAMESPACE_WRONG'],
    ],
    [
      'the V7 namespace',
      '<ProductionSchedule>',
      '<ProductionSchedule xmlns="http://www.mesa.org/xml/B2MML">',
      ['3 ProductionSchedule NAMESPACE_WRONG'],
    ],
  ];
  it.each(cases)('%s', (_, from, to, errors) => {
    const xml = SIMPLIFIED_SCHEDULE.replace(from, to);
    expect(xml).not.toBe(SIMPLIFIED_SCHEDULE);
    expect(errorsOf(xml)).toEqual(errors);
  });
});

describe('what is wrong with a V7 schedule', () => {
  const material = `${V7_REQUEST}/SegmentRequirement/MaterialRequirement`;
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, errors: string[]])[] = [
    ['a word for a priority', '>20<', '>HIGH<', [`31 ${V7_REQUEST}/Priority PRIORITY_NOT_A_NUMBER`]],
    ['a forecast', 'Released', 'Forecast', [`32 ${V7_REQUEST}/RequestState REQUEST_STATE_NOT_SUPPORTED`]],
    ['a use that is none', '>Consumed<', '>Eaten<', [`62 ${material}[2]/MaterialUse CODE_UNKNOWN`]],
    ['no use', /<b:MaterialUse>Consumed.*/, '', [`59 ${material}[2]/MaterialUse MATERIAL_USE_MISSING`]],
    ['two produced materials', '>Consumed<', '>Produced<', [`59 ${material}[2] PRODUCED_MATERIAL_AMBIGUOUS`]],
    [
      'a text for a number',
      '>integer<',
      '>string<',
      [`51 ${material}[1]/Quantity/DataType QUANTITY_DATA_TYPE`],
    ],
    [
      'an integer with a fraction',
      'QuantityString>20<',
      'QuantityString>20.5<',
      [`51 ${material}[1]/Quantity/DataType QUANTITY_DATA_TYPE`],
    ],
    [
      'a nil quantity',
      '>20.000<',
      ' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><',
      [`64 ${material}[2]/Quantity/QuantityString ELEMENT_EMPTY`],
    ],
    [
      'a level without equipment',
      '<b:EquipmentID>PLANT-1</b:EquipmentID>',
      '',
      [
        '21 ProcessOperationsSchedule/DataArea/OperationsSchedule/HierarchyScope/HierarchyScopeChild/EquipmentID ELEMENT_MISSING',
      ],
    ],
    [
      'maintenance',
      '<b:Priority>',
      '<b:OperationsType>Maintenance</b:OperationsType><b:Priority>',
      [`31 ${V7_REQUEST}/OperationsType OPERATIONS_TYPE_NOT_SUPPORTED`],
    ],
    [
      'an action other than adding',
      '"Add"',
      '"Delete"',
      ['13 ProcessOperationsSchedule/DataArea/Process/ActionCriteria/ActionExpression VERB_NOT_SUPPORTED'],
    ],
    [
      'another verb',
      /b:ProcessOperationsSchedule/g,
      'b:CancelOperationsSchedule',
      ['2 CancelOperationsSchedule VERB_NOT_SUPPORTED'],
    ],
    [
      'no creation time',
      /<b:CreationDateTime>.*/,
      '',
      ['3 ProcessOperationsSchedule/ApplicationArea/CreationDateTime ELEMENT_MISSING'],
    ],
    [
      'elements without the prefix',
      /b:(LogicalID|ConfirmationCode)/g,
      '$1',
      ['5 ProcessOperationsSchedule/ApplicationArea/Sender/LogicalID NAMESPACE_WRONG'],
    ],
  ];
  it.each(cases)('%s', (_, from, to, errors) => {
    const xml = V7_SCHEDULE.replace(from, to);
    expect(xml).not.toBe(V7_SCHEDULE);
    expect(errorsOf(xml)).toEqual(errors);
  });
});

it('a V7 name without a namespace, and a root that is no message, are refused', () => {
  expect(errorsOf('<OperationsSchedule/>')).toEqual(['1 OperationsSchedule NAMESPACE_WRONG']);
  expect(errorsOf('<html/>')).toEqual(['1 html MESSAGE_KIND_UNKNOWN']);
  expect(errorsOf('<constructor/>')).toEqual(['1 constructor MESSAGE_KIND_UNKNOWN']);
});

it('all errors of all requests are found, each request with its index, and the message can still be named', () => {
  const bad = `<ProductionRequest><ID>A</ID><Priority>0</Priority></ProductionRequest>`;
  const xml = `<ProductionSchedule><ID>PS</ID>\n${bad}\n${bad}</ProductionSchedule>`;
  const reading = readB2mml(xml);
  expect(reading).toMatchObject({ ok: false, kind: 'SCHEDULE', messageId: 'PS' });
  expect(errorsOf(xml)).toEqual([
    `2 ${REQUEST}[1] PRODUCED_MATERIAL_MISSING`,
    `2 ${REQUEST}[1]/Priority PRIORITY_OUT_OF_RANGE`,
    `3 ${REQUEST}[2]/ID REQUEST_ID_REPEATED`,
    `3 ${REQUEST}[2] PRODUCED_MATERIAL_MISSING`,
    `3 ${REQUEST}[2]/Priority PRIORITY_OUT_OF_RANGE`,
  ]);
});

it('errors beyond the limit are counted', () => {
  const bad = '<ProductionRequest/>'.repeat(1_000);
  const reading = readB2mml(`<ProductionSchedule><ID>PS</ID>${bad}</ProductionSchedule>`);
  const errors = reading.ok ? [] : reading.errors;
  expect(errors).toHaveLength(B2MML_LIMITS.errors + 1);
  expect(errors.at(-1)).toMatchObject({
    rule: 'TOO_MANY_ERRORS',
    message: '1000 more errors are not listed.',
  });
});

it('a schedule of 20,000 requests is read, with lines beyond 65,535', () => {
  const [, before = '', request = '', after = ''] =
    /^([\s\S]*?)( *<ProductionRequest>[\s\S]*<\/ProductionRequest>\n)([\s\S]*)$/.exec(SIMPLIFIED_SCHEDULE) ??
    [];
  const requests = Array.from({ length: 20_000 }, (_, index) => request.replace('001001', String(index)));
  const message = schedule(before + requests.join('') + after);
  expect(message.requests).toHaveLength(20_000);
  expect(message.requests.at(-1)?.at).toEqual({ line: 6 + 19_999 * 14, element: `${REQUEST}[20000]` });
});

it('too many requests are refused', () => {
  const xml = `<ProductionSchedule><ID>PS</ID>${'<ProductionRequest/>'.repeat(3)}</ProductionSchedule>`;
  const reading = readB2mml(xml, { ...B2MML_LIMITS, requests: 2 });
  expect(reading).toMatchObject({ ok: false, errors: [{ rule: 'TOO_MANY_REQUESTS' }] });
});
