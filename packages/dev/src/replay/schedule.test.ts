import { expect, test } from 'vitest';
import { readB2mml } from '../../../../subgraphs/integration/src/b2mml/read.ts';
import { buildPlan } from './plan.ts';
import { lidsAndCups } from './sample-plant.ts';
import { operationsSchedule } from './schedule.ts';

const plan = buildPlan(lidsAndCups());

test('the schedule requests each order with what it produces and consumes', () => {
  const { xml } = plan.schedule;
  for (const order of plan.orders) expect(xml).toContain(`<OperationsRequest><ID>${order.number}</ID>`);
  expect(xml).toContain(
    '<MaterialDefinitionID>ACME-PUMP-LID</MaterialDefinitionID><MaterialUse>Produced</MaterialUse>' +
      '<Quantity><QuantityString>2</QuantityString><DataType>decimal</DataType><UnitOfMeasure>EA</UnitOfMeasure></Quantity>',
  );
  expect(xml).toContain(
    '<MaterialDefinitionID>RAW-ACME-PUMP-LID</MaterialDefinitionID><MaterialUse>Consumed</MaterialUse>',
  );
});

test('the plant reads the schedule it is sent', () => {
  expect(readB2mml(plan.schedule.xml)).toMatchObject({
    ok: true,
    message: {
      messageId: plan.schedule.messageId,
      requests: plan.orders.map((order) => ({
        requestId: order.number,
        partNumber: order.partNumber,
        revision: order.revision,
        quantity: { value: order.quantity, unit: order.unit },
        priority: order.priority,
      })),
    },
  });
});

test('what would be markup is escaped', () => {
  const { messageId, publishedAt } = plan.schedule;
  const xml = operationsSchedule({
    messageId,
    publishedAt,
    description: 'A & <B>',
    orders: plan.orders,
    parts: plan.parts,
  });
  expect(xml).toContain('<Description>A &amp; &lt;B&gt;</Description>');
});

test('an empty schedule, and an order for an unknown part, are refused', () => {
  const { messageId, publishedAt } = plan.schedule;
  const content = { messageId, publishedAt, description: 'x', parts: plan.parts };
  expect(() => operationsSchedule({ ...content, orders: [] })).toThrow('needs an order');
  expect(() => operationsSchedule({ ...content, parts: [], orders: plan.orders })).toThrow('does not have');
});
