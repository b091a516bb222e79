import { ensureStreams } from '@machshop/events/bus.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch } from '../testing/live-client.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

let world: LiveWorld;
beforeAll(async () => {
  world = await startLiveWorld();
});
afterAll(() => world?.close());

interface Ready {
  readonly httpStatus: number;
  readonly status: string;
  readonly checks: Readonly<Record<string, string>>;
}

async function ready(address = world.gateway.address as string): Promise<Ready> {
  const response = await fetch(address.replace('/graphql', '/ready'));
  return { httpStatus: response.status, ...((await response.json()) as Omit<Ready, 'httpStatus'>) };
}

/** Asks until the answer is the one. */
async function until(isIt: (answer: Ready) => boolean): Promise<Ready> {
  const end = Date.now() + 15_000;
  for (;;) {
    const answer = await ready();
    if (isIt(answer)) return answer;
    if (Date.now() > end) throw new Error(`/ready says ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

test('a gateway that cannot serve subscriptions says so and why, and goes on answering', async () => {
  expect(await ready()).toEqual({
    httpStatus: 200,
    status: 'ready',
    checks: { gateway: 'ok', supergraph: 'ok', subscriptions: 'ok' },
  });
  await world.bus.manager.streams.delete('MES_EVENTS');
  const without = await until(({ checks }) => checks.subscriptions?.includes('cannot be followed') ?? false);
  expect(without).toMatchObject({ httpStatus: 200, status: 'degraded' });
  const metrics = await (
    await fetch((world.gateway.address as string).replace('/graphql', '/metrics'))
  ).text();
  expect(metrics).toContain('machshop_gateway_subscription_events_available 0');
  const query = watch(world.gateway.address as string, 'operator', {
    query: '{ order(id: "o1") { number } }',
  });
  expect((await query.until(1))[0]?.data).toEqual({ order: { number: 'WO-1' } });
  await ensureStreams(world.bus);
  expect(await until(({ status }) => status === 'ready')).toMatchObject({ httpStatus: 200 });
});

test('a gateway without a connection to NATS says so until it has one again', async () => {
  const restarted = world.nats.restart();
  const lost = await until(({ checks }) => checks.subscriptions === 'there is no connection to NATS');
  expect(lost).toMatchObject({ httpStatus: 200, status: 'degraded' });
  await restarted;
  expect(await until(({ status }) => status === 'ready')).toMatchObject({ checks: { subscriptions: 'ok' } });
});

test('a gateway that has no events says nothing of them', async () => {
  const plain = await world.another({ events: undefined } as object);
  expect((await ready(plain.address)).checks).toEqual({ gateway: 'ok', supergraph: 'ok' });
});
