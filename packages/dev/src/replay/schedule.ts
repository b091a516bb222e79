import type { PlannedOrder, PlannedPart } from './plan-types.ts';

/** What a B2MML OperationsSchedule is made of. */
export interface ScheduleContent {
  readonly messageId: string;
  readonly description: string;
  readonly publishedAt: string;
  readonly orders: readonly PlannedOrder[];
  readonly parts: readonly PlannedPart[];
}

const NAMESPACE = 'http://www.mesa.org/xml/B2MML';

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function element(name: string, content: string | readonly string[]): string {
  if (typeof content === 'string') return `<${name}>${escapeXml(content)}</${name}>`;
  return `<${name}>${content.join('')}</${name}>`;
}

function quantity(value: string, unit: string): string {
  return element('Quantity', [
    element('QuantityString', value),
    element('DataType', 'decimal'),
    element('UnitOfMeasure', unit),
  ]);
}

function material(
  id: number,
  definition: string,
  use: 'Produced' | 'Consumed',
  amount: { value: string; unit: string },
  revision: string | null = null,
): string {
  const value = element('Value', [element('ValueString', revision ?? ''), element('DataType', 'string')]);
  return element('MaterialRequirement', [
    element('ID', String(id)),
    element('MaterialDefinitionID', definition),
    element('MaterialUse', use),
    quantity(amount.value, amount.unit),
    ...(revision === null
      ? []
      : [element('MaterialRequirementProperty', [element('ID', 'Revision'), value])]),
  ]);
}

/** What one order produces and consumes. A piece takes a whole number of each component. */
function requirements(order: PlannedOrder, part: PlannedPart): string[] {
  const { unit } = order;
  const times = (each: string) => ({ value: String(BigInt(each) * BigInt(order.quantity)), unit });
  const raw = part.rawMaterialNumber;
  return [
    material(10, part.number, 'Produced', { value: order.quantity, unit }, part.revision),
    ...(raw ? [material(20, raw, 'Consumed', times('1'))] : []),
    ...part.components.map(({ position, partNumber, quantity: each, revision }) =>
      material(20 + position, partNumber, 'Consumed', times(each), revision),
    ),
  ];
}

function request(order: PlannedOrder, parts: readonly PlannedPart[]): string {
  const part = parts.find((one) => one.number === order.partNumber);
  if (!part) throw new Error(`Order ${order.number} is for a part that the plan does not have`);
  return element('OperationsRequest', [
    element('ID', order.number),
    element('Description', `${order.quantity} × ${part.name}, revision ${part.revision}`),
    element('StartTime', order.startAt),
    element('EndTime', order.dueAt),
    element('OperationsType', 'Production'),
    element('Priority', String(order.priority)),
    element('OperationsDefinitionID', part.routingNumber),
    element('SegmentRequirement', [
      element('ID', `${order.number}-1`),
      element('EarliestStartTime', order.startAt),
      element('LatestEndTime', order.dueAt),
      element('OperationsType', 'Production'),
      element('ProcessSegmentID', part.routingNumber),
      element('OperationsDefinitionID', part.routingNumber),
      element('OperationsSegmentID', part.routingNumber),
      ...requirements(order, part),
    ]),
  ]);
}

/** The ERP's message (B2MML V7 OperationsSchedule): one request an order, byte for byte the same for the same orders. */
export function operationsSchedule(content: ScheduleContent): string {
  const starts = content.orders.map((order) => order.startAt).sort();
  const ends = content.orders.map((order) => order.dueAt).sort();
  const [start] = starts;
  const end = ends.at(-1);
  if (!start || !end) throw new Error('A schedule needs an order');
  const body = [
    element('ID', content.messageId),
    element('Description', content.description),
    element('PublishedDate', content.publishedAt),
    element('StartTime', start),
    element('EndTime', end),
    element('OperationsType', 'Production'),
    ...content.orders.map((order) => request(order, content.parts)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<OperationsSchedule xmlns="${NAMESPACE}">${body.join('')}</OperationsSchedule>`,
    '',
  ].join('\n');
}
