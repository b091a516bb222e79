import { persona, TEST_SITE, TEST_TENANT } from '@machshop/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch } from '../testing/live-client.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const PROGRESS = `subscription ($ids: [ID!]!, $rate: Float) {
  orderProgress(orderIds: $ids, maxRateHz: $rate) { event count order { id } }
}`;

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
  world.viewers.set('fenced', { ...persona('OPERATOR'), siteIds: [TEST_SITE] });
});
afterAll(() => world?.close());

/** Says something that no stream keeps. */
function say(order: string, count: number, more: { siteid?: string; tenantid?: string } = {}): void {
  const tenantid = more.tenantid ?? TEST_TENANT;
  const event = {
    type: 'orders.progress',
    time: new Date().toISOString(),
    tenantid,
    siteid: TEST_SITE,
    ...more,
    data: { order: { __typename: 'Order', id: order }, count },
  };
  world.bus.connection.publish(`live.${tenantid}.orders.progress.${order}`, JSON.stringify(event));
}

const counts = (received: readonly { data?: Readonly<Record<string, unknown>> | null }[]) =>
  received.map(({ data }) => {
    const progress = data?.orderProgress as { order: { id: string }; count: number | null } | undefined;
    return `${progress?.order.id} ${progress?.count}`;
  });

test('what no stream keeps is heard live, after the present state of each that was asked for', async () => {
  const progress = watch(address, 'operator', { query: PROGRESS, variables: { ids: ['o1', 'o2', 'o1'] } });
  expect(counts(await progress.until(2))).toEqual(['o1 null', 'o2 null']);
  say('o3', 1);
  say('o2', 2);
  say('o1', 3);
  expect(counts(await progress.until(4)).slice(2)).toEqual(['o2 2', 'o1 3']);
  progress.stop();
});

test('nobody hears another tenant, or a site behind the fence', async () => {
  const progress = watch(address, 'fenced', { query: PROGRESS, variables: { ids: ['o1'] } });
  await progress.until(1);
  say('o1', 1, { siteid: '01900000-0000-7000-8000-00000000beef' });
  say('o1', 2, { tenantid: '01900000-0000-7000-8000-00000000dead' });
  say('o1', 3);
  expect(counts(await progress.until(2))).toEqual(['o1 null', 'o1 3']);
  progress.stop();
});

test('a client gets no more messages a second than it wants, and the newest at the end', async () => {
  const progress = watch(address, 'operator', { query: PROGRESS, variables: { ids: ['o1'], rate: 4 } });
  await progress.until(1);
  for (let count = 1; count <= 50; count += 1) say('o1', count);
  expect(counts(await progress.until(3)).slice(1)).toEqual(['o1 1', 'o1 50']);
  progress.stop();
});

test.each([
  [{ ids: [] }, 'orderIds'],
  [{ ids: Array.from({ length: 201 }, (_, index) => `o${index}`) }, 'orderIds'],
  [{ ids: ['*'] }, 'orderIds'],
  [{ ids: ['o1'], rate: 0 }, 'maxRateHz'],
  [{ ids: ['o1'], rate: 1_000 }, 'maxRateHz'],
])('%j is refused', async (variables, argument) => {
  const progress = watch(address, 'operator', { query: PROGRESS, variables });
  expect(JSON.stringify(await progress.ended)).toContain(argument);
});
