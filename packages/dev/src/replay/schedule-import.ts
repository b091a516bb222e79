import { Refused } from '@machshop/sdk';
import type { PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';
import type { ReplayPlan, StepOutcome } from './plan-types.ts';

const MAX_RETRIES = 30;

/**
 * Sends the schedule in: it makes the orders. What the plant has not heard of yet is tried again, 30 times at most.
 * @throws where it stays rejected, with its faults by line
 */
export async function importSchedule(
  client: PlantClient,
  { xml, messageId }: ReplayPlan['schedule'],
): Promise<StepOutcome> {
  const received = await client
    .mutate<{ outcome: string; message: { id: string; state: string } }>(
      'integration',
      documents.RECEIVE_B2MML,
      { xml },
      'sending the schedule',
    )
    .catch((error: unknown) => {
      if (
        error instanceof Refused &&
        error.refusals.some(({ __typename }) => __typename === 'MessageRejectedError')
      )
        return null;
      throw error;
    });
  const sent = received ?? (await sentBefore(client, messageId));
  let retries = 0;
  await client.until(async () => {
    const { integrationMessage: message } = await client.query<{
      integrationMessage: {
        state: string;
        errors: { line: number; element: string; rule: string; message: string }[];
      };
    }>('integration', documents.MESSAGE, { id: sent.message.id });
    if (message.state === 'APPLIED') return true;
    if (message.state !== 'REJECTED') return null;
    const faults = message.errors.map(
      (fault) => `line ${fault.line} ${fault.element}: ${fault.rule}: ${fault.message}`,
    );
    if (++retries > MAX_RETRIES) throw new Error(`the schedule was rejected: ${faults.join('; ')}`);
    await new Promise((resolve) => setTimeout(resolve, 100 * retries));
    await client.mutate(
      'integration',
      documents.RETRY_MESSAGE,
      { id: sent.message.id },
      'sending the schedule again',
    );
    return null;
  }, 'the schedule');
  return sent.outcome === 'DUPLICATE' ? 'FOUND' : 'PLAYED';
}

/** The message that was kept, though it was rejected. */
async function sentBefore(
  client: PlantClient,
  messageId: string,
): Promise<{ outcome: string; message: { id: string } }> {
  const { integrationMessageByExternalId: message } = await client.query<{
    integrationMessageByExternalId: { id: string } | null;
  }>('integration', 'query ($id: String!) { integrationMessageByExternalId(externalId: $id) { id } }', {
    id: messageId,
  });
  if (!message) throw new Error('the schedule was rejected and is not kept');
  return { outcome: 'REJECTED', message };
}
