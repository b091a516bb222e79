import { defineConsumer } from '@machshop/events';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { importSchedule } from '../work-order/import.ts';

/** How long a schedule waits for the part or the routing that it names and that is still on its way. */
const PATIENCE_MS = 2_000;

/** The ERP's schedule: every order of it is made, or none. */
export const productionScheduleReceived = defineConsumer(
  integrationEvents['production-schedule.received'],
  async ({ time, data }, ctx) => {
    const { tx, record, now } = ctx;
    const result = await importSchedule(ctx, tx, data);
    const { message } = data;
    if (result.kind === 'ACCEPTED') {
      const workOrders = result.orders.map((order) => ({
        workOrder: { __typename: 'WorkOrder' as const, id: order.id },
        requestId: order.sourceRequestId ?? order.number,
        workOrderNumber: order.number,
      }));
      await record(tx, workOrderEvents['schedule-import.accepted'], {
        id: message.id,
        data: {
          message,
          workOrders,
          change: {
            action: 'UPDATE',
            entity: message,
            old: null,
            new: { workOrders: workOrders.map((order) => order.workOrderNumber) },
            reason: null,
          },
        },
      });
      return;
    }
    // domains publish side by side: what is not known yet may come in a moment
    if (result.missing && now().getTime() - new Date(time).getTime() < PATIENCE_MS) {
      throw new Error(`not known yet: ${result.errors.map((error) => error.message).join('; ')}`);
    }
    const errors = result.errors.map((error) => ({ ...error }));
    await record(tx, workOrderEvents['schedule-import.rejected'], {
      id: message.id,
      data: {
        message,
        errors,
        change: { action: 'UPDATE', entity: message, old: null, new: { errors }, reason: null },
      },
    });
  },
);
