import { describe, expect, it } from 'vitest';
import { readB2mml } from './read.ts';
import { operationNumberOf, partOfRoutingId } from './read-routing.ts';
import { schemaFolder, skipReason } from './reference-data.ts';
import { SIMPLIFIED_ROUTING, V7_PROCESS_SEGMENTS } from './samples.ts';
import { validateAgainstXsd } from './xsd.ts';

const folder = schemaFolder(process.env);

function errorsOf(xml: string): string[] {
  const reading = readB2mml(Buffer.from(xml));
  return reading.ok ? [] : reading.errors.map((error) => `${error.line} ${error.element} ${error.rule}`);
}

const routing = (xml: string) => {
  const reading = readB2mml(Buffer.from(xml));
  if (!reading.ok || reading.message.kind !== 'ROUTING') throw new Error(JSON.stringify(reading));
  return reading.message;
};

it("the plant's simplified routing is read, its part and revision from its id, its operations in order", () => {
  const none = { workCenterCode: null, equipmentClass: null, personnelClass: null };
  expect(routing(SIMPLIFIED_ROUTING)).toEqual({
    kind: 'ROUTING',
    form: 'SIMPLIFIED',
    messageId: 'ROUTING-BLADE-TF39-001-Rev-C',
    publishedAt: null,
    application: null,
    routings: [
      {
        routingNumber: 'ROUTING-BLADE-TF39-001-Rev-C',
        description: 'Turbine Blade Manufacturing Process',
        partNumber: 'BLADE-TF39-001',
        revision: 'C',
        version: null,
        siteCode: null,
        operations: [
          {
            ...none,
            operationNumber: 10,
            name: 'Rough Machining',
            equipmentClass: '5-AXIS-CNC',
            personnelClass: 'CNC-OPERATOR-LEVEL-3',
            setupSeconds: '0',
            runSecondsPerUnit: '9000',
            sequencing: 'SEQUENTIAL',
            qualityCritical: false,
            inspectionRequired: false,
          },
          {
            ...none,
            operationNumber: 20,
            name: 'Finish Machining',
            workCenterCode: 'WC-MILL',
            setupSeconds: '1800',
            runSecondsPerUnit: '2700',
            sequencing: 'SEQUENTIAL',
            qualityCritical: true,
            inspectionRequired: false,
          },
        ],
        at: { line: 1, element: 'ProcessSegment' },
      },
    ],
  });
});

it('V7 process segments are read: the innermost are the operations, dependencies make them parallel', () => {
  const [read] = routing(V7_PROCESS_SEGMENTS).routings;
  expect(read).toMatchObject({
    routingNumber: 'BOX-ROUTING',
    partNumber: 'BOX',
    revision: 'D',
    version: '4',
    siteCode: 'PLANT-1',
    at: { line: 3, element: 'ProcessSegmentInformation/ProcessSegment' },
  });
  expect(read?.operations).toMatchObject([
    {
      operationNumber: 10,
      name: 'Mill',
      workCenterCode: 'WC-MILL',
      personnelClass: 'MILLER',
      equipmentClass: 'MILL',
      runSecondsPerUnit: '720',
      sequencing: 'SEQUENTIAL',
      inspectionRequired: true,
    },
    { operationNumber: 20, name: 'BOX-OP-020', runSecondsPerUnit: '300', sequencing: 'PARALLEL' },
    { operationNumber: 30, runSecondsPerUnit: '90', sequencing: 'PARALLEL' },
  ]);
});

it.skipIf(folder === null)(`the V7 process segments are what the standard says${skipReason(folder)}`, () => {
  expect(validateAgainstXsd(V7_PROCESS_SEGMENTS, folder ?? '')).toEqual([]);
});

