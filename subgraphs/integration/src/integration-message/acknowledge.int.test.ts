import { persona, program, startTestPlant, TEST_PROGRAM, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { complete, id, messagesOf } from '../testing/outgoing-samples.ts';

const erp = persona('INTEGRATION');

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

describe('an outgoing message', () => {
  const ACKNOWLEDGE = `mutation ($input: AcknowledgeMessageInput!) {
    acknowledgeMessage(input: $input) {
      message { state acknowledgement { accepted note acknowledgedByName } }
      errors { __typename code ... on AlreadyAcknowledgedError { accepted acknowledgedByName } }
    }
  }`;
  const acknowledge = (message: string | undefined, accepted: boolean, note?: string) =>
    plant.run<{ acknowledgeMessage: { message: object | null; errors: object[] } }>(
      'integration',
      erp,
      ACKNOWLEDGE,
      {
        input: { id: message, accepted, note },
      },
    );

  test('is acknowledged once; the same again changes nothing, another answer is told who was first', async () => {
    await complete(plant, 700);
    const [message] = await messagesOf(plant, 700);
    const acknowledged = {
      state: 'ACKNOWLEDGED',
      acknowledgement: { accepted: true, note: 'posted', acknowledgedByName: 'integration' },
    };
    for (let twice = 0; twice < 2; twice++) {
      const { acknowledgeMessage } = await acknowledge(message?.id, true, 'posted');
      expect(acknowledgeMessage).toEqual({ message: acknowledged, errors: [] });
    }
    const { acknowledgeMessage } = await acknowledge(message?.id, false);
    expect(acknowledgeMessage).toEqual({
      message: null,
      errors: [
        {
          __typename: 'AlreadyAcknowledgedError',
          code: 'ALREADY_ACKNOWLEDGED',
          accepted: true,
          acknowledgedByName: 'integration',
        },
      ],
    });
    await plant.idle();
    const events = await plant.events('integration.message.acknowledged');
    expect(events.filter(({ subject }) => subject === message?.id)).toHaveLength(1);
    expect(await messagesOf(plant, 700, { state: 'PENDING' })).toEqual([]);
  });

  test('names who acknowledged it: a program or a person; offered again, nobody', async () => {
    const who = `query ($id: ID!) { integrationMessage(id: $id) { acknowledgement {
      acknowledgedByName acknowledgedBy { __typename ... on User { id } ... on ApiClient { id } } } } }`;
    const expected = [
      [program('INTEGRATION'), 'erp-adapter', { __typename: 'ApiClient', id: TEST_PROGRAM }],
      [erp, 'integration', { __typename: 'User', id: erp.userId }],
    ] as const;
    for (const [i, [viewer, acknowledgedByName, acknowledgedBy]] of expected.entries()) {
      await complete(plant, 1_000 + 100 * i);
      const [message] = await messagesOf(plant, 1_000 + 100 * i);
      const input = { id: message?.id, accepted: false, note: 'closed' };
      await plant.run('integration', viewer, ACKNOWLEDGE, { input });
      expect(await plant.run('integration', erp, who, { id: message?.id })).toEqual({
        integrationMessage: { acknowledgement: { acknowledgedByName, acknowledgedBy } },
      });
      await plant.run(
        'integration',
        viewer,
        'mutation ($id: ID!) { retryMessage(input: { id: $id, reason: "open" }) { errors { code } } }',
        { id: message?.id },
      );
      expect(await plant.run('integration', erp, who, { id: message?.id })).toEqual({
        integrationMessage: { acknowledgement: null },
      });
    }
  });

  test('that the other system rejected is offered again on request', async () => {
    await complete(plant, 800);
    const [message] = await messagesOf(plant, 800);
    await acknowledge(message?.id, false, 'period is closed');
    expect(await messagesOf(plant, 800)).toMatchObject([{ state: 'REJECTED' }]);
    await plant.run(
      'integration',
      erp,
      'mutation ($id: ID!) { retryMessage(input: { id: $id, reason: "period is open" }) { errors { code } } }',
      { id: message?.id },
    );
    expect(await messagesOf(plant, 800)).toMatchObject([{ state: 'PENDING', content: message?.content }]);
  });

  test('of a site is there for those who work at it alone', async () => {
    await complete(plant, 900);
    await plant.idle();
    const elsewhere = persona('INTEGRATION', { siteIds: [id(1)] });
    const query = `query ($f: IntegrationMessageFilter) { integrationMessages(first: 5, filter: $f) { nodes { id } } }`;
    const variables = { f: { workOrderId: id(900) } };
    const here = persona('INTEGRATION', { siteIds: [TEST_SITE] });
    const nodes = async (viewer: typeof erp) =>
      (await plant.run<{ integrationMessages: { nodes: object[] } }>('integration', viewer, query, variables))
        .integrationMessages.nodes;
    expect(await nodes(elsewhere)).toEqual([]);
    expect(await nodes(here)).toHaveLength(1);
  });

  test('comes in pages, oldest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: {
        integrationMessages: {
          nodes: { id: string; receivedAt: string }[];
          pageInfo: { endCursor: string | null; hasNextPage: boolean };
        };
      } = await plant.run(
        'integration',
        erp,
        'query ($after: String) { integrationMessages(first: 3, after: $after, order: OLDEST_FIRST) { nodes { id receivedAt } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      seen.push(...answer.integrationMessages.nodes.map((node) => `${node.receivedAt} ${node.id}`));
      after = answer.integrationMessages.pageInfo.hasNextPage
        ? answer.integrationMessages.pageInfo.endCursor
        : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
    const [row] = await plant.admin`select count(*)::int as count from integration.integration_messages`;
    expect(seen).toHaveLength(row?.count);
  });
});
