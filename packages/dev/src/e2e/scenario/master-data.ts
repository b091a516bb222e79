/** The master data of the scenario: a rotor of two titanium blades and four bolts. */
export const MASTER_DATA = {
  reason: 'first import',
  materials: [{ code: 'TI-6AL-4V', name: 'Titanium bar', unit: 'KGM', critical: true }],
  customers: [{ code: 'ENGINES', name: 'Engines Inc.' }],
  parts: [
    { number: 'BLADE-100', revision: 'A', name: 'Fan blade', unit: 'EA', tracking: 'SERIAL', critical: true },
    { number: 'ROTOR-200', revision: 'A', name: 'Rotor', unit: 'EA', tracking: 'SERIAL' },
    { number: 'BOLT-300', revision: 'A', name: 'Bolt', unit: 'EA', tracking: 'LOT' },
  ],
  boms: [
    {
      partNumber: 'BLADE-100',
      lines: [{ position: 10, materialCode: 'TI-6AL-4V', quantity: { value: '2.5', unit: 'KGM' } }],
    },
    {
      partNumber: 'ROTOR-200',
      lines: [
        { position: 10, partNumber: 'BLADE-100', quantity: { value: '2', unit: 'EA' } },
        { position: 20, partNumber: 'BOLT-300', quantity: { value: '4', unit: 'EA' } },
      ],
    },
  ],
  routings: [
    {
      number: 'RT-BLADE',
      partNumber: 'BLADE-100',
      operations: [
        operation(10, 'Mill', 'MILL', { equipmentClass: '5-AXIS' }),
        operation(20, 'Deburr', 'BENCH', { qualityCritical: true }),
      ],
    },
    { number: 'RT-ROTOR', partNumber: 'ROTOR-200', operations: [operation(10, 'Assemble', 'BENCH')] },
  ],
};

function operation(operationNumber: number, name: string, workCenterCode: string, more: object = {}) {
  return {
    operationNumber,
    name,
    workCenterCode,
    personnelClass: 'MACHINIST',
    setupSeconds: '600',
    runSecondsPerUnit: '1200',
    ...more,
  };
}

const NAMESPACE = 'http://www.mesa.org/xml/B2MML';

/** The ERP's schedule for the blades and the rotor, B2MML V7. */
export const schedule = (messageId: string, requests: readonly ScheduleRequest[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<OperationsSchedule xmlns="${NAMESPACE}">
  <ID>${messageId}</ID>
  <PublishedDate>2026-03-01T06:00:00Z</PublishedDate>
  <OperationsType>Production</OperationsType>
${requests.map(request).join('\n')}
</OperationsSchedule>
`;

/** One order of a schedule. */
export interface ScheduleRequest {
  readonly number: string;
  readonly partNumber: string;
  readonly routingNumber: string;
  readonly quantity: string;
}

const request = ({ number, partNumber, routingNumber, quantity }: ScheduleRequest): string =>
  `  <OperationsRequest>
    <ID>${number}</ID>
    <Description>${quantity} of ${partNumber}</Description>
    <StartTime>2026-03-02T06:00:00Z</StartTime>
    <EndTime>2026-03-06T18:00:00Z</EndTime>
    <OperationsType>Production</OperationsType>
    <Priority>20</Priority>
    <OperationsDefinitionID>${routingNumber}</OperationsDefinitionID>
    <SegmentRequirement>
      <ID>1</ID>
      <OperationsType>Production</OperationsType>
      <MaterialRequirement>
        <ID>1</ID>
        <MaterialDefinitionID>${partNumber}</MaterialDefinitionID>
        <MaterialUse>Produced</MaterialUse>
        <Quantity>
          <QuantityString>${quantity}</QuantityString>
          <DataType>decimal</DataType>
          <UnitOfMeasure>EA</UnitOfMeasure>
        </Quantity>
      </MaterialRequirement>
    </SegmentRequirement>
  </OperationsRequest>`;