describe('what is wrong with a simplified routing', () => {
  const second = 'ProcessSegment/OperationsDefinition[2]';
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, errors: string[]])[] = [
    ['no duration', /<Duration>2.5<\/Duration>/, '', [`13 ${second} DURATION_MISSING`]],
    ['an empty duration', '>2.5<', '><', [`13 ${second} DURATION_MISSING`]],
    ['a duration without unit', /<DurationUnit.*/, '', [`16 ${second}/Duration UNIT_MISSING`]],
    ['a duration in kilograms', '>HOUR<', '>KG<', [`16 ${second}/Duration UNIT_NOT_A_TIME`]],
    ['a comma in the duration', '>2.5<', '>2,5<', [`16 ${second}/Duration DURATION_NOT_A_DURATION`]],
    [
      'an operation without number',
      'OP-010',
      'ROUGH',
      [`13 ${second}/OperationsDefinitionID OPERATION_NUMBER_MISSING`],
    ],
    ['an operation twice', 'OP-010', 'OP-020', [`13 ${second} OPERATION_NUMBER_REPEATED`]],
    [
      'no operations',
      /<OperationsDefinition>[\s\S]*<\/OperationsDefinition>/,
      '',
      ['1 ProcessSegment OPERATIONS_MISSING'],
    ],
    [
      'two equipment classes',
      /(<EquipmentClassID>)(.*)/,
      '$1$2$1LATHE</EquipmentClassID>',
      [`23 ${second}/EquipmentRequirement/EquipmentClassID[2] RESOURCE_AMBIGUOUS`],
    ],
    [
      'a flag that is none',
      '>true<',
      '>YES<',
      ['4 ProcessSegment/OperationsDefinition[1] BOOLEAN_NOT_A_BOOLEAN'],
    ],
  ];
  it.each(cases)('%s', (_, from, to, errors) => {
    const xml = SIMPLIFIED_ROUTING.replace(from, to);
    expect(xml).not.toBe(SIMPLIFIED_ROUTING);
    expect(errorsOf(xml)).toEqual(errors);
  });
});

describe('what is wrong with V7 process segments', () => {
  const last = 'ProcessSegmentInformation/ProcessSegment/ProcessSegmentChild[2]/ProcessSegmentChild[2]';
  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, errors: string[]])[] = [
    [
      'a dependency on nothing',
      /<SegmentID>BOX-OP-010/,
      '<SegmentID>BOX-OP-099',
      [`50 ${last}/SegmentDependency[2]/SegmentID DEPENDENCY_UNKNOWN_SEGMENT`],
    ],
    [
      'a dependency against the order',
      /<ID>BOX-OP-030/,
      '<ID>BOX-OP-005',
      [`50 ${last}/SegmentDependency[2]/SegmentID DEPENDENCY_AGAINST_ORDER`],
    ],
    [
      'a dependency that is not kept',
      'AfterEnd',
      'NoLaterAfterEnd',
      [`49 ${last}/SegmentDependency[2] DEPENDENCY_NOT_SUPPORTED`],
    ],
    [
      'an id that names another part',
      '<ID>BOX-ROUTING',
      '<ID>ROUTING-PLATE-Rev-D',
      ['3 ProcessSegmentInformation/ProcessSegment PART_CONFLICT'],
    ],
    [
      'an id that names another revision',
      '<ID>BOX-ROUTING',
      '<ID>ROUTING-BOX-Rev-E',
      ['3 ProcessSegmentInformation/ProcessSegment PART_CONFLICT'],
    ],
    [
      'a routing twice',
      /(<ProcessSegment>[\s\S]*<\/ProcessSegment>)/,
      '$1$1',
      ['55 ProcessSegmentInformation/ProcessSegment[2]/ID ROUTING_ID_REPEATED'],
    ],
    [
      'no routing',
      /<ProcessSegment>[\s\S]*<\/ProcessSegment>/,
      '',
      ['1 ProcessSegmentInformation ELEMENT_MISSING'],
    ],
  ];
  it.each(cases)('%s', (_, from, to, errors) => {
    const xml = V7_PROCESS_SEGMENTS.replace(from, to);
    expect(xml).not.toBe(V7_PROCESS_SEGMENTS);
    expect(errorsOf(xml)).toEqual(errors);
  });
});

it('operation numbers are the number at the end of an id', () => {
  const ids = ['OP-010', 'op20', '0030', 'BLADE-TF39-OP-040', 'SEG.5', 'GRIND2', 'OP-0', 'MILL', ''];
  expect(ids.map(operationNumberOf)).toEqual([10, 20, 30, 40, 5, null, null, null, null]);
});

it('routing ids of the convention name part and revision', () => {
  expect(partOfRoutingId('ROUTING-BLADE-TF39-001-Rev-C')).toEqual({
    partNumber: 'BLADE-TF39-001',
    revision: 'C',
  });
  expect(partOfRoutingId('ROUTING-A-Rev-B-Rev-12.1')).toEqual({ partNumber: 'A-Rev-B', revision: '12.1' });
  expect(partOfRoutingId('BOX-ROUTING')).toBeNull();
});
