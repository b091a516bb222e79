import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { watch } from '../testing/live-client.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const ORDER = `subscription ($id: ID!) {
  orderChanged(id: $id) { event actorName count order { id number status part { name } } }
}`;

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
});
afterAll(() => world?.close());
beforeEach(() => {
  world.requests.length = 0;
  world.status.clear();
});

describe('a subscription', () => {
  test('begins with the present state and goes on with what happens, each with a cursor', async () => {
    const orders = watch(address, 'operator', { query: ORDER, variables: { id: 'o1' } });
    const [first] = await orders.until(1);
    expect(first?.data).toEqual({
      orderChanged: {
        event: null,
        actorName: null,
        count: null,
        order: { id: 'o1', number: 'WO-1', status: 'CREATED', part: { name: 'Part a' } },
      },
    });
    world.status.set('o1', 'RELEASED');
    await world.change('o2', 1);
    await world.change('o1', 2);
    const [, second] = await orders.until(2);
    expect(second?.data).toEqual({
      orderChanged: {
        event: 'orders.order.changed',
        actorName: 'test',
        count: 2,
        order: { id: 'o1', number: 'WO-1', status: 'RELEASED', part: { name: 'Part a' } },
      },
    });
    expect(second?.extensions?.cursor).toMatch(/^[0-9a-z]+-[0-9a-z]+$/);
    orders.stop();
  });
});
